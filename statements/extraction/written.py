"""How a name is written down: with the spaces that its text lost, without marks around it."""

from __future__ import annotations

from itertools import pairwise

from .segment import WORD, Document
from .vocabulary import folded

_MARKS = "\"'«»“”„ "
_ATTACHED = folded("أبو أبا أبي عبد")  # «أبوالقمصان», «عبدالله»: written as one word on purpose
_PAIRS = (("«", "»"), ("“", "”"))


def spaced(doc: Document, first: int, end: int) -> str:
    """The words of the text from token `first` up to `end`; «مراسلالميادين» with a space between its two."""
    starts, ends, kinds = doc.starts, doc.ends, doc.kinds
    glued = [
        i
        for i in range(first + 1, end)
        if starts[i] == ends[i - 1] and kinds[i] == kinds[i - 1] == WORD and doc.words[i - 1] not in _ATTACHED
    ]
    if not glued:
        return doc.of(first, end)
    return " ".join(doc.of(a, b) for a, b in pairwise((first, *glued, end)))


def without_marks(text: str) -> str:
    """Without the quotation marks around all of it, or one that has no partner: «حركة "النهوض"» keeps its own."""
    text = text.strip()
    while text and text[0] in _MARKS and text[-1] in _MARKS and not _are_of_two(text):
        text = text[1:-1].strip()
    if text and text[-1] in _MARKS and _is_unpaired(text):
        text = text[:-1].strip()
    if text and text[0] in _MARKS and _is_unpaired(text):
        text = text[1:].strip()
    return text if any(c not in _MARKS for c in text) else ""


def _are_of_two(text: str) -> bool:
    """«"النهوض" و"الأفق"»: the first mark and the last belong to different words."""
    return sum(text[1:-1].count(mark) for mark in _MARKS[:-1]) >= 2


def _is_unpaired(text: str) -> bool:
    if text.count('"') % 2:
        return True
    return any(text.count(left) != text.count(right) for left, right in _PAIRS)
