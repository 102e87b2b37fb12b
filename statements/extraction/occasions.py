"""Words that tell an occasion of speaking, and of which type it is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from .acts import may_act, type_of_act
from .audiences import read_audience
from .honorifics import may_bring
from .identity import Member
from .mentions import parse_parties
from .occasion_nouns import BEFORE_AFTER, SITES, stems, type_of_noun
from .occasion_words import is_visit
from .per_word import per_word
from .press import (
    QUESTIONS,
    REPORTERS_OF,
    TO_PRESS,
    answers_press,
    are_reporters,
    is_in_name,
    is_remark,
    talks_to_press,
)
from .segment import LINE, OPEN, WORD, Document
from .vocabulary import folded, given_names, heads

TWO_SIDED = ("phone_call", "meeting")


@dataclass(slots=True)
class Occasion:
    """One event while the article is read; `at` is the token that told it first."""

    type: str
    at: int
    participants: list[Member] = field(default_factory=list)
    hearers: list[Member] = field(default_factory=list)  # audience, interviewing medium, who a letter is to
    present: list[Member] = field(default_factory=list)  # participants who only attend
    place: str = ""
    date: str = ""
    day: datetime.date | None = None


def join(occasion: Occasion, member: Member | None) -> None:
    """Add a participant once."""
    if member and member not in occasion.participants:
        occasion.participants.append(member)


def same(one: Occasion, other: Occasion) -> bool:
    """Whether two tellings are of one occasion: same type and somebody in common."""
    if one.type != other.type:
        return False
    if not one.participants or not other.participants:
        return True
    common = sum(m in other.participants for m in one.participants)
    if one.type in TWO_SIDED and min(len(one.participants), len(other.participants)) > 1:
        return common >= 2
    return common > 0


def merge(kept: Occasion, other: Occasion) -> None:
    """Add what the second telling of an occasion says."""
    for member in other.participants:
        join(kept, member)
    kept.hearers += [m for m in other.hearers if m not in kept.hearers]
    kept.place = kept.place or other.place
    if not kept.date:
        kept.date, kept.day = other.date, other.day


SUMMONS = folded("استدعى استدعت يستدعي تستدعي")
MEETING_VERBS = SUMMONS | folded(
    "استقبل استقبلت التقى التقت يلتقي اجتمع اجتمعت تلتقي يستقبل التقيا تستقبل يجتمع اجتمعا"
)
TALK_VERBS = folded("بحث ناقش تباحث بحثت ناقشت تباحثت بحثا ناقشا تباحثا يبحث تبحث يناقش")
_OWN_ENVOYS = folded("سفيرها سفيره سفراءها سفيريها مبعوثها")
_CALL_VERBS = folded("تلقى تلقت هاتف هاتفت")
_RANG = folded("هاتف هاتفت")
_POSTED = folded(
    "تويتر فيسبوك صفحته صفحتها حسابه حسابها إكس تليغرام تلغرام فيس تيليغرام انستغرام صفحاته تدوينة"
)
_BODY_BEFORE = folded(
    "مجلس لجنة برلمان الكونغرس الكونجرس الجمعية البرلمان الكنيست جلسة اجتماع مؤتمر قمة القمة المؤتمر منتدى الاجتماع الجلسة المنتدى اللجنة المجلس محكمة"
)


def find_occasions(
    doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]
) -> list[Occasion]:
    """The occasions that the narrator of a sentence tells, outside the spans in `skipped`."""
    found: list[Occasion] = []
    for i in doc.where(_may_tell, *sentence):
        if doc.kinds[i] != WORD or any(first <= i < end for first, end in skipped):
            continue
        kind = _type_at(doc, i, sentence)
        known = next((o for o in found if o.type == kind), None)
        if kind and known is None:
            found.append(Occasion(kind, i))
        elif known and doc.words[known.at] in QUESTIONS:
            known.at = i  # «ردا على سؤال «الأفق» خلال مؤتمر صحفي»
    return _strongest(doc, found)


def _strongest(doc: Document, found: list[Occasion]) -> list[Occasion]:
    """«في كلمته خلال المؤتمر»: the nearer, more telling occasion is meant."""
    types = {o.type for o in found}
    if {"phone_call", "interview"} <= types:  # «في مقابلة أجرتها معه عبر الهاتف صحيفة»
        found = [o for o in found if o.type != "phone_call" or doc.words[o.at] not in _BY_PHONE]
    if "phone_call" in types:
        found = [o for o in found if doc.words[o.at].lstrip("وف") not in TALK_VERBS]
    if "conference" in types:
        found = [
            o
            for o in found
            if o.type != "press_conference" or doc.words[o.at] not in QUESTIONS or _of_press(doc, o.at)
        ]
        types = {o.type for o in found}
    if types & {"press_conference", "interview", "speech", "message"} and "conference" in types:
        found = [o for o in found if o.type != "conference"]
    if len(types) > 1:
        found = [
            o for o in found if o.type != "other" or not ("speech" in types or is_visit(doc.words[o.at]))
        ]
    if len(found) > 1:
        found = [o for o in found if o.type != "speech" or doc.words[o.at] != "امام" or _reads_out(doc, o.at)]
    return found


_BY_PHONE = folded("هاتفيا الهاتف")


def _of_press(doc: Document, i: int) -> bool:
    """«ردا على أسئلة الصحفيين», «على سؤال «الأفق»», not «ردا على سؤال» of who knows whom."""
    return bool(TO_PRESS & set(doc.words[i + 1 : i + 3])) or OPEN in doc.kinds[i + 1 : i + 3]


def _reads_out(doc: Document, i: int) -> bool:
    return bool(_READ_OUT & set(doc.words[max(0, i - 8) : i]))


def _type_at(doc: Document, i: int, sentence: tuple[int, int]) -> str:
    word = doc.words[i]
    bare = word[1:] if word[:1] in "وف" else word
    before = _word_before(doc, i, sentence[0])
    after = doc.words[i + 1] if i + 1 < sentence[1] else ""
    if word in TO_PRESS and (word.startswith("ل") or before in _FACING) and not is_in_name(doc, i):
        return "press_conference"
    if word in _TO_MEDIA and after in _MEDIA and _said_near(doc, i, sentence[0]):
        return "press_conference"
    if are_reporters(doc, i, sentence):
        return "press_conference"
    if answers_press(doc, i, sentence) or talks_to_press(doc, i, sentence):
        return "interview" if after in _WRITTEN else "press_conference"
    if bare in _TWEETED:
        return "message"
    if word in _POSTED and before in ("علي", "عبر", "في", "موقع", "بحسابه", "منصه"):
        return "message"
    if bare in MEETING_VERBS:
        recalled = bare in SUMMONS and _OWN_ENVOYS & set(doc.words[i + 1 : min(i + 5, sentence[1])])
        return "" if recalled else "meeting"
    if may_act(word) and before not in BEFORE_AFTER and (kind := type_of_act(doc, i, sentence)):
        return kind
    if bare in TALK_VERBS and (
        "مع" in doc.words[i : min(i + 15, sentence[1])] or _both(doc, i + 1, sentence)
    ):
        return "meeting"
    if bare in _RANG and i <= sentence[0] + 1 and after in heads():
        return "phone_call"
    if bare in _CALL_VERBS:
        return "phone_call" if after.startswith("اتصال") else ""
    if bare in _CALLING and _reaches(doc, i, sentence[1]):
        return "phone_call"
    if (word == "هاتفيا" and before not in ("اتصالا",)) or (word == "الهاتف" and before == "عبر"):
        return "phone_call"
    if word == "امام" and i + 1 < sentence[1] and not doc.raw(i).startswith("إ"):
        return _heard_by(doc, i, sentence)
    if word in _PARLIAMENTS and before in ("في", "داخل") and _said_just_before(doc, i, sentence[0]):
        return "conference"
    return type_of_noun(doc, i, sentence, before, after)


@per_word
def _may_tell(word: str) -> bool:
    """Whether `_type_at` may know this word: one in fifteen; all its lists must be named here."""
    bare = word[1:] if word[:1] in "وف" else word
    return (
        word in _TELLING
        or is_visit(word)
        or may_act(word)
        or bare in _TELLING_VERBS
        or is_remark(word)
        or bool(stems(word))
    )


def _word_before(doc: Document, i: int, first: int) -> str:
    """The word before a token, past line ends and quotation marks."""
    i -= 1
    while i > first and doc.kinds[i] in (LINE, OPEN):
        i -= 1
    if i > first and doc.words[i] in _BETWEEN and doc.words[i - 1] in _OPENING_PREPOSITIONS:
        i -= 1  # «خلال فعاليات المؤتمر», «في أول مؤتمر صحفي له»
    return doc.words[i] if i >= first else ""


_BETWEEN = folded(
    "أول ثاني ثالث آخر أحدث فعاليات انعقاد أعمال وقائع نهاية اختتام حضوره حضورها إلقائه إلقائها إدارته إدارتها"
)
_OPENING_PREPOSITIONS = folded("في خلال أثناء ضمن لدى عند وفي وخلال وأثناء")


def _both(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    """«بحث الوزير سامر والسفير ليث»: two men who talk about something."""
    end = min(sentence[1], i + 30)
    parties = parse_parties(doc, i, end) if i < end and doc.words[i] in heads() else []
    return len(parties) > 1 and all(p.kind == "person" and p.name for p in parties)


_TWEETED = folded("غرد غردت يغرد مغردا مغردة")
_WRITTEN = folded("مكتوبة خطية")
_READ_OUT = folded("بيانا بيان تقريره تقرير تقريرا عرضا إيجازا تقريرها")
_CALLING = folded("اتصل اتصلت يتصل تتصل")
_TELLING_VERBS = MEETING_VERBS | TALK_VERBS | _CALL_VERBS | _CALLING | _TWEETED


def _reaches(doc: Document, i: int, end: int) -> bool:
    """«اتصل الوزير بنظيره», «اتصل فلان بفلان»: whom the call reached."""
    return any(
        w[:1] == "ب" and (w[1:] in heads() or w[1:] in given_names() or w.startswith("بنظير") or may_bring(w))
        for w in doc.words[i + 1 : min(end, i + 12)]
    )


_FACING = folded("أمام مع إلى مخاطبا مخاطبة")
_SAYING = folded(
    "قال قالت وقال وقالت أكد وأكد أكدت وأكدت أعلن وأعلن شدد وشدد يتحدث تحدث متحدثا أضاف وأضاف قائلا"
)
_PARLIAMENTS = folded("البرلمان الكونغرس الكونجرس الكنيست")
_TO_MEDIA = folded("لوسائل وسائل")
_MEDIA = folded("الإعلام إعلام إعلامية")


def _said_near(doc: Document, i: int, first: int) -> bool:
    """«قال لوسائل الإعلام», «في تصريحات لوسائل إعلام», «أمام وسائل الإعلام»."""
    before = doc.words[i - 1] if i else ""
    if not doc.words[i].startswith("ل") and before not in ("امام", "الي", "لممثلي", "لمندوبي", "لمراسلي"):
        return False
    return any(w in _SAYING or is_remark(w) for w in doc.words[max(first, i - 8) : i])


_TELLING = (
    REPORTERS_OF
    | _TO_MEDIA
    | TO_PRESS
    | QUESTIONS
    | _POSTED
    | _PARLIAMENTS
    | SITES
    | {"هاتفيا", "الهاتف", "امام"}
)


def _said_just_before(doc: Document, i: int, first: int) -> bool:
    """«وقال الوزير فلان في البرلمان»: no comma between the verb and the house."""
    for j in range(i - 1, max(first, i - 12) - 1, -1):
        if doc.kinds[j] != WORD:
            return False
        if doc.words[j] in _SAYING:
            return True
    return False


def _heard_by(doc: Document, i: int, sentence: tuple[int, int]) -> str:
    """«ألقى بيانا أمام المجلس» and «قال أمام الجالية» are a speech, «أمام مجلس الأمن» a session."""
    before, after = doc.words[max(sentence[0], i - 8) : i], doc.words[i + 1]
    if after in _BODY_BEFORE:
        return "speech" if _READ_OUT & set(before) else "conference"
    if not _SAYING & set(before):
        return ""
    crowd = read_audience(doc, i + 1, sentence[1])
    party = crowd[0] if crowd else None
    if party and TO_PRESS & set(doc.words[party.first : party.end]):
        return "press_conference"
    press = party and party.kind == "agency"
    if not party or party.kind != "group" or press:
        return ""
    return "conference" if _BODY_BEFORE & set(doc.words[party.first : party.end]) else "speech"
