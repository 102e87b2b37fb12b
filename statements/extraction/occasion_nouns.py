"""Nouns that tell an occasion of speaking, and of which type: «في مؤتمر صحفي», «خلال لقائه», «على موقعها»."""

from __future__ import annotations

from functools import cache

from .inflection import peel
from .lexicon import event_noun_of
from .lexicon_tables import event_nouns
from .mentions import parse_party
from .normalize import fold
from .occasion_words import is_letter, is_visit
from .outlets import CHANNELS, named_medium
from .per_word import per_word
from .segment import CLOSE, COMMA, OPEN, Document
from .vocabulary import folded, heads

_PHONE = folded("هاتفي هاتفية تليفوني الهاتفي الهاتفية هاتفيا هاتفيين تلفوني هاتفياً تليفونيا")
BEFORE_AFTER = folded("أعقاب عقب بعد قبل قبيل إثر بعيد وبعد وعقب وقبل غداة عشية")
AFTER = folded("عقب بعد إثر بعيد وبعد وعقب غداة")
_INTRODUCING = folded(
    "عند في خلال أثناء على عبر وفي وخلال أجرى أجرت عقد عقدت عقده عقدته عقدها أدلى ضمن لدى هامش ختام مستهل بداية نص افتتاح أصدر أصدرته أصدره أصدرت ألقى ألقاها ألقاه ألقت بعث وجه من أعقاب عن بموجب إلى وأصدرت وأصدر كل أعمال جاء ذكر وذكر نشر نشرت نشره نشرها بعثت أرسل أرسلت وجهت كتب يجري تجري أجراها أجرتها أجراه حول إطار وعبر بعد عقب قبل"
)
SITES = folded("موقعه موقعها")


def _is_own_site(doc: Document, i: int) -> bool:
    """«على موقعها الإلكتروني», not «موقعه على تويتر»."""
    return doc.words[i + 1 : i + 2] in (["الالكتروني"], ["الرسمي"], ["الاليكتروني"]) or doc.words[
        i + 1 : i + 3
    ] == ["علي", "الانترنت"]


_VISITING = folded("خلال في أثناء وخلال وفي ختام مستهل")


_ON_VISIT = folded("خلال أثناء وخلال")


_UNSAID = folded(
    "زيارة تقرير جولة استطلاع كتاب شكوى تظاهرة مظاهرة تصريح تصريحات مناقشة مهرجان مفاوضات مشاورات كلام"
)


def noun_type(phrase: str) -> tuple[str, bool]:
    """(type, weak) of an occasion noun with what is attached to it; ("", False) for none."""
    first, _, rest = phrase.partition(" ")
    known = stems(first)
    if not known:
        return "", False
    words_ = [_without_ending(w) for w in rest.split()]
    for stem in known:
        entry = event_noun_of(" ".join([stem, *words_]))
        if entry and fold(entry.word) not in _UNSAID:
            return entry.type, entry.weak
    return "", False


@per_word
def stems(word: str) -> tuple[str, ...]:
    """What a word may be that begins the name of an occasion: () for nearly all words."""
    if word.startswith(("بدور", "وبدور")):
        return ()
    known = _first_words()
    found = [stem for _, bare in peel(word) for stem in (bare, _without_ending(bare)) if stem in known]
    return tuple(dict.fromkeys(found)) if found else ()


def _without_ending(word: str) -> str:
    """«لقاءا»: without the ending of the accusative."""
    return word[:-1] if word.endswith("ا") and len(word) > 4 else word


@cache
def _first_words() -> frozenset[str]:
    """The words that a name of an occasion begins with: all others need no look at what follows them."""
    return frozenset(phrase.split()[0] for phrase in event_nouns())


def type_of_noun(doc: Document, i: int, sentence: tuple[int, int], before: str, after: str) -> str:
    """Which occasion the noun at token `i` tells, between the words before and after it; "" for none."""
    word = doc.words[i]
    if word in SITES and before in ("علي", "عبر") and _is_own_site(doc, i):
        return "statement"
    if is_letter(doc, i, sentence[1]):
        return "message"
    if is_visit(word) and word != "تفقد":
        return "other" if before in _VISITING and _is_own(doc, i) else ""
    if word == "الزياره" and before in _ON_VISIT:
        return "other"
    phrase, kind, weak = _named(doc, i, sentence[1]) if stems(word) else ("", "", False)
    talks = _kind_of_talks(doc, i, sentence[1]) if kind == "meeting" else kind
    if not kind or word.endswith("بيانات") or _only_near(doc, i, talks, before):
        return ""
    if kind == "statement" and doc.words[i + 1 : i + 2] and doc.words[i + 1] in _DELIVERED:
        kind = "speech"
    if _FUTURE & set(doc.words[i + 1 : i + 3]):
        return ""  # «الاجتماع الوزاري القادم»
    if kind in ("meeting", "speech") and (before in BEFORE_AFTER or _over(doc, i, sentence)):
        return ""
    if kind == "meeting" and before in ("حضر", "وحضر"):
        return ""  # who attended the talks of which the article tells
    introduced = before in _INTRODUCING or _attached(phrase) or _is_held(doc, i, sentence[0], talks)
    if kind == "interview" and weak:
        return kind if _is_interview(doc, i, sentence, introduced) else ""
    if kind == "meeting":
        kind = talks
    return kind if _is_told(doc, i, sentence, kind, before, introduced) else ""


