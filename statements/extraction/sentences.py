"""Where sentences end, and dots that end none."""

from __future__ import annotations

import re

from .document import Document
from .tokens import CLOSE, COMMA, LINE, MARK, STOP, WORD

_ABBREVIATION = re.compile(r"^[^\W\d_]$")  # «د. سمير», «ا ف ب», initials

# Longer "sentences" are lists and tables; cut, they cost no more than their length.
_LONGEST_SENTENCE = 1200
_CLOSING_KINDS = frozenset((STOP, CLOSE))


def find_sentences(doc: Document, first: int, end: int) -> list[tuple[int, int]]:
    """Token ranges of the sentences of one paragraph."""
    found, start, i = [], first, first
    while i < end:
        if (
            doc.kinds[i] in _CLOSING_KINDS and _ends_sentence(doc, i, start)
        ) or i - start >= _LONGEST_SENTENCE:
            i += 1
            while i < end and doc.kinds[i] in _CLOSING_KINDS:
                i += 1
            found.append((start, i))
            start = i
        else:
            i += 1
    if start < end:
        found.append((start, end))
    return found


def _ends_sentence(doc: Document, i: int, start: int) -> bool:
    kind = doc.kinds[i]
    if kind == CLOSE and doc.depth[i] == 0 and i > start:
        return _closes_with_stop(doc, i)
    if kind != STOP or doc.depth[i]:
        return False
    return not (doc.raw(i) == "." and i > start and _is_abbreviated(doc, i))


def _closes_with_stop(doc: Document, i: int) -> bool:
    """«… قوية." وقال»: the stop before the closing mark ends the sentence too."""
    after = doc.kinds[i + 1] if i + 1 < len(doc) else LINE
    return doc.kinds[i - 1] == STOP and after not in (COMMA, STOP, MARK)


_NEVER_FIRST = frozenset(
    [
        "أن",
        "أنه",
        "أنها",
        "أنهم",
        "بأن",
        "بأنه",
        "بأنها",
        "بأنهم",
        "الذي",
        "التي",
        "الذين",
        "والذي",
        "والتي",
        "والذين",
    ]
)


def free_abbreviations(doc: Document) -> None:
    """The dot of «د. سامر» stops nothing; before a line's end it may. Nor does one before «أن», «الذي»: no sentence begins so."""
    for i in [i for i, word in enumerate(doc.words[:-1]) if word == "." and i]:
        if doc.written(i + 1) in _NEVER_FIRST:
            doc.kinds[i] = COMMA
        elif doc.kinds[i + 1] == WORD and _is_abbreviated(doc, i):
            doc.kinds[i] = MARK


def _is_abbreviated(doc: Document, i: int) -> bool:
    if doc.ends[i - 1] != doc.starts[i] or not _ABBREVIATION.match(doc.raw(i - 1)):
        return False
    return i < 2 or doc.starts[i - 1] != doc.ends[i - 2]
