"""The name after an office: right behind it, in quotation marks, between commas."""

from __future__ import annotations

from .names import QUOTED_NAME, close_quote, name_end, past_initial
from .segment import COMMA, OPEN, WORD, Document
from .vocabulary import folded, given_names, heads, is_function, is_time, nouns, sure_names

_IN_PERSON = folded("أنا نحن إن إننا إنني أن هذا هذه ليس لا لن لم سوف")


def name_after_title(doc: Document, j: int, limit: int) -> tuple[int, int] | None:
    """The tokens of the name that begins at `j` right behind an office; None where none does."""
    j = past_initial(doc, j, limit)
    if j < limit and doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= QUOTED_NAME:
        return None if doc.words[j + 1] in _IN_PERSON else (j + 1, doc.match[j])
    end = name_end(doc, j, limit)
    return (j, end) if end > j else None


def name_after_comma(doc: Document, j: int, limit: int) -> tuple[int, int] | None:
    """«وزير الخارجية الكوبي، برونو رودريغيز، أن»: a name of one to five words before the next pause."""
    if (
        j >= limit
        or doc.kinds[j] != WORD
        or (doc.words[j].startswith(("و", "لل", "بال")) and doc.words[j] not in given_names())
    ):
        return None
    k = title_chain_end(doc, j, limit)
    name = name_between(doc, k, limit) or name_after_title(doc, k, limit)
    if name is None:
        return None
    after = close_quote(doc, name[1], limit)
    if (
        after >= limit
        or doc.kinds[after] != WORD
        or is_function(doc.words[after])
        or is_time(doc.words[after])
    ):
        return name
    return name if name[1] - name[0] >= 2 else None


def name_between(doc: Document, j: int, limit: int) -> tuple[int, int] | None:
    """«، سامر الحلواني،»: a first name with one or two unlisted words up to the next comma."""
    end = j
    while end < limit and end < j + 4 and doc.kinds[end] == WORD:
        end += 1
    if not (j + 1 < end < min(limit, j + 4) and doc.kinds[end] == COMMA and doc.words[j] in sure_names()):
        return None
    rest = doc.words[j + 1 : end]
    if any(w in heads() or is_function(w) or is_time(w) or w[:1] == "و" or w in nouns() for w in rest):
        return None
    return j, end


def title_chain_end(doc: Document, j: int, limit: int) -> int:
    """Past «الدكتور», «الوزير»: definite offices and forms of address before a name."""
    while (
        j < limit
        and doc.kinds[j] == WORD
        and (h := heads().get(doc.words[j]))
        and (
            h.title_class in ("address", "rank", "clergy", "royal")
            or (h.title_class == "office" and h.definite and h.number == 1)
        )
    ):
        j += 1
    return j
