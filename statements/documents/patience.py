"""An article of a file may take so long and no longer; where no clock was set up it may take any time."""

import signal
from collections.abc import Iterator

from statements.documents.document import Part
from statements.documents.problems import TookTooLong

SECONDS = 60  # for one article; a saved page takes half a second


def set_up() -> None:
    """Have a clock; for the main thread of a process that does nothing but read."""
    signal.signal(signal.SIGALRM, _late)


def each_in_time(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts; in the reader of one that takes too long TookTooLong is raised."""
    clock = signal.getsignal(signal.SIGALRM) is _late
    while True:
        if clock:
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            part = next(parts, None)
        finally:
            if clock:
                signal.setitimer(signal.ITIMER_REAL, 0)
        if part is None:
            return
        yield part


def _late(number: int, frame) -> None:
    raise TookTooLong
