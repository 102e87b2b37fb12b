"""Small words, common nouns and the heads of noun phrases: what bounds a name in a sentence.

The lists themselves are `data/words.tsv`, `data/nouns.tsv`, `data/heads.tsv`, `data/titles.tsv`,
`data/countries.tsv`; every word here is folded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .normalize import fold

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens a noun phrase: an office (`kind` "person"), a body, a medium, a group."""

    kind: str
    gender: str
    number: int
    definite: bool = False
    title_class: str = ""


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
    return frozenset(row[0] for row in rows("nouns")) - given_names()


@cache
def given_names() -> frozenset[str]:
    """Words that are personal names whatever else they may be."""
    return frozenset(fold(row[0]).rstrip("?") for row in rows("person_names"))


@cache
def function_words() -> frozenset[str]:
    return words("preposition") | words("conjunction") | words("comp") | words("clitic_comp")


@cache
def is_function(word: str) -> bool:
    """Whether a word can be no part of a name: small words, also with a conjunction before them."""
    known = function_words()
    return word in known or (word[:1] in "وف" and word[1:] in known)


@cache
def is_time(word: str) -> bool:
    known = words("time")
    return word in known or (word[:1] == "و" and word[1:] in known)


@cache
def heads() -> dict[str, Head]:
    """Folded word -> Head, offices and bodies together, with and without the article."""
    found: dict[str, Head] = {}
    for row in rows("titles"):
        _add_title(found, row)
    for word, kind, gender, number, *_ in rows("heads"):
        bare, definite = fold(word), word.startswith("ال")
        found[bare] = Head(kind, gender, int(number), definite)
        if not definite and kind != "government" and bare not in ("كل", "بعض", "جميع", "كافه"):
            found.setdefault("ال" + bare, Head(kind, gender, int(number), True))
    return found


def _add_title(found: dict[str, Head], row: tuple[str, ...]) -> None:
    masculine, feminine, plurals, title_class = row[:4]
    for spellings, gender, number in ((masculine, "m", 1), (feminine, "f", 1), (plurals, "m", 3)):
        for spelling in spellings.split("|"):
            word = fold(spelling.rstrip("?"))
            if not word or " " in word:
                continue
            kind = "person" if number == 1 else "group"
            definite = word.startswith("ال")
            found.setdefault(word, Head(kind, gender, number, definite, title_class))
            found.setdefault("ال" + word, Head(kind, gender, number, True, title_class))
            if number == 1:
                _add_dual(found, word, gender, title_class)
            elif word.endswith("ون"):
                found.setdefault(word[:-2] + "ين", Head(kind, gender, number, definite, title_class))
                found.setdefault("ال" + word[:-2] + "ين", Head(kind, gender, number, True, title_class))


def _add_dual(found: dict[str, Head], word: str, gender: str, title_class: str) -> None:
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    for ending in ("ان", "ين"):
        for article in ("", "ال"):
            found.setdefault(article + stem + ending, Head("group", gender, 2, bool(article), title_class))


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
    found: dict[str, str] = {}
    for row in rows("countries"):
        if len(row) < 5:
            continue
        state = row[1].split("|")[0].rstrip("?")
        for spelling in filter(None, row[3].split("|")):
            stem = fold(spelling.rstrip("?"))
            for ending in ("", "ه", "ين", "ون", "ان", "ات"):
                found.setdefault(stem + ending, state)
                found.setdefault("ال" + stem + ending, state)
        for spelling in filter(None, row[4].split("|")):
            word = fold(spelling.rstrip("?"))
            found.setdefault(word, state)
            found.setdefault("ال" + word, state)
    return found
