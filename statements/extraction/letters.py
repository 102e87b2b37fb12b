"""Who wrote a letter that the cue points back to: «وجه فلان رسالة إلى الوزير، أكد فيها», «تلقى برقية من فلان أعرب فيها»."""

from __future__ import annotations

from .clauses import Clause
from .cues import MASDAR
from .known import Party
from .mentions import parse_party
from .occasion_nouns import noun_type
from .segment import WORD, Document
from .vocabulary import folded, is_function, is_time

IN_IT = folded("فيها فيه فيهما خلالها خلاله خلالهما")
_SENT = folded("وجه وجهت بعث بعثت أرسل أرسلت رفع رفعت سلم سلمت كتب كتبت نشر نشرت")
_RECEIVED = folded("تلقى تلقت تسلم تسلمت استلم استلمت")
_FARTHEST = 30  # tokens from the cue back to the letter
_WRITERS = ("person", "organization", "country", "group", "unnamed")


def writer_of_letter(doc: Document, clause: Clause) -> Party | None:
    """Who sent the letter told of before the cue in its sentence; None where none is or the cue has a subject."""
    first, limit = clause.region
    if clause.cue.form == MASDAR or first >= limit or doc.words[first] not in IN_IT:
        return None
    if first + 1 < limit and doc.kinds[first + 1] == WORD and not _ends_subject(doc.words[first + 1]):
        return None  # «أكد فيها الوزير»
    at = _letter_before(doc, clause)
    for i in range(at - 1, clause.sentence[0] - 1, -1) if at else ():
        forms = {doc.words[i], doc.words[i].removeprefix("و")}
        if forms & _SENT:
            return _writer(doc, i + 1, at)
        if forms & _RECEIVED:
            source = next((j for j in range(at + 1, clause.at) if doc.words[j] == "من"), 0)
            return _writer(doc, source + 1, clause.at) if source else None
    return None


def _ends_subject(word: str) -> bool:
    return is_function(word) or is_time(word)


def _letter_before(doc: Document, clause: Clause) -> int:
    """The token of the noun of the letter; 0 for none."""
    for i in range(clause.at - 1, max(clause.sentence[0], clause.at - _FARTHEST) - 1, -1):
        if doc.kinds[i] == WORD and noun_type(doc.words[i])[0] == "message":
            return i
    return 0


def _writer(doc: Document, i: int, limit: int) -> Party | None:
    party = parse_party(doc, i, limit)
    return party if party and party.kind in _WRITERS else None
