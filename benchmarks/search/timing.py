"""Milliseconds, and what a reader may expect of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Milliseconds that each of some calls took."""

    each: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.each)

    @property
    def p95(self) -> float:
        return (
            statistics.quantiles(self.each, n=20, method="inclusive")[-1]
            if len(self.each) > 1
            else self.each[0]
        )

    def __str__(self) -> str:
        return f"{self.median:.1f} / {self.p95:.1f}"


def measure(calls: Iterable[Callable[[], object]], longest: float = float("inf")) -> Times:
    """Call one after the other; `longest` seconds in all, and at least once."""
    each, began = [], time.perf_counter()
    for call in calls:
        started = time.perf_counter()
        call()
        each.append((time.perf_counter() - started) * 1000)
        if time.perf_counter() - began > longest:
            break
    return Times(each)
