"""Several processes that answer JSON lines, in the order of the lines.

Memory is bounded: a few batches are under way at a time, whatever the length of the input.
"""

from __future__ import annotations

import itertools
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager

from .batch import Answer, Line, answer

_BATCH = 16  # lines a worker takes at a time: about a tenth of a second
_AHEAD = 3  # batches waiting for each worker


def answer_in_order(lines: Iterator[Line], workers: int) -> Iterator[Answer]:
    """The answers to `lines` from `workers` processes, started afresh (spawn).

    `concurrent.futures.process.BrokenProcessPool` where one of them is killed.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    under_way: deque[Future[list[Answer]]] = deque()
    try:
        with _interrupts_ignored():
            under_way.extend(pool.submit(_answer_all, []) for _ in range(workers))  # starts every process
        while batch := list(itertools.islice(lines, _BATCH)):
            under_way.append(pool.submit(_answer_all, batch))
            if len(under_way) >= workers * _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes started meanwhile ignore Ctrl-C: it is for the one that started them, which ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _answer_all(lines: list[Line]) -> list[Answer]:
    return [answer(line) for line in lines]
