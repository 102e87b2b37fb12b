"""Small words, common nouns and the heads of noun phrases: what bounds a name in a sentence.

The lists themselves are `data/words.tsv`, `data/nouns.tsv`, `data/heads.tsv`, `data/titles.tsv`,
`data/countries.tsv`; every word here is folded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from . import lexicon_tables as tables
from .normalize import fold
from .per_word import per_word

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens a noun phrase: an office (`kind` "person"), a body, a medium, a group."""

    kind: str
    gender: str
    number: int
    definite: bool = False
    title_class: str = ""


NO_HEAD = Head("", "", 0)  # of a word that opens no noun phrase


def folded(text: str) -> frozenset[str]:
    """The words of `text`, folded: a small set of words written as one line."""
    return frozenset(map(fold, text.split()))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of data/<name>.tsv below its heading, comments left out; () where there is no such file."""
    path = DATA / f"{name}.tsv"
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    return tuple(found[1:])


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of one class of data/words.tsv."""
    return frozenset(fold(w) for row in rows("words") if row[0] == name for w in row[1].split())


@cache
def nouns() -> frozenset[str]:
    """Common nouns and adjectives, without the article."""
    letters = frozenset(
        word
        for word in tables.event_nouns()
        if " " not in word and tables.event_nouns()[word].type == "message"
    )
    return (frozenset(row[0] for row in rows("nouns")) | letters) - sure_names()


@cache
def mute_nouns() -> frozenset[str]:
    """Nouns, without the article, of things that never speak."""
    return frozenset(row[0] for row in rows("mute_nouns"))


@cache
def given_names() -> frozenset[str]:
    """Words that are personal names, those left out that are small words besides (أمام)."""
    return frozenset(fold(row[0].rstrip("?")) for row in rows("person_names")) - function_words()


@cache
def sure_names() -> frozenset[str]:
    """Words that are personal names and nothing else."""
    return (
        frozenset(fold(row[0]) for row in rows("person_names") if not row[0].endswith("?")) - function_words()
    )


