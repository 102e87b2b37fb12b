"""Nouns of saying beside a verb that says nothing by itself: «وجّه الشكر للحكومة على دعمها», «قدّم تعازيه»."""

from __future__ import annotations

from .attached import is_object_like, with_pronoun
from .clauses import SHORT_QUOTE, Clause, Opening
from .mentions import parse_party
from .per_word import per_word
from .segment import COMMA, OPEN, Document
from .vocabulary import folded, heads, nouns, words

SPEECH_NOUNS = folded(
    "شكره شكرها الشكر شكرا تعازيه تعازيها التعازي التعزية العزاء تهانيه التهاني التهنئة تحياته التحية التحيات اعتذاره اعتذارها الاعتذار دعوة الدعوة دعوته دعوتها انتقادات انتقاداته انتقادا تحذيرا تحذيرات اتهامات التقدير امتنانه عرضا اقتراحا مقترحا نداء رسالة تهنئة تعازي شكر احتجاجا بالشكر بالتهنئة بالتعازي باقتراح بمقترح بطلب ضمانات تأكيدات إدانته تعهدا"
)


def find_speech_noun(doc: Document, j: int, limit: int, frames: frozenset[str]) -> Opening | None:
    """«وجّه سامر الشكر للحكومة»: the noun of saying near a verb that says nothing by itself."""
    for k in range(j, min(limit, j + 12)):
        word = doc.words[k]
        if word.startswith("ب") == ("speechb" in frames) and is_speech_noun(word):
            return None if _only_carries(doc, k) else Opening(k, k, "np")
        if doc.kinds[k] == OPEN and k + 1 < limit and is_speech_noun(doc.words[k + 1]):
            return Opening(k, k + 1, "np") if "speechnp" in frames else None
        long = doc.kinds[k] == OPEN and not 0 < doc.match[k] - k <= SHORT_QUOTE
        if word in words("comp") or long:
            break
    return None


_CARRIERS = folded("رسالة رسائل نداء خطابا برقية برسالة بنداء ببرقية")
_SAID_IN_IT = folded("فيها فيه فيهما خلالها خلاله خلالهما مفادها مفاده")
_SENT_TO = folded("إلى من عبر مكتوبة خطية شفهية صوتية")
_RESUMED = 25  # tokens in which «فيها» points back to the letter


def _only_carries(doc: Document, k: int) -> bool:
    """«وجه رسالة إلى فلان، قال فيها», «سلم رسالة من فلان»: what is in the letter is said elsewhere, or not told."""
    if doc.words[k] not in _CARRIERS:
        return False
    after = doc.words[k + 1 : k + 1 + _RESUMED]
    if _SAID_IN_IT & set(after):
        return True
    return "رسا" in doc.words[k] and bool(after) and (after[0] in _SENT_TO or after[0].startswith("لل"))


@per_word
def is_speech_noun(word: str) -> bool:
    """«تعازيه», «احتجاجا», «بالشكر»: what somebody offers who speaks."""
    if word in SPEECH_NOUNS:
        return True
    if word in ("طلب", "شكر"):
        return False  # a verb rather
    for bare in (word, word.removeprefix("ب"), word.removeprefix("بال"), word.removeprefix("ال")):
        for suffix in ("", "ا", "ه", "ها", "هم", "نا"):
            if bare.endswith(suffix) and bare.removesuffix(suffix) in _OFFERED:
                return True
    return False


# Nouns offered: made from what stands behind «قدم», «وجه», «أبدى» in 26,394 articles.
_OFFERED = folded(
    "شكر تعازي تعزيه عزاء تهاني تهنئة تحية تحيات اعتذار اعتذارات دعوة دعوات انتقاد انتقادات تحذير تحذيرات "
    "اتهام اتهامات تقدير امتنان اقتراح اقتراحات مقترح مقترحات نداء احتجاج احتجاجات ضمانات تأكيدات إدانة تعهد "
    "تعهدات توصية توصيات شكوى طلب طلبات التماس تهديد تهديدات انذار مطالب إشادة تأييد"
)


def take_out_addressee(doc: Document, clause: Clause) -> None:
    """«الشكر للحكومة على دعمها» is «الشكر … على دعمها» said to the government."""
    start, end = clause.content[0]
    to = start + 1
    if to < end and doc.words[to][:1] == "و" and with_pronoun(doc.words[to][1:]):
        to += 1  # «شكره وامتنانه»
    if to >= end or not (doc.words[to].startswith("ل") or doc.words[to] == "الي"):
        return
    if clause.opener == "preposition" and not parse_party(doc, to, end):
        return
    for j in range(to + 1, min(end, to + 14)):
        if doc.kinds[j] == COMMA and doc.words[j + 1 : j + 2] != ["علي"]:
            return
        if doc.words[j] in ("علي", "ل", "ازاء", "بعد") or _is_purpose(doc.words[j]):
            clause.content = [(start, to), (j, end)]
            clause.thanked = (to, j)
            return


def _is_purpose(word: str) -> bool:
    """«لدعمهم», «لزيارة»: what thanks are for, what is invited to."""
    return word[:1] == "ل" and (is_object_like(word) or (word[1:] in nouns() and word[1:] not in heads()))
