"""Who is named in passing between two pauses: «كما أعربا، يضيف البيان، عن قلقهما»."""

from __future__ import annotations

from .cues import PRESENT, FoundCue
from .issuers import is_document
from .mentions import parse_party
from .segment import COMMA, MARK, Document

_SAYING = ("added", "said", "explained", "asserted", "noted")


def is_said_between(doc: Document, cue: FoundCue) -> bool:
    """Whether a verb of saying with its subject stands between two pauses, in the midst of another's sentence."""
    at = cue.at
    if cue.form != PRESENT or cue.reading.prefix or cue.verb.sense not in _SAYING or at == 0:
        return False
    if not _is_pause(doc, at - 1) or at + 2 >= len(doc):
        return False
    party = parse_party(doc, at + 1, min(len(doc), at + 10))
    if party is None and not is_document(doc, at + 1):
        return False
    end = party.end if party else at + 2
    return any(_is_pause(doc, i) for i in range(end, min(end + 2, len(doc))))


def _is_pause(doc: Document, i: int) -> bool:
    return doc.kinds[i] == COMMA or (doc.kinds[i] == MARK and doc.words[i] in "-–—")
