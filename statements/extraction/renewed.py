"""Calls made again: «كرر دعوته للأطراف إلى», «جدد مطالبته السلطات بـ»: whom they are made to, and what for."""

from __future__ import annotations

from .attached import is_attached_content
from .clauses import Clause
from .cues import MASDAR, read_word
from .known import Party
from .mentions import parse_party
from .segment import Document
from .vocabulary import is_function

_PRONOUNS = ("هما", "هم", "ها", "ه")
_FREE = ("الي", "علي", "من")
_ATTACHED = ("ب", "ل")
_FARTHEST = 16  # tokens from the noun to what is called for


def take_out_call(doc: Document, clause: Clause) -> None:
    """Let the content of «كرر دعوته لفلان إلى» begin at what is called for; who is called on is addressed."""
    if clause.cue.verb.sense != "renewed" or clause.opener != "np":
        return
    start, end = clause.content[0]
    if not _is_call(doc.words[start]):
        return
    first = start + 1
    if not _has_owner(doc.words[start]) and (owner := _party(doc, first, end)):
        first = owner.end
    told = _party(doc, first, end)
    opens = _opens_at(doc, told.end if told else first, end)
    if not opens:
        return
    clause.content = [(opens, end), *clause.content[1:]]
    clause.region = (clause.region[0], min(clause.region[1], start))
    if told:
        clause.thanked = (first, opens)


def _is_call(word: str) -> bool:
    """«دعوته», «مطالبة»: the verbal noun of a verb whose object is called on."""
    return any(r.form == MASDAR and r.verb.sense == "called_on" for r in read_word(word))


def _has_owner(word: str) -> bool:
    return word.endswith(_PRONOUNS) and any(r.form == MASDAR and r.suffix for r in read_word(word))


def _party(doc: Document, i: int, end: int) -> Party | None:
    if i >= end or is_function(doc.words[i]) or _is_aim(doc, i):
        return None
    return parse_party(doc, i, end)


def _is_aim(doc: Document, i: int) -> bool:
    """«بوقف», «لتشجيع»: what is called for, no party."""
    letter = doc.words[i][:1]
    return letter in _ATTACHED and is_attached_content(doc, i, letter)


def _opens_at(doc: Document, i: int, end: int) -> int:
    """The token at which what is called for begins; 0 for none near by."""
    for j in range(i, min(end - 1, i + _FARTHEST)):
        if doc.words[j] in _FREE:
            return j + 1
        if _is_aim(doc, j):
            return j
    return 0
