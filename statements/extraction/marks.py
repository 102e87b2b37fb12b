"""Pairs of quotation marks: which open, which close, how deep a token stands in them."""

from __future__ import annotations

from itertools import pairwise

from .document import Document
from .tokens import CLOSE, MARK, OPEN, STRAIGHT, UNSEEN


def pair_marks(doc: Document, first: int, end: int) -> None:
    """Set `kinds` of the marks, `match` and `depth` of the tokens of one paragraph."""
    marks = [i for i, kind in enumerate(doc.kinds[first:end], first) if kind in _PAIRED]
    stack: list[int] = []
    sides = _sides_of_straight(doc, [i for i in marks if doc.kinds[i] == STRAIGHT])
    for i in marks:
        kind = doc.kinds[i]
        if kind == STRAIGHT:
            kind = doc.kinds[i] = sides[i]
        elif kind != (side := _side_of_typographic(doc, i, stack)):
            kind = doc.kinds[i] = side
        if kind == OPEN:
            stack.append(i)
        elif kind == CLOSE and stack:
            doc.match[i] = stack.pop()
            doc.match[doc.match[i]] = i
    for i in marks:
        if doc.match[i] < 0 and doc.words[i] in ("'", "‘", "’"):
            doc.kinds[i] = MARK  # an apostrophe
    _fill_depth(doc, [i for i in marks if doc.match[i] >= 0])


def _side_of_typographic(doc: Document, i: int, stack: list[int]) -> str:
    """Its own side, but for „German fashion“, »reversed« marks and «an opening one that closes«."""
    kind = doc.kinds[i]
    if kind == OPEN and stack:
        german = doc.words[i] == "“" and doc.words[stack[-1]] == "„"
        return CLOSE if german or _lean(doc, i) == CLOSE else OPEN
    return OPEN if kind == CLOSE and not stack and _lean(doc, i) == OPEN else kind


_PAIRED = frozenset((OPEN, CLOSE, STRAIGHT))


def _fill_depth(doc: Document, marks: list[int]) -> None:
    """The depth of the tokens between paired marks; a mark stands outside its own pair."""
    depth = 0
    for i, after in pairwise(marks):
        depth += 1 if doc.kinds[i] == OPEN else -1
        if depth:
            doc.depth[i + 1 : after] = [depth] * (after - i - 1)
            doc.depth[after] = depth - (doc.kinds[after] == CLOSE)


def _sides_of_straight(doc: Document, marks: list[int]) -> dict[int, str]:
    """Which of the marks that look the same on both sides open and which close."""
    leans = [_lean(doc, i) for i in marks]
    closers = sum(lean == CLOSE for lean in leans)
    sides, depth = {}, 0
    for i, lean in zip(marks, leans, strict=True):
        closers -= lean == CLOSE
        if lean == "?":
            lean = CLOSE if depth else OPEN
        elif lean == OPEN and depth and closers <= depth:
            lean = OPEN if closers else CLOSE if not _after_space(doc, i) else OPEN
        elif lean == CLOSE and not depth:
            lean = OPEN if not _before_space(doc, i) else CLOSE
        sides[i] = lean
        depth = max(0, depth + (1 if lean == OPEN else -1))
    return sides


def _lean(doc: Document, i: int) -> str:
    """What the spaces around a straight mark say: OPEN, CLOSE or "?"."""
    spaced_before, spaced_after = _after_space(doc, i), _before_space(doc, i)
    if spaced_before and not spaced_after:
        return OPEN
    if spaced_after and not spaced_before:
        return CLOSE
    return "?"


def _after_space(doc: Document, i: int) -> bool:
    start = doc.starts[i]
    while start and doc.text[start - 1] in UNSEEN:
        start -= 1
    if start == 0 or doc.text[start - 1].isspace() or doc.text[start - 1] in "(:-،,[/–":
        return True
    # «بـ"...» and «ل"...»: a preposition leans on the mark that opens
    return doc.words[i - 1] in _LEANING and doc.ends[i - 1] == start


_LEANING = {"ب", "ل", "ك", "وب", "ول", "و"}


def _before_space(doc: Document, i: int) -> bool:
    end = doc.ends[i]
    while end < len(doc.text) and doc.text[end] in UNSEEN:
        end += 1
    return end >= len(doc.text) or doc.text[end].isspace() or doc.text[end] in ").،,:؛;؟!-]…"
