"""Decisions weighed by models learned from annotated articles.

A model is log-linear over named features: `data/models/<name>.tsv` holds one weight a line, made by
`benchmarks/learning.py`. Reading a model costs one dictionary look-up a feature.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MODELS = Path(__file__).parent / "data" / "models"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it was put to a model: its candidates' features, and what it was `about`."""

    model: str
    candidates: tuple[tuple[str, ...], ...]
    about: object


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature; a feature it does not know weighs nothing."""

    name: str
    weights: dict[str, float]

    def probability(self, features: Iterable[str], about: object = None) -> float:
        """How likely a yes is, between 0 and 1."""
        if _watched is not None:
            features = tuple(features)
            _watched.append(Decision(self.name, (features,), about))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self._sum(features)))))

    def choose(self, candidates: Sequence[Iterable[str]], about: object = None) -> int:
        """The index of the likeliest candidate, the first of equals; ValueError for none."""
        return self.choose_surely(candidates, about)[0]

    def choose_surely(self, candidates: Sequence[Iterable[str]], about: object = None) -> tuple[int, float]:
        """The index of the likeliest candidate and how likely it is; ValueError for none."""
        if _watched is not None:
            candidates = tuple(tuple(c) for c in candidates)
            _watched.append(Decision(self.name, candidates, about))
        sums = [self._sum(c) for c in candidates]
        most = max(sums)
        return sums.index(most), 1 / sum(math.exp(s - most) for s in sums)

    def _sum(self, features: Iterable[str]) -> float:
        return sum(filter(None, map(self.weights.get, features)))


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
