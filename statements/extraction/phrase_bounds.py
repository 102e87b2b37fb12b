"""What stands right behind the head of a noun phrase: whether it belongs to it or begins something else."""

from __future__ import annotations

import re

from .known import bare_word
from .segment import Document
from .vocabulary import NO_HEAD, demonyms, folded, heads, is_function, looks_verbal_noun


def is_form_of_address(word: str) -> bool:
    """«السيد روس»: after it comes a name, though the word is common elsewhere."""
    head = heads().get(word, NO_HEAD)
    return head.definite and head.title_class == "address"


def has_a_father(doc: Document, j: int, limit: int) -> bool:
    """«الأمير بندر بن سلطان»: what stands before «بن» is a name."""
    return j + 1 < limit and doc.words[j + 1] == "بن" and not doc.words[j].startswith("ال")


_DONE = re.compile(r"الت\w{3,4}|الا\w{2,3}ا\w{1,2}")  # التدخل, التعاون, الاستجابة, الالتزام


def is_done_by(doc: Document, j: int) -> bool:
    """«ناشد محافظ المدينة [التدخل]»: a verbal noun behind a genitive is no adjective, but what is asked for."""
    word, before = doc.words[j], doc.words[j - 1]
    if not before.startswith("ال") or word.endswith(("ي", "يه")):
        return False
    if word in _DONE_TOO:
        return True
    if not _DONE.fullmatch(word):
        return False
    return word not in _ADJECTIVES_LIKE and word not in demonyms() and heads().get(word, NO_HEAD).kind == ""


_DONE_TOO = folded(
    "العمل الوقوف الضغط السعي الكف البدء العودة الحضور الخروج المشاركة الحصول السماح الدخول الذهاب البقاء الرحيل الجلوس"
    " النزول الوصول الرجوع اللجوء القيام القبول الكشف المضي"
)
_ADJECTIVES_LIKE = folded("التابع التابعة التاسع التاسعة التالي الاجتماعات التقليل الائتلاف الإعلام الاتحاد")
_OWNED = ("ها", "هم", "هما")


def ends_plural(doc: Document, head: int, j: int) -> bool:
    """«انتقد إعلاميون خروج الرئيس», «اعتبر حلفاؤها إطلاق»: a plural with its ending or owner has no genitive after it."""
    if j != head + 1:
        return False
    first, word = bare_word(doc.words[head]), doc.words[j]
    if heads().get(first, NO_HEAD).number != 3:
        return False
    if first.endswith(_OWNED):
        return looks_verbal_noun(word)
    if not first.endswith("ون") or is_function(word) or word in demonyms():
        return False
    if word.startswith("ال"):
        return not first.startswith("ال")
    after = doc.words[j + 1] if j + 1 < len(doc) else ""
    return after.startswith("ال") and not word.startswith("لل")


def is_task(doc: Document, head: int, j: int, limit: int) -> bool:
    """«جهاز مكافحة الإرهاب»: a verbal noun with its object, of what the body is for."""
    info = heads().get(bare_word(doc.words[head]), NO_HEAD)
    if info.kind != "organization" or info.number != 1 or info.definite:
        return False
    return looks_verbal_noun(doc.words[j]) and j + 1 < limit and doc.words[j + 1].startswith("ال")


def is_brought(word: str) -> bool:
    """«التقى السفير بالدكتور فلان»: whom the verb's preposition brings, no part of the office."""
    return word.startswith("ب") and heads().get(word[1:], NO_HEAD).kind == "person"
