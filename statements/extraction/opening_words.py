"""Words that open what was said: complementisers, and the prepositions that a verb of saying takes."""

from __future__ import annotations

from .attached import NOT_CONTENT, is_attached_content
from .audiences import is_of_session
from .clauses import FREE_THAT, SHORT_QUOTE, Opening
from .cues import MASDAR, FoundCue, find_cues
from .per_word import per_word
from .press import is_remark
from .segment import COMMA, LINE, OPEN, STOP, Document
from .vocabulary import folded, is_function, is_time, nouns, words

REGION = 48  # tokens between a cue and its content


def opening_word(doc: Document, cue: FoundCue, j: int, that: bool) -> Opening | None:
    """The content that a word which `may_open` opens for the cue, where `that` says whether a complementiser may;
    None for none."""
    word, before = doc.words[j], doc.words[j - 1]
    frames = cue.verb.frames
    if word in FREE_THAT:
        if (that or before in frames or (word == "بان" and "ب" in frames)) and _is_that(doc, cue, j):
            end = j - 1 if before in frames and j - 1 > cue.at else j
            return Opening(end, j + 1, "that")
        return None
    if word in words("clitic_comp"):
        if cue.verb.sense == "described" and cue.reading.suffix and doc.words[cue.at - 1] not in _NAMING:
            return Opening(j, j, "preposition") if word[:1] == "ب" else None
        that = that or (word[:1] == "ب" and "ب" in frames)
        if (that or before in frames) and before not in _BEFORE_THAT:
            return Opening(j - 1 if before in frames and j - 1 > cue.at else j, j, "that")
        return None
    if word in frames and word in _FREE_PREPOSITIONS and before != "نقلا":
        return _after_preposition(doc, cue, j)
    if word in _ASKING and cue.verb.sense == "asked" and cue.form != MASDAR:
        return Opening(j, j, "that")  # «وتساءل الوزير، كيف …؟»
    if word == "عما" and "عن" in frames:
        return Opening(j, j, "preposition")
    if word == "مما" and "من" in frames:
        return Opening(j, j, "preposition")
    if cue.verb.sense == "described" and cue.reading.suffix and _calls(doc, cue, j):
        return Opening(j, j + 1 if len(word) == 1 else j, "preposition")
    asked = word in _ASKED_OR_GREETED.get(cue.verb.sense, ())
    if "ب" in frames and word[:1] == "ب" and (asked or is_attached_content(doc, j, "ب")):
        if before in words("occasion") or _says_that_later(doc, cue, j):
            return None
        return Opening(j, j + 1 if len(word) == 1 else j, "preposition")
    if (
        "ل" in frames
        and word[:1] == "ل"
        and is_attached_content(doc, j, "ل")
        and cue.verb.sense in ("called_on", "expressed", "thanked")
        and not is_of_session(doc, j)
    ):
        return Opening(j, j + 1 if len(word) == 1 else j, "preposition")
    if (
        cue.verb.lemma in _POINTING
        and j == cue.at + 1
        and word[:1] == "ل"
        and is_attached_content(doc, j, "ل")
    ):
        return Opening(j, j, "preposition")  # «مشيراً لاستمرار الحركة»
    if cue.form == MASDAR and word[:1] == "ل" and _is_object_of_noun(doc, cue, j):
        return Opening(j, j, "preposition")
    return None


# Words that open no content else: «طالب بلقاء», «هنأ الملك بمناسبة العيد», «هنأه بعيد الاستقلال».
_ASKED_OR_GREETED = {"called_on": folded("بلقاء"), "congratulated": folded("بمناسبة بعيد بحلول")}
_ASKING = folded("هل كيف لماذا متى أين ماذا أليس ألا ألم لم")
_POINTING = ("أشار", "لفت", "نوه")


@per_word
def may_open(word: str) -> bool:
    """Whether any cue may open content with the word: most words are not worth a closer look."""
    return (
        word[:1] in ("ب", "ل")
        or word in FREE_THAT
        or word in words("clitic_comp")
        or word in _FREE_PREPOSITIONS
        or word in _ASKING
        or word in ("عما", "مما")
    )


def _is_object_of_noun(doc: Document, cue: FoundCue, j: int) -> bool:
    """«اتهام العراق [لسوريا]», «رفضهم [للاتفاق]», «دعوة المعارضة [لمقاطعة]»: what a verbal noun is about."""
    word = doc.words[j]
    if (
        len(word) < 4
        or word in NOT_CONTENT
        or is_time(word[1:])
        or (j == cue.at + 1 and not cue.reading.suffix)
    ):
        return False
    if "np" in cue.verb.frames:
        return word.startswith("لل") or word[1:] in nouns() or not is_function(word)
    return cue.verb.sense == "called_on" and is_attached_content(doc, j, "ل")


def _calls(doc: Document, cue: FoundCue, j: int) -> bool:
    """«ووصفها محللون بالمهمة», «ووصفه بأنه صديق»; but «ما وصفه بـ» only names."""
    word = doc.words[j]
    if doc.words[cue.at - 1] in _NAMING:
        return False
    return (
        word[:1] == "ب"
        and word not in words("clitic_comp")
        and (len(word) == 1 or word.startswith("بال") or is_attached_content(doc, j, "ب"))
    )


_NAMING = folded("ما عما مما بما كما لما فيما")


def _says_that_later(doc: Document, cue: FoundCue, j: int) -> bool:
    """«أفادت الوزارة في بيان عقب لقاء بالحزب بأنّ»: the complementiser outweighs the noun with «ب» before it."""
    if "that" not in cue.verb.frames:
        return False
    for k in range(j + 1, min(j + REGION, len(doc))):
        if doc.words[k] in _WITH_THAT:
            return True
        if doc.kinds[k] in (STOP, LINE) or find_cues(doc, k, k + 1):
            return False
    return False


