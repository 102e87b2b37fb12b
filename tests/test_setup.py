"""What a fresh installation brings, held against the limits promised in docs/requirements.md."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEGABYTE = 1024 * 1024
LIMIT = 300 * MEGABYTE
HEAVY = {"torch", "transformers", "scikit-learn", "pandas", "scipy", "numpy"}


def locked(path: str) -> set[str]:
    """The names of the distributions a lock installs on Linux."""
    lines = (ROOT / path).read_text().splitlines()
    return {
        m[1]
        for line in lines
        if "sys_platform == 'win32'" not in line and (m := re.match(r"([\w.-]+)==", line))
    }


def installed_size(name: str) -> int:
    """Bytes of a distribution's files as they lie on the disk, compiled modules included."""
    files = importlib.metadata.distribution(name).files or []
    return sum(path.stat().st_size for f in files if (path := Path(f.locate())).is_file())


def test_setup_stays_under_300_megabytes():
    sizes = {name: installed_size(name) for name in locked("requirements.txt")}
    total = sum(sizes.values())
    assert min(sizes.values()) > 0
    assert total < LIMIT, sorted(sizes.items(), key=lambda item: -item[1])[:5]


def test_lock_is_free_of_machine_learning_frameworks():
    assert not HEAVY & (locked("requirements.txt") | locked("tests/requirements.txt"))


def test_every_direct_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    direct = {re.match(r"[\w.-]+", d)[0].lower() for d in project["project"]["dependencies"]}
    assert direct <= locked("requirements.txt")
    assert {re.match(r"[\w.-]+", d)[0] for d in project["dependency-groups"]["test"]} <= locked(
        "tests/requirements.txt"
    )


def test_installed_versions_are_the_locked_ones():
    pins = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE))
    assert len(pins) > 20
    wrong = {
        n: v
        for n, v in pins.items()
        if n in locked("requirements.txt") and importlib.metadata.version(n) != v
    }
    assert not wrong
