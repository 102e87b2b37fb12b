"""Which actor of a gold article words of its text mean, for the examples that models learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from statements.extraction import extract, learned
from statements.extraction.annotations import Extraction, Span
from statements.extraction.learned import Decision
from statements.extraction.normalize import fold


def read_watched(gold: dict, model: str) -> tuple[Extraction, list[Decision]]:
    """What is extracted from a gold article, and the decisions put to `model` meanwhile."""
    with learned.watching() as decisions:
        found = extract(gold["text"])
    return found, [d for d in decisions if d.model == model]


def right_actor(gold: dict, found: Extraction, span: Span) -> dict | None:
    """The gold actor that the words of `span` mean: the speaker at them, or whose office alone they are."""
    actors = {a["id"]: a for a in gold["actors"]}
    cues = {s["cue"][0]: s for s in gold["statements"] if s["cue"]}
    for quotation in found.quotations:
        if quotation.cue and quotation.speaker_mentions == (span,):
            wanted = cues.get(quotation.cue.span.start)
            if wanted and len(wanted["speakers"]) == 1:
                return actors[wanted["speakers"][0]]
    text = _bare(span.of(gold["text"]))
    named = [a for a in gold["actors"] if text in {_bare(n) for n in a["names"] + a["titles"]}]
    return named[0] if len(named) == 1 else None


def is_called(names: Iterable[str], actor: dict) -> bool:
    """Whether one of `names` is a name of the gold actor, by the measure of the scoring program."""
    return any(_same(_words(name), _words(known)) for name in names for known in actor["names"])


def _same(one: set[str], other: set[str]) -> bool:
    nested = one <= other or other <= one
    return bool(one) and nested and 2 * min(len(one), len(other)) >= max(len(one), len(other))


def _words(name: str) -> set[str]:
    return {_bare(word) for word in re.sub(r"[^\w]+", " ", fold(name)).split()}


def _bare(words: str) -> str:
    return re.sub(r"^(?:و?ال|لل)(?=\w{2})", "", " ".join(re.sub(r"[^\w]+", " ", fold(words)).split()))
