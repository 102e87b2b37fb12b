"""Writing an index: documents and the position they were read at, committed together; and building one anew."""

import json
import shutil
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import tantivy

from statements.models import SearchChange
from statements.search import index, log
from statements.search.documents import all_ids, documents, how_many
from statements.search.index import Busy, key

_HEAP = 64_000_000  # bytes, enough for some 50,000 statements between two writes to disk
_BATCH = 500  # rows
_ROUNDS = 1000  # of reading the log once an index is built
_POSITION = "position"  # the key of the one document that holds it
_FOOTER_MAGIC = 1337  # Tantivy ends its files with a footer, the footer's length and this number

Progress = Callable[[str, int, int], None]  # what (statement, article, actor), how many so far, of how many


class Damaged(Exception):
    """The index cannot be read or written and must be built anew."""


class Writer:
    """The writer of one index; at most one at a time. Close it, or use it in a `with`."""

    def __init__(self, path: Path):
        """Raises Busy where another process writes there, Damaged where it cannot be opened."""
        try:
            self._index = tantivy.Index.open(str(path))
            self._index.config_reader(reload_policy="manual")
            self._writer = self._index.writer(_HEAP, 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise Busy(f"Another process writes the search index {path}.") from None
            raise Damaged(str(error)) from error
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error) -> None:
        self.close()

    def position(self) -> log.Position:
        """What the last commit had read up to. Raises Damaged where that is not to be found."""
        try:
            self._index.reload()
            return read_position(self._index.schema, self._index.searcher())
        except (ValueError, TypeError) as error:
            raise Damaged(f"no position in {self.path}: {error}") from error

    def apply(self, changes: log.Changes) -> None:
        """Bring everything that changed up to date and commit it with the position behind it."""
        for what, ids in changes.ids.items():
            if what != SearchChange.What.PRUNED:
                self.update(what, sorted(ids))
        self.commit(changes.position)

    def update(self, what: str, ids: Iterable[int]) -> None:
        """Bring the documents of these rows up to date; rows that the public does not see have none."""
        ids = list(ids)
        for at in range(0, len(ids), _BATCH):
            batch = ids[at : at + _BATCH]
            made = documents(what, batch)
            with _telling_damage():
                for pk in batch:
                    self._writer.delete_documents_by_term("key", key(what, pk))
            self.add(made)

    def add(self, made: Iterable[tantivy.Document]) -> None:
        with _telling_damage():
            for document in made:
                self._writer.add_document(document)

    def commit(self, position: log.Position) -> None:
        """Make everything since the last commit searchable, together with the position it was read at."""
        document = tantivy.Document()
        document.add_text("key", _POSITION)
        document.add_text("position", position.dumps())
        with _telling_damage():
            self._writer.delete_documents_by_term("key", _POSITION)
            self._writer.add_document(document)
            self._writer.commit()

    def close(self) -> None:
        """Let go of the index once its pieces are joined; what was not committed is dropped."""
        self._writer.wait_merging_threads()

    def drop(self) -> None:
        """Let go of the index at once; what was not committed is dropped."""
        del self._writer


@contextmanager
def _telling_damage() -> Iterator[None]:
    """Raises Damaged where the writer's thread is gone: a full disk, files that are no longer there."""
    try:
        yield
    except ValueError as error:
        raise Damaged(str(error)) from error


def rebuild(progress: Progress = lambda what, count, of: None) -> int:
    """Build an index from PostgreSQL beside the one in use, then turn over to it; how many documents it has.

    What changes meanwhile is read from the log before it turns, and by the follower afterwards. Raises Busy where another process builds.
    """
    with index.lock("build"):
        path = index.create()
        try:
            position = log.now()
            with Writer(path) as writer:
                count = sum(_add_all(writer, what, progress) for what in ("actor", "statement", "article"))
                writer.commit(position)
                _catch_up(writer, position)
        except BaseException:  # a full disk, a signal: leave nothing behind
            shutil.rmtree(path, ignore_errors=True)
            raise
        index.use(path)
        return count


def read_position(schema: tantivy.Schema, searcher: tantivy.Searcher) -> log.Position:
    """How far an index has read. Raises ValueError or TypeError where it does not say."""
    (hit,) = searcher.search(tantivy.Query.term_query(schema, "key", _POSITION), 2).hits
    return log.Position.loads(searcher.doc(hit[1]).get_first("position"))


def check(path: Path) -> None:
    """Read every file of an index and compare it with its checksum. Raises Damaged."""
    try:
        segments = json.loads((path / "meta.json").read_text())["segments"]
        for segment in segments:
            _check_segment(path, segment)
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise Damaged(f"{path}: {error}") from error


def _catch_up(writer: Writer, position: log.Position) -> None:
    """Bring a new index up to what changed while it was built, so that nothing found before is missing after.

    Some rounds at most: the follower goes on from there.
    """
    for _round in range(_ROUNDS):
        changes = log.read(position, log.AT_ONCE)
        if not changes or SearchChange.What.EVERYTHING in changes.ids:
            return
        writer.apply(changes)
        position = changes.position


def _add_all(writer: Writer, what: str, progress: Progress) -> int:
    count = after = 0
    of = how_many(what)
    while ids := all_ids(what, after, _BATCH):
        writer.add(documents(what, ids))
        after = ids[-1]
        count += len(ids)
        progress(what, count, of)
    return count


def _check_segment(path: Path, segment: dict) -> None:
    name = segment["segment_id"].replace("-", "")
    files = [f"{name}.{end}" for end in ("fast", "fieldnorm", "idx", "pos", "store", "term")]
    if segment["deletes"]:
        files.append(f"{name}.{segment['deletes']['opstamp']}.del")
    for file in files:
        content = (path / file).read_bytes()
        length, magic = struct.unpack("<II", content[-8:])
        footer = json.loads(content[-8 - length : -8]) if magic == _FOOTER_MAGIC else {}
        if zlib.crc32(content[: -8 - length]) != footer.get("crc"):
            raise ValueError(f"{file} is not as it was written")
