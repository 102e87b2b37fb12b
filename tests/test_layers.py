"""Which part of the project may import which: docs/architecture.md, «Direction of imports»."""

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "statements"
SPELLING = "statements.extraction.normalize"
READERS = ("views", "exports", "api", "filters", "pages", "templatetags")
NOT_FOR_READERS = ("admin", "tasks", "recording", "importing", "intake")


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, Path]:
    return {name_of(path): path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts}


@cache
def imported(module: str) -> set[str]:
    """The project's modules that a module imports wherever in it, those it takes one name from among them."""
    found = set()
    for node in ast.walk(ast.parse(modules()[module].read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (below & modules().keys()) or ({node.module} & modules().keys())
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & modules().keys()
    return found - {module}


def part(module: str) -> str:
    """The folder or single file directly below `statements` that a module is, or is in."""
    return module.split(".")[1] if "." in module else module


def test_files_are_in_no_circle():
    circle_in({module: imported(module) for module in modules()})


def test_folders_are_in_no_circle():
    graph = {}
    for module in modules():
        others = {part(other) for other in imported(module)} - {part(module)}
        graph.setdefault(part(module), set()).update(others)
    circle_in(graph)


def circle_in(graph: dict[str, set[str]]) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


@pytest.mark.parametrize("reader", READERS)
def test_what_readers_see_knows_nothing_of_how_it_came(reader):
    for module in (name for name in modules() if part(name) == reader):
        others = imported(module)
        assert not {other for other in others if part(other) in NOT_FOR_READERS}, module
        assert {other for other in others if part(other) == "extraction"} <= {SPELLING}, module


@pytest.mark.parametrize("below", ["models", "extraction", "documents"])
def test_what_others_stand_on_imports_little(below):
    may = {"models": {"models", "languages"}, "documents": {"documents", "extraction"}}.get(below, {below})
    for module in (name for name in modules() if part(name) == below):
        assert {part(other) for other in imported(module)} <= may, module


def test_search_knows_rows_and_spelling_alone():
    for module in (name for name in modules() if part(name) == "search"):
        others = {other for other in imported(module) if part(other) != "search"}
        assert all(part(other) == "models" or other == SPELLING for other in others), module


def test_imports_are_read_as_python_reads_them():
    """That these tests could fail: what they hold is built from imports that are there."""
    assert "statements.actors.linking" in imported("statements.recording.articles")
    assert "statements.search.alike" in imported("statements.search.people")  # inside a function
