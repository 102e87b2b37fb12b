"""Files are read in a process of its own: one that takes too long or too much memory ends that process alone."""

import multiprocessing
import resource
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from functools import cache
from pathlib import Path

import django
from django.utils import translation
from pebble import ProcessExpired, ProcessPool

from statements.documents import patience
from statements.documents.document import Part
from statements.documents.problems import TookTooLong, TooManyArticles
from statements.documents.reading import read_file
from statements.documents.spool import read_parts, write_parts

SECONDS = 120  # without another article; `patience` ends most readers before
LONGEST = 3600  # seconds for one file, however many articles it has
MEMORY = 2 * 1024**3  # bytes of address space; reading a workbook of 200 MB takes 1.2 GB
MAX_ARTICLES = 50_000  # in one file; twice as many take over a minute to read
FILES = 200  # read by one process before a fresh one takes over


def read_confined(
    name: str, content: bytes, columns: Mapping[str, str] | None = None, *, seconds: float = SECONDS
) -> Iterator[Part]:
    """What `read_file` says, read elsewhere, to the end before the first is given; what was read of a file
    that had to be stopped, then TookTooLong. The parts lie on the disk meanwhile."""
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        spool = Path(folder) / "parts"
        reading = _schedule(name, content, columns, spool)
        del content
        try:
            count = _wait(reading, spool, seconds)
        except (TooLate, ProcessExpired, MemoryError):
            if spool.exists():
                yield from read_parts(spool)
            yield Part("", problem=TookTooLong())
            return
        if count > MAX_ARTICLES:
            yield Part("", problem=TooManyArticles(MAX_ARTICLES))
        else:
            yield from read_parts(spool)


def _schedule(name: str, content: bytes, columns, spool: Path) -> Future:
    try:
        return _pool().schedule(_read, args=(name, content, columns, spool), timeout=LONGEST)
    except RuntimeError:  # the pool broke down, its process could not be started: the next may
        _pool.cache_clear()
        return _pool().schedule(_read, args=(name, content, columns, spool), timeout=LONGEST)


def _wait(reading: Future, spool: Path, seconds: float) -> int:
    """The number of parts. Raises TooLate, the reader ended, where none came for `seconds`."""
    before = 0
    while True:
        try:
            return reading.result(seconds)
        except TooLate:
            written = spool.stat().st_size if spool.exists() else 0
            if reading.done() or written == before:
                reading.cancel()
                raise
            before = written


def _read(name: str, content: bytes, columns: Mapping[str, str] | None, spool: Path) -> int:
    return write_parts(read_file(name, content, columns), spool, MAX_ARTICLES)


@cache
def _pool() -> ProcessPool:
    """Started when the first file is read. Not forked: the web server's threads would hang it."""
    context = multiprocessing.get_context("forkserver")
    return ProcessPool(max_workers=1, max_tasks=FILES, initializer=_confine, context=context)


def _confine() -> None:
    django.setup()  # its messages need the translations of the apps
    patience.set_up()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    translation.activate("ar")
