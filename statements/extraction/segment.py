"""Words, pairs of quotation marks, sentences and paragraphs of a text.

A text is cut once, into a `Document` of parallel lists; every later step speaks of token
numbers and comes back to offsets of the text through `Document.span`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import compress, pairwise

from .annotations import Span
from .dates import DateMention
from .normalize import letters
from .tokens import CLOSE, COLON, COMMA, LINE, MARK, NUMBER, OPEN, STOP, STRAIGHT, UNSEEN, WORD, cut

__all__ = [
    "CLOSE",
    "COLON",
    "COMMA",
    "LINE",
    "MARK",
    "NUMBER",
    "OPEN",
    "STOP",
    "WORD",
    "Document",
    "is_hour",
    "read",
]

_ABBREVIATION = re.compile(r"^[^\W\d_]$")  # «د. سمير», «ا ف ب», initials

# Words that begin a new sentence though the line before had no full stop.
_LINE_MIN = 25


@dataclass(slots=True)
class Document:
    """A text cut into tokens: `words` folded, `kinds` one letter each, offsets in code points."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    match: list[int] = field(default_factory=list)  # the other mark of a pair, else -1
    depth: list[int] = field(default_factory=list)  # how many pairs a token stands in
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    dates: tuple[DateMention, ...] = ()  # in order of the text
    known: dict[int, tuple[int, str]] = field(
        default_factory=dict
    )  # names the caller knows: first -> end, kind
    lines: dict = field(default_factory=dict)  # told with a colon and no verb: first token -> clause
    names: set[str] = field(default_factory=set)  # folded words of the people met so far
    _memory: dict = field(default_factory=dict)
    _names_met: int = 0
    _where: dict[Callable[[str], object], list[int]] = field(default_factory=dict)
    writes_ala: bool = False  # the preposition is written على, so that علي is a name
    writes_hamza: bool = True  # أ is written, so that هنا is «here»

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, i: int) -> str:
        """Token `i` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def written(self, i: int) -> str:
        """Token `i` in plain letters without vowel signs, yet with its own hamza, ya and ta."""
        return letters(self.raw(i))

    def span(self, first: int, end: int) -> Span:
        """The text from token `first` up to, not including, token `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def of(self, first: int, end: int) -> str:
        """The words of the text from token `first` up to token `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""

    def is_word(self, i: int) -> bool:
        return 0 <= i < len(self.kinds) and self.kinds[i] == WORD

    def has_words(self, first: int, end: int) -> bool:
        """Whether tokens `first` up to `end` are more than marks: «")"» says nothing and names nobody."""
        return any(kind in (WORD, NUMBER) for kind in self.kinds[first:end])

    def where(self, test: Callable[[str], object], first: int, end: int) -> list[int]:
        """The tokens of a range whose word passes a test of words, which is asked once a text."""
        if test not in self._where:
            self._where[test] = list(compress(range(len(self.words)), map(test, self.words)))
        found = self._where[test]
        return found[bisect_left(found, first) : bisect_left(found, end)]

    def memory(self) -> dict:
        """What later steps have read already, forgotten when a new name is met: names decide where others end."""
        if self._names_met != len(self.names):
            self._memory, self._names_met = {}, len(self.names)
        return self._memory

    def at(self, offset: int) -> int:
        """The token at `offset`, or the next one."""
        return bisect_left(self.ends, offset + 1)


def read(text: str) -> Document:
    """Cut `text` into tokens, pairs of marks, paragraphs and sentences; linear time."""
    starts, ends, words, kinds, ya = cut(text)
    doc = Document(text, starts, ends, words, kinds)
    doc.writes_ala = any("على" in way for way in ya) and not any("فى" in way for way in ya)
    doc.writes_hamza = "أ" in text
    doc.paragraphs = _find_paragraphs(doc)
    doc.match, doc.depth = [-1] * len(doc), [0] * len(doc)
    _free_abbreviations(doc)
    for first, end in doc.paragraphs:
        _pair_marks(doc, first, end)
        doc.sentences.extend(_find_sentences(doc, first, end))
    return doc


def _find_paragraphs(doc: Document) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs: a line end inside a sentence does not end one."""
    found, first = [], 0
    for i in [i for i, kind in enumerate(doc.kinds) if kind == LINE]:
        if _ends_paragraph(doc, first, i):
            if first < i:
                found.append((first, i))
            first = i + 1
    if first < len(doc):
        found.append((first, len(doc)))
    return found


def _ends_paragraph(doc: Document, first: int, i: int) -> bool:
    """Whether the line end at token `i` closes its paragraph: texts with hard-wrapped lines
    break in the middle of a sentence, where neither side looks like an end."""
    if i == 0 or i + 1 >= len(doc) or first == i:
        return True
    before, after = doc.kinds[i - 1], doc.kinds[i + 1]
    if after == COMMA or _opens_at_line_end(doc, i - 1):
        return False
    if before not in (WORD, NUMBER, COMMA) or after not in (WORD, NUMBER, OPEN, STRAIGHT):
        return True
    if doc.text.count("\n", doc.ends[i - 1], doc.starts[i + 1]) > 1 or _is_news_flash(doc, i + 1):
        return True
    line_start = doc.text.rfind("\n", 0, doc.starts[i]) + 1
    line = doc.starts[i] - line_start
    if line < _LINE_MIN and doc.starts[first] >= line_start:
        return not _is_open_line(doc, first, i)
    return False


def _is_news_flash(doc: Document, i: int) -> bool:
    """«10:45 …», «عاجل …»: how the lines of a live page begin."""
    return is_hour(doc, i) or doc.words[i] == "عاجل"


def is_hour(doc: Document, i: int) -> bool:
    """«10:45»."""
    return doc.kinds[i] == NUMBER and ":" in doc.words[i]


def _opens_at_line_end(doc: Document, i: int) -> bool:
    """A straight mark after a space and before the line end: the quotation begins on the next line."""
    return doc.kinds[i] == STRAIGHT and doc.ends[i - 1] < doc.starts[i] and doc.kinds[i - 1] == WORD


def _is_open_line(doc: Document, first: int, i: int) -> bool:
    """Whether a short first line reads like the beginning of a sentence: «وقال», «وأضاف فلان»."""
    word = doc.words[first]
    return word.startswith("و") and len(word) > 3 and not word.startswith("وزير")


def _pair_marks(doc: Document, first: int, end: int) -> None:
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


# Longer "sentences" are lists and tables; cut, they cost no more than their length.
_LONGEST_SENTENCE = 1200
_CLOSING_KINDS = frozenset((STOP, CLOSE))


def _find_sentences(doc: Document, first: int, end: int) -> list[tuple[int, int]]:
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


def _free_abbreviations(doc: Document) -> None:
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
