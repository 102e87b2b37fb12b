"""A second field of an office or body: «وزير الشؤون الخارجية والتعاون», «هيئة شؤون الأسرى والمحررين»."""

from __future__ import annotations

from .known import bare_word
from .segment import Document
from .vocabulary import NO_HEAD, folded, heads, looks_verbal_noun, nouns

# Offices and bodies of a field, which may have a second one: «وزارة الصحة والسكان», «هيئة شؤون الأسرى والمحررين».
_OF_FIELDS = folded("وزير وزيرة وزارة شؤون لشؤون شئون لشئون للشؤون هيئة الهيئة")


def _is_second_field(doc: Document, head: int, j: int) -> bool:
    """Whether «والسكان», «ودول» is a field of the office as well: a plural of people or states after its field."""
    other = heads().get(doc.words[j][1:])
    if other is None or other.kind not in ("group", "organization"):
        return False
    named = [w.removeprefix("ال") for w in doc.words[head:j]]
    affairs = any(w.endswith(("شوون", "شيون")) for w in named)
    if other.kind == "organization" or other.number != 3:
        return affairs and not {"لشوون", "لشيون"}.isdisjoint(named)
    return affairs or any(bare_word(w) in _OF_FIELDS for w in named)


_OTHERS = folded("بعض كل جميع معظم عدد")  # «دول غربية وبعض الدول العربية» are two groups


def is_title_conjunct(doc: Document, head: int, j: int) -> bool:
    """«وزير الشؤون الخارجية والتعاون»: a second field of the same office."""
    word, before = doc.words[j], doc.words[j - 1]
    after = doc.words[j + 1] if j + 1 < len(doc) else ""
    if word[1:] in _OTHERS:
        return False
    if (
        not before.startswith("ال")
        and before in nouns()
        and (word[1:] in nouns() or looks_verbal_noun(word[1:]))
        and after.startswith("ال")
    ):
        return True
    if _is_second_field(doc, head, j):
        return True
    if word.startswith("وال") and before.startswith("لل") and heads().get(word[1:], NO_HEAD).kind != "person":
        return True
    if not word.startswith("وال") or not before.startswith(("ال", "لل", "بال")):
        return False
    if word == "والقوات" and before in ("الجيش", "للجيش") and after == "المسلحه":
        return True
    if word[1:] in heads() and word[1:] not in ("الدفاع", "الداخليه", "الخارجيه", "الجامعه"):
        return False
    return word[3:] in nouns()
