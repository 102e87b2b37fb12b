"""Milliseconds, and what a reader may expect of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Times:
    """Milliseconds that each of some calls took, and those of this process's own work among them."""

    each: list[float]
    own: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        """«p50 / p95 (own work p50 / p95)»: a busy machine makes the first two longer, the others less."""
        return f"{_both(self.each)} ({_both(self.own)})" if self.own else _both(self.each)

    @property
    def p95(self) -> float:
        return _p95(self.each)


def _both(each: list[float]) -> str:
    return f"{statistics.median(each):.1f} / {_p95(each):.1f}"


def _p95(each: list[float]) -> float:
    return each[0] if len(each) == 1 else statistics.quantiles(each, n=20, method="inclusive")[-1]


def measure(calls: Iterable[Callable[[], object]], longest: float = float("inf")) -> Times:
    """Call one after the other; `longest` seconds in all, and at least once."""
    times, began = Times([], []), time.perf_counter()
    for call in calls:
        started, own = time.perf_counter(), time.process_time()
        call()
        times.each.append((time.perf_counter() - started) * 1000)
        times.own.append((time.process_time() - own) * 1000)
        if time.perf_counter() - began > longest:
            break
    return times
