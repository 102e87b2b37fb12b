"""Names that any state's or town's body may have: «الحكومة», «وزارة الصحة», «الصحيفة». No database.

Alone they are nobody in particular; with a state or place beside them («وزارة الصحة الفلسطينية») they are.
"""

from functools import cache

from statements.countries import country_of
from statements.extraction.lexicon_tables import body_nouns, countries, group_nouns, media_nouns
from statements.extraction.normalize import fold

# First words of bodies that every state has one of, with what may follow and still says nothing of whose it is.
_OF_EVERY_STATE = {
    "وزارة": None,  # whatever its field
    "مجلس": "الوزراء النواب الشعب الشورى الشيوخ الأمة القضاء الدولة",
    "رئاسة": "الجمهورية الوزراء الحكومة الأركان",
    "النيابة": "العامة",
    "القوات": "المسلحة البحرية الجوية",
    "السلطات": "المحلية الأمنية",
    "المحكمة": "العليا الدستورية",
    "وسائل": "الإعلام إعلام",
    "أجهزة": "الأمن",
    "قوات": "الأمن",
}
# Nouns of bodies that one state alone has, or that are a medium's name.
_ONES = frozenset(
    map(
        fold,
        [
            "الكونغرس",
            "الكونجرس",
            "البنتاغون",
            "البنتاجون",
            "الكنيست",
            "الكرملين",
            "الدوما",
            "الوفد",
            "الجمهورية",
            "الاحتلال",
        ],
    )
)
_OCCUPATION = frozenset(map(fold, ("الاحتلال", "الكيان", "غزة")))
_MOST = 4  # words: a longer name tells more


def is_generic(kind: str, name: str) -> bool:
    """Whether what is called no more than this (its `kind` as Actor.Kind) may be any of many."""
    words = fold(name).split()
    if words and words[0][0].isdigit() and kind != "agency":
        return True  # «20 دولة», «65% من المشاركين»: others the next time
    if kind not in ("organization", "agency") or not words or len(words) > _MOST:
        return False
    if len(words) == 1:
        return words[0] not in _ONES and any(
            words[0] in nouns() for nouns in (body_nouns, media_nouns, group_nouns)
        )
    following = _following()
    if words[0] not in following or country_of(kind, [name]) or any(map(_names_a_state, words)):
        return False
    if following[words[0]] is None:  # «وزارة خارجية ذورين» tells whose it is
        return all(word.startswith(("ال", "وال")) for word in words[1:])
    return set(words[1:]) <= following[words[0]]


def _names_a_state(word: str) -> bool:
    return (
        word in _OCCUPATION or word in countries() or word.removeprefix("ب").removeprefix("ل") in countries()
    )


@cache
def _following() -> dict[str, frozenset[str] | None]:
    return {
        fold(first): None if more is None else frozenset(fold(more).split())
        for first, more in _OF_EVERY_STATE.items()
    }
