"""Occasions told by what somebody does: takes an envoy's credentials, sees him off, has him called in."""

from __future__ import annotations

from .segment import WORD, Document
from .vocabulary import folded

_TAKING = folded("تسلم تسلمت يتسلم تتسلم استلم استلمت تسلمه تسلمها استلامه استلامها تسلما")
_HANDING = folded("قدم قدمت يقدم تقدم تقديمه تقديمها سلم تسليمه تسليمها")
_CREDENTIALS = folded("اعتماد اعتماده اعتمادها اعتمادهم")
_FAREWELL = folded("ودع يودع توديع توديعه توديعها")
_ENVOYS = folded("سفير السفير سفيرة السفيرة القائم القنصل قنصل المندوب مندوب الملحق ملحق")
_HAD_DONE = folded("قام قامت يقوم تقوم قاما وقام وقامت")
_DONE = {
    "باستدعاء": "meeting",
    "باستقبال": "meeting",
    "بلقاء": "meeting",
    "بالاجتماع": "meeting",
    "بالاتصال": "phone_call",
}
_NEAR = 16  # tokens from the verb to what it is done to


def may_act(word: str) -> bool:
    """Whether `type_of_act` may know the word."""
    bare = word[1:] if word[:1] in "وف" else word
    return bare in _TAKING or bare in _HANDING or bare in _FAREWELL or word in _FAREWELL or word in _DONE


def type_of_act(doc: Document, i: int, sentence: tuple[int, int]) -> str:
    """The type of the occasion that the verb or verbal noun at token `i` tells; "" for none."""
    word, end = doc.words[i], min(sentence[1], i + _NEAR)
    bare = word[1:] if word[:1] in "وف" and word not in _FAREWELL else word
    if word in _DONE:
        done = _HAD_DONE & set(doc.words[max(sentence[0], i - _NEAR) : i])
        return _DONE[word] if done else ""
    if bare in _FAREWELL:
        return "meeting" if _ENVOYS & set(doc.words[i + 1 : end]) else ""
    at = _credentials(doc, i, end)
    if not at:
        return ""
    own = doc.words[at] != "اعتماد"
    return "meeting" if (bare in _HANDING and own) or (bare in _TAKING and not own) else ""


def is_act(doc: Document, i: int) -> bool:
    """Whether the word at token `i` tells an occasion by what somebody does."""
    return may_act(doc.words[i]) and bool(type_of_act(doc, i, (max(0, i - _NEAR), len(doc))))


def other_side(doc: Document, i: int, limit: int) -> int:
    """Where the other side of an act at token `i` is named: the first token of its noun phrase; 0 where none is."""
    word = doc.words[i]
    if not is_act(doc, i):
        return 0
    if word in _DONE:
        return i + 1
    if word.lstrip("و") in _FAREWELL or word in _FAREWELL:
        return next((k for k in range(i + 1, limit) if doc.words[k] in _ENVOYS), 0)
    at = _credentials(doc, i, min(limit, i + _NEAR))
    if not at or doc.words[at] == "اعتماد":
        return at + 1 if at else 0
    to = next((k for k in range(at + 1, limit) if doc.words[k] == "الي"), 0)
    return to + 1 if to else next((k for k in range(at + 1, limit) if doc.words[k].startswith("لل")), 0)


def _credentials(doc: Document, i: int, end: int) -> int:
    """The token «اعتماد» of «أوراق اعتماد»; 0 for none."""
    for k in range(i + 1, end - 1):
        if doc.kinds[k] == WORD and doc.words[k] == "اوراق" and doc.words[k + 1] in _CREDENTIALS:
            return k + 1
    return 0
