"""Decisions on statements inside somebody's words, beside the gold: `data/nested.tsv`, examples for `placing`.

The file's head says how they were made. It holds no text: an article of the news corpus is named by its id and
the digest of its text, a cue by its first code point.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.gold import read_corpus_articles
from benchmarks.learning import Example
from statements.extraction import extract, learned

FILE = Path(__file__).parent / "data" / "nested.tsv"
NONE, NARRATOR = "none", "narrator"  # no statement; a statement in nobody's words


@dataclass(slots=True)
class Annotated:
    """The decisions on one article: first code point of a cue -> NONE, NARRATOR, or that of the cue around it."""

    digest: str
    places: dict[int, str] = field(default_factory=dict)


def read_nested(path: Path = FILE) -> dict[str, Annotated]:
    """Article id -> what was decided there."""
    found: dict[str, Annotated] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            article, digest, cue, place = line.split("\t")
            found.setdefault(article, Annotated(digest)).places[int(cue)] = place
    return found


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def from_corpus(shared: Path, inside: float) -> Iterator[Example]:
    """An example for each decision that extraction still asks; one inside somebody's words counts `inside`.

    Articles whose text is another than when it was annotated are left out.
    """
    annotated = read_nested()
    for article in read_corpus_articles(shared):
        here = annotated.get(article["id"])
        if here and here.digest == digest_of(article["text"]):
            yield from _examples(article, here.places, inside)


def _examples(article: dict, places: dict[int, str], inside: float) -> Iterator[Example]:
    with learned.watching() as decisions:
        extract(article["text"])
    for decision in decisions:
        if decision.model == "placing" and decision.about[0] in places:
            answer = _answer(places[decision.about[0]], decision.about[1])
            if answer is not None:
                weight = inside if answer > 1 else 1.0
                yield Example(decision.candidates, answer, weight, article["outlet"])


def _answer(place: str, chain: tuple[int, ...]) -> int | None:
    """The index of the right option; None where the cue around it is none of those found."""
    if place in (NONE, NARRATOR):
        return int(place == NARRATOR)
    return 2 + chain.index(int(place)) if int(place) in chain else None
