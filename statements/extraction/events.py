"""The occasions of speaking: a call, a meeting, a press conference … with who took part, where and when.

An occasion is told by a noun («خلال اتصال هاتفي مع», «في مؤتمر صحفي»), a verb («استقبل», «التقى») or
an audience («للصحفيين», «أمام مجلس الأمن»). Statements belong to the occasion told in their own
sentence, else to the one where their speaker was last.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from .attribution import Attribution, sentence_subject
from .coreference import Cast, Member
from .dates import DateMention
from .inflection import peel
from .lexicon import event_noun_of
from .mentions import parse_parties, parse_party
from .normalize import fold, without_first
from .segment import COMMA, NUMBER, WORD, Document
from .vocabulary import countries, country_starts, heads, is_time, words

TWO_SIDED = ("phone_call", "meeting")
_AUDIENCE = ("press_conference", "interview", "speech", "message", "conference")


@dataclass(slots=True)
class Occasion:
    """One event while the article is read; `at` is the token that told it first."""

    type: str
    at: int
    participants: list[Member] = field(default_factory=list)
    hearers: list[Member] = field(default_factory=list)  # audience, interviewing medium, who a letter is to
    place: str = ""
    date: str = ""
    day: datetime.date | None = None


def _set(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in text.split())


_MEETING_VERBS = _set("استقبل استقبلت التقى التقت يلتقي اجتمع اجتمعت تلتقي يستقبل التقيا تستقبل يجتمع اجتمعا")
_TALK_VERBS = _set("بحث ناقش تباحث بحثت ناقشت تباحثت بحثا ناقشا تباحثا يبحث تبحث يناقش")
_CALL_VERBS = _set("تلقى تلقت هاتف هاتفت")
_POSTED = _set(
    "تويتر فيسبوك صفحته صفحتها حسابه حسابها إكس تليغرام تلغرام فيس تيليغرام انستغرام صفحاته تدوينة"
)
_PRESS = _set("صحفي صحافي الصحفي الصحافي صحفيا صحافيا صحفية صحافية إعلامية الصحفية الصحافية إعلامي")
_TO_PRESS = _set("للصحفيين للصحافيين لصحفيين لصحافيين للإعلاميين للصحفيين الصحفيين الصحافيين")
_PHONE = _set("هاتفي هاتفية تليفوني الهاتفي الهاتفية هاتفيا هاتفيين تلفوني هاتفياً تليفونيا")
_BEFORE_AFTER = _set("عقب بعد قبل قبيل إثر بعيد وبعد وعقب وقبل")
_INTRODUCING = _set(
    "في خلال أثناء على عبر وفي وخلال أجرى أجرت عقد عقدت عقده عقدته عقدها أدلى ضمن لدى هامش ختام مستهل بداية نص افتتاح أصدر أصدرته أصدره أصدرت ألقى ألقاها ألقاه ألقت بعث وجه من أعقاب عن بموجب إلى وأصدرت وأصدر كل أعمال جاء ذكر وذكر نشر نشرت نشره نشرها بعثت أرسل أرسلت وجهت كتب يجري تجري أجراها أجرتها أجراه حول إطار وعبر بعد عقب قبل"
)
_BODY_BEFORE = _set(
    "مجلس لجنة برلمان الكونغرس الكونجرس الجمعية البرلمان الكنيست جلسة اجتماع مؤتمر قمة القمة المؤتمر منتدى الاجتماع الجلسة المنتدى اللجنة المجلس محكمة"
)
_UNSAID = _set(
    "زيارة تقرير جولة استطلاع كتاب شكوى تظاهرة مظاهرة تصريح تصريحات مناقشة مهرجان مفاوضات مشاورات كلام"
)


@cache
def noun_type(phrase: str) -> tuple[str, bool]:
    """(type, weak) of an occasion noun with what is attached to it; ("", False) for none."""
    if phrase.startswith(("بدور", "وبدور")):
        return "", False
    first, _, rest = phrase.partition(" ")
    for _, bare in peel(first):
        for stem in (bare, bare[:-1] if bare.endswith("ا") and len(bare) > 4 else bare):
            words_ = [w[:-1] if w.endswith("ا") and len(w) > 4 else w for w in rest.split()]
            entry = event_noun_of(" ".join([stem, *words_]))
            if entry and fold(entry.word) not in _UNSAID:
                return entry.type, entry.weak
    return "", False


def find_occasions(
    doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]
) -> list[Occasion]:
    """The occasions that the narrator of a sentence tells, outside the spans in `skipped`."""
    found: list[Occasion] = []
    i, end = sentence
    while i < end:
        inside = next((e for s, e in skipped if s <= i < e), None)
        if inside:
            i = inside
            continue
        kind = _type_at(doc, i, sentence) if doc.kinds[i] == WORD else ""
        if kind and not any(o.type == kind for o in found):
            found.append(Occasion(kind, i))
        i += 1
    return _strongest(found)


def _strongest(found: list[Occasion]) -> list[Occasion]:
    """«في كلمته خلال المؤتمر»: the nearer, more telling occasion is meant."""
    types = {o.type for o in found}
    if "press_conference" in types and "conference" in types:
        found = [o for o in found if o.type != "conference"]
    if "speech" in types and "conference" in types:
        found = [o for o in found if o.type != "conference"]
    return found


def _type_at(doc: Document, i: int, sentence: tuple[int, int]) -> str:
    word = doc.words[i]
    before = doc.words[i - 1] if i > sentence[0] else ""
    after = doc.words[i + 1] if i + 1 < sentence[1] else ""
    if word in _TO_PRESS and (word.startswith("ل") or before in ("امام", "مع", "الي")):
        return "press_conference"
    if (
        word in ("سوال", "اسيله", "استفسارات", "سؤال")
        and before in ("علي",)
        and doc.words[i - 2] in ("ردا", "رده", "اجابته")
    ):
        return "press_conference"
    if word in _POSTED and before in ("علي", "عبر", "في", "موقع", "بحسابه", "منصه"):
        return "message"
    bare = word[1:] if word[:1] in "وف" else word
    if bare in _MEETING_VERBS:
        return "meeting"
    if bare in _TALK_VERBS and "مع" in doc.words[i : min(i + 15, sentence[1])]:
        return "meeting"
    if bare in _CALL_VERBS:
        return "phone_call" if after.startswith("اتصال") else ""
    if word == "هاتفيا" and before not in ("اتصالا",):
        return "phone_call"
    if word == "امام" and (after in _BODY_BEFORE or after.startswith("ال") and after in _BODY_BEFORE):
        return "conference"
    return _noun_at(doc, i, sentence, before, after)


def _noun_at(doc: Document, i: int, sentence: tuple[int, int], before: str, after: str) -> str:
    kind, weak = "", False
    for size in (3, 2, 1):
        if i + size <= sentence[1]:
            kind, weak = noun_type(" ".join(doc.words[i : i + size]))
            if kind:
                break
    if not kind:
        return ""
    word = doc.words[i]
    introduced = before in _INTRODUCING or _attached(word)
    if kind == "phone_call":
        phone = any(w in _PHONE for w in doc.words[i : i + 3]) or word.startswith(
            ("مكالم", "مهاتف", "المكالم")
        )
        return kind if phone or introduced and before in ("في", "خلال") else ""
    if before in _BEFORE_AFTER and kind in ("meeting", "phone_call", "speech"):
        return ""
    if kind == "interview" and weak:
        own = word.startswith(("حوار", "مقابل")) and introduced
        return (
            kind
            if own or introduced and _medium_follows(doc, i, sentence) or after in ("خاص", "خاصه")
            else ""
        )
    if kind in ("statement", "interview", "press_conference"):
        return (
            kind
            if introduced or i == sentence[0] or kind == "statement" and word in ("بيان", "البيان")
            else ""
        )
    if kind == "meeting":
        return kind if introduced or after == "مع" or i <= sentence[0] + 1 else ""
    return kind if introduced else ""


def _attached(word: str) -> bool:
    """«بلقاء», «بمؤتمر»: introduced by an attached preposition."""
    return word[:1] == "ب" and bool(noun_type(word[1:])[0])


def _medium_follows(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    for j in range(i + 1, min(sentence[1], i + 6)):
        word = doc.words[j]
        if word == "ل":
            return True
        party = (
            parse_party(doc, j, sentence[1])
            if word.startswith("ل") or doc.words[j - 1] in ("مع", "الي")
            else None
        )
        if party:
            return party.kind == "agency"
    return False


# ---- who, where, when ------------------------------------------------------------------------


def fill(
    doc: Document,
    occasion: Occasion,
    sentence: tuple[int, int],
    cast: Cast,
    subjects: list[Member],
    skipped: list[tuple[int, int]],
) -> None:
    """Who took part, where and when, from the words around the noun of the occasion."""
    for member in subjects:
        join(occasion, member)
    stop = next((s for s, e in sorted(skipped) if s > occasion.at), sentence[1])
    if occasion.type in TWO_SIDED or occasion.type in _AUDIENCE:
        _others(doc, occasion, occasion.at, stop, cast)
    _put_date(doc, occasion, sentence, skipped)
    occasion.place = occasion.place or _place(doc, occasion.at, stop)


def _others(doc: Document, occasion: Occasion, i: int, stop: int, cast: Cast) -> None:
    word = doc.words[i]
    j, limit = i + 1, min(stop, i + 30)
    bare = word[1:] if word[:1] in "وف" else word
    if bare in _MEETING_VERBS:
        return _object_of_meeting(doc, occasion, j, limit, cast)
    if word in _TO_PRESS:
        return _join_parties(doc, occasion, i, i + 1, cast, hearer=True)
    if word == "امام":
        return _join_audience(doc, occasion, j, limit, cast)
    if (
        word.endswith(("ه", "ها", "هما", "هم"))
        and occasion.type == "meeting"
        and j < limit
        and doc.words[j] not in words("preposition")
    ):
        return _join_parties(doc, occasion, j, limit, cast)
    if (
        occasion.type == "conference"
        and word in heads()
        or occasion.type == "conference"
        and _bodied(doc, j, limit)
    ):
        _join_parties(doc, occasion, j if _bodied(doc, j, limit) else i, limit, cast, first_only=True)
    return _introduced(doc, occasion, j, limit, cast)


def _bodied(doc: Document, j: int, limit: int) -> bool:
    """«جلسة مجلس الأمن»: the body whose session it is follows the noun."""
    party = parse_party(doc, j, limit) if j < limit and doc.kinds[j] == WORD else None
    return party is not None and party.kind == "organization" and party.first == j


def _introduced(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """The others after «مع», «إلى», «أمام», «لـ»."""
    kind = occasion.type
    while j < limit:
        here = doc.words[j]
        if doc.kinds[j] == COMMA and kind not in TWO_SIDED:
            return
        hearer = kind in _AUDIENCE and (here == "امام" or here == "الي" and kind in ("message", "interview"))
        if here == "امام" and hearer:
            _join_audience(doc, occasion, j + 1, limit, cast)
            return
        if here == "مع" or hearer or kind == "phone_call" and here == "بين":
            _join_parties(doc, occasion, j + 1, limit, cast, hearer=hearer or kind == "interview")
            return
        if here.startswith("ل") and kind in ("interview", "press_conference", "message"):
            party = parse_party(doc, j + (here == "ل"), limit)
            if party and party.kind in ("agency", "group", "person", "country"):
                _join_parties(doc, occasion, j + (here == "ل"), limit, cast, hearer=True)
                return
        if (
            here.startswith("ب")
            and kind == "phone_call"
            and (here[1:] in heads() or here[1:] in ("نظيره", "نظيرها"))
        ):
            _join_parties(doc, occasion, j, limit, cast)
            return
        j += 1


def _join_audience(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«أمام مجلس الأمن», «أمام الجلسة الافتتاحية لاجتماع وزراء الخارجية»: who listens."""
    for k in range(j, min(limit, j + 7)):
        if doc.kinds[k] != WORD or k > j and doc.words[k] in words("preposition"):
            return
        if noun_type(doc.words[k])[0] and not parse_party(doc, k, limit):
            continue
        party = parse_party(doc, k, limit)
        if party and party.kind in ("organization", "group", "agency", "country"):
            _join_parties(doc, occasion, k, limit, cast, hearer=True)
            return