_WITH_THAT = folded("بأن بأنه بأنها بأنهم بأننا")
_FREE_PREPOSITIONS = folded("إلى على عن من في بشأن حول")


def _is_that(doc: Document, cue: FoundCue, j: int) -> bool:
    before = doc.words[j - 1]
    if before in _BEFORE_THAT or (
        doc.words[j] == "بان" and doc.words[j + 1 : j + 2] in (["كي"], ["جي"], ["كى"])
    ):
        return False
    if before == "من" and doc.words[j - 2] in ("بالرغم", "الرغم", "بدلا", "دون"):
        return False
    if before == "الي" and "الي" not in cue.verb.frames:
        return cue.verb.strength == "s"
    return not (before == "علي" and doc.words[j - 2] in ("بناء",))


def _after_preposition(doc: Document, cue: FoundCue, j: int) -> Opening | None:
    word = doc.words[j]
    if j + 1 >= len(doc):
        return None
    after, kind = doc.words[j + 1], doc.kinds[j + 1]
    if kind in (COMMA, STOP, LINE):
        return None
    if after == "القول" and _opens_that(doc, j + 2):
        return None  # «خلص إلى القول إن»: the complementiser opens
    if after not in FREE_THAT and (_comes_again_with_that(doc, j) or _is_of_remarks(doc, j)):
        return None
    if word == "علي" and (after in _ADJUNCT_AFTER_ALA or is_time(after)):
        return None
    if (
        word == "علي"
        and doc.written(j) == "علي"
        and after not in words("comp")
        and j > cue.at + 1
        and (doc.writes_ala or doc.words[j - 1] != "،")
        and after not in nouns()
        and not after.startswith("ال")
    ):
        return None
    if (
        word == "في"
        and cue.verb.sense == "hoped"
        and after not in FREE_THAT
        and after not in words("clitic_comp")
        and j > cue.at + 1
    ):
        return None
    if (
        word == "من"
        and j > cue.at + 1
        and doc.words[j - 1]
        in ("كل", "عدد", "مصدر", "مصادر", "كلا", "مجموعه", "اكثر", "العديد", "وعدد", "بدلا", "قريب", "قريبه")
    ):
        return None
    if word == "الي" and doc.words[j - 2].endswith("مبعوث") and doc.words[j - 1] in ("الدولي", "الاممي"):
        return None
    if word == "الي" and doc.words[j - 1] in (
        "نظرا",
        "اضافه",
        "بالاضافه",
        "مبعوث",
        "المبعوث",
        "ادي",
        "استنادا",
        "مصدر",
    ):
        return None if after not in words("comp") else Opening(j, j + 2, "that")
    if after in FREE_THAT:
        return Opening(j, j + 2, "that")
    if kind == OPEN:
        return Opening(j, j + 2 if _whole(doc, j + 1) else j + 1, "preposition")
    return Opening(j, j + 1, "preposition")


def _opens_that(doc: Document, j: int) -> bool:
    return j < len(doc) and (doc.words[j] in FREE_THAT or doc.words[j] in words("clitic_comp"))


def _comes_again_with_that(doc: Document, j: int) -> bool:
    """«لفت في حديث [إلى] الأفق إلى أن», «أشار [إلى] القناة إلى أن»: the preposition with «أن» is the verb's own."""
    for k in range(j + 2, min(j + _FAR, len(doc) - 1)):
        if doc.kinds[k] in (STOP, LINE, COMMA) or find_cues(doc, k, k + 1) or doc.words[k] in FREE_THAT:
            return False
        if doc.words[k] == doc.words[j]:
            return doc.words[k + 1] in FREE_THAT
    return False


def _is_of_remarks(doc: Document, j: int) -> bool:
    """«أشار، في حديث [إلى] الأفق، إلى أن», «في رسالة [إلى] المجلس، إلى الوضع»: whom remarks are made to."""
    if doc.words[j] != "الي" or not (_is_told(doc.words[j - 1]) or _is_told(doc.words[j - 2])):
        return False
    for k in range(j + 2, min(j + _FAR, len(doc) - 1)):
        if doc.kinds[k] in (STOP, LINE) or find_cues(doc, k, k + 1):
            return False
        if doc.words[k] == "الي":
            return True
    return False


def _is_told(word: str) -> bool:
    return is_remark(word) or word.removeprefix("ب") in _LETTERS


_LETTERS = folded("رسالة برقية خطاب مذكرة")
_FAR = 8  # tokens from the medium's or hearer's preposition to the verb's own


def _whole(doc: Document, j: int) -> bool:
    """Whether the quotation that opens at `j` is long enough to be the content, not a word of it."""
    return (
        doc.match[j] < 0
        or doc.match[j] - j > SHORT_QUOTE
        or doc.kinds[doc.match[j] + 1 : doc.match[j] + 2] in ([STOP], [COMMA], [])
    )


_BEFORE_THAT = folded(
    "علما قبل بعد منذ دون غير إلا رغم يجب يمكن ينبغي نأمل نريد يريد أمل بدون يمكننا قبيل بمجرد سوى لولا شرط"
)


_ADJUNCT_AFTER_ALA = folded(
    "هامش موقعه موقعها موقع صفحته صفحتها حسابه حسابها تويتر فيسبوك فيس رأس لسان متن الرغم انفراد التوالي حد ما شاشة منصة الأرجح الأقل الأثر هذا ذلك حساب صفحة مدى خلفية ضوء"
)
