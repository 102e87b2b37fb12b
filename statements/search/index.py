"""The index beside this server: its schema, how readers open it, and how a new one takes its place.

    SEARCH_INDEX/current      a link to the index in use
    SEARCH_INDEX/<version>-…  an index; built beside the old one, then the link is turned over
    SEARCH_INDEX/*.lock       held by the one follower, and by the one builder

PostgreSQL holds the truth: an index that is missing, old or damaged is built again, never mended.
"""

import fcntl
import os
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import tantivy
from django.conf import settings

from statements.search import analysis

SCHEMA = 7  # raise it with every change of the fields or of what documents put into them
VERSION = f"{SCHEMA}.{analysis.VERSION}"

_NAMES = ("names", "name_spellings", "name_beginnings")
# What each kind of row has in fields of its own: a row of one kind then never stands in the way of another's,
# and a statement's kind, sense … are one value a row, which Tantivy counts several times as fast as many.
OWN = {
    "statement": {
        "words": ("stems", "spellings", "beginnings", *_NAMES),
        "texts": ("kind", "event", "sense", "reviewed", "country", "to_country"),
        "numbers": ("speaker", "addressee", "reporter", "occasion"),
    },
    "actor": {"words": _NAMES, "texts": (), "numbers": ()},
}
OWN["article"] = OWN["statement"]


class Busy(Exception):
    """Another process does this already; the message is one line."""


def build_schema() -> tantivy.Schema:
    """The fields. `stems` and `spellings` share positions; numbers are unsigned, days are proleptic ordinals."""
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("what", tokenizer_name="raw", index_option="basic")
    for name in ("id", "article", "outlet", "day", "year"):
        fields.add_unsigned_field(name, indexed=True, fast=True)
    fields.add_unsigned_field("order", fast=True)  # newest is greatest
    fields.add_text_field("position", stored=True, tokenizer_name="raw", index_option="basic")
    for what in OWN:
        _add_own(fields, what)
    return fields.build()


def _add_own(fields: tantivy.SchemaBuilder, what: str) -> None:
    for name in OWN[what]["words"]:
        kept = "basic" if name.endswith("beginnings") else "position"
        fields.add_text_field(own(what, name), tokenizer_name="whitespace", index_option=kept)
    for name in OWN[what]["texts"]:
        fields.add_text_field(own(what, name), fast=True, tokenizer_name="raw", index_option="basic")
    for name in OWN[what]["numbers"]:
        fields.add_unsigned_field(own(what, name), indexed=True, fast=True)


def own(what: str, name: str) -> str:
    """What a field of this kind of row is called in the index: a kind's own have its name before theirs."""
    return f"{what}_{name}" if is_own(what, name) else name


def is_own(what: str, name: str) -> bool:
    return any(name in names for names in OWN[what].values())


def key(what: str, pk: int) -> str:
    """What names a row's one document."""
    return f"{what}-{pk}"


@dataclass(frozen=True)
class Opened:
    """An index as it stood at its last commit."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    state: tuple[str, int, int] = ("", 0, 0)  # another one after each commit

    @property
    def schema(self) -> tantivy.Schema:
        return self.index.schema


def folder() -> Path:
    return Path(settings.SEARCH_INDEX)


def current() -> Path | None:
    """The folder of the index in use, when there is one of this version."""
    path = in_use()
    return path if path.name.startswith(f"{VERSION}-") and (path / "meta.json").exists() else None


def in_use() -> Path:
    """Where the link points, of whatever version, be there something or not."""
    try:
        return folder() / os.readlink(folder() / "current")
    except OSError:
        return folder() / "none"


_opened: dict[Path, tantivy.Index] = {}
_opening = threading.Lock()


def reader() -> Opened | None:
    """The index in use at its last commit, or None where there is none that can be read.

    Cheap enough for every request: the files stay open, and 0.05 ms go into looking for a new commit.
    """
    path = current()
    if path is None:
        return None
    try:
        state = _state(path)  # before the look: an answer is never remembered for a later state
        index = _opened.get(path) or _open(path)
        index.reload()
        return Opened(index, index.searcher(), state)
    except BaseException as error:  # swapped away this moment, or damaged
        if not (isinstance(error, OSError) or is_damage(error)):
            raise
        _opened.pop(path, None)
        report()
        return None


def is_damage(error: BaseException) -> bool:
    """Whether Tantivy says so that the files of an index are not what they should be: it panics at some."""
    return isinstance(error, ValueError) or type(error).__name__ == "PanicException"


def _state(path: Path) -> tuple[str, int, int]:
    """What tells two commits apart: Tantivy puts a new file in the place of the old one. Raises OSError."""
    meta = (path / "meta.json").stat()
    return path.name, meta.st_ino, meta.st_mtime_ns


def _open(path: Path) -> tantivy.Index:
    with _opening:
        index = tantivy.Index.open(str(path))
        index.config_reader(reload_policy="manual")
        _opened.clear()  # the files of an index that was swapped away are let go
        _opened[path] = index
    return index


def report() -> None:
    """Ask the follower to look whether the index in use is damaged."""
    with suppress(OSError):
        (folder() / "suspect").touch()


def take_report() -> bool:
    """Whether a reader asked that since the last look."""
    try:
        (folder() / "suspect").unlink()
    except OSError:
        return False
    return True


def create() -> Path:
    """A new, empty index beside the one in use; call it with the lock "build" held."""
    remove_others(in_use())
    path = folder() / f"{VERSION}-{secrets.token_hex(4)}"
    path.mkdir(parents=True)
    tantivy.Index(build_schema(), path=str(path))
    return path


def use(path: Path) -> None:
    """Turn readers over to the index at `path`, in one step, and remove all others."""
    link = folder() / f".{path.name}"
    link.symlink_to(path.name)
    os.replace(link, folder() / "current")
    remove_others(path)


def remove_others(kept: Path) -> None:
    """Remove every index but `kept`, among them what an interrupted build left."""
    for other in folder().iterdir():
        if other.is_symlink() and other.name != "current":
            other.unlink(missing_ok=True)
        elif other.is_dir() and not other.is_symlink() and other != kept:
            shutil.rmtree(other, ignore_errors=True)


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Hold the lock `name` of the index folder; the kernel gives it back however the process ends.

    Raises Busy where another process holds it.
    """
    folder().mkdir(parents=True, exist_ok=True)
    with open(folder() / f"{name}.lock", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"Another process is at the search index already: it holds {file.name}.") from None
        yield
