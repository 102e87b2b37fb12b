"""The follower: keeps this machine's index up to date with PostgreSQL, and brings it back when it is lost.

One pass reads the log from the index's own position, updates the documents and commits them together
with the new position. A process killed anywhere in between leaves the last commit, from which the next
follower goes on; doing a change again does no harm, since documents are always made from the rows as
they are.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from statements.models import SearchChange
from statements.search import index, log
from statements.search.building import Damaged, Writer, check, rebuild

logger = logging.getLogger(__name__)

_TIDY_EVERY = 3600  # seconds


class Follower:
    """Follows as long as it is asked to; made by `follower`, which holds the lock."""

    def __init__(self) -> None:
        self._writer: Writer | None = None
        self._position: log.Position | None = None
        self._tidied = 0.0  # when, by the monotonic clock

    def catch_up(self) -> int:
        """Apply everything the log holds; how many rows of the index were touched.

        An index that is missing, of another version, damaged, or too old for the log is built first.
        Raises Damaged where the new one cannot be written or read either.
        """
        count = 0
        is_mended = False
        while True:
            try:
                self._open()
                changes = log.read(self._position, log.AT_ONCE)
                if not changes:
                    self._tidy()
                    break
                count += self._apply(changes)
            except Damaged as error:
                if is_mended:  # a disk that is full or broken: whoever called waits
                    raise
                self._build_anew(f"The search index is damaged ({first_line(error)})")
                is_mended = True
        return count

    def is_behind(self) -> bool:
        """Whether the log holds rows that cannot be read yet: an older transaction is still running."""
        return self._position is not None and log.holds_more(self._position)

    def close(self) -> None:
        if self._writer:
            self._writer.drop()
            self._writer = None

    def _open(self) -> None:
        """See to it that there is a writer on the index in use, and a position the log knows."""
        path = index.current()
        if path is None:
            self._build_anew("There is no search index of this version")
            path = index.current()
        if self._writer is None or self._writer.path != path:
            self._turn_to(path)
            if not log.is_known(self._position):
                self._build_anew("The search index is older than the log of changes")
                self._turn_to(index.current())
        elif index.take_report():
            check(path)

    def _turn_to(self, path: Path) -> None:
        self.close()
        check(path)
        self._writer = Writer(path)
        self._position = self._writer.position()

    def _apply(self, changes: log.Changes) -> int:
        if SearchChange.What.EVERYTHING in changes.ids:
            self._build_anew("A whole table was emptied")
            return 0
        self._writer.apply(changes)
        self._position = changes.position
        return sum(map(len, changes.ids.values()))

    def _build_anew(self, why: str) -> None:
        logger.info("%s; building it from the database.", why)
        self.close()
        started = time.monotonic()
        count = rebuild()
        logger.info("The search index holds %d documents after %.1f s.", count, time.monotonic() - started)

    def _tidy(self) -> None:
        """Now and then: forget what was read, and look for damage that no reader has met."""
        if self._tidied and time.monotonic() - self._tidied < _TIDY_EVERY:
            return
        if self._tidied:  # the first time it was looked at a moment ago
            check(self._writer.path)
        self._tidied = time.monotonic()
        log.prune(self._position)


@contextmanager
def follower() -> Iterator[Follower]:
    """The one follower of this machine's index. Raises Busy where there is another."""
    with index.lock("follower"):
        following = Follower()
        try:
            yield following
        finally:
            following.close()


def first_line(error: Exception) -> str:
    """What an error says, for one line of a log."""
    return (str(error).splitlines() or [type(error).__name__])[0]
