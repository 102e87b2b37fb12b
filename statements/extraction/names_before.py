"""The name right before an office: «مع فلان وزير الخارجية»."""

from __future__ import annotations

from .known import Party
from .names import name_end
from .segment import COMMA, WORD, Document
from .vocabulary import given_names, heads, is_function, is_time, nouns, sure_names


def take_name_before(doc: Document, party: Party) -> bool:
    """«مع فلان وزير الخارجية»: gives an office the name right before it, where no verb stands before that."""
    end = party.first - (doc.kinds[party.first - 1] == COMMA)
    office = doc.words[party.first]
    if not party.titles or office.startswith("نظير") or office not in heads() or end < 1:
        return False
    if doc.kinds[end - 1] != WORD and not doc.known:
        return False  # no name that the words tell ends with a mark
    for first in range(max(0, end - 4), end - 1):
        word = doc.words[first]
        attached = word[:1] in "بلو" and word[1:] in given_names() and word not in nouns()
        if (word in sure_names() or attached or _is_given(word)) and name_end(
            doc, first + attached, end
        ) == end:
            if not (attached or _is_free(doc, first)):
                return False
            if attached:
                doc.names.add(word[1:])
            party.first, party.name = first, (first, end)
            return True
    return False


def _is_given(word: str) -> bool:
    """Whether a word may be a foreigner's first name: in no list of common words."""
    return not (
        word in nouns() or word in heads() or is_function(word) or is_time(word) or word.startswith("ال")
    )


def _is_free(doc: Document, first: int) -> bool:
    """After a pause or a small word: no title and no verb whose object the office may be."""
    return first > 0 and (doc.kinds[first - 1] == COMMA or is_function(doc.words[first - 1]))
