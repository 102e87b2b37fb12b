"""Whom words are turned to besides the object of telling: «الشكر للشعب», «كتب إلى», «رد على», «مخاطبا»."""

from __future__ import annotations

from dataclasses import replace

from .clauses import Clause
from .cues import MASDAR, PARTICIPLE
from .honorifics import brings
from .known import Party
from .letters import IN_IT
from .mentions import parse_parties, parse_party
from .segment import CLOSE, COMMA, OPEN, WORD, Document
from .speech_nouns import is_speech_noun
from .vocabulary import country_starts, demonyms, folded, given_names, heads, is_time, known_starts

_FEELINGS = folded(
    "شكره شكرها الشكر شكرا تعازيه تعازيها التعازي تعازي تهانيه تهانيها التهاني تهنئته تهنئتها التهنئة تهنئة تحياته التحية امتنانه امتنانها اعتذاره اعتذارها احتجاجا رسالة نداء دعوة انتقادات انتقادا تحذيرا التحية خالص جزيل عميق بالغ"
)

_TURNING = {
    "كتب": ("الي",),
    "توجه": ("الي",),
    "رد": ("علي",),
    "اقترح": ("علي",),
    "عرض": ("علي",),
}
_FACING = folded("مخاطبا مخاطبة")
_LETTERS = folded(
    "كلمة رسالة برسالة رسالتين برسالتين رسالتي برسالتي برقية ببرقية برقيتي ببرقيتي برقيتين ببرقيتين نداء خطابا مذكرة بمذكرة كتابا بخطاب الرسالة البرقية"
)
_TURNED = folded("توجه توجهت وتوجه وتوجهت")


def find_thanked(doc: Document, clause: Clause) -> list[Party]:
    """«أعرب عن شكره للحكومة على», «قدم احتجاجا إلى الدولة»: whom a feeling or message is for."""
    if clause.thanked:
        first, limit = clause.thanked
        first += doc.words[first] == "الي"
        return [_no_medium(doc, p, limit) for p in parse_parties(doc, first, limit)]
    first = clause.content[0][0] if clause.content else len(doc)
    if first >= len(doc) or first < clause.at or not _is_for_somebody(doc.words[first]):
        return []
    end = clause.content[-1][1]
    for i in range(first + 1, min(end, first + 5)):
        word = doc.words[i]
        if word == "الي" or is_dative(doc, i, end):
            return [_no_medium(doc, p, end) for p in parse_parties(doc, i + (word in ("الي", "ل")), end)]
        if word in ("علي", "ان", "عن", "ل"):
            return []
    return []


def _is_for_somebody(word: str) -> bool:
    """«شكره», «بالتهنئة», «احتجاج رسمي»: given to somebody; «تأييده للشعب» is about him."""
    bare = word.removeprefix("ب")
    return word in _FEELINGS or (is_speech_noun(bare) and bare.removeprefix("ال").startswith(_GIVEN))


_GIVEN = tuple(folded("شكر تعاز تعزي تهن تهان تحي اعتذار احتجاج نداء امتنان عرض طلب دعو"))


def find_turned_to(doc: Document, clause: Clause) -> Party | None:
    """«كتب إلى مجلس الأمن أن», «رد على فلان», «مخاطبا الحكومة», «توجه إلى الشعب بالقول»."""
    cue, (first, limit) = clause.cue, clause.region
    after = _TURNING.get(cue.verb.lemma, ())
    for i in range(first, limit - 1):
        if doc.words[i] in after or doc.words[i] in _FACING:
            return _actor(doc, i + 1, limit)
    if first < limit and doc.words[first] in IN_IT:
        return _receiver(doc, clause)
    if cue.verb.lemma == "قال" and cue.form == PARTICIPLE and (party := _faced(doc, clause)):
        return party
    if cue.form == PARTICIPLE and (party := _led_to(doc, clause)):
        return party
    if cue.verb.lemma == "قال" and cue.form in (MASDAR, PARTICIPLE):
        for i in range(max(clause.sentence[0], cue.at - 10), cue.at - 1):
            if doc.words[i] in _TURNED and doc.words[i + 1] == "الي":
                return _actor(doc, i + 2, cue.at)
    return None


def _faced(doc: Document, clause: Clause) -> Party | None:
    """«خاطب الوزير الشعب قائلا»: the last phrase before the participle."""
    first = max(clause.sentence[0], clause.at - 12)
    verb = next((i for i in range(clause.at - 1, first - 1, -1) if doc.words[i] in _ADDRESSING), None)
    for i in range(clause.at - 1, verb if verb is not None else clause.at, -1):
        party = _actor(doc, i, clause.at) if doc.kinds[i] == WORD else None
        if party and party.end == clause.at and party.first == i and doc.words[i].startswith("ال"):
            wider = _actor(doc, i - 1, clause.at) if i - 1 > verb else None
            return wider if wider and wider.end == clause.at else party
    return None


def _led_to(doc: Document, clause: Clause) -> Party | None:
    """«رد الحزب على الوزير معتبرا أن», «سلم رسالة إلى السفير، معبرا عن»: whom the act right before is for."""
    last = clause.at - (doc.kinds[clause.at - 1] == COMMA)
    first = max(clause.sentence[0], last - _ACT_REACH)
    at = next((i for i in range(last - 1, first, -1) if doc.words[i] in _ACTS), None)
    party = _actor(doc, at + 1, last) if at is not None else None
    if party is None or party.end != last:
        return None
    return party if any(word in _ACTS[doc.words[at]] for word in doc.words[first:at]) else None


_ACT_REACH = 14  # tokens
_ACTS = {"علي": folded("رد ردت ورد وردت"), "الي": _LETTERS}
_ADDRESSING = folded("خاطب خاطبت وخاطب وخاطبت يخاطب تخاطب مخاطبا")


def _receiver(doc: Document, clause: Clause) -> Party | None:
    """«بعث برقية إلى فلان، أعرب فيها عن»: who receives the letter that the cue points back to."""
    at = next(
        (i for i in range(clause.at - 1, clause.sentence[0] - 1, -1) if doc.words[i] in _LETTERS), clause.at
    )
    for i in range(at + 1, min(clause.at, at + 7)):
        if doc.words[i] == "الي" or is_dative(doc, i, clause.at):
            return _actor(doc, i + (doc.words[i] in ("الي", "ل")), clause.at)
    return None


def is_dative(doc: Document, i: int, limit: int) -> bool:
    """Whether the word at token `i` is «لـ» with an actor or before quotation marks."""
    word = doc.words[i]
    if doc.kinds[i] != WORD or not word.startswith("ل") or word in heads() or is_time(word):
        return False
    if word == "ل":
        return i + 1 < limit and (doc.kinds[i + 1] in (OPEN, CLOSE) or doc.words[i + 1] in "ـ-")
    rest = word[1:]
    if word.startswith("لل") or brings(doc, i):
        return True
    return (
        rest in heads()
        or rest in country_starts()
        or rest in given_names()
        or rest in doc.names
        or rest in known_starts()
    )


def _actor(doc: Document, i: int, limit: int) -> Party | None:
    party = parse_party(doc, i, limit)
    if party is None or party.kind == "agency":
        return None
    return party if party.kind != "person" or party.name or party.definite else None


def _no_medium(doc: Document, party: Party, limit: int) -> Party:
    """«الشكر للشعب الأرخاني», «للجمهورية»: thanks go to no newspaper of that name."""
    if party.kind != "agency":
        return party
    end = party.end
    while end < limit and doc.words[end] in demonyms():
        end += 1
    return replace(party, kind="group", end=end, name=(party.first, end))
