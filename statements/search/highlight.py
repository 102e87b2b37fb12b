"""Marks in the words shown: which stretches of a text match a query, and HTML that is safe to show."""

import re
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from statements.search.analysis import analyse
from statements.search.query import Query

EXCERPT = 300  # code points shown of a long text, give or take a word
_LEAD = 60  # of them before the first match


def ranges(query: Query, text: str) -> list[tuple[int, int]]:
    """Half-open spans (code points) of `text` that match a wanted part of `query`, in order, not overlapping."""
    if not query.wanted:
        return []
    tokens = analyse(text)
    spans = sorted({span for part in query.wanted for span in part.occurrences(tokens)})
    return _merged(spans)


def highlight(query: Query, text: str) -> SafeString:
    """The whole of `text`, escaped, with <mark> around what matches."""
    return _marked(text, 0, len(text), ranges(query, text))


def excerpt(query: Query, text: str, length: int = EXCERPT) -> SafeString:
    """About `length` code points of `text` around the first match, escaped, with <mark>; an ellipsis where cut."""
    found = ranges(query, text)
    if len(text) <= length:
        return _marked(text, 0, len(text), found)
    start = _word_start(text, max(0, found[0][0] - _LEAD) if found else 0)
    end = _word_end(text, min(len(text), start + length))
    shown = _marked(text, start, end, [(s, e) for s, e in found if start <= s and e <= end])
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, start: int, end: int, found: Sequence[tuple[int, int]]) -> SafeString:
    starts = [start, *(e for _s, e in found)]
    marks = [(text[at:s], text[s:e]) for at, (s, e) in zip(starts, found, strict=False)]
    marked = format_html_join("", "{}<mark>{}</mark>", marks) if marks else mark_safe("")
    return format_html("{}{}", marked, text[starts[-1] : end])


def _word_start(text: str, at: int) -> int:
    """The beginning of the next word when `at` lies inside one."""
    if at == 0:
        return 0
    gap = re.compile(r"\s").search(text, at - 1, at + 30)
    return gap.end() if gap else at


def _word_end(text: str, at: int) -> int:
    gap = re.compile(r"\s").search(text, at, at + 30)
    return gap.start() if gap else at
