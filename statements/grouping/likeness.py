"""How alike two wordings of what was said are, and where they differ. Pure text, no database."""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from statements.extraction.normalize import Folded, fold

FEWEST = 4  # words; what is shorter is alike by chance
# Of the words of both together the share that is in both; or, where one outlet quotes less, of the shorter's.
# See benchmarks/README.md for what these find in the news corpus.
ALIKE, WITHIN, FEWEST_WITHIN = 0.55, 0.8, 7

_WORD = re.compile(r"\w+")
_AND = re.compile(r"\A[وف](?=\w{3})")


def likeness(one: str, other: str) -> float:
    """From 0 to 1; 0 where the two wordings are not one utterance."""
    left, right = _words(one), _words(other)
    fewer = min(left.total(), right.total())
    if fewer < FEWEST:
        return 0.0
    both = (left & right).total()
    share = both / (left.total() + right.total() - both)
    is_part = fewer >= FEWEST_WITHIN and both / fewer >= WITHIN
    return share if share >= ALIKE or is_part else 0.0


@lru_cache(maxsize=2000)
def _words(text: str) -> Counter:
    """The words folded, without «and» before them."""
    return Counter(_AND.sub("", word) for word in _WORD.findall(fold(text)))


def differences(one: str, other: str) -> list[tuple[str, str, bool]]:
    """Both wordings cut into stretches, letter for letter: (of one, of other, whether they are the same).

    Vowels, hamzas and punctuation are no difference. The first parts together are `one`, the second `other`.
    """
    left, right = _tokens(one), _tokens(other)
    matcher = SequenceMatcher(None, [word for word, *_ in left], [word for word, *_ in right], autojunk=False)
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        found.append((_stretch(one, left, a, b), _stretch(other, right, c, d), tag == "equal"))
    return found


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Each folded word with where it begins and where the next one does: what stands between goes with it."""
    folded = Folded(text)
    words = [(match[0], folded.span(*match.span())[0]) for match in _WORD.finditer(folded.text)] or [("", 0)]
    starts = [0, *(start for _word, start in words[1:]), len(text)]
    return [(word, starts[at], starts[at + 1]) for at, (word, _start) in enumerate(words)]


def _stretch(text: str, tokens: list[tuple[str, int, int]], first: int, last: int) -> str:
    return text[tokens[first][1] : tokens[last - 1][2]] if last > first else ""
