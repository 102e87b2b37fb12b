"""Words that tell an occasion of speaking, and of which type it is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cache, lru_cache

from .identity import Member
from .inflection import peel
from .lexicon import event_noun_of
from .lexicon_tables import event_nouns
from .mentions import parse_party
from .normalize import fold
from .press import QUESTIONS, TO_PRESS, answers_press, is_remark, talks_to_press
from .segment import LINE, OPEN, WORD, Document
from .vocabulary import heads

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


def _set(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in text.split())


SUMMONS = _set("استدعى استدعت يستدعي تستدعي")
MEETING_VERBS = SUMMONS | _set(
    "استقبل استقبلت التقى التقت يلتقي اجتمع اجتمعت تلتقي يستقبل التقيا تستقبل يجتمع اجتمعا"
)


TALK_VERBS = _set("بحث ناقش تباحث بحثت ناقشت تباحثت بحثا ناقشا تباحثا يبحث تبحث يناقش")


_CALL_VERBS = _set("تلقى تلقت هاتف هاتفت")


_POSTED = _set(
    "تويتر فيسبوك صفحته صفحتها حسابه حسابها إكس تليغرام تلغرام فيس تيليغرام انستغرام صفحاته تدوينة"
)


_PHONE = _set("هاتفي هاتفية تليفوني الهاتفي الهاتفية هاتفيا هاتفيين تلفوني هاتفياً تليفونيا")


_BEFORE_AFTER = _set("أعقاب عقب بعد قبل قبيل إثر بعيد وبعد وعقب وقبل")


AFTER = _set("عقب بعد إثر بعيد وبعد وعقب")


_INTRODUCING = _set(
    "في خلال أثناء على عبر وفي وخلال أجرى أجرت عقد عقدت عقده عقدته عقدها أدلى ضمن لدى هامش ختام مستهل بداية نص افتتاح أصدر أصدرته أصدره أصدرت ألقى ألقاها ألقاه ألقت بعث وجه من أعقاب عن بموجب إلى وأصدرت وأصدر كل أعمال جاء ذكر وذكر نشر نشرت نشره نشرها بعثت أرسل أرسلت وجهت كتب يجري تجري أجراها أجرتها أجراه حول إطار وعبر بعد عقب قبل"
)


_BODY_BEFORE = _set(
    "مجلس لجنة برلمان الكونغرس الكونجرس الجمعية البرلمان الكنيست جلسة اجتماع مؤتمر قمة القمة المؤتمر منتدى الاجتماع الجلسة المنتدى اللجنة المجلس محكمة"
)


_UNSAID = _set(
    "زيارة تقرير جولة استطلاع كتاب شكوى تظاهرة مظاهرة تصريح تصريحات مناقشة مهرجان مفاوضات مشاورات كلام"
)


def noun_type(phrase: str) -> tuple[str, bool]:
    """(type, weak) of an occasion noun with what is attached to it; ("", False) for none."""
    first, _, rest = phrase.partition(" ")
    stems = _stems(first)
    if not stems:
        return "", False
    words_ = [_without_ending(w) for w in rest.split()]
    for stem in stems:
        entry = event_noun_of(" ".join([stem, *words_]))
        if entry and fold(entry.word) not in _UNSAID:
            return entry.type, entry.weak
    return "", False


@lru_cache(maxsize=1 << 15)
def _stems(word: str) -> tuple[str, ...]:
    """What a word may be that begins the name of an occasion: () for nearly all words."""
    if word.startswith(("بدور", "وبدور")):
        return ()
    stems = [stem for _, bare in peel(word) for stem in (bare, _without_ending(bare))]
    return tuple(stem for stem in dict.fromkeys(stems) if stem in _first_words())


def _without_ending(word: str) -> str:
    """«لقاءا»: without the ending of the accusative."""
    return word[:-1] if word.endswith("ا") and len(word) > 4 else word


@cache
def _first_words() -> frozenset[str]:
    """The words that a name of an occasion begins with: all others need no look at what follows them."""
    return frozenset(phrase.split()[0] for phrase in event_nouns())


def find_occasions(
    doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]
) -> list[Occasion]:
    """The occasions that the narrator of a sentence tells, outside the spans in `skipped`."""
    found: list[Occasion] = []
    for i in doc.where(_may_tell, *sentence):
        if doc.kinds[i] != WORD or any(first <= i < end for first, end in skipped):
            continue
        kind = _type_at(doc, i, sentence)
        if kind and not any(o.type == kind for o in found):
            found.append(Occasion(kind, i))
    return _strongest(doc, found)


def _strongest(doc: Document, found: list[Occasion]) -> list[Occasion]:
    """«في كلمته خلال المؤتمر»: the nearer, more telling occasion is meant."""
    types = {o.type for o in found}
    if "conference" in types:
        found = [o for o in found if o.type != "press_conference" or doc.words[o.at] not in QUESTIONS]
        types = {o.type for o in found}
    if types & {"press_conference", "interview", "speech", "message"} and "conference" in types:
        found = [o for o in found if o.type != "conference"]
    if len(types) > 1:
        found = [o for o in found if o.type != "other" or not is_visit(doc.words[o.at])]
    if len(found) > 1:
        found = [o for o in found if o.type != "speech" or doc.words[o.at] != "امام" or _reads_out(doc, o.at)]
    return found


def _reads_out(doc: Document, i: int) -> bool:
    return bool(_READ_OUT & set(doc.words[max(0, i - 8) : i]))


def _type_at(doc: Document, i: int, sentence: tuple[int, int]) -> str:
    word = doc.words[i]
    before = _word_before(doc, i, sentence[0])
    after = doc.words[i + 1] if i + 1 < sentence[1] else ""
    if word in TO_PRESS and (word.startswith("ل") or before in ("امام", "مع", "الي")):
        return "press_conference"
    if word in _TO_MEDIA and after in _MEDIA and _said_near(doc, i, sentence[0]):
        return "press_conference"
    if answers_press(doc, i, sentence) or talks_to_press(doc, i, sentence):
        return "interview" if after in _WRITTEN else "press_conference"
    if word in _POSTED and before in ("علي", "عبر", "في", "موقع", "بحسابه", "منصه"):
        return "message"
    bare = word[1:] if word[:1] in "وف" else word
    if bare in MEETING_VERBS:
        return "meeting"
    if bare in TALK_VERBS and "مع" in doc.words[i : min(i + 15, sentence[1])]:
        return "meeting"
    if bare in _CALL_VERBS:
        return "phone_call" if after.startswith("اتصال") else ""
    if (word == "هاتفيا" and before not in ("اتصالا",)) or (word == "الهاتف" and before == "عبر"):
        return "phone_call"
    if word == "امام" and i + 1 < sentence[1]:
        return _heard_by(doc, i, sentence)
    if word in _PARLIAMENTS and before in ("في", "داخل") and _said_just_before(doc, i, sentence[0]):
        return "conference"
    return _noun_at(doc, i, sentence, before, after)


@lru_cache(maxsize=1 << 15)
def _may_tell(word: str) -> bool:
    """Whether `_type_at` may know this word: one in fifteen; all its lists must be named here."""
    bare = word[1:] if word[:1] in "وف" else word
    return (
        word in _TELLING
        or is_visit(word)
        or bare in MEETING_VERBS | TALK_VERBS | _CALL_VERBS
        or is_remark(word)
        or bool(_stems(word))
    )


def _word_before(doc: Document, i: int, first: int) -> str:
    """The word before a token, past line ends and quotation marks."""
    i -= 1
    while i > first and doc.kinds[i] in (LINE, OPEN):
        i -= 1
    return doc.words[i] if i >= first else ""


_SITES = _set("موقعه موقعها")


def _is_own_site(doc: Document, i: int) -> bool:
    """«على موقعها الإلكتروني», not «موقعه على تويتر»."""
    return doc.words[i + 1 : i + 2] in (["الالكتروني"], ["الرسمي"], ["الاليكتروني"]) or doc.words[
        i + 1 : i + 3
    ] == ["علي", "الانترنت"]


_WRITTEN = _set("مكتوبة خطية")
_VISITS = ("زيارت", "زياره", "تفقد", "جولت")
_VISITING = _set("خلال في أثناء وخلال وفي")


def is_visit(word: str) -> bool:
    return word.startswith(_VISITS)


_READ_OUT = _set("بيانا بيان تقريره تقرير تقريرا عرضا إيجازا تقريرها")
_SAYING = _set(
    "قال قالت وقال وقالت أكد وأكد أكدت وأكدت أعلن وأعلن شدد وشدد يتحدث تحدث متحدثا أضاف وأضاف قائلا"
)


_PARLIAMENTS = _set("البرلمان الكونغرس الكونجرس الكنيست")


_TO_MEDIA = _set("لوسائل وسائل")
_MEDIA = _set("الإعلام إعلام إعلامية")


def _said_near(doc: Document, i: int, first: int) -> bool:
    """«قال لوسائل الإعلام», «في تصريحات لوسائل إعلام», «أمام وسائل الإعلام»."""
    if not doc.words[i].startswith("ل") and doc.words[i - 1] not in ("امام", "الي"):
        return False
    return any(w in _SAYING or is_remark(w) for w in doc.words[max(first, i - 8) : i])


_TELLING = _TO_MEDIA | TO_PRESS | QUESTIONS | _POSTED | _PARLIAMENTS | _SITES | {"هاتفيا", "الهاتف", "امام"}


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
    party = parse_party(doc, i + 1, sentence[1])
    press = party and (party.head in TO_PRESS or party.kind == "agency")
    return "speech" if party and party.kind == "group" and not press else ""


def _noun_at(doc: Document, i: int, sentence: tuple[int, int], before: str, after: str) -> str:
    word, phrase, kind, weak = doc.words[i], "", "", False
    if word in _SITES and before in ("علي", "عبر") and _is_own_site(doc, i):
        return "statement"
    if is_visit(word) and word != "تفقد":
        return "other" if before in _VISITING and _is_own(doc, i) else ""
    if not _stems(word):
        return ""
    for size in (3, 2, 1):
        if i + size <= sentence[1] and not kind:
            phrase = " ".join(doc.words[i : i + size])
            kind, weak = noun_type(phrase)
    if not kind or word.endswith("بيانات"):
        return ""
    if _only_near(doc, i, kind, before):
        return ""
    introduced = before in _INTRODUCING or _attached(phrase)
    if kind == "phone_call":
        phone = any(w in _PHONE for w in doc.words[i : i + 3]) or word.startswith(
            ("مكالم", "مهاتف", "المكالم")
        )
        return kind if phone or (introduced and before in ("في", "خلال")) or _made(doc, i, sentence) else ""
    if kind in ("meeting", "speech") and (before in _BEFORE_AFTER or _over(doc, i, sentence)):
        return ""
    if kind == "interview" and weak:
        own = word.startswith(("حوار", "مقابل")) and introduced
        return (
            kind
            if own or (introduced and _medium_follows(doc, i, sentence)) or after in ("خاص", "خاصه")
            else ""
        )
    if kind in ("statement", "interview", "press_conference"):
        return (
            kind
            if introduced or i == sentence[0] or (kind == "statement" and _is_issued(doc, i, sentence[0]))
            else ""
        )
    if kind == "meeting" and "لقاء" in word and after in _ON_AIR:
        return "interview" if introduced else ""
    if kind == "meeting" and word.endswith("اجتماع") and _of_body(doc, i, sentence[1]):
        kind = "conference"
    if kind == "meeting":
        return kind if introduced or after == "مع" or i <= sentence[0] + 1 else ""
    if kind == "conference" and before in _ABOUT:
        return ""
    if kind == "conference" and before in _OPENING:
        return kind
    if kind == "speech" and word.endswith(("كلمته", "كلمتها", "خطابه", "خطابها")):
        return kind
    return kind if introduced else ""


_ON_AIR = _set("تلفزيوني تليفزيوني متلفز إذاعي صحفي صحافي تلفزي")
_DELIBERATING = _set(
    "اللجنة المجلس الجمعية لمجلس مجلس للجنة لجنة للجمعية الجمعية للأمم وزراء لوزراء للقمة للمنظمة منظمة"
)


def _of_body(doc: Document, i: int, end: int) -> bool:
    """«اجتماع لمجلس حقوق الإنسان», «اجتماع وزراء الخارجية»: the session of a body."""
    return bool(_DELIBERATING & set(doc.words[i + 1 : min(end, i + 3)]))


def _is_own(doc: Document, i: int) -> bool:
    """«خلال زيارته لمصر», «خلال زيارة إلى الصين»: a visit of whoever speaks."""
    after = doc.words[i + 1] if i + 1 < len(doc) else ""
    return doc.words[i].endswith(("ته", "تها", "ده", "دها")) or after in _TOWARDS or after.startswith("ل")


_TOWARDS = _set("إلى يقوم تقوم قام قامت قصيرة رسمية")
_TAKING_PART = _set("تشارك شاركت شارك يشارك المشارك المشاركة المشاركين المشاركون المشاركان")
_COMMENTING = _set("تعليقا ردا معلقا تعقيبا وتعليقا وردا")


_ISSUING = _set("أصدر أصدرت أصدرا أصدرتا أصدروا يصدر تصدر وأصدر وأصدرت وأصدروا ونشر ونشرت نشر نشرت وزع وزعت")


def _is_issued(doc: Document, i: int, first: int) -> bool:
    """«بيان», «أصدرت الوزارة بياناً»."""
    word = doc.words[i]
    if word in ("بيان", "البيان"):
        return True
    return word in ("بيانا", "بيانين") and bool(_ISSUING & set(doc.words[max(first, i - 12) : i]))


def _only_near(doc: Document, i: int, kind: str, before: str) -> bool:
    """«الوفد المشارك في القمة», «على هامش المؤتمر», «تعليقا على المقابلة»: not said at it."""
    second = doc.words[i - 2] if i > 1 else ""
    if before == "علي" and second in _COMMENTING:
        return True
    return kind == "conference" and (before == "هامش" or (before == "في" and second in _TAKING_PART))


TOLD_BY = _set("بحسب حسب وفق وفقا حسبما")
_MADE = _set("أجرى أجرت يجري تجري وأجرى وأجرت أجراه أجرته")
_ENDING = _set("انتهاء اختتام ختام انتهائه")
_FOLLOWED = _set("أعقب أعقبت تلا تلت سبق سبقت يعقب")


def _made(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    """«أجرى الوزير اتصالا بنظيره»: a call, also where no telephone is named."""
    return bool(_MADE & set(doc.words[max(sentence[0], i - 12) : i])) and any(
        w in ("مع", "ب") or w.startswith("بنظير") or (w[:1] == "ب" and w[1:] in heads())
        for w in doc.words[i + 1 : min(sentence[1], i + 4)]
    )


def _over(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    """«عقب انتهاء لقائه», «تصريحات أعقبت لقاءه»: said when the talks were over."""
    before = doc.words[max(sentence[0], i - 2) : i]
    return before[-1:] != [] and (
        before[-1] in _FOLLOWED or (before[-1] in _ENDING and before[0] in _BEFORE_AFTER)
    )


_OPENING = _set("افتتاحه افتتاحها مشاركته مشاركتها حضوره حضورها ترؤسه ترؤسها رئاسته")
_ABOUT = _set("من إلى حول عن قبل بعد عقب كل بموجب ذكر وذكر وجه كتب")


def _attached(phrase: str) -> bool:
    """«بلقاء», «بتصريحات صحفية»: introduced by an attached preposition."""
    return phrase[:1] == "ب" and bool(noun_type(phrase[1:])[0])


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
