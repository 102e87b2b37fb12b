"""Which medium of the lexicon an article means: «مراسل الميادين في غزة», «صحيفة الواشنطن بوست الأميركية». No database.

A correspondent without a name of his own is the voice of his medium, and its spelling varies.
"""

from functools import cache, lru_cache

from statements.actors.bones import bones
from statements.extraction.lexicon_entries import Medium
from statements.extraction.lexicon_tables import all_media, demonyms, media, media_nouns
from statements.extraction.normalize import fold
from statements.extraction.vocabulary import folded

_VOICES = folded("مراسل مراسلة مراسلو مراسلي موفد موفدة مندوب مندوبة")
_SAY_NOTHING = folded("الفضائية التلفزيونية الإخبارية الإلكتروني الصادرة اليومية الخاصة للأنباء")
_SHORTEST = 4  # letters of a name in its bones: «الخبر» and «الأخبار» have 3 and are two newspapers
_TWO = frozenset({"newspaper", "channel"})
_PRESS = tuple(map(fold, ("وسائل الإعلام", "الوسائل الإعلامية", "الإعلام", "وسائل إعلام", "إعلام")))


@lru_cache(maxsize=1 << 14)  # names come again and again
def known_medium(name: str) -> Medium | None:
    """The medium that the folded name means, with nouns and correspondents before it and adjectives behind it."""
    words = name.split()
    at = 1 if words and words[0] in _VOICES else 0
    sort = ""
    while at < len(words):
        for end in range(len(words), at, -1):
            found = _called(words[at:end])
            if found and _says_nothing(words[end:], found, is_voice=words[0] in _VOICES):
                return found if may_be(sort, found.sort) else None
        if words[at] not in media_nouns():
            return None
        sort = sort or media_nouns()[words[at]].sort
        at += 1
    return None


def may_be(sort: str, other: str) -> bool:
    """Whether a medium of one sort may be of the other: «النهار» is a newspaper, «قناة النهار» another's channel."""
    return not {sort, other} >= _TWO


def _called(words: list[str]) -> Medium | None:
    return media().get(" ".join(words)) or _spelled().get(_key(words))


def _says_nothing(rest: list[str], medium: Medium, *, is_voice: bool) -> bool:
    """Whether what follows the name leaves it the same medium; where a correspondent stands does."""
    if rest and is_voice and (rest[0] == "في" or rest[0].startswith("ل")):
        return True
    return all(word in _SAY_NOTHING or _is_of(medium.country, word) for word in rest)


def _is_of(country: str, word: str) -> bool:
    told = demonyms().get(word)
    return bool(told and told.country.code == country)


@cache
def _spelled() -> dict[str, Medium | None]:
    """Media by their names in any spelling; None where two would be one."""
    found: dict[str, Medium | None] = {}
    for medium in all_media():
        for name in medium.names:
            key = _key(fold(name).split())
            found[key] = medium if found.get(key, medium) is medium else None
    return {key: medium for key, medium in found.items() if len(key) >= _SHORTEST}


def _key(words: list[str]) -> str:
    return "".join(map(bones, words))


def press_names(name: str) -> list[str]:
    """The other names of a state's media together, as one folded name calls them: «الإعلام الإسرائيلي»."""
    noun, _, adjective = name.rpartition(" ")
    told = demonyms().get(adjective)
    if noun not in _PRESS or not told:
        return []
    adjectives = [word for word, other in demonyms().items() if other.country is told.country]
    return [f"{noun} {word}" for noun in _PRESS for word in adjectives]
