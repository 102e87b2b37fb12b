"""Where the object begins in a noun phrase that swallowed it: «طالب [الحزب] [الحكومة الأرخانية] بـ»."""

from __future__ import annotations

from .known import Party
from .mentions import parse_parties, parse_party
from .pairs import OBLIQUE_PAIRS
from .segment import CLOSE, WORD, Document
from .two_men import second_man
from .vocabulary import countries, demonyms, folded, given_names, heads


def split_object(doc: Document, parties: list[Party], limit: int) -> tuple[list[Party], list[Party]] | None:
    """The subjects and the objects of a verb of calling on, where one noun phrase holds both; None where none does.

    After a word that closes a noun phrase (one with the article, a state, a quoted name) a second noun
    goes on nothing: the verb's object begins there.
    """
    for number, party in enumerate(parties):
        k = second_man(doc, party) or next(
            (k for k in range(party.first + 1, party.end) if _begins_object(doc, party, k)), 0
        )
        subject = parse_party(doc, party.first, k) if k else None
        if subject:
            return [*parties[:number], subject], parse_parties(doc, k, limit)
    return None


def _begins_object(doc: Document, party: Party, k: int) -> bool:
    word = doc.words[k]
    if doc.kinds[k] != WORD or not _closes(doc, k - 1):
        return False
    if word in _COUNTERPARTS or word in OBLIQUE_PAIRS or _is_own_people(word):
        return True
    head = heads().get(word)
    if head is None or word in demonyms():
        return _is_state_after_noun(doc, party, k) or _is_people(doc, party, k)
    if head.kind in ("organization", "group", "government"):
        if head.kind == "group" and head.number == 3 and not head.definite:
            return _has_field(doc, k)  # «دعت الجبهة جماهير الشعب»
        return word.startswith("ال") and not _may_describe(doc, party, k)
    return party.kind not in ("person", "unnamed") and (
        word in _OFFICERS or (word in _RULERS and _has_field(doc, k))
    )


def _closes(doc: Document, i: int) -> bool:
    """Whether a noun phrase may end with the token: after it no genitive stands."""
    word = doc.words[i]
    if doc.kinds[i] == CLOSE:
        return True
    return doc.kinds[i] == WORD and (
        (word.startswith("ال") and len(word) > 4) or word in demonyms() or (word,) in countries()
    )


def _has_field(doc: Document, k: int) -> bool:
    """«رئيس الأركان»: an office with its field."""
    return k + 1 < len(doc) and (doc.words[k + 1].startswith("ال") or doc.words[k + 1] in heads())


def _is_own_people(word: str) -> bool:
    """«مشاهديها», «أنصاره»: people by whose they are."""
    if word.startswith("ال"):
        return False  # «العالمية» is no «عالميّه»
    for suffix in ("ها", "هم", "ه"):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 3 and word not in heads() and word not in given_names():
            return heads_a_group(stem) or heads_a_group(stem + "ن")
    return False


def heads_a_group(word: str) -> bool:
    """Whether a word is a plural for people that speak or are spoken to together."""
    head = heads().get(word)
    return head is not None and head.kind == "group"


def _is_state_after_noun(doc: Document, party: Party, k: int) -> bool:
    """«نصح التقرير المغرب»: a state right after a noun with the article is no part of its phrase."""
    word = doc.words[k]
    return k == party.first + 1 and (word,) in countries() and word not in demonyms()


def _is_people(doc: Document, party: Party, k: int) -> bool:
    """«دعت الرئاسة التونسيين»: a plural of men where nothing before it is plural is no adjective."""
    word = doc.words[k]
    if not (word.startswith("ال") and word.endswith("ين") and len(word) > 6 and word in demonyms()):
        return False
    return not any(_is_plural(w) for w in doc.words[party.first : k])


def _may_describe(doc: Document, party: Party, k: int) -> bool:
    """«القوى الشعبية», «الشباب المتظاهرين», «الدول الأعضاء»: a head that may be an adjective here."""
    word = doc.words[k]
    if word in _ADJECTIVAL or (word.endswith(("ي", "يه")) and word not in _NO_ADJECTIVES):
        return True
    joins = word in _APPOSED or (
        word not in _OF_PEOPLE and word.startswith("الم") and word.endswith(("ين", "ون"))
    )
    return joins and any(_is_plural(w) for w in doc.words[party.first : k])


def _is_plural(word: str) -> bool:
    head = heads().get(word) or heads().get(word.removeprefix("ال"))
    return word.endswith(("ين", "ون", "ات")) or (head is not None and head.number == 3) or word in _MANY


_COUNTERPARTS = folded("نظيره نظيرها نظراءه نظراءها نظيريه نظيريها")
_ADJECTIVAL = folded("العام العامة الأمن الدفاع الرئاسة المعارض المعارضة المسلحة الناطقة الممثلة")
_NO_ADJECTIVES = folded("الجمعية البلدية الجالية القوى")
# Men by what they are, no adjectives: «ناشد الأهالي المسؤولين».
_OF_PEOPLE = folded(
    "المسؤولين المسئولين المواطنين المحامين المسلمين المستثمرين المرشحين المعلمين المصلين المقاتلين"
)
_APPOSED = folded("العرب الأعضاء الأكراد الشباب")
_OFFICERS = folded("الرئيس الوزير الوزيرة الملك الأمير السفير السفيرة النائب الأمين السلطان البابا")
_RULERS = folded("رئيس وزير وزيرة أمين أمير ملك سفير سفيرة قائد مدير محافظ")
_MANY = folded("الأحزاب القوى الدول الشباب الجماهير")
