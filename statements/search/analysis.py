"""Text to tokens, the same for documents and queries: folded words, their stems, and where they stand.

Offsets are code points into the text as it was given. What a word becomes is decided in `stemming`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from statements.extraction.normalize import Folded, fold, letters
from statements.search.stemming import DATA, lists_digest, read, read_rows

RULES = 3  # raise it whenever rules make another token of a word: indexes are then built anew
VERSION = f"{RULES}.{lists_digest()}"

_CHUNK = re.compile(r"\S+")
_PLAIN = re.compile(r"[ء-غف-ي]+")
_WORD = re.compile(r"\d+|[^\W\d_]+")  # letters and digits apart: «12مايو» is two words
# Nearly every text in this spelling has one of these; then «على» may be the name as well.
_ENDS_YA_WITHOUT_DOTS = re.compile(r"(?<!\w)و?(?:فى|التى|الذى)(?!\w)")
_ANY = "…"  # in joined.tsv: any word with the article
_AND = "و"  # standing alone: some write «سلام و حرب» for «سلام وحرب»


class Token(NamedTuple):
    """One word. Two tokens at one position are two readings of the same word."""

    start: int
    end: int
    position: int
    word: str  # folded
    stem: str
    base: str  # folded, without what Arabic writes together with it at the beginning
    spelled: str  # letter for letter; of a name that is two tokens, the whole


def analyse(text: str) -> list[Token]:
    """The tokens of `text` in order."""
    undotted = _ENDS_YA_WITHOUT_DOTS.search(text) is not None
    tokens: list[Token] = []
    position = 0
    for chunk in _CHUNK.finditer(text):
        at = chunk.start()
        for word in _words(chunk[0]):
            start, end, folded, stems, base, spelled = word
            for stem in (*stems, "علي") if undotted and stems == ("على",) else stems:
                tokens.append(Token(at + start, at + end, position, folded, stem, base, spelled))
            position += 1
    return tokens


class _Word(NamedTuple):
    """A word of a chunk, with offsets into it."""

    start: int
    end: int
    folded: str
    stems: tuple[str, ...]
    base: str
    spelled: str


@lru_cache(maxsize=50_000)
def _words(chunk: str) -> tuple[_Word, ...]:
    """The words of what stands between two spaces."""
    if _PLAIN.fullmatch(chunk):
        return _plain(chunk)
    folded = Folded(chunk)
    found = []
    for match in _WORD.finditer(folded.text):
        if match[0] == _AND:
            continue
        spelled = letters(chunk[slice(*folded.span(*match.span()))])
        for start, end in _spans(match):
            span = folded.span(start, end)
            word = folded.text[start:end]
            base, stems = read(word, letters(chunk[slice(*span)]))
            found.append(_Word(*span, word, stems, base, spelled))
    return tuple(found)


def _plain(word: str) -> tuple[_Word, ...]:
    """A word without signs, which folds letter for letter: nine in ten are such."""
    folded = fold(word)
    found = []
    for start, end in _spans(_WORD.fullmatch(folded)) if folded != _AND else ():
        base, stems = read(folded[start:end], word[start:end])
        found.append(_Word(start, end, folded[start:end], stems, base, word))
    return tuple(found)


def _joined_pattern() -> re.Pattern:
    """«وعبدالله»، «بأبوظبي»: particles, the first word of a name, the second."""
    names = []
    for first, seconds in read_rows(DATA / "joined.tsv"):
        follows = (r"ال\w\w+" if second == _ANY else second for second in seconds.split())
        names.append(rf"{first}(?=(?:{'|'.join(follows)})\Z)")
    return re.compile(rf"(?P<first>[وفبلك]{{0,2}}(?:{'|'.join(names)}))(?P<second>\w+)")


_JOINED = _joined_pattern()


def _spans(match: re.Match) -> Iterator[tuple[int, int]]:
    """Offsets of the words in a word of a folded text; «عبدالله» is two, as in «عبد الله»."""
    start, end = match.span()
    if joined := _JOINED.fullmatch(match[0]):
        yield start, start + joined.end("first")
        start += joined.start("second")
    yield start, end
