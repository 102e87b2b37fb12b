"""Prepositional phrases inside a noun phrase: «مصدر في الشرطة», «سفير أرخانيا لدى الاتحاد», «المتحدث باسم»."""

from __future__ import annotations

from .known import bare_word
from .segment import WORD, Document
from .vocabulary import (
    NO_HEAD,
    country_starts,
    folded,
    heads,
    is_function,
    is_time,
    known_starts,
    nouns,
    words,
)

_IN_NAME_OF = folded("باسم باسمه باسمها باسمهم باسمهما")
PHRASE_PREPOSITIONS = folded("في من الي عن لدي لشوون علي") | _IN_NAME_OF


_PLACE_HEADS = folded(
    "مصدر مصادر مسوول مسيول مسوولون مسيولون عضو عدد مجموعه وفد اعضاء خبير قيادي القيادي المسوول المسيول مشرعون نواب احد عضوه بعض كل جميع كثير الكثير العديد نايب المصادر المصدر مسوولين مسيولين خبراء محلل استاذ مدير باحث رييس السفير سفير موفد الموفد مبعوث دبلوماسيون دبلوماسيين الدبلوماسيون مسوولان مصدران ناشطون نشطاء محللون مراقبون باحثون معلق المعلق معلقه سفيره سفراء السفيره مندوب المندوب مبعوث المبعوث ممثل الممثل موفد متحدث متحدثه المتحدث المتحدثه الناطق مراسل مراسله المبعوثه منسق الامين رييسه وسايل"
)


_SPOKESMEN = folded(
    "متحدث متحدثة المتحدث المتحدثة ناطق ناطقة الناطق الناطقة متحدثون متحدثين المتحدثون المتحدثين ناطقون ناطقين رسمي الرسمي الرسمية"
)


def prepositional(doc: Document, head: int, j: int, limit: int) -> int:
    word, after = doc.words[j], doc.words[j + 1] if j + 1 < limit else ""
    first = bare_word(doc.words[head])
    if word in _IN_NAME_OF:
        return int(any(bare_word(w) in _SPOKESMEN for w in doc.words[head:j]))
    if not after or doc.kinds[j + 1] != WORD or is_time(after):
        return 0
    if word == "لدي":
        return int(
            after.startswith("ال") or after in heads() or after in country_starts() or after in known_starts()
        )
    if word == "لشوون":
        return 1
    if first not in _PLACE_HEADS and doc.words[head] not in _PLACE_HEADS:
        if word == "في" and heads().get(first, NO_HEAD).kind in ("group", "organization") and _is_body(after):
            return 1
        return (
            2
            if word == "في"
            and after in country_starts()
            and heads().get(first, None)
            and heads()[first].kind not in ("person", "group")
            else 0
        )
    if word == "في":
        return 0 if after in words("occasion") or is_function(after) else 1 + _is_place(after)
    if word == "من":
        if first in _SOURCES and (after in heads() or after in country_starts() or after in known_starts()):
            return 1
        return int(
            first
            in (
                "مصدر",
                "مصادر",
                "عضو",
                "عدد",
                "مجموعه",
                "اعضاء",
                "بعض",
                "كثير",
                "الكثير",
                "العديد",
                "كل",
                "احد",
            )
        )
    if word == "الي":
        return 1 if after in country_starts() else 0
    if word == "عن":
        return int(first in ("نايب", "المسوول", "مسوول", "المسيول", "مسيول", "ممثل"))
    return 1 if word == "علي" and first in ("مسوول", "المسوول", "مشرف") else 0


def _is_body(word: str) -> bool:
    """«فصائل في المعارضة», «دائرة الاتصال في الرئاسة»: a group or a body of a larger body."""
    return heads().get(word, NO_HEAD).kind == "organization"


_SOURCES = folded(
    "مسؤول مسؤولون مسؤولين مسؤولة دبلوماسيون دبلوماسيين دبلوماسي خبراء نواب قياديون وزراء وزيران"
)


def _is_place(word: str) -> bool:
    """«مسؤول في ميونيخ»: what stands after «في» and is no common word is where the office works."""
    return not (word.startswith("ال") or word in heads() or word in nouns())
