"""Bodies, media, groups and unnamed sources: «حركة "النهوض"», «صحيفة "الأفق"», «مصدر دبلوماسي»."""

from __future__ import annotations

from .known import Party, bare_word, find_known, find_state, stem_of
from .name_words import BODY, MEDIUM
from .names import QUOTED_NAME, close_quote, name_end
from .names_after import name_after_comma, name_after_title
from .phrases import title_end
from .segment import CLOSE, COMMA, MARK, NUMBER, OPEN, WORD, Document
from .vocabulary import Head, demonyms, folded, heads, is_function, is_medium, is_time, nouns


def read_body(doc: Document, i: int, limit: int, head: Head) -> Party:
    """A body, medium, group or unnamed source."""
    stem = stem_of(doc, i)
    end = title_end(doc, i, limit)
    kind = head.kind
    party = Party(i, end, kind, head.gender, head.number, None, [], head=stem, definite=stem.startswith("ال"))
    party.name = (i, end)
    if kind == "agency":
        return _correspondent(doc, party, limit) or _medium(doc, party, limit)
    if kind == "government":
        party.kind = "organization"
        party.country = next(
            (demonyms()[w] for w in doc.words[i:end] if w in demonyms()), ""
        ) or _state_inside(doc, i + 1, end)
        if party.country:
            party.kind = "country"
    if kind == "unnamed":
        name = name_after_title(doc, end, limit)
        if name is None and end < limit and doc.kinds[end] == COMMA and head.number == 1:
            name = name_after_comma(doc, end + 1, limit)
        if name and head.number == 1 and stem not in _NAMELESS:
            party.kind, party.titles, party.name = "person", [(i, end)], name
            party.end = close_quote(doc, name[1], limit)
    elif end < limit:
        _take_body_name(doc, party, limit)
    return party


# What names no man after it: «البيان الختامي», «جهة بعينها».
_NAMELESS = folded(
    "مصدر المصدر تقرير التقرير بيان البيان وثيقة الوثيقة جهة الجهة رسالة الرسالة مذكرة المذكرة دراسة الدراسة"
)


def _state_inside(doc: Document, i: int, end: int) -> str:
    for j in range(i, end):
        state = find_state(doc, j, end)
        if state:
            return state.country
    return ""


def _take_body_name(doc: Document, party: Party, limit: int) -> None:
    """«حركة "حماس"», «حركة طالبان»: the proper name after the head."""
    j = party.end
    if doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= QUOTED_NAME:
        party.end = doc.match[j] + 1
        party.end = title_end(doc, party.end - 1, limit)
    elif party.kind == "organization" and party.end == party.first + 1 and not party.definite:
        party.end = max(party.end, name_end(doc, j, limit, BODY))
    party.name = (party.first, party.end)


def _medium(doc: Document, party: Party, limit: int) -> Party:
    """«صحيفة "نيشن" المحلية», «وكالة مهر للأنباء», «قناة الجزيرة», «مراسل بي بي سي»."""
    j = party.end
    if j < limit and doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= QUOTED_NAME:
        party.name = (j + 1, doc.match[j])
        party.end = past_adjectives(doc, doc.match[j] + 1, limit)
        if _is_scorned(doc, party, limit):
            party.end = title_end(doc, doc.match[j], limit)
            party.name = (party.first, party.end)
        return party
    if j + 1 < limit and doc.kinds[j] in (OPEN, CLOSE) and doc.match[j] < 0 and doc.kinds[j + 1] == WORD:
        party.name, party.end = (j + 1, j + 2), j + 2
        return party
    close = _closing_bracket(doc, j, limit)
    if close:
        party.name = (j + 1, close)
        party.end = title_end(doc, close, limit)
        return party
    known = find_known(doc, j, limit) if j < limit and doc.kinds[j] == WORD else None
    end = j if j < limit and is_time(doc.words[j]) else name_end(doc, j, limit, MEDIUM)
    if known and known.kind == "agency":
        end = max(end, known.end)
    if end == j and j == party.first + 1 and not (party.definite and j < limit and doc.words[j] in nouns()):
        while (
            end < limit
            and end < j + 2
            and doc.kinds[end] in (WORD, NUMBER)
            and not (is_function(doc.words[end]) or is_time(doc.words[end]))
        ):
            end += 1
    if end > j:
        if end < limit and doc.kinds[end] == NUMBER:
            end += 1
        end = title_end(doc, end - 1, limit)
        party.end, party.name = end, (party.first, _without_state(doc, j, end))
    return party


