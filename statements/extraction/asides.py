"""Words like cues that report nothing: of a source that would not be named («طلب عدم ذكر اسمه»), counted («50 مجمعا»)."""

from __future__ import annotations

from .cues import PARTICIPLE, FoundCue
from .segment import NUMBER, Document
from .vocabulary import folded

_ASKING = ("طلب", "رفض", "فضل", "اشترط")
_NAMING = folded("ذكر الكشف كشف نشر الإفصاح الإعلان الإشارة إعلان التصريح")
_ITS_NAME = tuple(folded("اسم هوي"))
_WHOSE = ("ه", "ها", "هم", "هما")


def asks_not_to_be_named(doc: Document, cue: FoundCue) -> bool:
    """Whether the word that may be a cue belongs to such an aside, which reports nothing."""
    after = doc.words[cue.at + 1 : cue.at + 5]
    if not after:
        return False
    if doc.words[cue.at] in _NAMING and after[0].startswith(_ITS_NAME) and after[0].endswith(_WHOSE):
        return True
    hiding = after[1:2] if after[0] == "عدم" else after[:1]
    named = any(w.startswith(_ITS_NAME) for w in after)
    return cue.verb.lemma in _ASKING and bool(_NAMING & set(hiding)) and named


def is_counted(doc: Document, cue: FoundCue, first: int) -> bool:
    """«50 مجمعا سكنيا»: a noun behind its number."""
    if cue.reading.form != PARTICIPLE or not doc.words[cue.at].endswith("ا") or cue.at <= first:
        return False
    return doc.kinds[cue.at - 1] == NUMBER and doc.words[cue.at - 2] != "رقم"
