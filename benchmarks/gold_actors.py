"""Which actor of a gold article words of its text mean, for the examples that models learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from statements.extraction import extract, learned
from statements.extraction.annotations import Extraction
from statements.extraction.learned import Decision
from statements.extraction.normalize import fold


def read_watched(gold: dict, model: str) -> tuple[Extraction, list[Decision]]:
    """What is extracted from a gold article, and the decisions put to `model` meanwhile."""
    with learned.watching() as decisions:
        found = extract(gold["text"])
    return found, [d for d in decisions if d.model == model]


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
