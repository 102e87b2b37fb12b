"""Decisions weighed by models learned from annotated articles.

A model is log-linear over named features: `data/models/<name>.tsv` holds one weight a line, made by
`benchmarks/learning.py`. Features are asked for in parts, `(make, values)`: a function and the few plain
values it makes features of. What a part weighs is remembered, so that most features are never written out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

MODELS = Path(__file__).parent / "data" / "models"

# `make(*values)` are the features; no value is now 1 and now True, which would be remembered as one.
Part = tuple[Callable[..., Iterable[str]], tuple[str | int | bool, ...]]
_REMEMBERED = 1 << 14  # parts of one function; half as many are forgotten too soon, twice as many gain little


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it was put to a model: its candidates' features, and what it was `about`."""

    model: str
    candidates: tuple[tuple[str, ...], ...]
    about: object


@dataclass(slots=True, eq=False)
class Model:
    """Weights by feature; a feature it does not know weighs nothing."""

    name: str
    weights: dict[str, float]
    _known: dict[Callable, dict[tuple, float]] = field(
        init=False, repr=False, default_factory=lambda: defaultdict(dict)
    )

    def probability(self, parts: Iterable[Part], about: object = None) -> float:
        """How likely a yes is, between 0 and 1."""
        if _watched is not None:
            parts = tuple(parts)
            _watched.append(Decision(self.name, (spelled(parts),), about))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self._sum(parts)))))

    def choose(self, candidates: Sequence[Iterable[Part]], about: object = None) -> tuple[int, float]:
        """The index of the likeliest candidate, the first of equals, and how likely it is; ValueError for none."""
        if _watched is not None:
            candidates = tuple(tuple(c) for c in candidates)
            _watched.append(Decision(self.name, tuple(map(spelled, candidates)), about))
        sums = [self._sum(c) for c in candidates]
        most = max(sums)
        return sums.index(most), 1 / sum(math.exp(s - most) for s in sums)

    def _sum(self, parts: Iterable[Part]) -> float:
        total, known = 0.0, self._known
        for make, values in parts:
            weight = known[make].get(values)
            total += self._weigh(make, values) if weight is None else weight
        return total

    def _weigh(self, make: Callable[..., Iterable[str]], values: tuple) -> float:
        known = self._known[make]
        if len(known) == _REMEMBERED:
            known.clear()
        known[values] = sum(filter(None, map(self.weights.get, make(*values))))
        return known[values]


def spelled(parts: Iterable[Part]) -> tuple[str, ...]:
    """The features of parts, written out."""
    return tuple(feature for make, values in parts for feature in make(*values))


@cache
def load(name: str) -> Model:
    """The model of that name; one without weights where it was never trained."""
    path = MODELS / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return Model(name, {feature: float(weight) for feature, weight in rows})


_watched: list[Decision] | None = None


def is_watched() -> bool:
    """Whether decisions are collected: then each must be made, though it was made before."""
    return _watched is not None


@contextmanager
def watching() -> Iterator[list[Decision]]:
    """Collect every decision put to a model meanwhile: what training learns from. For one thread."""
    global _watched
    before, _watched = _watched, []
    try:
        yield _watched
    finally:
        _watched = before
