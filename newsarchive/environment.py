"""The environment, read in one place; nonsense in it stops the start with one line."""

import os
from collections.abc import Sequence
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent


class EnvironmentProblem(Exception):
    """Something outside the program is wrong; the message is one line a person can act on."""


def var_directory() -> Path:
    """Where the archive keeps what it makes: database, index, collected static files, secret key."""
    return Path(os.environ.get("ARCHIVE_VAR", BASE / "var")).resolve()


def port() -> int:
    """The port to serve on, from PORT (default 8000).

    Raises EnvironmentProblem unless it is a whole number from 1 to 65535.
    """
    return port_named("PORT", 8000)


def port_named(name: str, default: int) -> int:
    """The port in the variable `name`. Raises EnvironmentProblem unless it is a whole number from 1 to 65535."""
    text = os.environ.get(name, "").strip() or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise EnvironmentProblem(f"{name} must be a whole number from 1 to 65535, not {text!r}.")
    return int(text)


def flag(name: str) -> bool:
    """Whether the variable `name` is set to 1 (unset, empty or 0: not). Raises EnvironmentProblem otherwise."""
    text = os.environ.get(name, "").strip()
    if text not in ("", "0", "1"):
        raise EnvironmentProblem(f"{name} must be 0 or 1, not {text!r}.")
    return text == "1"


def choice(name: str, choices: Sequence[str]) -> str:
    """The variable `name`, the first of `choices` where it is unset. Raises EnvironmentProblem for any other."""
    text = os.environ.get(name, "").strip() or choices[0]
    if text not in choices:
        raise EnvironmentProblem(f"{name} must be one of {', '.join(choices)}, not {text!r}.")
    return text


def words(name: str) -> list[str]:
    """The comma-separated words of the variable `name`."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]
