"""Words that stand alone where a name might and are none: «المحتشدون», «منظمو الحملة», «ليجدوا», «بشطب الحزب»."""

from __future__ import annotations

from .segment import WORD, Document
from .vocabulary import (
    country_starts,
    demonyms,
    folded,
    given_names,
    heads,
    is_function,
    is_verb,
    looks_verbal_noun,
    nouns,
)


def is_people(word: str) -> bool:
    """«الفلسطينيين», «المصريون»: the people of a state."""
    return word in demonyms() and word.startswith("ال") and word.endswith(("ين", "ون")) and len(word) > 6


def is_plural_participle(doc: Document, i: int) -> bool:
    """«المحتشدون», «منظمو الحملة»: people by what they do, in a word that no list has."""
    word = doc.words[i]
    if word.startswith("ال"):
        return len(word) > 6 and word.endswith(("ون", "ين"))
    after = _after(doc, i)
    owner = after.startswith("ال") or after in nouns() or after in heads()
    return word[:1] == "م" and word.endswith("و") and len(word) > 4 and owner


def opens_no_name(doc: Document, i: int) -> bool:
    """«عادوا ليجدوا», «يطالب بشطب الحزب»: a verb, or a verbal noun behind its preposition."""
    word = doc.words[i]
    if word.endswith("وا") and len(word) > 4:
        return True
    if word.startswith("كال"):
        return True  # «كالتالي»
    return word[:1] in "بلك" and len(word) > 3 and _after(doc, i).startswith("ال")


def cannot_speak(doc: Document, i: int) -> bool:
    """«لتعيين», «منهما», «معللا», «معقلا», «تعتمد»: no word that a noun phrase at the place of a subject opens with."""
    word = doc.words[i]
    if word in nouns() or word in given_names() or word in country_starts():
        return False
    if word[:1] == "ب" or (word[:1] == "ل" and (word.startswith("لل") or _is_listed(word[1:]))):
        return True
    if word.endswith("ا") and not word.endswith(("ها", "هما")) and word[:-1] in nouns():
        return True
    return _stands_with_pronoun(word) or (doc.depth[i] == 0 and is_verb(word) and not word.startswith("م"))


def _stands_with_pronoun(word: str) -> bool:
    """«لديهم», «ضدهم», «كونه»: a small word with a pronoun."""
    stems = (word.removesuffix(ending) for ending in _PRONOUNS if word.endswith(ending))
    return any(
        is_function(stem) or is_function(stem.removesuffix("ي") + "ى") or stem in _SMALL for stem in stems
    )


_PRONOUNS = ("هما", "هم", "ها", "ه", "نا", "كم")
_SMALL = folded("كون لدي إلي علي")


def _is_listed(word: str) -> bool:
    return word in nouns() or word in heads() or is_function(word) or looks_verbal_noun(word)


def _after(doc: Document, i: int) -> str:
    """The next word, "" where the next token is none."""
    return doc.words[i + 1] if i + 1 < len(doc) and doc.kinds[i + 1] == WORD else ""
