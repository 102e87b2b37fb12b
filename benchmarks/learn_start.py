"""What `statements/extraction/starts.py` learns from: the word at which annotated content begins."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.learning import Example
from statements.extraction import extract, learned

MODEL, PENALTY = "start", 1.0


def examples(gold: dict) -> Iterator[Example]:
    """A decision for each cue of ours that is annotated, where one of the words is the annotated start."""
    with learned.watching() as decisions:
        extract(gold["text"])
    begun = {tuple(s["cue"]): s["spans"][0][0] for s in gold["statements"] if s["cue"]}
    for decision in decisions:
        if decision.model == MODEL:
            answer = right_start(decision.about, begun)
            if answer is not None:
                yield Example(decision.candidates, answer)


def right_start(about, begun: dict[tuple, int]) -> int | None:
    """The index of the candidate at the annotated start of its cue; None where there is none."""
    doc, at, starts = about
    start = begun.get((doc.starts[at], doc.ends[at]))
    if start is None:
        return None
    wanted = _first_letter(doc.text, start)
    return next((n for n, j in enumerate(starts) if _first_letter(doc.text, doc.starts[j]) == wanted), None)


def _first_letter(text: str, start: int) -> int:
    return next((i for i in range(start, len(text)) if text[i].isalnum()), start)
