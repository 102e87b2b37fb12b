"""The occasions of speaking: a call, a meeting, a press conference … with who took part, where and when.

An occasion is told by a noun («خلال اتصال هاتفي مع», «في مؤتمر صحفي») or a verb («استقبل», «التقى»).
Statements belong to the occasion named in their own sentence, else to the one their speaker was
last told to be at, until another is told.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cache

from .attribution import Attribution
from .coreference import Cast, Member
from .mentions import parse_parties
from .normalize import fold
from .segment import COMMA, NUMBER, WORD, Document
from .vocabulary import countries, country_starts, heads, is_time, rows, words

_TWO_SIDED = ("phone_call", "meeting")


@dataclass(slots=True)
class Occasion:
    """One event while the article is read."""

    type: str
    at: int
    participants: list[Member] = field(default_factory=list)
    hearers: list[Member] = field(default_factory=list)  # audience and interviewing medium
    place: str = ""
    date: str = ""
    day: datetime.date | None = None
    used: bool = False


_VERBS = {
    "meeting": "استقبل استقبلت التقى التقت يلتقي اجتمع اجتمعت تلتقي يستقبل التقيا".split(),
    "phone_call": "هاتف هاتفت تلقى تلقت هاتفيا".split(),
    "message": "غرد غردت كتب كتبت".split(),
}
_SUFFIXES = ("هما", "هم", "ها", "ه")
_STRONG = {
    "اتصال": "phone_call", "مكالمه": "phone_call", "مهاتفه": "phone_call",
    "لقاء": "meeting", "لقاي": "meeting", "اجتماع": "meeting", "مباحثات": "meeting", "محادثات": "meeting", "استقبال": "meeting", "جلسه": "conference",
    "مقابله": "interview", "حوار": "interview", "مداخله": "interview",
    "خطاب": "speech", "كلمه": "speech", "خطبه": "speech",
    "بيان": "statement",
    "رساله": "message", "برقيه": "message", "تغريده": "message", "تدوينه": "message", "منشور": "message", "تغريدات": "message",
    "قمه": "conference", "منتدي": "conference", "ندوه": "conference", "مناقشه": "conference",
    "حديث": "interview", "تصريح": "interview", "تصريحات": "interview",
    "مؤتمر": "conference", "موتمر": "conference", "اتصالات": "phone_call",
    "حفل": "other", "احتفال": "other", "مقال": "other", "زياره": "other", "جوله": "other",
}
_PRESS = frozenset(fold(w) for w in "صحفي صحافي الصحفي الصحافي صحفيا صحافيا صحفية صحافية إعلامية الصحفية الصحافية إعلامي".split())
_TO_PRESS = frozenset(fold(w) for w in "للصحفيين للصحافيين الصحفيين الصحافيين للصحافة صحفيين صحافيين لصحفيين لصحافيين للإعلاميين الإعلاميين".split())
_PHONE = frozenset(fold(w) for w in "هاتفي هاتفية تليفوني الهاتفي الهاتفية هاتفيا هاتفيين هاتفيه تلفوني هاتفيه".split())
_WITH = frozenset(fold(w) for w in "مع بنظيره بنظيرها".split())
_INTRODUCING = frozenset(fold(w) for w in "في خلال عقب بعد أثناء على قبيل قبل عبر إثر وفي وخلال وعقب أجرى أجرت عقد عقدت عقده أدلى ضمن لدى هامش ختام مستهل بداية نص افتتاح وبعد أصدر أصدرته أصدره أصدرت ألقى ألقاها ألقاه بعث وجه من أعقاب".split())


@cache
def occasion_type(word: str) -> str:
    """The type of occasion a folded noun names, also with its article, preposition or owner; "" for none."""
    for prefix in ("", "ال", "ب", "ل", "و", "وال", "بال", "لل"):
        if not word.startswith(prefix):
            continue
        stem = word[len(prefix) :]
        if stem in _STRONG:
            return _STRONG[stem]
        for suffix in _SUFFIXES:
            if stem.endswith(suffix):
                bare = stem[: -len(suffix)]
                if bare in _STRONG:
                    return _STRONG[bare]
                if bare.endswith("ت") and bare[:-1] + "ه" in _STRONG:
                    return _STRONG[bare[:-1] + "ه"]
    return ""


def find_occasions(doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]) -> list[Occasion]:
    """The occasions that the narrator of a sentence names, outside the spans in `skipped`."""
    found: list[Occasion] = []
    i, end = sentence
    while i < end:
        inside = next((e for s, e in skipped if s <= i < e), None)
        if inside:
            i = inside
            continue
        kind = _type_at(doc, i, sentence)
        if kind and not any(o.type == kind for o in found):
            found.append(Occasion(kind, i))
        i += 1
    return found


def _type_at(doc: Document, i: int, sentence: tuple[int, int]) -> str:
    if doc.kinds[i] != WORD:
        return ""
    word = doc.words[i]
    after = doc.words[i + 1] if i + 1 < sentence[1] else ""
    before = doc.words[i - 1] if i > sentence[0] else ""
    if word in _TO_PRESS:
        return "press_conference"
    if word in _PHONE and before not in _STRONG:
        return "phone_call"
    bare = word[1:] if word[:1] in "وف" else word
    for kind, verbs in _VERBS.items():
        if bare in verbs:
            if bare.startswith("تلق"):
                return "phone_call" if after.startswith("اتصال") else ""
            if kind == "message" and not any(w in ("تويتر", "فيسبوك", "صفحته", "حسابه", "صفحتها", "حسابها", "اكس") for w in doc.words[i : i + 15]):
                return ""
            return kind
    kind = occasion_type(word)
    if not kind:
        return ""
    if after in _PRESS:
        return "press_conference" if not word.startswith("مقابل") and word not in ("حديث", "حوار", "لقاء", "بيان") else ("interview" if word != "بيان" else "statement")
    return _refine(doc, i, sentence, kind, word, before, after)


def _refine(doc: Document, i: int, sentence: tuple[int, int], kind: str, word: str, before: str, after: str) -> str:
    introduced = before in _INTRODUCING
    if kind == "phone_call":
        near = doc.words[i + 1 : i + 3]
        return kind if any(w in _PHONE for w in near) or word.startswith(("مكالم", "مهاتف")) or introduced and word.startswith("اتصال") else ""
    if kind == "interview":
        if word in ("حديث", "حديثه", "حديثها", "تصريح", "تصريحات", "حوار", "تصريحاته", "تصريحه", "تصريحاتها"):
            return kind if after == "خاص" or after == "خاصه" or (introduced and _medium_follows(doc, i, sentence)) else ""
        return kind if introduced or after == "مع" else ""
    if kind == "meeting":
        return kind if introduced or after == "مع" or before == "" else ""
    if kind in ("statement", "message", "speech", "conference", "other"):
        return kind if introduced and not (kind == "speech" and after in ("واحده", "السر")) else ""
    return kind


def _medium_follows(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    for j in range(i + 1, min(sentence[1], i + 7)):
        word = doc.words[j]
        bare = word[1:] if word.startswith("ل") else word
        if bare.startswith("ل"):
            bare = "ا" + bare
        head = heads().get(bare) or heads().get(word)
        if head and head.kind == "agency":
            return True
        if word == "ل":
            return True
    return False


def fill(doc: Document, occasion: Occasion, sentence: tuple[int, int], cast: Cast, subjects: list[Member], skipped: list[tuple[int, int]]) -> None:
    """Who took part, where and when, from the words after the noun of the occasion."""
    for member in subjects:
        _join(occasion, member)
    stop = next((s for s, e in sorted(skipped) if s > occasion.at), sentence[1])
    i = occasion.at
    if occasion.type in _TWO_SIDED or occasion.type in ("press_conference", "interview", "speech", "message", "conference"):
        _others(doc, occasion, i, stop, cast)
    occasion.date = occasion.date or _date(doc, sentence, skipped)
    occasion.place = occasion.place or _place(doc, i, stop)


def _others(doc: Document, occasion: Occasion, i: int, stop: int, cast: Cast) -> None:
    word = doc.words[i]
    j, limit = i + 1, min(stop, i + 30)
    bare = word[1:] if word[:1] in "وف" else word
    if bare in _VERBS["meeting"]:
        _object_of_meeting(doc, occasion, j, limit, cast)
        return
    if word in _TO_PRESS:
        _join_parties(doc, occasion, i, i + 1, cast, hearer=True)
    if word.endswith(("ه", "ها", "هما", "هم")) and occasion.type == "meeting" and j < limit and doc.words[j] not in words("preposition"):
        _join_parties(doc, occasion, j, limit, cast)
        return
    while j < limit:
        here = doc.words[j]
        if doc.kinds[j] == COMMA and occasion.type not in _TWO_SIDED:
            break
        if here in _WITH or here == "الي" and occasion.type in ("message", "interview") or here == "امام" or here in ("ب", "بين") and occasion.type == "phone_call":
            _join_parties(doc, occasion, j + 1, limit, cast, hearer=here != "مع" or occasion.type == "interview")
            break
        if here.startswith("ل") and occasion.type in ("interview", "press_conference", "message") and (here in _TO_PRESS or _is_medium(here) or here == "ل"):
            _join_parties(doc, occasion, j + (here == "ل"), limit, cast, hearer=True)
            break
        if here.startswith("ب") and occasion.type == "phone_call" and here[1:] in heads():
            _join_parties(doc, occasion, j, limit, cast)
            break
        j += 1


def _is_medium(word: str) -> bool:
    bare = "ا" + word[1:] if word.startswith("لل") else word[1:]
    head = heads().get(bare)
    return bool(head) and head.kind == "agency"


def _object_of_meeting(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«استقبل الوزير فلاناً», «التقى بفلان», «اجتمع مع»."""
    parties = parse_parties(doc, j, limit)
    for party in parties:
        _join(occasion, cast.resolve(party))
    k = parties[-1].end if parties else j
    while k < limit and (doc.kinds[k] == COMMA or is_time(doc.words[k]) or doc.words[k] in words("adverb")):
        k += 1
    while k < limit and doc.words[k] != "مع" and doc.kinds[k] == WORD and k - j < 25:
        party = parse_parties(doc, k, limit) if doc.words[k] in heads() or doc.words[k][:1] == "ب" and doc.words[k][1:] in heads() else []
        if party:
            for p in party:
                _join(occasion, cast.resolve(p))
            return
        k += 1
    if k < limit and doc.words[k] == "مع":
        _join_parties(doc, occasion, k + 1, limit, cast)


