"""Files are read in a process of its own: one that takes too long or too much memory ends that process alone."""

import itertools
import multiprocessing
import resource
from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from functools import cache

import django
from django.utils import translation
from pebble import ProcessExpired, ProcessPool

from statements.documents.document import Part
from statements.documents.problems import TookTooLong, TooManyArticles
from statements.documents.reading import read_file

SECONDS = 120  # for one file, an archive's entries and a table's rows together
MEMORY = 2 * 1024**3  # bytes of address space; reading a workbook of 200 MB takes 1.2 GB
MAX_ARTICLES = 50_000  # in one file; twice as many take over a minute to read
FILES = 200  # read by one process before a fresh one takes over


def read_confined(
    name: str, content: bytes, columns: Mapping[str, str] | None = None, *, seconds: float = SECONDS
) -> list[Part]:
    """What `read_file` says, read elsewhere; TookTooLong for a file that had to be stopped."""
    try:
        return _schedule(name, content, columns, seconds).result()
    except (TooLate, ProcessExpired, MemoryError):
        return [Part("", problem=TookTooLong())]


def _schedule(name: str, content: bytes, columns: Mapping[str, str] | None, seconds: float) -> Future:
    try:
        return _pool().schedule(_read, args=(name, content, columns), timeout=seconds)
    except RuntimeError:  # the pool broke down, its process could not be started: the next may
        _pool.cache_clear()
        return _pool().schedule(_read, args=(name, content, columns), timeout=seconds)


def _read(name: str, content: bytes, columns: Mapping[str, str] | None) -> list[Part]:
    parts = list(itertools.islice(read_file(name, content, columns), MAX_ARTICLES + 1))
    return [Part("", problem=TooManyArticles(MAX_ARTICLES))] if len(parts) > MAX_ARTICLES else parts


@cache
def _pool() -> ProcessPool:
    """Started when the first file is read. Not forked: the web server's threads would hang it."""
    context = multiprocessing.get_context("forkserver")
    return ProcessPool(max_workers=1, max_tasks=FILES, initializer=_confine, context=context)


def _confine() -> None:
    django.setup()  # its messages need the translations of the apps
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    translation.activate("ar")
