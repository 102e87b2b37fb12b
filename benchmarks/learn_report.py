"""Examples for the model `report`: whether a cue with the content it would govern is a statement."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.learning import Example
from statements.extraction import extract, learned
from statements.extraction.clauses import BEFORE


def examples(gold: dict) -> Iterator[Example]:
    """One example for each cue that extraction weighs in the article: yes where the gold has it."""
    with learned.watching() as decisions:
        extract(gold["text"])
    decisions = [d for d in decisions if d.model == "report"]
    rest = [s for s in gold["statements"] if not any(_has_cue(s, d.about[0]) for d in decisions)]
    for decision in decisions:
        cue, content, opener = decision.about
        yes = any(_has_cue(s, cue) and _is_said(s, content, opener) for s in gold["statements"])
        # «رد … بقوله إن»: the gold may name the other word of the two
        yes = yes or any(_shared(s["spans"], content) >= 0.7 for s in rest)
        yield Example(decision.candidates, int(yes))


def _has_cue(statement: dict, cue) -> bool:
    return bool(statement["cue"]) and statement["cue"][0] < cue.end and cue.start < statement["cue"][1]


def _is_said(statement: dict, content, opener: str) -> bool:
    """Whether the contents touch; where content stands before its cue, half of the two must be the same."""
    return _shared(statement["spans"], content) > (0.5 if opener in BEFORE else 0.0)


def _shared(spans: list[list[int]], content) -> float:
    """The part of all code points of both that they share."""
    both = sum(max(0, min(end, content.end) - max(start, content.start)) for start, end in spans)
    whole = sum(end - start for start, end in spans) + content.end - content.start - both
    return both / whole if whole else 0.0