def _named(doc: Document, i: int, end: int) -> tuple[str, str, bool]:
    """The longest name of an occasion at a token, its type, and whether it is weak."""
    for size in (3, 2, 1):
        phrase = " ".join(doc.words[i : i + size])
        kind, weak = noun_type(phrase) if i + size <= end else ("", False)
        if kind:
            return phrase, kind, weak
    return "", "", False


def _kind_of_talks(doc: Document, i: int, end: int) -> str:
    """«لقاء تلفزيوني» is an interview, «اجتماع لمجلس حقوق الإنسان» a session."""
    word = doc.words[i]
    if "لقاء" in word or "لقايه" in word or "لقايها" in word:
        pause = next((j for j in range(i + 1, min(end, i + 10)) if doc.kinds[j] == COMMA), min(end, i + 10))
        after = doc.words[i + 1 : pause]
        if (
            set(after[:1]) & _ON_AIR
            or ("مع" in after[:2] and set(after[1:3]) & _PRESENTERS)
            or any(w in CHANNELS or w in _PROGRAMMES for w in after)
        ):
            return "interview"
    return "conference" if _without_ending(word).endswith("اجتماع") and _of_body(doc, i, end) else "meeting"


def _is_interview(doc: Document, i: int, sentence: tuple[int, int], introduced: bool) -> bool:
    if doc.words[i + 1 : i + 2] in (["خاص"], ["خاصه"]):
        return True
    if doc.words[i] in _PROGRAMMES:
        return doc.kinds[i + 1 : i + 2] == [OPEN] and (introduced or doc.words[i] != "برنامج")
    if introduced and doc.words[i].startswith("مداخل") and "مع" in doc.words[i + 1 : i + 3]:
        return True  # «في مداخلة مع الإعلامي فلان»
    return introduced and (doc.words[i].startswith(("حوار", "مقابل")) or _medium_follows(doc, i, sentence))


def _is_told(
    doc: Document, i: int, sentence: tuple[int, int], kind: str, before: str, introduced: bool
) -> bool:
    """Whether the noun stands as an occasion stands: introduced by a preposition or verb, or by its own form."""
    word = doc.words[i]
    if kind == "phone_call":
        phone = any(w in _PHONE for w in doc.words[i : i + 3]) or word.startswith(_CALLS)
        return phone or (introduced and before in ("في", "خلال")) or _made(doc, i, sentence)
    if kind == "statement":
        return introduced or i == sentence[0] or _is_issued(doc, i, sentence[0])
    if kind in ("interview", "press_conference"):
        return introduced or i == sentence[0]
    if kind == "meeting":
        return introduced or doc.words[i + 1 : i + 2] == ["مع"] or i <= sentence[0] + 1
    if kind == "conference":
        opening = bool(OPENING & set(doc.words[max(sentence[0], i - 5) : i]))
        return before not in _ABOUT and (introduced or opening)
    return introduced or (kind == "speech" and word.endswith(("كلمته", "كلمتها", "خطابه", "خطابها")))


_PROGRAMMES = folded("برنامج ببرنامج لبرنامج")
_DELIVERED = folded("ألقاه ألقته تلاه تلته يلقيه ألقاها")
_CALLS = ("مكالم", "مهاتف", "المكالم")
_ON_AIR = folded("تلفزيوني تليفزيوني متلفز إذاعي صحفي صحافي تلفزي")
_FUTURE = folded("القادم القادمة المقبل المقبلة المرتقب المرتقبة")
_PRESENTERS = folded("الإعلامي الإعلامية المذيع المذيعة المحاور المحاورة")
_DELIBERATING = folded(
    "اللجنة المجلس الجمعية لمجلس مجلس للجنة لجنة للجمعية الجمعية للأمم وزراء لوزراء للقمة للمنظمة منظمة الوزاري الحكومة الحكومي لجامعة مجموعة لمجموعة"
)


