"""Whose an actor is: the state that its office, name or medium tells, as an ISO 3166 code. No database.

«وزير الخارجية الإيراني» → IR, «وسائل إعلام إسرائيلية» → IL; where nothing tells it, the code is empty.
"""

from collections.abc import Iterable
from functools import cache

from babel import Locale
from django.utils.translation import get_language

from statements.extraction.lexicon_entries import Country
from statements.extraction.lexicon_tables import all_countries, bodies, countries, demonyms, media
from statements.extraction.normalize import fold

# What follows says where or about what he works, not for whom: السفير الأميركي لدى العراق.
_ELSEWHERE = frozenset(map(fold, ("في", "إلى", "لدى", "على", "مع", "عن", "من", "ضد", "بشأن", "حول", "بين")))
_LONGEST = 4  # words of a state's name
_OF = "ل"


def choices() -> list[tuple[str, str]]:
    """(code, name in the language of the page) of every state, by name."""
    if get_language() == "ar":
        return list(names().items())
    english = Locale("en").territories
    return sorted(((code, english.get(code, code)) for code in names()), key=lambda pair: pair[1])


@cache
def names() -> dict[str, str]:
    """Code → Arabic name of every state that the lexicon knows, in the order of the names."""
    return dict(sorted(((one.code, one.name) for one in all_countries()), key=lambda pair: pair[1]))


def coded(typed: str) -> str:
    """The code of the state that is typed as its code or by any of its names («إيران», «طهران», «Iran»), or ""."""
    code = typed.strip().upper()
    state = countries().get(fold(typed).strip())
    return code if code in names() else state.code if state else _in_english().get(code, "")


@cache
def _in_english() -> dict[str, str]:
    """Capital letters of the English name → code."""
    territories = Locale("en").territories
    return {territories[code].upper(): code for code in names() if code in territories}


def country_of(kind: str, called: Iterable[str], offices: Iterable[str] = ()) -> str:
    """The state of an actor of `kind` (Actor.Kind) that is `called` so and holds `offices`, or "".

    A person's name tells nothing: «السوداني» may be anybody's surname.
    """
    called = list(called)
    if kind == "country":
        return next((state.code for name in called if (state := countries().get(fold(name)))), "")
    for table in (media(), bodies()) if kind != "person" else ():
        for name in called:
            if (known := table.get(fold(name))) and known.country in names():
                return known.country
    phrases = offices if kind == "person" else called
    return next((code for phrase in phrases if (code := _told_by(phrase))), "")


def _told_by(phrase: str) -> str:
    """The state whose name or adjective comes first in the phrase, before it turns elsewhere."""
    words = fold(phrase).split()
    for at, word in enumerate(words):
        if word in _ELSEWHERE:
            return ""
        if code := _named(words, at) or _adjective(word):
            return code
    return ""


def _named(words: list[str], at: int) -> str:
    first = words[at]
    for beginning in (first, first.removeprefix(_OF)):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            state = countries().get(" ".join([beginning, *words[at + 1 : at + size]]))
            if state and not state.homonym:
                return state.code
    return ""


def _adjective(word: str) -> str:
    """Of one: «اللاجئون الفلسطينيون» do not make a body Palestinian, nor is «المالية» of Mali."""
    told = demonyms().get(word)
    if not told or told.homonym or told.number != "s":
        return ""
    return "" if told.gender == "f" and _is_word_besides(told.country) else told.country.code


def _is_word_besides(state: Country) -> bool:
    return countries()[fold(state.name)].homonym
