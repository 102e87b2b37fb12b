"""Text to tokens, the same for documents and queries: folded words, their stems, and where they stand.

Offsets are code points into the text as it was given. What a word becomes is decided in `stemming`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statements.extraction.normalize import Folded
from statements.search.stemming import lists_digest, stem

RULES = 1  # raise it whenever rules make another token of a word: indexes are then built anew
VERSION = f"{RULES}.{lists_digest()}"

_WORD = re.compile(r"\d+|[^\W\d_]+")  # letters and digits apart: «12مايو» is two words
# Names written as one word or as two: «وعبدالله»، «بأبوظبي».
_JOINED = re.compile(r"(?P<first>[وفبلك]{0,2}(?:عبد(?=ال\w\w)|اب[واي](?=ظبي\Z)))(?P<second>\w+)")
# Nearly every text in this spelling has one of these; then «على» may be the name as well.
_ENDS_YA_WITHOUT_DOTS = re.compile(r"(?<!\w)(?:فى|التى|الذى|وفى)(?!\w)")
_ON = re.compile(r"[وف]?على")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. Two tokens at one position are two readings of the same word."""

    start: int
    end: int
    position: int
    word: str  # folded
    stem: str


def analyse(text: str) -> list[Token]:
    """The tokens of `text` in order."""
    folded = Folded(text)
    undotted = _ENDS_YA_WITHOUT_DOTS.search(text) is not None
    tokens: list[Token] = []
    for position, (start, end) in enumerate(_words(folded.text)):
        word = folded.text[start:end]
        span = folded.span(start, end)
        for found in _readings(word, text[slice(*span)], undotted):
            tokens.append(Token(*span, position, word, found))
    return tokens


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the words; «عبدالله» is two, as in «عبد الله»."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if joined := _JOINED.fullmatch(match[0]):
            yield start, start + joined.end("first")
            start += joined.start("second")
        yield start, end


def _readings(word: str, written: str, undotted: bool) -> tuple[str, ...]:
    """The stems of a folded word; `written` is the same word before folding.

    Folding joins the preposition «على» and the name «علي»: what was written tells them apart,
    except in texts that write every final ya without dots.
    """
    found = stem(word)
    if found != "علي" or not _ON.fullmatch(_bare(written)):
        return (found,)
    return ("على", found) if undotted else ("على",)


def _bare(written: str) -> str:
    """A word as written, without vowel signs and tatweel."""
    return re.sub(r"[^\w]|ـ", "", written)
