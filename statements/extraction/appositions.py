"""The name that follows an office at some distance: «قائد القوات الأميركية في أفريقيا (أفريكوم)، الجنرال فلان»."""

from __future__ import annotations

from .known import Party
from .names_after import name_after_comma
from .segment import COMMA, WORD, Document
from .vocabulary import given_names, heads, words

_REACH = 12  # tokens from the office to the comma before the name
_NAMELESS = frozenset(("مصدر", "المصدر"))


def take_name_further(doc: Document, party: Party, limit: int) -> None:
    """Give an office without a name the name of two words or more that a comma brings before `limit`."""
    if not _lacks_name(party) or party.head in _NAMELESS:
        return
    for i in range(party.end, min(limit, party.end + _REACH)):
        if doc.kinds[i] == WORD and doc.words[i] in words("comp") | words("clitic_comp"):
            return
        if doc.kinds[i] == COMMA:
            name = name_after_comma(doc, i + 1, limit)
            if name and _is_name(doc, name, limit):
                if party.kind != "person":
                    party.kind, party.titles = "person", [(party.first, party.end)]
                party.name, party.end = name, name[1]
            return


def _lacks_name(party: Party) -> bool:
    if party.number != 1:
        return False
    return (party.kind == "person" and party.name is None) or party.kind == "unnamed" or _is_unlisted(party)


def _is_unlisted(party: Party) -> bool:
    """«عمة المهاجم، فلانة،»: words at the place of a subject that no list knows."""
    return party.kind == "group" and bool(party.head) and party.head not in heads()


def _is_name(doc: Document, name: tuple[int, int], limit: int) -> bool:
    """Two words or more, the first a personal name or all of it between commas."""
    first, end = name
    closed = end >= limit or doc.kinds[end] == COMMA
    return end - first >= 2 and (closed or doc.words[first] in given_names())