def _of_body(doc: Document, i: int, end: int) -> bool:
    """«اجتماع لمجلس حقوق الإنسان», «اجتماع وزراء الخارجية»: the session of a body."""
    return bool(_DELIBERATING & set(doc.words[i + 1 : min(end, i + 3)]))


def _is_own(doc: Document, i: int) -> bool:
    """«خلال زيارته لمصر», «خلال زيارة إلى الصين»: a visit of whoever speaks."""
    after = doc.words[i + 1] if i + 1 < len(doc) else ""
    return doc.words[i].endswith(("ته", "تها", "ده", "دها")) or after in _TOWARDS or after.startswith("ل")


_TOWARDS = folded("إلى يقوم تقوم قام قامت قصيرة رسمية")
_TAKING_PART = folded("تشارك شاركت شارك يشارك المشارك المشاركة المشاركين المشاركون المشاركان")
_COMMENTING = folded("تعليقا ردا معلقا تعقيبا وتعليقا وردا")
_ISSUING = folded(
    "أصدر أصدرت أصدرا أصدرتا أصدروا يصدر تصدر وأصدر وأصدرت وأصدروا ونشر ونشرت نشر نشرت وزع وزعت"
)


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
    beside = "هامش" in doc.words[max(0, i - 5) : i]  # «على هامش مشاركته في القمة»
    return kind == "conference" and (beside or (before == "في" and second in _TAKING_PART))


TOLD_BY = folded("بحسب حسب وفق وفقا حسبما وبحسب ووفق وحسب ووفقا طبقا")
RELAYING = folded("نقل ونقل نسب ونسب")
_MADE = folded("أجرى أجرت يجري تجري وأجرى وأجرت أجراه أجرته")
_ENDING = folded("انتهاء اختتام ختام انتهائه")
_FOLLOWED = folded("أعقب أعقبت تلا تلت سبق سبقت يعقب")


_HOLDING = {
    "press_conference": folded("عقد عقدت يعقد تعقد نظم نظمت أقام أقامت أقيم انعقد أصدر أصدرت أدلى أدلت"),
    "conference": folded("عقد عقدت يعقد تعقد ترأس ترأست يترأس تترأس رأس افتتح افتتحت يفتتح"),
    "meeting": folded("عقد عقدت يعقد أجرى أجرت"),
    "interview": folded("أجرى أجرت أدلى أدلت"),
    "speech": folded("ألقى ألقت يلقي تلقي وجه وجهت يوجه"),
    "message": folded("نشر نشرت بعث بعثت أرسل أرسلت وجه وجهت تلقى تلقت تسلم تسلمت رفع رفعت"),
}


# «افتتح الوزير المؤتمر»: a session that whoever opens or leads it speaks at, the article before it.
_OPENED = folded("افتتح افتتحت يفتتح تفتتح ترأس ترأست يترأس تترأس رأس اختتم")


def _is_held(doc: Document, i: int, first: int, kind: str) -> bool:
    """«عقد الوزير فلان مؤتمراً صحفياً»: the noun is the object of its verb, the subject between the two."""
    verbs = _HOLDING.get(kind, frozenset())
    if doc.words[i].startswith(("ال", "رسايل")):  # «بعث رسائل واضحة إلى العدو» by words said elsewhere
        verbs = _OPENED if kind == "conference" else frozenset()
    for j in range(i - 1, max(first, i - 12) - 1, -1):
        word = doc.words[j]
        if doc.kinds[j] in (OPEN, CLOSE):
            return False
        if word in verbs or (word[:1] == "و" and word[1:] in verbs):
            return True
    return False


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
        before[-1] in _FOLLOWED or (before[-1] in _ENDING and before[0] in BEFORE_AFTER)
    )


OPENING = folded("افتتاحه افتتاحها مشاركته مشاركتها حضوره حضورها ترؤسه ترؤسها رئاسته")
_ABOUT = folded("من إلى حول عن قبل بعد عقب كل بموجب ذكر وذكر وجه كتب")


def _attached(phrase: str) -> bool:
    """«بلقاء», «بتصريحات صحفية»: introduced by an attached preposition."""
    return phrase[:1] == "ب" and bool(noun_type(phrase[1:])[0])


def _medium_follows(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    for j in range(i + 1, min(sentence[1], i + 6)):
        word = doc.words[j]
        if doc.words[j - 1] in ("مع", "الي") and named_medium(doc, j, sentence[1]):
            return True
        if word == "ل" or (doc.kinds[j] == OPEN and doc.words[j - 1] == "مع"):
            return True
        party = (
            parse_party(doc, j, sentence[1])
            if word.startswith("ل") or doc.words[j - 1] in ("مع", "الي")
            else None
        )
        if party:
            return party.kind == "agency"
    return False
