"""A folded word to its stem: what Arabic writes together with a word is taken off, lightly.

    فللفلسطينيين → ف ل ال | فلسطيني | ين        وبدولتهم → و ب | دول | ت هم

Spelling does not say which letters belong to a word: «وزير» begins with و, «وقال» does not. Rules
decide by shape alone, and lists correct them (data/, each with its source at its top):
own_beginnings.txt has stems whose first letters are their own, endings.tsv words that the rules would
cut wrongly at the end; `learn` makes both. function_words.txt and irregular.tsv are written by hand.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
FILES = ("function_words.txt", "irregular.tsv", "own_beginnings.txt", "endings.tsv")

_CONJUNCTION = re.compile(r"[وف](?=...)")
_ARTICLE = re.compile(r"(?:[بك]?ال|لل)(?=..)")
_PREPOSITION = re.compile(r"[بلك](?=...)")
_FUTURE = re.compile(r"س(?=[يتنا]...)")

_PRONOUN = re.compile(r"(?<=...)(?:هما|ها|هم|هن|نا|كم)\Z")
_NUMBER = re.compile(r"(?<=...)(?:ات|ين|ون|وا)\Z")
_LAST = re.compile(r"(?<=...)[ها]\Z")
_TA = re.compile(r"(?<=...)ت\Z")
# «أعضاؤه»، «أعضائها»: the hamza of «أعضاء» on its seat before a pronoun, folded to the seat.
# Not «ايه», which is «ولاية» more often than «لقائه»: endings.tsv has the latter.
_HAMZA_SEAT = re.compile(r"(?<=..ا)(?:[وي](?=(?:ها|هم|هن|هما|نا|كم)\Z)|و(?=ه\Z))")


class Stemmer:
    """The rules, and the lists that correct them."""

    def __init__(
        self,
        functions: Iterable[str] = (),
        irregular: Mapping[str, str] | None = None,
        own_beginnings: Iterable[str] = (),
        endings: Mapping[str, str] | None = None,
    ):
        self.functions = frozenset(functions)
        self.own_beginnings = frozenset(own_beginnings)
        self.known = dict(endings or {}) | dict(irregular or {})
        self.irregular = frozenset(irregular or ())

    def stem(self, word: str) -> str:
        """The stem of one folded word; what is not written in Arabic letters stays as it is."""
        return self.cut_end(self.base(word)) if "ء" <= word[:1] <= "ي" else word

    def base(self, word: str) -> str:
        """The word without conjunction, preposition, article and the sign of the future."""
        if self._stands_alone(word):
            return word
        bare = self._without_particle(word)
        if bare != word and not _CONJUNCTION.match(word):
            return bare
        rest = word[1:] if word[0] in "وف" else word
        if rest in self.functions:
            return rest
        if not _CONJUNCTION.match(word):
            return word
        return rest if self._stands_alone(rest) else self._without_particle(rest)

    def cut_end(self, base: str) -> str:
        """The base without endings of number, gender and case, and without pronouns."""
        if base in self.functions:
            return base
        if base in self.known:
            return self.known[base]
        if _PRONOUN.search(base):
            with_hamza = _HAMZA_SEAT.sub("ء", base)
            return self._after_cut(_PRONOUN.sub("", with_hamza), base)
        if _NUMBER.search(base):
            return self._after_cut(base[:-2], base)
        if _LAST.search(base):
            return self._after_cut(_HAMZA_SEAT.sub("ء", base)[:-1], base)
        return base

    def _after_cut(self, rest: str, base: str) -> str:
        """What is left once an ending went: ta marbuta is ت before endings, «سلطاتهم» has two of them."""
        if base.endswith("ات") and rest + "ه" in self.irregular:
            return self.known[rest + "ه"]
        if rest in self.known:
            return self.known[rest]
        if _NUMBER.search(rest) and rest.endswith("ات") and not base.endswith("ات"):
            return self.cut_end(rest)
        return self.cut_end(_TA.sub("ه", rest)) if _TA.search(rest) else rest

    def _stands_alone(self, word: str) -> bool:
        """Whether all its first letters are known to be its own."""
        known = word in self.functions or word in self.irregular or word in self.own_beginnings
        return known or self.cut_end(word) in self.own_beginnings

    def _without_particle(self, word: str) -> str:
        """The word without article, preposition or sign of the future, whichever stands first."""
        if _PREPOSITION.match(word) and self._stands_alone(word[1:]):
            return word[1:]  # «للبنان» is ل and «لبنان», «بألمانيا» is ب and «ألمانيا»: no article in either
        for particle in (_ARTICLE, _PREPOSITION, _FUTURE):
            if particle.match(word):
                return particle.sub("", word, count=1)
        return word


def read_stemmer(folder: Path = DATA) -> Stemmer:
    """The stemmer with the lists in `folder`; a list that is not there is empty."""
    functions, irregular, own, endings = (_rows(folder / name) for name in FILES)
    return Stemmer((row[0] for row in functions), dict(irregular), (row[0] for row in own), dict(endings))


def lists_digest(folder: Path = DATA) -> str:
    """What tells these lists from any others."""
    return hashlib.sha256(b"\0".join((folder / name).read_bytes() for name in FILES)).hexdigest()[:8]


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    return read_stemmer()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one folded word."""
    return _stemmer().stem(word)


def _rows(path: Path) -> list[list[str]]:
    """The rows of a list: columns between tabs, comments after #."""
    lines = path.read_text().splitlines() if path.exists() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
