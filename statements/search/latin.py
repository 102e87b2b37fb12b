"""Names typed in Latin letters, as Arabic may spell them: «Zarif» is «ظريف», «Hossein» is «حسين».

A table has the names that are met most (data/latin.tsv); rules spell out the others letter by letter.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from statements.extraction.normalize import fold
from statements.search.stemming import DATA, function_words, read_rows, stem

MOST = 120  # spellings of one word, the likeliest ones
SHORTEST = 3  # letters, of what is spelled out
_SHORTEST_ALMOST = 4  # letters, of what may have one wrong
_LIKELIEST = 6  # spellings

# How Latin letters are spelled in Arabic: what is likeliest first. "-" is a vowel that is not written.
_CONSONANTS = {
    "sch": "ش", "tch": "تش", "sh": "ش", "ch": "ش تش خ", "kh": "خ", "gh": "غ", "th": "ث ت", "dh": "ظ ذ ض د",
    "dj": "ج", "ph": "ف", "zh": "ج ز", "ck": "ك", "tz": "تس تز",
    "b": "ب", "c": "ك س", "d": "د ض", "f": "ف", "g": "ج غ ق", "h": "ح ه", "j": "ج", "k": "ك ق", "l": "ل",
    "m": "م", "n": "ن", "p": "ب", "q": "ق", "r": "ر", "s": "س ص", "t": "ت ط", "v": "ف", "w": "و", "x": "كس",
    "y": "ي", "z": "ز ظ ض",
}  # fmt: skip
_VOWELS = {
    "a": "- ا", "e": "- ي", "i": "ي -", "o": "و -", "u": "و -", "aa": "ا ع", "ee": "ي", "oo": "و", "ou": "و -",
    "ei": "ي", "ey": "ي", "ai": "ي اي ايي اعي عي", "ay": "ي اي", "au": "و او عو", "aw": "و او", "ia": "يا", "ie": "ي",
    "io": "يو", "ua": "وا", "ae": "اي ا", "ao": "او اعو", "iyy": "ي", "iy": "ي",
}  # fmt: skip
_FIRST = {
    "a": "ا ع عا", "e": "ا ع اي", "i": "ا ع اي عي", "o": "ا ع او عو", "u": "ا ع او عو", "ai": "اي عي عاي",
    "ay": "اي عي", "ei": "اي عي", "ey": "اي عي", "au": "او عو", "aw": "او عو", "ao": "او عو", "aou": "عو او",
    "ou": "او عو و", "ee": "اي", "aa": "عا ا ع",
}  # fmt: skip
_LAST = {
    "a": "ا ه ي اء", "ah": "ه", "e": "- ه", "eh": "ه", "i": "ي", "ee": "ي", "y": "ي", "ie": "ي", "o": "و", "u": "و",
    "ou": "و", "oo": "و", "ei": "ي يي", "ai": "ي اي ايي", "ay": "ي اي", "aa": "ا اء عه", "ia": "يا يه",
    "iya": "يه يا", "iyya": "يه", "iyah": "يه", "iyeh": "يه", "c": "ك ق",
}  # fmt: skip
_LONGEST = 4
_DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1")
_WORD = re.compile(r"[a-z]+")

# «karim» is «كارم» or «كريم», never «كرم»: one of the two vowels is written.
_A_THEN_I = re.compile(r"(?:[b-df-hj-np-tv-z]{1,2})?a[b-df-hj-np-tv-z]{1,2}i[b-df-hj-np-tv-z]{1,2}")
_ASSIMILATED = re.compile(r"[ae](?P<first>[tdrzsn]|sh)-?(?P<name>(?P=first)\w{3,})")
_GLUED_ARTICLE = re.compile(r"[ae]l(?P<name>\w{5,})")
_FEW_CONSONANTS = 3  # «samer» sounds like «samir», and is another
_TOO_SHORT_TO_SOUND = 4  # letters: among so short names the vowels tell who is meant
_SOUNDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
        (r"(?<=[aeiou])h\Z", ""),
        ("tch|tsh", "ch"),
        ("[qc](?!h)|ck", "k"),
        ("ph|v", "f"),
        ("dj", "j"),
        ("ou|oo|o|u", "u"),
        ("a?y(?=[aeiou])", "y"),
        ("[ae]?e?[iy](?![aeiou])|ee|e", "i"),
        ("aa", "a"),
    )
)

_SERVANT = re.compile(r"abd[aeiou](?:l|([rsndzt])(?=\1))(?P<name>\w{3,})")
_OF_GOD = re.compile(r"(?P<name>\w{3,}?)[aeiou]llah")
_OF_RELIGION = re.compile(r"(?P<name>\w{3,}?)(?:[aeu]l|[aeiu]d|et)(?:dine?|deen|tin)")


def readings(word: str) -> list[tuple[frozenset[str], ...]]:
    """The ways in which a folded Latin word may stand in an Arabic text: for each, stems of its words in order."""
    if names := named(word) or _after_article(word):
        return _stemmed(names)
    found = _stemmed(_named_nearly(word))
    if not found or len(_bare(word)) <= _FEW_CONSONANTS:
        found += [spelled] if (spelled := spelled_out(word)) else []
        if match := _GLUED_ARTICLE.fullmatch(word):
            found += readings(match["name"])
    return found


def _stemmed(names: Iterable[str]) -> list[tuple[frozenset[str], ...]]:
    return [tuple(frozenset({stem(fold(part))}) for part in name.split()) for name in names]


def beginnings(word: str) -> list[str]:
    """How Arabic words may begin, folded, of which a folded Latin word is the beginning: «kha» of «خاتمي»."""
    return _spellings(_DOUBLE.sub(r"\1", word), 2) if _WORD.fullmatch(word) else []


def likeliest(word: str) -> tuple[str, ...]:
    """The first spellings in Arabic, folded, of a folded Latin word that may have a letter wrong."""
    return tuple(beginnings(word)[:_LIKELIEST]) if len(word) >= _SHORTEST_ALMOST else ()


def named_from(word: str) -> tuple[str, ...]:
    """Arabic names of the table with a spelling that begins so: of «nasral», «نصر الله»."""
    return _names(words for words in _table() if words.startswith(word))


def named_almost(word: str) -> tuple[str, ...]:
    """Arabic names of the table spelled so but for one letter, else that begin so; none for a short word."""
    if len(word) < _SHORTEST_ALMOST:
        return ()
    from statements.search.alike import letters_otherwise  # loaded only where a name is misspelt

    around = [slice(0, len(word) + more) for more in (0, -1, 1)]
    likely = [words for words in _table() if words[0] == word[0]]
    whole = _names(words for words in likely if letters_otherwise(word, words, 1) <= 1)
    return whole or _names(
        words for words in likely if any(letters_otherwise(word, words[cut], 1) <= 1 for cut in around)
    )


def _names(spelled: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for words in spelled for name in _table()[words]))


def named(words: str) -> tuple[str, ...]:
    """Arabic names that stand in the table under these folded words; none where they do not."""
    return _table().get(words, ())


def is_known(word: str) -> bool:
    """Whether a folded Arabic word is a name of the table, with the article or without, or part of one."""
    return word.removeprefix("ال") in _arabic_words()


@lru_cache(maxsize=1)
def _arabic_words() -> frozenset[str]:
    names = (fold(name) for names in _table().values() for name in names)
    return frozenset(word.removeprefix("ال") for name in names for word in name.split())


def phrases() -> list[str]:
    """Names of the table of several words, the longest first."""
    return sorted((words for words in _table() if " " in words), key=len, reverse=True)


@lru_cache(maxsize=2000)
def spelled_out(word: str) -> tuple[frozenset[str], ...]:
    """Stems of what a folded Latin word may be in Arabic, a set for each Arabic word; none where it has no sense."""
    if not _WORD.fullmatch(word) or len(word) < SHORTEST:
        return ()
    if match := _SERVANT.fullmatch(word):
        return (frozenset({stem("عبد")}), _stems(match["name"]))
    if match := _OF_RELIGION.fullmatch(word):
        return (_stems(match["name"]), frozenset({stem("الدين")}))
    if match := _OF_GOD.fullmatch(word):
        return (_stems(match["name"]), frozenset({stem("الله")}))
    return (found,) if (found := _stems(word)) else ()


def _stems(word: str) -> frozenset[str]:
    names = [fold(name) for name in named(word)] or _spellings(_DOUBLE.sub(r"\1", word))
    found = {stem(form) for name in names for form in (name, f"ال{name}")}
    return frozenset(found - function_words())


def _spellings(word: str, shortest: int = SHORTEST) -> list[str]:
    """The likeliest Arabic spellings, folded: one letter after the other, dropping what has become unlikely."""
    found = [(0, "")]
    at = 0
    while at < len(word):
        letters, ways = _next(word, at)
        found = [(cost + n, done + way) for cost, done in found for n, way in enumerate(ways)]
        found = sorted(found)[:MOST]
        at += len(letters)
    bare = _bare(word) if _A_THEN_I.fullmatch(word) else ""
    return [name for _cost, name in found if len(name) >= shortest and not (bare and len(name) <= len(bare))]


def _next(word: str, at: int) -> tuple[str, list[str]]:
    """The letters from `at` on that are spelled together, and how."""
    for length in range(min(_LONGEST, len(word) - at), 0, -1):
        letters = word[at : at + length]
        tables = [_CONSONANTS, _VOWELS]
        if at == 0:
            tables.insert(0, _FIRST)
        if at + length == len(word):
            tables.insert(0, _LAST)
        for table in tables:
            if letters in table:
                return letters, ["" if way == "-" else way for way in table[letters].split()]
    return word[at], [""]


def _bare(word: str) -> str:
    """The consonants of a Latin word, as many letters as it has in Arabic with no vowel written."""
    return re.sub("[aeiou]+", "", re.sub("kh|gh|sh|th|dh|ch", "x", word))


def _named_nearly(word: str) -> tuple[str, ...]:
    """Names of the table that are said the same but spelled otherwise: «jumblat», «khameni»."""
    if not _WORD.fullmatch(word) or len(word) <= _TOO_SHORT_TO_SOUND:
        return ()
    return _by_sound().get(_sound(word)) or _by_sound().get(_sound(word.replace("e", "a")), ())


def _after_article(word: str) -> tuple[str, ...]:
    """Names of the table behind an article said as their first letter: «assadr»."""
    match = _ASSIMILATED.fullmatch(word)
    return named(match["name"]) if match else ()


def _sound(word: str) -> str:
    """How a Latin word is said, roughly: one letter for each vowel and consonant, whatever its spelling."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for words, names in _table().items():
        if " " not in words:
            sound = _sound(words)
            found[sound] = tuple(dict.fromkeys((*found.get(sound, ()), *names)))
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name, spellings in read_rows(DATA / "latin.tsv"):
        for words in spellings.split("|"):
            table[words] = (*table.get(words, ()), name)
    return table
