"""Whom a noun phrase means among the actors met so far.

Names meet by their words («ظريف» is «محمد جواد ظريف»), offices by their head and field
(«الوزير», «رئيس الدبلوماسية الروسية»), states by any name, capital or government, and
«المصدر نفسه», «الوزارة», «البيان» by the last actor they can point to.
"""

from __future__ import annotations

from .holders import find_holder, named_later
from .identity import Member, agrees, key, office_fits, rough, same_body, same_name
from .known import Party
from .name_words import is_ever_name
from .roster import DOCUMENTS, Roster
from .vocabulary import folded

_SAME = folded("نفسه ذاته نفسها ذاتها أنفسهم المذكور المذكورة عينه")
_NOBODY = frozenset(("مصدر", "مصادر", "مسوول", "مسوولون", "خبراء"))
_NEXT_SENTENCE = 60  # tokens between an office told without a name and the name


def find_member(cast: Roster, party: Party, gender: str, speaking: bool) -> Member | None:
    """The actor met before that `party` names or points to; `speaking` where it is the subject of a cue."""
    if party.country:
        return cast.states.get(party.country)
    if party.kind == "person" and party.name:
        return _by_name(cast, party, gender, speaking)
    if party.kind == "person":
        return find_holder(cast, party, speaking)
    if party.kind == "unnamed":
        if party.number == 1 and (holder := named_later(cast, party, speaking)):
            return holder
        return _unnamed(cast, party, gender)
    return _body(cast, party)


def _by_name(cast: Roster, party: Party, gender: str, speaking: bool) -> Member | None:
    words = cast.words_of(*party.name)
    last = key(cast.doc.words[party.name[1] - 1])
    fitting = [
        m
        for m in cast.near(words) or cast.near(map(rough, words))
        if m.words
        and (m.kind == "person" or (m.kind == "unnamed" and any(words & w for w in m.words)))
        and any(same_name(words, w) for w in m.words)
    ]
    best = max(fitting, key=lambda m: (any(m.ends_with(last) for _ in (0,)), m.last), default=None)
    if best:
        return best
    return _named_at_last(cast, party, gender, speaking)


def _named_at_last(cast: Roster, party: Party, gender: str, speaking: bool) -> Member | None:
    """«متحدثة باسم الوزارة» and in the next sentence her name."""
    for title in party.titles:
        office = cast.office_of(*title)
        for member in reversed(cast.near((), office[0])):
            if (
                member.kind == "unnamed"
                and not member.heads & _NOBODY
                and any(office_fits(office, known) for known in member.offices)
            ):
                return member
    last = cast.spoke[-1] if cast.spoke else None
    if last is None or last.kind != "unnamed" or last.number != 1 or "مصدر" in last.heads:
        return None
    if party.titles:
        office = cast.office_of(*party.titles[0])
        return last if any(office_fits(office, known) for known in last.offices) else None
    if gender and last.gender and gender != last.gender:
        return None
    full = party.name[1] - party.name[0] > 1
    word = cast.doc.words[party.name[0]]
    if last.heads & {"متحدث", "متحدثه", "ناطق", "ناطقه"} and (
        full or not word.startswith("ال") or is_ever_name(word)
    ):
        return last
    near = 0 <= last.last < party.first <= last.last + _NEXT_SENTENCE
    return last if speaking and full and near and last.offices and not last.heads & _NOBODY else None


def _unnamed(cast: Roster, party: Party, gender: str) -> Member | None:
    words = cast.words_of(party.first, party.end) - {key(w) for w in _SAME}
    bare = key(party.head)
    for member in reversed(cast.near(words, bare)):
        if bare in member.heads and party.definite:
            if words <= frozenset().union(*member.words, *[w for _, w in member.offices], {bare}):
                return member
        elif member.kind == "unnamed" and words in member.words:
            return member
    if party.definite:
        if party.head in DOCUMENTS:
            return cast.issuer or next((m for m in reversed(cast.spoke) if m.kind != "agency"), None)
        if party.head in DOCUMENTS or len(words) == 1:
            for member in reversed(cast.near(words, bare)):
                if bare in member.heads:
                    return member
            if bare in ("مصدر", "مصادر"):
                kin = next((m for m in reversed(cast.near(words, bare)) if m.heads & {"مصدر", "مصادر"}), None)
                return kin or _last_speaker(cast, gender)
            return _last_speaker(cast, gender)
    return None


def _last_speaker(cast: Roster, gender: str) -> Member | None:
    last = cast.spoke[-1] if cast.spoke else None
    return last if last and agrees(last, gender, 0) else None


def _body(cast: Roster, party: Party) -> Member | None:
    words = cast.words_of(*(party.name or (party.first, party.end)))
    words -= {key(w) for w in _SAME}
    bare = key(party.head)
    if party.head in DOCUMENTS:
        return cast.issuer or next((m for m in reversed(cast.spoke) if m.kind != "agency"), None)
    if party.definite and words <= _FIELDS and (ministry := _ministry(cast, words)):
        return ministry
    for member in reversed(cast.near(words, bare)):
        if member.kind == "person":
            continue
        if member.kind == "country" and not (party.definite and len(words) == 1 and bare in member.heads):
            continue
        if words in member.words:
            return member
        if member.kind != "unnamed" and any(
            same_body(words, known) and not _is_part(words, known) for known in member.words
        ):
            return member
        if party.definite and len(words) == 1 and bare in member.heads:
            return member
    if party.kind == "agency" and party.definite and len(words) == 1:
        return next((m for m in reversed(cast.members) if m.kind == "agency"), None)
    return None


def _ministry(cast: Roster, field: frozenset[str]) -> Member | None:
    """«الخارجية» alone: the one ministry of the field told of so far; None where there are several."""
    found = [
        m
        for m in cast.near(field)
        if m.kind == "organization" and any(field <= w and w & _MINISTRY for w in m.words)
    ]
    return found[0] if len(found) == 1 else None


_PARTS = frozenset(
    map(
        key,
        folded("بعثة مكتب مجلس لجنة مفوضية وفد سفارة قيادة مقر هيئة وزارة إدارة محكمة جيش شرطة برلمان رئاسة"),
    )
)


def _is_part(words: frozenset[str], known: frozenset[str]) -> bool:
    """«الأمم المتحدة» is not «بعثة الأمم المتحدة»; «الخارجية» is «وزارة الخارجية»."""
    apart = (words ^ known) & _PARTS
    return bool(apart) and not (apart == _MINISTRY and words & known & _FIELDS)


_MINISTRY = frozenset((key("وزاره"),))
_FIELDS = frozenset(map(key, folded("الخارجية الداخلية الدفاع العدل المالية الصحة الخزانة")))
