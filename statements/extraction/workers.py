"""Several processes that answer JSON lines, in the order of the lines.

Memory is bounded: a few batches are under way at a time, whatever the length of the input.
"""

from __future__ import annotations

import itertools
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from .batch import Answer, Line, answer

_BATCH = 16  # lines a worker takes at a time: about a tenth of a second
_AHEAD = 3  # batches waiting for each worker


def answer_in_order(lines: Iterator[Line], workers: int) -> Iterator[Answer]:
    """The answers to `lines` from `workers` processes, started afresh (spawn).

    `concurrent.futures.process.BrokenProcessPool` where one of them is killed.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts)
    under_way: deque[Future[list[Answer]]] = deque()
    try:
        while batch := list(itertools.islice(lines, _BATCH)):
            under_way.append(pool.submit(_answer_all, batch))
            if len(under_way) >= workers * _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that started the workers: it ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer_all(lines: list[Line]) -> list[Answer]:
    return [answer(line) for line in lines]