@cache
def known_names() -> dict[tuple[str, ...], tuple[str, str]]:
    """Media and bodies by their folded words -> (kind, usual name); names that are common words left out."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for kind, entries in (
        ("agency", tables.media()),
        ("organization", tables.bodies()),
    ):
        for words_, entry in entries.items():
            if not entry.homonym:
                found.setdefault(tuple(words_.replace(".", " ").split()), (kind, entry.name))
    return found


@lru_cache(maxsize=1 << 15)
def is_medium(words_: tuple[str, ...]) -> bool:
    """Whether folded words name a medium, common words too («الوطن»): for quoted and addressed names."""
    return " ".join(words_) in tables.media()


@cache
def known_starts() -> dict[str, int]:
    """First word of a known name -> the most words such a name has."""
    found: dict[str, int] = {}
    for name in known_names():
        found[name[0]] = max(found.get(name[0], 0), len(name))
    return found


@cache
def function_words() -> frozenset[str]:
    return words("preposition") | words("conjunction") | words("comp") | words("clitic_comp")


@per_word
def is_function(word: str) -> bool:
    """Whether a word can be no part of a name: small words, also with a conjunction before them."""
    known = function_words()
    return word in known or (word[:1] in "وف" and len(word) > 2 and word[1:] in known)


@per_word
def is_time(word: str) -> bool:
    known = words("time")
    return word in known or (word[:1] == "و" and word[1:] in known)


@cache
def heads() -> dict[str, Head]:
    """Folded word -> Head, offices and bodies together, with and without the article."""
    found: dict[str, Head] = {}
    _add_titles(found)
    for word, kind, gender, number, *_ in rows("heads"):
        bare, definite = fold(word), word.startswith("ال")
        if not (bare in found and kind == "unnamed" and definite):
            found[bare] = Head(kind, gender, int(number), definite)
        if not definite and bare not in ("كل", "بعض", "جميع", "كافه"):
            found.setdefault("ال" + bare, Head(kind, gender, int(number), True))
    _add_nouns(found)
    return found


def _add_nouns(found: dict[str, Head]) -> None:
    """Nouns of bodies, media, groups and unnamed sources in every form; the rows above know better."""
    numbers = {"s": 1, "d": 2, "p": 3}
    for word, noun in tables.body_nouns().items():
        if not noun.owned:
            kind = "government" if noun.kind == "country" else noun.kind
            found.setdefault(word, Head(kind, noun.gender, numbers[noun.number], noun.definite))
    for word, noun in tables.media_nouns().items():
        if not noun.needs and " " not in word:
            found.setdefault(word, Head("agency", "f", 1, word.startswith("ال")))
    for word, noun in tables.group_nouns().items():
        found.setdefault(word, Head("group", "m", 3, noun.definite))
    for word, noun in tables.unnamed_nouns().items():
        found.setdefault(word, Head("unnamed", noun.gender, numbers[noun.number], noun.definite))


def _add_titles(found: dict[str, Head]) -> None:
    """Offices of the lexicon in every form; «نظيره» with its owner too."""
    for word, title in tables.titles().items():
        if " " in word or (title.homonym and not title.definite):
            continue
        number = {"s": 1, "d": 2, "p": 3}[title.number]
        kind = "person" if number == 1 else "group"
        found.setdefault(word, Head(kind, title.gender, number, title.definite, title.kind))


@cache
def long_titles() -> dict[str, int]:
    """First word of an office of several words -> the most words one has («خادم الحرمين الشريفين»)."""
    found: dict[str, int] = {}
    for phrase in tables.titles():
        size = phrase.count(" ") + 1
        if size > 1:
            first = phrase.split()[0]
            found[first] = max(found.get(first, 0), size)
    return found


@per_word
def is_verb(word: str) -> bool:
    """Whether a folded word is a verb of the news corpus, with or without «و», «ف», «س»."""
    return _is_bare_verb(word) or (word[:1] in ("و", "ف") and _is_bare_verb(word[1:]))


def _is_bare_verb(word: str) -> bool:
    past = _verbs("past")
    if word in past or (word.endswith("ت") and (word[:-1] in past or word[:-1] + "ي" in past)):
        return True
    stem = word[1:] if word.startswith("س") else word
    if not stem.startswith(("ي", "ت", "ن")):
        return False
    present = _verbs("present")
    return stem[1:] in present or (stem[0] != "ن" and stem.endswith(("ون", "ان")) and stem[1:-2] in present)


@cache
def _verbs(tense: str) -> frozenset[str]:
    return frozenset(row[1] for row in rows("verbs") if row[0] == tense and row[1] not in given_names())


_MASDAR = re.compile(
    r"(?:است\w{1,2}ا\w|ا[نت]?\w{2,3}ا[ء-ي]|ا\w{1,2}ا[ء-ي]|ت\w{2}ي\w|م\w{2,3}ا?\w?ه|ا\w{2}اء)"
)


@per_word
def looks_verbal_noun(word: str) -> bool:
    """Whether a word has the shape of a verbal noun (استدعاء, إجراء, تعزيز) and is no name."""
    if word.startswith("ال") and not (word.startswith("الت") and len(word) in (6, 7) and word[-2] == "ا"):
        return False
    return bool(_MASDAR.fullmatch(word)) and word not in given_names() and word not in country_starts()


@cache
def countries() -> dict[tuple[str, ...], str]:
    """Folded names and capitals of states, as tuples of words -> the state's usual name."""
    found: dict[tuple[str, ...], str] = {}
    for row in rows("countries"):
        if len(row) < 3:
            continue
        names = [n.rstrip("?") for n in row[1].split("|")]
        for name in names + [c for c in row[2].split("|") if c and not c.endswith("?")]:
            found.setdefault(tuple(fold(name).split()), names[0])
    return found


@cache
def country_starts() -> dict[str, int]:
    """First word of a state's name -> the most words such a name has."""
    found: dict[str, int] = {}
    for name in countries():
        found[name[0]] = max(found.get(name[0], 0), len(name))
    return found


@cache
def demonyms() -> dict[str, str]:
    """Adjectives of states in every form, with and without the article -> the state's name."""
    return {
        word: demonym.country.name
        for word, demonym in tables.demonyms().items()
        if not (demonym.homonym and not demonym.definite)
    }
