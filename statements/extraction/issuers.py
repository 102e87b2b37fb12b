"""Who speaks through a document: «بيان صادر عن الوزارة», «تقرير نشرته الصحيفة», «وأضاف التقرير»."""

from __future__ import annotations

from dataclasses import replace

from .known import Party
from .mentions import parse_party
from .segment import COMMA, OPEN, WORD, Document
from .vocabulary import folded, heads, is_function, is_time, is_verb

_DOCUMENTS = folded(
    "بيان تقرير رسالة وثيقة مذكرة بيانا تقريرا استطلاع استطلاعا دراسة مسح استراتيجية دعوى بلاغ مقال مسودة"
)
_TO_SOMEBODY = folded("رسالة بلاغ مذكرة دعوى")  # «رسالة للوزير» goes to him
_SAID = folded("بيان بيانا رسالة")  # told with their speaker, whom the cast remembers
_ISSUED = folded("صادر صادرة صدر صدرت الصادر الصادرة منسوب")
_ISSUING = ("اصدر", "نشر", "اعد", "اجر", "كتب", "تلا", "وزع", "رفع", "وجه", "بث", "بعث", "قدم", "اور", "نقل")
_RELATIVES = folded("الذي التي")
_REACH = 10  # tokens from the document's word to its issuer
_BACK, _AHEAD = 900, 200  # tokens in which a document may have been told of


def find_issuer(doc: Document, party: Party, limit: int) -> Party:
    """The issuer where `party` is a document, as told at it or where the document is told of elsewhere."""
    word = doc.words[party.first]
    bare = word.removeprefix("ال")
    if bare not in _DOCUMENTS:
        return party
    issuer = _issuer_of(doc, party.first, limit)
    if issuer:
        return issuer
    told = _told_elsewhere(doc, party.first, bare) if bare not in _SAID else None
    if told is None:
        return party
    name = told.name or (None if told.titles else (told.first, told.end))
    return replace(told, first=party.first, end=party.end, name=name) if name else told


def issuer_in(doc: Document, first: int, limit: int) -> Party | None:
    """Who issued the document named in the range."""
    for i in range(first, limit):
        if doc.words[i].removeprefix("ال") in _DOCUMENTS:
            return _issuer_of(doc, i, limit)
    return None


def issuer_of_source(doc: Document, first: int, limit: int) -> Party | None:
    """Who issued the document that a source is («بحسب بيان للوزارة», «بحسب البيان»), told at it or elsewhere."""
    bare = doc.words[first].removeprefix("ال") if first < limit else ""
    if bare not in _DOCUMENTS:
        return None
    return _issuer_of(doc, first, limit) or _told_elsewhere(doc, first, bare)


def is_document(doc: Document, at: int) -> bool:
    """Whether the word at token `at` names a document."""
    return at < len(doc) and doc.words[at].removeprefix("ال") in _DOCUMENTS


def _issuer_of(doc: Document, at: int, limit: int) -> Party | None:
    """Who issued the document at token `at`, told right after it."""
    issued = False
    for j in range(at + 1, min(limit, at + _REACH)):
        word = doc.words[j]
        if doc.kinds[j] == OPEN:
            return None
        if doc.kinds[j] != WORD or word in _RELATIVES or is_time(word):
            continue
        if word in _ISSUED:
            issued = True
        elif word in ("عن", "من"):
            return (
                _party(doc, j + 1, limit, _BODIES | {"group", "unnamed"}) if issued or word == "من" else None
            )
        elif _is_issuing(word):
            return _party(doc, j + 1, limit, _BODIES | {"group", "unnamed"})
        elif word == "في" and j == at + 1:
            return _party(doc, j + 1, limit, {"agency"})
        elif word.startswith("ل") and doc.words[at].removeprefix("ال") not in _TO_SOMEBODY:
            if issuer := _party(doc, j, limit, _BODIES):
                return issuer
        elif is_function(word):
            return None
        elif j == at + 1 and not doc.words[at].startswith("ال"):
            issuer = _party(doc, j, limit, _BODIES)
            if issuer and (issuer.kind != "person" or issuer.name):
                return issuer
    return None


_BODIES = {"organization", "country", "person", "agency"}


def _party(doc: Document, i: int, limit: int, kinds: set[str]) -> Party | None:
    while i < limit and (doc.kinds[i] == COMMA or is_time(doc.words[i])):
        i += 1
    party = parse_party(doc, i, limit) if i < limit else None
    return party if party and party.kind in kinds else None


def _is_issuing(word: str) -> bool:
    """«أصدرته», «نشرها», «أجراه»: a verb of issuing whose object is the document."""
    if not word.endswith(("ه", "ها")) or word in heads():
        return False
    return word.startswith(_ISSUING) and is_verb(word.removesuffix("ها").removesuffix("ه"))


def _told_elsewhere(doc: Document, at: int, bare: str) -> Party | None:
    """The issuer of the document of that word that was told of last, or is told of next."""
    for i in range(at - 1, max(0, at - _BACK), -1):
        if doc.words[i].endswith(bare) and _stands_for(doc.words[i], bare):
            issuer = _issuer_of(doc, i, min(len(doc), i + _REACH + 8))
            if issuer or "ال" not in doc.words[i][: -len(bare)]:
                return issuer
    for i in range(at + 1, min(len(doc), at + _AHEAD)):
        if doc.words[i].endswith(bare) and _stands_for(doc.words[i], bare):
            return _issuer_of(doc, i, min(len(doc), i + _REACH + 8))
    return None


def _stands_for(word: str, bare: str) -> bool:
    return word[: -len(bare)] in ("", "ال", "و", "ب", "ل", "ف", "وال", "بال", "ولل", "لل")
