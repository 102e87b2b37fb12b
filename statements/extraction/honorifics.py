"""Forms of respect before an office or a name: «صاحب السمو الملكي», «معالي», also with «ل», «ب», «و» before them."""

from __future__ import annotations

from .normalize import fold
from .per_word import per_word
from .segment import WORD, Document
from .vocabulary import folded, given_names, heads

HONORIFICS = folded("صاحب السمو الملكي سمو جلالة فخامة معالي سعادة سماحة فضيلة السيدة السيد")
_ATTACHED = folded("صاحب صاحبة سمو جلالة فخامة معالي سعادة سماحة فضيلة غبطة قداسة نيافة دولة")


# «معاليه»: whose office such a pronoun stands for.
HONOURED: dict[str, frozenset[str]] = {
    fold(word): folded(offices)
    for word, offices in (
        ("معاليه", "وزير رئيس محافظ أمين مدير"),
        ("معاليها", "وزيرة رئيسة أمينة مديرة"),
        ("سموه", "أمير ولي وزير"),
        ("سموها", "أميرة"),
        ("جلالته", "ملك عاهل سلطان"),
        ("فخامته", "رئيس"),
        ("دولته", "رئيس"),
        ("سيادته", "رئيس وزير"),
        ("سعادته", "سفير قنصل وكيل مدير أمين"),
        ("فضيلته", "شيخ مفتي إمام رئيس"),
        ("سماحته", "مفتي شيخ سيد إمام"),
        ("قداسته", "بابا"),
        ("غبطته", "بطريرك"),
    )
}


@per_word
def may_bring(word: str) -> bool:
    """«بفخامة», «لمعالي», «وسمو», «للسيد»: a form of respect with what is attached before it."""
    return word in ("للسيد", "للسيده", "بالسيد", "بالسيده") or (
        word[:1] in "ولب" and len(word) > 3 and word[1:] in _ATTACHED
    )


def brings(doc: Document, i: int) -> bool:
    """Whether a form of respect with «ل», «ب», «و» at token `i` stands before an office or a given name."""
    return may_bring(doc.words[i]) and _past(doc, i + 1) > 0


def ends_name(doc: Document, i: int) -> bool:
    """«استقبل الوزير سامر الحلواني [سعادة] السفير»: a form of respect before the next man's office."""
    return doc.words[i] in _ATTACHED and _past(doc, i + 1) > 0


def past_honorifics(doc: Document, i: int, limit: int) -> int:
    """The first token that is no form of respect from `i` on."""
    if i < limit and doc.kinds[i] == WORD and brings(doc, i):
        i += 1
    while i < limit and doc.kinds[i] == WORD and doc.words[i] in HONORIFICS:
        i += 1
    return i


def _past(doc: Document, i: int) -> int:
    """The office or given name after forms of respect; 0 where neither stands there."""
    while i < len(doc) and doc.words[i] in HONORIFICS:
        i += 1
    if i >= len(doc) or doc.kinds[i] != WORD:
        return 0
    head = heads().get(doc.words[i])
    return i if (head and head.kind == "person") or doc.words[i] in given_names() else 0
