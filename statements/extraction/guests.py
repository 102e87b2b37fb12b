"""Whom one meets: the object of «استقبل», «التقى», «استقباله», past place and time."""

from __future__ import annotations

from .audiences import read_audience
from .coreference import Cast
from .honorifics import brings, past_honorifics
from .joining import join_parties
from .occasions import Occasion, join
from .segment import COMMA, WORD, Document
from .vocabulary import folded, given_names, heads, is_time, is_verb


def join_guests(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«استقبل الوزير فلاناً», «التقى بفلان», «اجتمع مع»."""
    parties, count = read_audience(doc, j, limit), len(occasion.participants)
    for party in parties:
        join(occasion, cast.resolve(party))
    k = parties[-1].end if parties else j
    if 0 < count < len(occasion.participants):
        limit = min(limit, k + 1)  # the subject was known: this was the other side
    with_ = next((i for i in range(k, min(limit, j + 25)) if doc.words[i] == "مع"), 0)
    if with_ and not any(is_verb(doc.words[i]) for i in range(k, with_)):
        return join_parties(doc, occasion, with_ + 1, limit, cast)
    while k < limit and k - j < 25:
        word = doc.words[k]
        if word == "مع":
            return join_parties(doc, occasion, k + 1, limit, cast)
        if doc.kinds[k] == WORD and (word in heads() or _is_met(word) or brings(doc, k)):
            return join_parties(doc, occasion, k, limit, cast)
        if doc.kinds[k] == WORD and word in ("في", "خلال", "علي", "حيث", "لبحث") and parties:
            k += 2
            if doc.words[k - 1] in _SEATED_IN:  # «في مقر الوزارة»
                k += 1
            continue
        k += 2 if word[:1] == "ب" and word[1:] in _SEATED_IN else 1
    return None


def stands_between(doc: Document, j: int) -> bool:
    """A pause, a time or «بمكتبه» between the noun of a meeting and whom it is with."""
    word = doc.words[j]
    return doc.kinds[j] == COMMA or is_time(word) or (word[:1] == "ب" and word in _OFFICES)


def past_place(doc: Document, j: int, limit: int) -> int:
    """«لقائه في تلبان سفير أرخانيا», «استقباله في مكتبه بالعاصمة»: a place between the noun and whom it is with."""
    k = j + 2
    if k >= limit or doc.words[j] != "في" or doc.kinds[j + 1] != WORD:
        return j
    while k < limit and (stands_between(doc, k) or _tells_where(doc, k)):
        k += 2 if doc.words[k].removeprefix("ب") in _SEATED_IN else 1
    office = past_honorifics(doc, k, limit)
    return k if office < limit and doc.words[office] in heads() else j


def _tells_where(doc: Document, k: int) -> bool:
    """«بالعاصمة», «بديوان الوزارة»."""
    return doc.kinds[k] == WORD and doc.words[k][:1] == "ب" and not _is_met(doc.words[k])


_OFFICES = folded("بمكتبه بمكتبها بمقره بمقرها بقصره بديوانه بمنزله بمقر")


_SEATED_IN = folded("مقر مبنى ديوان قصر مكتب مطار صالة")


def _is_met(word: str) -> bool:
    """«التقى بالوزير», «استقباله للسفير», «بليث», not «بقصر الرئاسة»."""
    if word[:1] not in "بل":
        return False
    bare = "ا" + word[1:] if word.startswith("لل") else word[1:]
    head = heads().get(bare)
    known = word[:1] == "ب" and bare in given_names()
    return known or (head is not None and head.kind in ("person", "unnamed", "group"))
