"""Words that stand alone where a name might and are none: «المحتشدون», «منظمو الحملة», «ليجدوا», «بشطب الحزب»."""

from __future__ import annotations

from .segment import WORD, Document
from .vocabulary import heads, nouns


def is_plural_participle(doc: Document, i: int) -> bool:
    """«المحتشدون», «منظمو الحملة»: people by what they do, in a word that no list has."""
    word = doc.words[i]
    if word.startswith("ال"):
        return len(word) > 6 and word.endswith(("ون", "ين"))
    after = _after(doc, i)
    owner = after.startswith("ال") or after in nouns() or after in heads()
    return word[:1] == "م" and word.endswith("و") and len(word) > 4 and owner


def opens_no_name(doc: Document, i: int) -> bool:
    """«عادوا ليجدوا», «يطالب بشطب الحزب»: a verb, or a verbal noun behind its preposition."""
    word = doc.words[i]
    if word.endswith("وا") and len(word) > 4:
        return True
    return word[:1] in "بلك" and len(word) > 3 and _after(doc, i).startswith("ال")


def _after(doc: Document, i: int) -> str:
    """The next word, "" where the next token is none."""
    return doc.words[i + 1] if i + 1 < len(doc) and doc.kinds[i + 1] == WORD else ""
