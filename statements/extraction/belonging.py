"""Whether words are said at an occasion told near them: at another time, after the talks, to a medium, for a body."""

from __future__ import annotations

import itertools

from .identity import Member
from .normalize import fold
from .occasion_nouns import AFTER, noun_type
from .occasions import Occasion
from .segment import Document
from .subjects import Attribution
from .vocabulary import folded, is_verb


def is_told_earlier(doc: Document, found: Attribution) -> bool:
    """«وكان فلان قد أعلن»: words of another time, at no occasion told here."""
    at, first = found.clause.at, found.clause.sentence[0]
    opening = doc.words[first : first + 2]
    return (
        bool(_HAD & set(opening))
        or "قد" in doc.words[max(first, at - 2) : at]
        or _at_another_time(doc.words[first : min(found.clause.start, first + 40)])
    )


_HAD = folded("وكان وكانت كان كانت سبق وسبق")
_PAST = folded("الماضي الماضية الفائت الفائتة المنصرم المنصرمة")
_UNITS = folded("العام الأسبوع الشهر السنة والعام والأسبوع والشهر والسنة الاسبوع")
_TIMES = _PAST | {"سابق"}


def _at_another_time(words: list[str]) -> bool:
    """«في وقت سابق», «الشهر الماضي»: what is told is no part of the occasion of the day."""
    if _TIMES.isdisjoint(words):
        return False
    return any(
        (one in _UNITS and two in _PAST) or (one == "وقت" and two == "سابق")
        for one, two in itertools.pairwise(words)
    )


def is_after_talks(doc: Document, found: Attribution) -> bool:
    """«قال فلان بعد محادثات مع»: said when the meeting was over."""
    first, limit = found.clause.sentence[0], found.clause.start
    return any(
        doc.words[i] in AFTER and noun_type(doc.words[i + 1])[0] == "meeting" for i in range(first, limit - 1)
    )


LEAD = 3  # sentences in which a state stands for its ministry or spokesman


def speaks_through(speaker: Member, occasion: Occasion) -> bool:
    """«أعلنت أرخانيا»: by the statement or to the press of its ministry, minister or spokesman."""
    if occasion.type not in ("statement", "press_conference"):
        return False
    own = [frozenset(["@" + speaker.country])] if speaker.country else []
    if speaker.kind == "organization":
        own += [words - _BODIES for words in speaker.words]
    theirs = [
        words
        for m in occasion.participants
        if m not in occasion.hearers
        for words in [*m.words, *(w for _, w in m.offices)]
    ]
    return any(mine and mine <= words and _states(words) <= _states(mine) for mine in own for words in theirs)


def _states(words: frozenset[str]) -> set[str]:
    """«سفير أرخانيا في تلبان» stands for one of the two only: none is told apart here."""
    return {w for w in words if w.startswith("@")}


_BODIES = folded("وزارة الوزارة")
_SPOKESMEN = folded("متحدث متحدثة ناطق ناطقة مصدر بيان المتحدث الناطق")


def speaks_for_others(member: Member) -> bool:
    """Whether an actor tells of what others did: a body, a source, a spokesman."""
    return member.kind != "person" or any(set(fold(t).split()) & _SPOKESMEN for t in member.titles)


def is_to_medium(found: Attribution, occasion: Occasion | None = None) -> bool:
    """Words to a medium are none of the talks that their speaker came from, if it did not take part in them."""
    media = [m for m in found.addressees if m.kind == "agency"]
    return bool(media) and not (occasion and any(m in occasion.participants for m in media))


def is_one_sided(doc: Document, occasion: Occasion) -> bool:
    """Talks of which no other side is told: a topic, not the occasion of what is said."""
    word = doc.words[occasion.at]
    by_noun = occasion.type == "meeting" and not is_verb(word) and not word.endswith(("ه", "ها", "هما"))
    with_others = "مع" in doc.words[occasion.at + 1 : occasion.at + 4]
    return by_noun and len(occasion.participants) < 2 and not with_others