def _join_parties(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast, hearer: bool = False) -> None:
    for party in parse_parties(doc, j, limit):
        member = cast.resolve(party)
        _join(occasion, member)
        if hearer and member and member not in occasion.hearers:
            occasion.hearers.append(member)


def _join(occasion: Occasion, member: Member | None) -> None:
    if member and member not in occasion.participants:
        occasion.participants.append(member)


def _date(doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]) -> str:
    i, end = sentence
    while i < end:
        inside = next((e for s, e in skipped if s <= i < e), None)
        if inside:
            i = inside
            continue
        if doc.kinds[i] == WORD and is_time(doc.words[i]) and doc.words[i] not in ("اول", "عام", "العام", "يوم" ) or doc.words[i] == "يوم" and i + 1 < end and is_time(doc.words[i + 1]):
            j = i
            while j < end and (is_time(doc.words[j]) or doc.kinds[j] == NUMBER or doc.words[j] == "/"):
                j += 1
            return " ".join(doc.of(i, j).split())
        i += 1
    return ""


def _place(doc: Document, i: int, stop: int) -> str:
    for j in range(i, min(stop, i + 30) - 1):
        if doc.words[j] == "في" and doc.kinds[j + 1] == WORD:
            nxt = doc.words[j + 1]
            if nxt in country_starts() and (nxt,) in countries() or nxt in ("مدينه", "العاصمه", "مقر", "قصر"):
                end = j + 2
                while end < stop and nxt in ("مدينه", "العاصمه", "مقر", "قصر") and end < j + 4 and doc.kinds[end] == WORD and not is_time(doc.words[end]):
                    end += 1
                return doc.of(j + 1, end)
        if doc.words[j].startswith("ب") and (doc.words[j][1:],) in countries():
            return doc.raw(j)[1:]
    return ""


def same(one: Occasion, other: Occasion) -> bool:
    """Whether two tellings are of one occasion: same type and somebody in common."""
    if one.type != other.type:
        return False
    if not one.participants or not other.participants:
        return True
    common = [m for m in one.participants if m in other.participants]
    if one.type in _TWO_SIDED and min(len(one.participants), len(other.participants)) > 1:
        return len(common) >= 2
    return bool(common)


def merge(kept: Occasion, other: Occasion) -> None:
    for member in other.participants:
        _join(kept, member)
    kept.hearers += [m for m in other.hearers if m not in kept.hearers]
    kept.place, kept.date = kept.place or other.place, kept.date or other.date


def link(attributions: list[Attribution]) -> None:
    """Addressees that the occasion makes plain: the other side, the audience, the medium."""
    for found in attributions:
        occasion = found.event
        if occasion is None:
            continue
        others = occasion.participants if occasion.type in _TWO_SIDED else occasion.hearers
        for member in others:
            if member not in found.speakers and member not in found.addressees:
                found.addressees.append(member)