def _object_of_meeting(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«استقبل الوزير فلاناً», «التقى بفلان», «اجتمع مع»."""
    parties = parse_parties(doc, j, limit)
    for party in parties:
        join(occasion, cast.resolve(party))
    k = parties[-1].end if parties else j
    while k < limit and k - j < 25:
        word = doc.words[k]
        if word == "مع":
            return _join_parties(doc, occasion, k + 1, limit, cast)
        if doc.kinds[k] == WORD and (word in heads() or word[:1] == "ب" and word[1:] in heads()):
            return _join_parties(doc, occasion, k, limit, cast)
        if doc.kinds[k] == WORD and word in ("في", "خلال", "علي", "حيث", "لبحث") and parties:
            k += 2
            continue
        k += 1
    return None


def _join_parties(
    doc: Document,
    occasion: Occasion,
    j: int,
    limit: int,
    cast: Cast,
    hearer: bool = False,
    first_only: bool = False,
) -> None:
    parties = parse_parties(doc, j, limit)
    for party in parties[:1] if first_only else parties:
        member = cast.resolve(party)
        join(occasion, member)
        if hearer and member and member not in occasion.hearers:
            occasion.hearers.append(member)


def join(occasion: Occasion, member: Member | None) -> None:
    """Add a participant once."""
    if member and member not in occasion.participants:
        occasion.participants.append(member)


def add_dates(doc: Document, attributions: list[Attribution]) -> None:
    """An occasion told without its day is dated by the statements made on it: «وأكد، اليوم السبت، أن»."""
    said: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for attribution in attributions:
        said.setdefault(attribution.clause.sentence, []).extend(attribution.clause.content)
    for attribution in attributions:
        if attribution.event:
            sentence = attribution.clause.sentence
            _put_date(doc, attribution.event, sentence, said[sentence])


def _put_date(
    doc: Document, occasion: Occasion, sentence: tuple[int, int], skipped: list[tuple[int, int]]
) -> None:
    date = None if occasion.date else _date(doc, sentence, skipped)
    if date:
        occasion.date, occasion.day = " ".join(date.text.split()), date.day


def _date(doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]) -> DateMention | None:
    """The first date of the sentence outside of what was said."""
    span = doc.span(*sentence)
    for mention in doc.dates[bisect_left(doc.dates, span.start, key=lambda m: m.span.start) :]:
        if mention.span.start >= span.end:
            return None
        at = doc.at(mention.span.start)
        if not any(first <= at < end for first, end in skipped):
            return mention
    return None


def _place(doc: Document, i: int, stop: int) -> str:
    for j in range(i, min(stop, i + 30) - 1):
        if doc.words[j] == "في" and doc.kinds[j + 1] == WORD:
            place = _place_name(doc, j + 1, stop)
            if place:
                return place
        if doc.words[j].startswith("ب") and (doc.words[j][1:],) in countries():
            return without_first(doc.raw(j), 1)
    return ""


def _place_name(doc: Document, j: int, stop: int) -> str:
    word = doc.words[j]
    if word in country_starts() and (word,) in countries():
        return doc.of(j, j + 1)
    if word not in ("مدينه", "العاصمه", "مقر", "قصر", "مطار"):
        return ""
    end = j + 1
    while end < stop and end < j + 4 and doc.kinds[end] == WORD and not is_time(doc.words[end]):
        end += 1
    return doc.of(j, end)


# ---- one occasion told twice, and what was said there ----------------------------------------


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


class Timeline:
    """The occasions of an article as they are told, and where each speaker was last."""

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self.occasions: list[Occasion] = []
        self._last: dict[int, Occasion] = {}  # by member
        self._sentences: list[list[Attribution]] = []
        self._told: list[tuple[int, Occasion]] = []  # number of the sentence, occasion
        self._heard: dict[int, list[Member]] = {}  # by member: the medium or press it speaks to

    def read(self, sentence: tuple[int, int], here: list[Attribution]) -> None:
        """Take in one sentence with its attributions and give these their occasion."""
        skipped = [span for a in here for span in a.clause.content]
        told = [self._tell(o, sentence, here, skipped) for o in find_occasions(self.doc, sentence, skipped)]
        self._told += [(len(self._sentences), o) for o in told]
        for found in here:
            found.event = self._event_of(found, told)
            self._keep_hearers(found)
        self._sentences.append(here)

    def _tell(self, occasion: Occasion, sentence, here: list[Attribution], skipped) -> Occasion:
        subjects = _subjects(here, occasion)
        if self._points_back(sentence) and self.cast.spoke:
            subjects = [self.cast.spoke[-1]]
        if not subjects or occasion.type in TWO_SIDED and not any(a.clause.at <= occasion.at for a in here):
            party = sentence_subject(self.doc, sentence[0], occasion.at, self.cast)
            subjects = [self.cast.resolve(party)] if party else subjects
        fill(self.doc, occasion, sentence, self.cast, subjects, skipped)
        known = next((o for o in reversed(self.occasions) if same(o, occasion)), None)
        if known:
            merge(known, occasion)
            occasion = known
        else:
            self.occasions.append(occasion)
        if occasion.type in TWO_SIDED:
            self.cast.meeting = occasion.participants
        if occasion.type == "statement" and subjects:
            self.cast.issuer = subjects[0]
        for member in occasion.participants:
            if member not in occasion.hearers or occasion.type in TWO_SIDED:
                self._last[member.order] = occasion
        return occasion

    def _points_back(self, sentence: tuple[int, int]) -> bool:
        """«جاء ذلك خلال لقائه»: the occasion of what was just told."""
        first = self.doc.words[sentence[0] : sentence[0] + 3]
        return first[:1] in (["جاء"], ["جاءت"], ["وجاء"], ["وجاءت"]) and any(
            w in ("ذلك", "هذا", "تصريحات", "هذه", "تصريحاته") for w in first
        )

    def _event_of(self, found: Attribution, told: list[Occasion]) -> Occasion | None:
        if not found.outer or not found.speakers or found.clause.opener in ("according", "before"):
            return None
        speaker = found.speakers[0]
        fitting = [o for o in told if speaker in o.participants]
        if fitting:
            return fitting[-1]
        if speaker.kind == "agency" or self._told_earlier(found):
            return None
        return self._last.get(speaker.order)

    def _keep_hearers(self, found: Attribution) -> None:
        """«قال لوكالة …»: what its speaker goes on to say is said to the same medium."""
        if not found.outer or not found.speakers:
            return
        speaker = found.speakers[0].order
        press = [m for m in found.addressees if m.kind == "agency"]
        if press:
            self._heard[speaker] = press
        elif found.event is not None and found.event.type != "interview":
            self._heard.pop(speaker, None)
        elif not self._told_earlier(found):
            found.addressees += [m for m in self._heard.get(speaker, []) if m not in found.addressees]

    def _told_earlier(self, found: Attribution) -> bool:
        """«وكان فلان قد أعلن»: words of another time, at no occasion told here."""
        at, first = found.clause.at, found.clause.sentence[0]
        opening = set(self.doc.words[first : first + 2])
        return (
            bool(opening & {"وكان", "وكانت", "كان", "كانت", "سبق", "وسبق"})
            or "قد" in self.doc.words[max(first, at - 2) : at]
        )

    def close(self) -> None:
        """Give the lead its occasion: what its speaker says before any is told belongs to the first one."""
        for number, here in enumerate(self._sentences):
            for found in here:
                if found.event is None and found.outer and found.speakers:
                    self._look_ahead(found, number)

    def _look_ahead(self, found: Attribution, number: int) -> None:
        if (
            self._told_earlier(found)
            or found.clause.opener in ("according", "before")
            or found.speakers[0].kind == "agency"
        ):
            return
        before = [
            a
            for here in self._sentences[:number]
            for a in here
            if a.speakers and a.speakers[0] is found.speakers[0]
        ]
        if any(a.event for a in before) or found.addressees:
            return
        speaker = found.speakers[0]
        for later, occasion in self._told:
            if (
                number <= later <= number + 20
                and speaker in occasion.participants
                and speaker not in occasion.hearers
            ):
                found.event = occasion
                return
        for here in self._sentences[number : number + 5]:
            for other in here:
                press = [m for m in other.addressees if m.kind == "agency"]
                if press and other.outer and other.speakers and other.speakers[0] is speaker:
                    found.addressees += press
                    return


def _subjects(here: list[Attribution], occasion: Occasion) -> list[Member]:
    """The speakers of the clause in whose words the occasion is told."""
    top = [a for a in here if a.outer and a.speakers and a.speakers[0].kind != "agency"] or [
        a for a in here if a.speakers
    ]
    nearest = [a for a in top if a.clause.at <= occasion.at] or top[:1]
    return nearest[-1].speakers if nearest else []


def add_hearers(attributions: list[Attribution]) -> None:
    """Addressees that the occasion makes plain: the other side, the audience, the medium."""
    for found in attributions:
        occasion = found.event
        if occasion is None:
            continue
        others = occasion.participants if occasion.type in TWO_SIDED else occasion.hearers
        found.addressees += [m for m in others if m not in found.speakers and m not in found.addressees]
