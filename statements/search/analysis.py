"""Text to tokens, the same for documents and queries: folded words, their stems, and where they stand.

Offsets are code points into the text as it was given. What a word becomes is decided in `stemming`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from statements.extraction.normalize import Folded
from statements.search.stemming import lists_digest, stem

RULES = 2  # raise it whenever rules make another token of a word: indexes are then built anew
VERSION = f"{RULES}.{lists_digest()}"

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\d+|[^\W\d_]+")  # letters and digits apart: «12مايو» is two words
# Names written as one word or as two: «وعبدالله»، «بأبوظبي».
_JOINED = re.compile(r"(?P<first>[وفبلك]{0,2}(?:عبد(?=ال\w\w)|اب[واي](?=ظبي\Z)))(?P<second>\w+)")
# Nearly every text in this spelling has one of these; then «على» may be the name as well.
_ENDS_YA_WITHOUT_DOTS = re.compile(r"(?<!\w)و?(?:فى|التى|الذى)(?!\w)")
_ON = re.compile(r"[وف]?على")
_SIGNS = re.compile(r"[^\w]|ـ")
_AND = "و"  # standing alone: some write «سلام و حرب» for «سلام وحرب»


class Token(NamedTuple):
    """One word. Two tokens at one position are two readings of the same word."""

    start: int
    end: int
    position: int
    word: str  # folded
    stem: str


def analyse(text: str) -> list[Token]:
    """The tokens of `text` in order."""
    undotted = _ENDS_YA_WITHOUT_DOTS.search(text) is not None
    tokens: list[Token] = []
    position = 0
    for chunk in _CHUNK.finditer(text):
        at = chunk.start()
        for start, end, word, found in _words(chunk[0]):
            if word == _AND:
                continue
            tokens.append(Token(at + start, at + end, position, word, found))
            if undotted and found == "على":
                tokens.append(Token(at + start, at + end, position, word, "علي"))
            position += 1
    return tokens


@lru_cache(maxsize=50_000)
def _words(chunk: str) -> tuple[tuple[int, int, str, str], ...]:
    """What stands between two spaces: offsets, folded word and stem of each of its words."""
    folded = Folded(chunk)
    found = []
    for start, end in _spans(folded.text):
        span = folded.span(start, end)
        word = folded.text[start:end]
        found.append((*span, word, _stem(word, chunk[slice(*span)])))
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the words of a folded text; «عبدالله» is two, as in «عبد الله»."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if joined := _JOINED.fullmatch(match[0]):
            yield start, start + joined.end("first")
            start += joined.start("second")
        yield start, end


def _stem(word: str, written: str) -> str:
    """The stem of a folded word; `written` is the same word before folding.

    Folding joins the preposition «على» and the name «علي»: what was written tells them apart.
    """
    found = stem(word)
    return "على" if found == "علي" and _ON.fullmatch(_SIGNS.sub("", written)) else found
