"""What stands beside a name or office: «فلان، وزير الخارجية», and a name further on: «قائد القوات (أفريكوم)، فلان»."""

from __future__ import annotations

from .known import Party
from .names_after import name_after_comma, name_after_title
from .phrases import title_end
from .segment import COMMA, WORD, Document
from .vocabulary import country_starts, given_names, heads, is_function, words

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


def take_apposition(doc: Document, party: Party, limit: int) -> None:
    """«محمد كامل عمرو، وزير الخارجية»: the office after the name belongs to it."""
    j = party.end
    if j < limit and doc.kinds[j] == COMMA:
        j += 1
    if j >= limit or doc.kinds[j] != WORD:
        return
    head = heads().get(doc.words[j])
    if head is None or head.kind not in ("person", "unnamed") or head.number != 1:
        return
    if is_before(doc, j) or (j == party.end and _is_surname_again(doc, party)):
        return
    if doc.words[j].startswith("نظير") or (doc.words[j] == "العالم" and not _is_described(doc, j)):
        return  # «التقى فلان نظيره», «دعا فلان العالم»: another man, the world
    end = title_end(doc, j, limit)
    if not doc.words[j].startswith("ال") and end == j + 1:
        return
    if party.titles and j == party.end and _has_own_name(doc, end, limit):
        return  # «استقبل الوزير فلان السفير فلاناً»: an office with a name of its own
    party.titles.append((j, end))
    party.end = end
    take_apposition(doc, party, limit)


def _is_described(doc: Document, j: int) -> bool:
    """«العالم المصري», «العالم الكبير»: with an adjective behind it."""
    after = doc.words[j + 1] if j + 1 < len(doc) else ""
    return after.startswith("ال") and not is_function(after)


def is_before(doc: Document, j: int) -> bool:
    """«أمام المحكمة» is no imam."""
    return is_function(doc.words[j]) and not doc.raw(j).startswith("إ")


def _is_surname_again(doc: Document, party: Party) -> bool:
    """«واستقبل الحلواني مبعوث الأمين العام»: beside a surname told before stands another man."""
    return not party.titles and party.end == party.first + 1 and doc.words[party.first] in doc.names


def _has_own_name(doc: Document, end: int, limit: int) -> bool:
    """Whether the office that ends at `end` is followed by a name, also behind «إلى اليمن»."""
    if end < limit and doc.words[end] in given_names():
        return True
    if end + 1 < limit and doc.words[end] in ("الي", "لدي") and doc.words[end + 1] in country_starts():
        end = title_end(doc, end + 1, limit)
    name = name_after_title(doc, end, limit) if end < limit else None
    return name is not None and name[1] - name[0] > 1
