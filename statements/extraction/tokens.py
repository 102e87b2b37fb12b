"""The words, numbers and marks that a text is cut into, each folded and told by one letter what it is.

News writes the same words again and again: what a token is, is remembered by how it is written.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from .glued import glued_letters
from .normalize import Folded, fold, letters
from .per_word import per_word

WORD, NUMBER, MARK, OPEN, CLOSE, STOP, COLON, COMMA, LINE = "wnm()s:,l"
STRAIGHT = "q"  # a mark that looks the same on both sides, before it is known whether it opens or closes

# Marks of direction and width that nobody sees; between two words one may stand where a space was lost.
_POINTS = (
    0xAD,
    0x61C,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
)
UNSEEN = frozenset(map(chr, _POINTS))
_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"  # vowels, joiners
_QUOTES = "''|´´|``|‘‘|’’|[«»“”„‟\"″〝〞＂‹›]"
_TOKEN = re.compile(
    rf"""(
    \d+ (?: [.,:٫٬]\d+ )* [%٪]?             # 190,000  1.5
  | (?: [^\W\d_] | [{_SIGNS}\u0640] ) [\w{_SIGNS}]*
  | \n | {_QUOTES} | \.{{2,}} | [^\s\w{"".join(UNSEEN)}] | _
    )""",
    re.VERBOSE,
)
_QUOTE = re.compile(_QUOTES)
# Marks that may be apostrophes, and where they are none.
_LONE, _LONE_MARKS = "'", frozenset("'‘’")
_STANDS_FREE = re.compile(r"(?<!\w)['‘](?=\w)|(?<=ـ)['‘](?=\w)|(?<=[\w.!؟…])['’](?!\w)")
_LETTER = re.compile(rf"[^\W\d_]|_\w|[{_SIGNS}\u0640]")
_OPENING, _CLOSING = set("«“„‹〝‘"), set("»”›〞’")
_COMMAS = set("،,;؛")
_STOPS = set("….؟?!۔")
_ANN = "آن"  # the name Ann, which folds to the word «that»


class Tokens(NamedTuple):
    """Parallel lists: offsets in code points, folded words, kinds; and how «على» and «في» are written."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    kinds: list[str]
    ya: set[str]


class _Token(NamedTuple):
    word: str
    kind: str
    glued: int  # how many code points at its start are a word that lost its space
    ya: str


def cut(text: str) -> Tokens:
    """The tokens of `text`, in linear time."""
    parts = _TOKEN.split(text)  # what stands between tokens, and tokens, by turns
    words, kinds, glued, ya = _columns(parts)
    if any(glued):
        parts = _part_glued(parts)
        words, kinds, _, ya = _columns(parts)
    bounds = list(accumulate(map(len, parts)))
    starts, ends = bounds[:-1:2], bounds[1::2]
    for i in [i for i, kind in enumerate(kinds) if kind == _LONE]:
        kinds[i] = _kind_of_quote(words[i]) if _STANDS_FREE.match(text, starts[i]) else MARK
    return Tokens(starts, ends, words, kinds, set(ya))


def _columns(parts: list[str]) -> list[list]:
    tokens = map(_read_token, parts[1::2])
    return [list(column) for column in zip(*tokens, strict=True)] or [[], [], [], []]


def _part_glued(parts: list[str]) -> list[str]:
    """The parts of a text, those of two words that lost the space between them in two."""
    found = []
    for gap, raw in zip(parts[::2], parts[1::2], strict=False):
        found.append(gap)
        while glued := _read_token(raw).glued:
            found += raw[:glued], ""
            raw = raw[glued:]
        found.append(raw)
    return [*found, parts[-1]]


@per_word
def _read_token(raw: str) -> _Token:
    """What a token is by itself, all of it."""
    if raw[0].isdecimal():
        return _Token(fold(raw), NUMBER, 0, "")
    if not _LETTER.match(raw):
        return _Token(raw, _kind_of_mark(raw), 0, "")
    glued, word = glued_letters(raw), fold(raw)
    if glued:
        glued = Folded(raw).span(0, glued)[1]
    if word == "ان" and "آ" in raw:
        word = _ANN
    return _Token(
        word, WORD if word else MARK, glued, _written_ya(raw, word)
    )  # a vowel sign alone is no word


def _written_ya(raw: str, word: str) -> str:
    if "علي" not in word and "في" not in word:
        return ""
    written = letters(raw)
    return "".join(way for way in ("على", "فى") if way in written)


def _kind_of_mark(raw: str) -> str:
    if raw in _LONE_MARKS:
        return _LONE
    if _QUOTE.match(raw):
        return _kind_of_quote(raw)
    if raw[0] in _STOPS:
        return STOP
    return LINE if raw == "\n" else COMMA if raw in _COMMAS else COLON if raw in ":：" else MARK


def _kind_of_quote(raw: str) -> str:
    return OPEN if raw in _OPENING else CLOSE if raw in _CLOSING else STRAIGHT
