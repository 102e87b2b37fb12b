"""A folded word to its stem: what Arabic writes together with a word is taken off, lightly.

    فللفلسطينيين → ف ل ال | فلسطيني | ين        وبدولتهم → و ب | دول | ت هم

Spelling does not say which letters belong to a word: «وزير» begins with و, «وقال» does not. Rules
decide by shape alone, and lists correct them (data/, each with its source at its top):
own_beginnings.txt has stems whose first letters are their own, endings.tsv words that the rules would
cut wrongly at the end; `learn` makes both. The others are written by hand: function_words.txt, irregular.tsv,
plurals.tsv (broken plurals), spellings.tsv (words that only their spelling tells apart), variants.tsv (words
that papers spell in several ways), joined.tsv (names as one word or two),
latin.tsv (names).
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from statements.extraction.normalize import fold

DATA = Path(__file__).parent / "data"
FILES = (
    "function_words.txt",
    "irregular.tsv",
    "own_beginnings.txt",
    "endings.tsv",
    "plurals.tsv",
    "spellings.tsv",
    "variants.tsv",
    "joined.tsv",
    "latin.tsv",
)

_CONJUNCTION = re.compile(r"[وف](?=...)")
_ARTICLE = re.compile(r"(?:[بك]?ال|لل)(?=..)")
_PREPOSITION = re.compile(r"[بلك](?=...)")
_FUTURE = re.compile(r"س(?=[يتنا]...)")

_PRONOUN = re.compile(r"(?<=...)(?:هما|ها|هم|هن|نا|كم)\Z")
_POSSESSED = re.compile(r"(?:ه|ها|هم|هن|هما|نا|كم|ا)\Z")
_NUMBER = re.compile(r"(?<=...)(?:ات|ين|ون|وا)\Z")
_DUAL = re.compile(r"(?<=..)(?<!س)تان\Z|(?<=\A..)تين\Z")  # «دولتان», «سنتين», not «باكستان»
_LAST = re.compile(r"(?<=...)[ها]\Z")
_NAME = re.compile(r"\w{3,}")  # of one word
_SHORT_TA = re.compile(r"..ت")  # «قمتهم»: «بيت» and its like stand in irregular.tsv
_PRONOUN_OR_HIS = re.compile(r"(?:هما|ها|هم|هن|نا|كم|ه)\Z")
_TA = re.compile(r"(?<=...)ت\Z")
# «أعضاؤه»، «أعضائها»: the hamza of «أعضاء» on its seat before a pronoun, folded to the seat.
# Not «ايه», which is «ولاية» more often than «لقائه»: only its spelling or endings.tsv tells the latter.
_HAMZA_SEAT = re.compile(r"(?<=..ا)(?:[وي](?=(?:ها|هم|هن|هما|نا|كم)\Z)|و(?=ه\Z))")


Spellings = Mapping[str, Mapping[str, tuple[str, ...]]]  # a base, a letter of it as written or -, its stems


class Stemmer:
    """The rules, and the lists that correct them."""

    def __init__(
        self,
        functions: Iterable[str] = (),
        irregular: Mapping[str, str] | None = None,
        own_beginnings: Iterable[str] = (),
        endings: Mapping[str, str] | None = None,
        plurals: Mapping[str, str] | None = None,
        spellings: Spellings | None = None,
        names: Iterable[str] = (),
    ):
        self.functions = frozenset(functions)
        self.own_beginnings = frozenset(own_beginnings)
        names = frozenset(names)
        self.known = {name: name for name in names} | dict(endings or {}) | dict(irregular or {})
        self.irregular = frozenset(irregular or ())
        self.plurals: dict[str, str] = {}
        self.plurals = {plural: self.cut_end(singular) for plural, singular in (plurals or {}).items()}
        for base, found in self.known.items():
            if found in self.plurals and _POSSESSED.search(base):
                self.known[base] = self.plurals[found]
        self.spellings = dict(spellings or {})
        self.standing_alone = self.functions.union(self.irregular, self.plurals, self.own_beginnings, names)
        self.standing_by_stem = self.own_beginnings | self.irregular

    def stem(self, word: str) -> str:
        """The stem of one folded word; what is not written in Arabic letters stays as it is."""
        return self.cut_end(self.base(word)) if is_arabic(word) else word

    def read(self, word: str, written: str) -> tuple[str, tuple[str, ...]]:
        """The base of one folded word, and its stems as its spelling before folding lets it be read: usually one."""
        if not is_arabic(word):
            return word, (word,)
        base = self.base(word[:-1] if written.endswith("ىء") else word)  # «شاطىء» for «شاطئ»
        if base in self.spellings:
            return base, self._told_apart(base, written)
        if base.endswith("ايه") and written.endswith("ائه"):  # «ندائه», not «ولايه»
            return base, (self.cut_end(base[:-2] + "ء"),)
        found = self.cut_end(base)
        if (
            base.endswith("ه")
            and written.endswith("ه")
            and not word.removesuffix(base).endswith(("ال", "لل"))
        ):
            return base, self._with_pronoun(base, found)
        return base, (found,)

    def _told_apart(self, base: str, written: str) -> tuple[str, ...]:
        rows = self.spellings[base]
        letter = next((letter for letter in rows if letter in written), "-")
        return rows.get(letter) or (self.cut_end(base),)

    def _with_pronoun(self, base: str, found: str) -> tuple[str, ...]:
        """«مكتبه» is his office, or «مكتبة» as some write it; «مواقفه» can only be his."""
        rest = _HAMZA_SEAT.sub("ء", base)[:-1]
        is_own = base in self.plurals or (base in self.irregular and len(rest) > 2)
        his = self.plurals.get(rest) or (self.known.get(rest, rest) if is_own else found)
        return (found, his) if is_own and his != found else (his,)

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
        if base in self.plurals and base not in self.irregular:
            return self.plurals[base]
        if base in self.known:
            return self.known[base]
        if _PRONOUN.search(base):
            rest = _PRONOUN.sub("", _HAMZA_SEAT.sub("ء", base))
            return self.plurals.get(rest) or self._after_cut(rest, base)
        if _DUAL.search(base):
            return self.cut_end(_DUAL.sub("ه", base))
        if _NUMBER.search(base):
            return self._after_cut(base[:-2], base)
        if _LAST.search(base):
            return self._without_last(base)
        return base

    def _without_last(self, base: str) -> str:
        """«مواقفا» is a plural with a sign of case, «تجاره» is «تجارة» unless its spelling says otherwise."""
        rest = _HAMZA_SEAT.sub("ء", base)[:-1]
        if base.endswith("ا") and rest in self.plurals:
            return self.plurals[rest]
        return self._after_cut(rest, base)

    def _after_cut(self, rest: str, base: str) -> str:
        """What is left once an ending went: ta marbuta is ت before endings, «سلطاتهم» has two of them."""
        if base.endswith("ات") and rest + "ه" in self.irregular:
            return self.known[rest + "ه"]
        if rest in self.known:
            return self.known[rest]
        if _SHORT_TA.fullmatch(rest) and _PRONOUN_OR_HIS.search(base):
            return rest[:-1] + "ه"
        if _NUMBER.search(rest) and rest.endswith("ات") and not base.endswith("ات"):
            return self.cut_end(rest)
        return self.cut_end(_TA.sub("ه", rest)) if _TA.search(rest) else rest

    def _stands_alone(self, word: str) -> bool:
        """Whether all its first letters are known to be its own."""
        return word in self.standing_alone or self.cut_end(word) in self.standing_by_stem

    def _without_particle(self, word: str) -> str:
        """The word without article, preposition or sign of the future, whichever stands first."""
        has_article = word.startswith("لل") and word[2:] in self.standing_alone  # «للقمة», not «للبنان»
        if _PREPOSITION.match(word) and not has_article and self._stands_alone(word[1:]):
            return word[1:]  # «للبنان» is ل and «لبنان», «بألمانيا» is ب and «ألمانيا»: no article in either
        for particle in (_ARTICLE, _PREPOSITION, _FUTURE):
            if particle.match(word):
                return particle.sub("", word, count=1)
        return word


def is_arabic(word: str) -> bool:
    return "ء" <= word[:1] <= "ي"


def read_stemmer(folder: Path = DATA) -> Stemmer:
    """The stemmer with the lists in `folder`; a list that is not there is empty."""
    functions, irregular, own, endings, plurals, spellings, variants, _joined, latin = (
        read_rows(folder / name) for name in FILES
    )
    told_apart: dict[str, dict[str, tuple[str, ...]]] = {}
    for base, letter, stems in spellings:
        told_apart.setdefault(base, {})[letter] = tuple(stems.split())
    return Stemmer(
        (row[0] for row in functions),
        dict(irregular) | _variants(variants),
        (row[0] for row in own),
        dict(endings),
        {fold(plural): fold(singular) for plural, singular, _count in plurals},
        told_apart,
        [name for name in (fold(row[0]).removeprefix("ال") for row in latin) if _NAME.fullmatch(name)],
    )


def _variants(rows: list[list[str]]) -> dict[str, str]:
    """The other spellings of words, each with the stem that stands for all."""
    rules, found = Stemmer(), {}
    for name, others in rows:
        word = fold(name)
        stem = rules.cut_end(word) if word.endswith("ه") else word
        found |= dict.fromkeys((word, *map(fold, others.split())), stem)
    return found


def function_words() -> frozenset[str]:
    """The folded words that are their own stems."""
    return _stemmer().functions


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


@lru_cache(maxsize=200_000)
def read(word: str, written: str) -> tuple[str, tuple[str, ...]]:
    """The base of one folded word (without what Arabic writes together with it at the beginning), and its stems.

    `written` is the word before folding, without vowel signs: where it can be read in two ways, there are two.
    """
    return _stemmer().read(word, written)


def read_rows(path: Path) -> list[list[str]]:
    """The rows of a list: columns between tabs, comments after #."""
    lines = path.read_text().splitlines() if path.exists() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