def past_adjectives(doc: Document, j: int, limit: int) -> int:
    """«صحيفة "الأفق" [الأرخانية المستقلة] موقف الحكومة»: past what describes a medium, not what it speaks of."""
    while j < limit and doc.kinds[j] == WORD:
        word = doc.words[j]
        described = word.startswith("ال") and word.endswith(("ي", "ه")) and word not in heads()
        if not (word in demonyms() or described or word == "للانباء"):
            break
        j += 1
    return j


def _is_scorned(doc: Document, party: Party, limit: int) -> bool:
    """«إذاعة "جيش" الاحتلال»: one common word between marks that no name of a medium is, with more behind it."""
    first, end = party.name
    word = doc.words[first]
    if end != first + 1 or is_medium((word,)) or not (word in heads() and word in nouns()):
        return False
    return end + 1 < limit and doc.words[end + 1].startswith("ال")


_CORRESPONDENTS = folded("مراسل مراسلة")


def _correspondent(doc: Document, party: Party, limit: int) -> Party | None:
    """«مراسل بي بي سي سامر الحلواني»: a man with the office of his medium; None where he has no name."""
    if party.head not in _CORRESPONDENTS:
        return None
    medium = _past_employer(doc, party.end, limit)
    end = _past_place(doc, medium, limit)
    name = name_after_title(doc, end, limit)
    if name is None and end < limit and doc.kinds[end] == COMMA:
        name = name_after_comma(doc, end + 1, limit)
    if name is None or name[1] - name[0] < 2:
        return None
    title = (party.first, medium)
    return Party(party.first, name[1], "person", party.gender, 1, name, [title], head=party.head)


def _past_employer(doc: Document, j: int, limit: int) -> int:
    """«مراسل [بي بي سي]», «مراسل الشؤون العسكرية [لموقع "الأفق" الأرخاني]»: past whom he reports for."""
    j += j < limit and doc.words[j] == "في"
    head = heads().get(bare_word(doc.words[j])) if j < limit and doc.kinds[j] == WORD else None
    j += head is not None and head.kind == "agency"
    if j < limit and doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= QUOTED_NAME:
        return past_adjectives(doc, doc.match[j] + 1, limit)
    known = find_known(doc, j, limit) if j < limit and doc.kinds[j] == WORD else None
    if known and known.kind == "agency":
        return known.end
    return name_end(doc, j, limit, MEDIUM) if j < limit and doc.kinds[j] == WORD else j


def _past_place(doc: Document, j: int, limit: int) -> int:
    """«مراسل بي بي سي في كابول سامر الحلواني»: past where he is."""
    return min(limit, j + 2) if j < limit and doc.words[j] in ("في", "لدي") else j


def _without_state(doc: Document, j: int, end: int) -> int:
    """«صحيفة الأفق الأرخانية»: where the name ends before the adjective of its state."""
    return end - 1 if end - 1 > j and doc.words[end - 1] in demonyms() else end


def _closing_bracket(doc: Document, j: int, limit: int) -> int:
    """«قناة (فرانس 2)»: the token that closes the bracket opened at `j`; 0 where none is opened."""
    if j >= limit or doc.kinds[j] != MARK or doc.raw(j) != "(":
        return 0
    for k in range(j + 2, min(limit, j + QUOTED_NAME)):
        if doc.raw(k) == ")":
            return k
    return 0
