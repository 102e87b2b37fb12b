"""Words that tell of talks with reporters: their questions, their delegations, remarks to them."""

from __future__ import annotations

from .segment import OPEN, WORD, Document
from .vocabulary import folded

PRESS = folded("صحفي صحافي الصحفي الصحافي صحفيا صحافيا صحفية صحافية إعلامية الصحفية الصحافية إعلامي الإعلامي")
TO_PRESS = folded(
    "للصحفيين للصحافيين لصحفيين لصحافيين للإعلاميين لإعلاميين للمحررين لمحررين الصحفيين الصحافيين الإعلاميين المحررين بالصحفيين بالصحافيين بالإعلاميين للصحافة"
)
QUESTIONS = folded("استفسار استفسارا سؤال أسئلة استفسارات سؤالا الأسئلة تساؤلات")
_ANSWERING = folded(
    "إجابة جوابه جوابها ردا وردا رده إجابته إجابتها ردها جوابا أجاب وأجاب رد ورد ردت إجاباته إجاباتها معرض"
)
PARTY_OF_PRESS = folded("لوفد للوفد وفد الوفد وفدا لمجموعة مجموعة عدد لعدد بوفد بعدد")
_REMARKS = folded(
    "تصريحات تصريح تصريحاته تصريحاتها تصريحه لقاء لقائه لقائها اللقاء حديث حديثه حديثها حوار حواره حوارها التقى استقبل يلتقي استقباله بيان كلمة قال قالت صرح صرحت اجتماع اجتماعه"
)


def is_in_name(doc: Document, i: int) -> bool:
    """«المجلس الأعلى للصحافة», «نقابة الصحفيين»: the press in the name of a body hears nothing."""
    if i == 0:
        return False
    before = doc.words[i - 1]
    adjective = before in _OF_BODIES and doc.words[i].startswith("لل")
    return adjective or (not doc.words[i].startswith("ل") and before in _UNIONS)


_OF_BODIES = folded("الأعلى الوطنية الوطني العام العامة العربي الدولي المصري العربية الدولية")
_UNIONS = folded("نقابة اتحاد جمعية رابطة نقيب مجلس")


# «لمراسلي الصحف», «رجال الإعلام», «لعدد من ممثلي وكالات الأنباء»: reporters by whom they work for.
_SENT_BY = folded("رجال مراسلي مندوبي ممثلي محرري موفدي")
_PRESS_BODIES = folded(
    "الصحافة الإعلام الصحف صحف الصحيفة وكالات الوكالات القنوات قنوات وسائل الفضائيات الوزارة"
)
_BEFORE_SENT = folded("مع أمام إلى من")
REPORTERS_OF = _SENT_BY | {"ل" + w for w in _SENT_BY} | {"ب" + w for w in _SENT_BY}


def are_reporters(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    """«في تصريحات لرجال الإعلام», «أمام مندوبي الصحف»: reporters whom words are said to."""
    word = doc.words[i]
    editors = word in ("محرري", "لمحرري", "بمحرري")
    if word not in REPORTERS_OF:
        return False
    if not editors and not _PRESS_BODIES & set(doc.words[i + 1 : min(sentence[1], i + 3)]):
        return False
    if word in _SENT_BY and (i == sentence[0] or doc.words[i - 1] not in _BEFORE_SENT):
        return False
    return any(is_remark(w) or w in _SAID for w in doc.words[max(sentence[0], i - 8) : i])


_SAID = folded("قال قالت وقال وقالت أكد أكدت وأكد صرح صرحت وصرح أضاف وأضاف أوضح وأوضح متحدثا متحدثة تحدث")


def answers_press(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    """«ردا على سؤال», «خلال إجابته على أحد أسئلة الصحافيين», «وفي سؤال لـ"الأفق"»."""
    if doc.words[i] not in QUESTIONS or _parliament_follows(doc, i, sentence):
        return False
    if doc.words[i - 1] in ("في", "وفي") and doc.words[i + 1 : i + 2] and doc.words[i + 1].startswith("ل"):
        return True
    first = max(sentence[0], i - 3)
    return bool(_ANSWERING & set(doc.words[first:i])) and bool({"علي", "عن"} & set(doc.words[first:i]))


def _parliament_follows(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    """«ردا على سؤال برلماني», «على أسئلة النواب»: asked by others than reporters."""
    return any(
        w.startswith(("برلمان", "النواب", "نايب", "نواب", "الاعضاء"))
        for w in doc.words[i + 1 : min(sentence[1], i + 4)]
    )


def is_remark(word: str) -> bool:
    """«تصريحات», «ولقائه»: a noun of talks or a verb, with what is attached before it."""
    return word in _REMARKS or (word[:1] in "وبف" and word[1:] in _REMARKS)


def talks_to_press(doc: Document, i: int, sentence: tuple[int, int]) -> bool:
    return is_remark(doc.words[i]) and press_at(doc, i, sentence[1]) is not None


def press_at(doc: Document, i: int, end: int) -> int | None:
    """Where reporters are named after the noun of talks at `i`: «تصريحات لوفد إعلامي», «لقائه مع وفد صحفي»."""
    for j in range(i + 1, min(end, i + 9)):
        if doc.kinds[j] == OPEN:
            return None
        if doc.kinds[j] == WORD and doc.words[j] in PARTY_OF_PRESS:
            return j if any(w in PRESS or w in TO_PRESS for w in doc.words[j + 1 : min(end, j + 4)]) else None
        if doc.words[j] in TO_PRESS and (
            doc.words[j - 1] in ("مع", "الي", "امام")
            or doc.words[j].startswith("ب")
            or j == i + 1
            or doc.words[i] in QUESTIONS
        ):
            return j
    return None
