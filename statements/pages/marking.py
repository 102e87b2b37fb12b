"""Where the parts of statements stand in an article's text: paragraphs, cut at every beginning and end.

No HTML and no database here: `templatetags/marked_text.py` writes the pages from these pieces.
Offsets are code points into the article's text, half open.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

CONTENT, CUE, SPEAKER, ADDRESSEE, REPORTER = "content", "cue", "speaker", "addressee", "reporter"
# Of two marks over the same words the first here is the outer one; the inner one gives them its colour.
_DEPTH = {role: depth for depth, role in enumerate((CONTENT, REPORTER, ADDRESSEE, SPEAKER, CUE))}
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?؟…]['\"»”)\]]*\s+")
# Code points shown on either side of a statement before a long paragraph is cut: some five lines of a page.
CONTEXT = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """One part of a statement: `number` is the statement's place on the page, from 1.

    `numbered` is true where the statement's content begins and its number is to be shown.
    """

    start: int
    end: int
    role: str
    number: int
    url: str
    numbered: bool = False

    @property
    def order(self) -> tuple:
        """Outer marks before the inner ones that begin at the same place."""
        return self.start, -self.end, _DEPTH[self.role], self.number


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that lie under the same marks, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The lines of text[start:end] that hold more than space, as spans."""
    lines = _LINE.finditer(text, start, len(text) if end is None else end)
    return [line.span() for line in lines if not line[0].isspace()]


def around(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraphs of text[start:end] with one before and one after, as spans.

    What lies more than CONTEXT code points away is left out, from the end of a sentence or a word on.
    """
    spans = paragraphs(text)
    first = max(sum(begin <= start for begin, _end in spans) - 2, 0)
    last = sum(begin < end for begin, _end in spans)
    left = _cut_before(text, spans[first][0], start)
    right = _cut_after(text, end, spans[min(last, len(spans) - 1)][1])
    return paragraphs(text, left, right)


def marks_of(statements: Iterable, mentions: Iterable = (), *, numbered: bool = True) -> list[Mark]:
    """The marks of the statements in the order given, with or without their numbers to be shown.

    A party that no words at the cue name is marked where one of `mentions` names it in the same paragraph.
    """
    known = defaultdict(list)
    for mention in mentions:
        known[mention.actor_id].append(mention)
    marks = [mark for at, statement in enumerate(statements, 1) for mark in _marks(statement, at, known)]
    return marks if numbered else [replace(mark, numbered=False) for mark in marks]


def pieces(marks: Iterable[Mark], start: int, end: int) -> Iterator[Piece]:
    """Cut the stretch from `start` to `end` wherever a mark begins or ends; every code point once."""
    inside = sorted((m for m in marks if m.start < end and m.end > start), key=lambda m: m.order)
    edges = {start, end} | {m.start for m in inside} | {m.end for m in inside}
    edges = sorted(edge for edge in edges if start <= edge <= end)
    open_marks, coming = [], 0
    for left, right in pairwise(edges):
        open_marks = [mark for mark in open_marks if mark.end > left]
        while coming < len(inside) and inside[coming].start <= left:
            open_marks.append(inside[coming])
            coming += 1
        yield Piece(left, right, tuple(open_marks))


def _marks(statement, number: int, mentions: Mapping[int, list]) -> Iterator[Mark]:
    url = statement.get_absolute_url()
    begins = min(start for start, _end in statement.spans)
    for start, end in statement.spans:
        yield Mark(start, end, CONTENT, number, url, numbered=start == begins)
    if statement.cue_start is not None and statement.cue_start < statement.cue_end:
        yield Mark(statement.cue_start, statement.cue_end, CUE, number, url)
    for party in statement.parties.all():
        named = party if party.start is not None else _nearest(statement, mentions.get(party.actor_id, ()))
        if named and named.start < named.end:
            yield Mark(named.start, named.end, party.role, number, url)


def _nearest(statement, mentions: Iterable):
    """The mention nearest to the cue, in its paragraph and outside of what was said; None where there is none."""
    text = statement.article.text
    at = statement.spans[0][0] if statement.cue_start is None else statement.cue_start
    left, right = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    right = len(text) if right < 0 else right
    near = [mention for mention in mentions if left <= mention.start and mention.end <= right]
    outside = [m for m in near if not any(m.start < end and start < m.end for start, end in statement.spans)]
    return min(outside, key=lambda mention: abs(mention.start - at), default=None)


def _cut_before(text: str, begin: int, start: int) -> int:
    """Where the context before `start` begins: at `begin`, or after a sentence or word nearer to it."""
    if start - begin <= CONTEXT:
        return begin
    far = start - CONTEXT
    if (sentence := _SENTENCE_END.search(text, far, start)) and sentence.end() < start:
        return sentence.end()
    space = text.find(" ", far, start)
    return space + 1 if space >= 0 else far


def _cut_after(text: str, end: int, finish: int) -> int:
    """Where the context after `end` ends: at `finish`, or with a sentence or word nearer to it."""
    if finish - end <= CONTEXT:
        return finish
    far = end + CONTEXT
    sentences = list(_SENTENCE_END.finditer(text, end, far))
    if sentences:
        return sentences[-1].end()
    space = text.rfind(" ", end, far)
    return space if space >= 0 else far
