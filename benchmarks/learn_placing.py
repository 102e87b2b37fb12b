"""What the model `placing` learns from: where the cues inside the reach of earlier cues stand in the gold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import nested
from benchmarks.learning import Example
from statements.extraction import extract, learned

# How much a statement inside another's words counts: they are few, and whoever relays is lost with them.
# F1 of reported_by on outlets not trained on: .526 with 1, .556 with 2; of statements found .900 and .901.
INSIDE = 2.0
PENALTY = 7.0  # F1 of statements found on outlets not trained on: .902; with 10 or 5 .901


def examples(gold: dict) -> Iterator[Example]:
    """One example a cue put to the model, where the gold's answer is among its options."""
    by_cue = {s["cue"][0]: s for s in gold["statements"] if s["cue"]}
    with learned.watching() as decisions:
        extract(gold["text"])
    for decision in decisions:
        if decision.model == "placing":
            answer = _answer(gold, by_cue, *decision.about)
            if answer is not None:
                yield Example(decision.candidates, answer, INSIDE if answer > 1 else 1.0)


def from_corpus(shared: Path) -> Iterator[Example]:
    """Decisions of the news corpus that were annotated for this model alone."""
    return nested.from_corpus(shared, INSIDE)


def _answer(gold: dict, by_cue: dict[int, dict], cue: int, chain: tuple[int, ...]) -> int | None:
    """The index of the right option; None where the gold's host was not found."""
    statement = by_cue.get(cue)
    if statement is None:
        return 0
    host = _host(gold, statement)
    if host is None:
        # An agency that only relays is no statement of the gold, but a host of ours.
        return 2 if statement["reported_by"] and chain[0] not in by_cue else 1
    return 2 + chain.index(host) if host in chain else None


def _host(gold: dict, statement: dict) -> int | None:
    """Where the cue of the shortest statement starts that holds this one's cue; None where none does."""
    at = statement["cue"][0]
    around = [
        s
        for s in gold["statements"]
        if s is not statement and any(start <= at < end for start, end in s["spans"])
    ]
    shortest = min(around, key=lambda s: sum(e - b for b, e in s["spans"]), default=None)
    return None if shortest is None else shortest["cue"][0] if shortest["cue"] else -1
