"""Offices with or without a name: «وزير الخارجية السوري وليد المعلم», «فلان، وزير الخارجية»."""

from __future__ import annotations

from . import lexicon_tables as tables
from .appositions import is_before, take_apposition
from .bodies import past_adjectives
from .known import Party, bare_word, find_known, stem_of
from .name_words import is_common
from .names import QUOTED_NAME, close_quote, is_name_here, name_end
from .names_after import name_after_comma, name_after_title, title_chain_end
from .phrase_bounds import is_brought
from .phrases import is_definite, title_end
from .segment import COMMA, OPEN, WORD, Document
from .two_men import is_another_mans
from .vocabulary import (
    NO_HEAD,
    Head,
    countries,
    demonyms,
    folded,
    function_words,
    given_names,
    heads,
    is_function,
    is_time,
    long_titles,
    nouns,
    words,
)


def read_office(doc: Document, i: int, limit: int, head: Head) -> Party:
    """An office with or without a name: «وزير الخارجية السوري وليد المعلم»."""
    titles, j = _titles(doc, i, limit)
    if j < limit and (after := _body_completed(doc, titles[-1], limit)):
        titles[-1], j = (titles[-1][0], after), after
    name = None if _is_followed_by_another(doc, titles[0], j, limit) else name_after_title(doc, j, limit)
    if name and doc.kinds[j] == OPEN and _is_complement(doc, titles[-1], limit):
        j = past_adjectives(doc, doc.match[j] + 1, limit)
        titles[-1], name = (titles[-1][0], j), None
    elif name and doc.words[titles[-1][1] - 1] == "باسم":
        titles[-1], j, name = (titles[-1][0], name[1]), name[1], None
    if name is None and j < limit and doc.kinds[j] == COMMA:
        name = name_after_comma(doc, j + 1, limit)
    if name and (bearer := _bearer(doc, titles[-1], name, limit)):
        titles[-1], name = (titles[-1][0], name[1]), bearer
    if name and (chain := _second_title(doc, name[1], limit)):
        titles[-1] = (titles[-1][0], name[1])
        more, k = _titles(doc, chain, limit)
        titles, name = titles + more, name_after_title(doc, k, limit)
    if name:
        j = close_quote(doc, name[1], limit)
    stem = stem_of(doc, i)
    definite = stem.startswith("ال") or stem in _OURS
    party = Party(i, j, "person", head.gender, 1, name, titles, head=stem, definite=definite)
    if name:
        take_apposition(doc, party, limit)
    elif not party.definite and not _names_office(doc, i, titles):
        party.kind, party.name = "unnamed", (i, j)
    return party


def _is_followed_by_another(doc: Document, title: tuple[int, int], j: int, limit: int) -> bool:
    """«الرئيس التونسي [أمير قطر]»: the next office is another man's, though its word may be a name."""
    head = heads().get(doc.words[j]) if j + 1 < limit and doc.kinds[j] == WORD else None
    return (
        head is not None
        and head.kind == "person"
        and head.number == 1
        and is_another_mans(doc, title, (j, title_end(doc, j, limit)))
    )


_OURS = folded("مراسلنا مراسلتنا موفدنا موفدتنا مندوبنا")  # as definite as «المراسل»


def _titles(doc: Document, i: int, limit: int) -> tuple[list[tuple[int, int]], int]:
    """The offices that stand one after another from token `i`, and where they end."""
    titles, j = [], i
    while j < limit and doc.kinds[j] == WORD:
        if j > i and (is_before(doc, j) or is_brought(doc.words[j]) or is_name_here(doc, j)):
            break
        here = heads().get(stem_of(doc, j))
        long = long_title_end(doc, j, limit)
        if (not here or here.kind not in ("person", "unnamed") or here.number != 1) and long == j:
            break
        if (
            j > i
            and here
            and here.title_class == "office"
            and doc.words[j].startswith("ال")
            and doc.words[j] != "المستشار"  # in Egypt a form of address: «النائب العام المستشار فلان»
            and _follows_office(doc, titles)
        ):
            break
        if (
            j > i
            and doc.words[j].startswith("و")
            and stem_of(doc, j) != doc.words[j]
            and not _names_later(doc, j, limit)
        ):
            break
        end = _to_the_name(doc, max(title_end(doc, j, limit), long), limit)
        end = _unlisted_complement(doc, (j, end), limit)
        if titles and is_another_mans(doc, titles[0], (j, end)):
            break
        titles.append((j, end))
        j = end
    return titles, j


def _follows_office(doc: Document, titles: list[tuple[int, int]]) -> bool:
    """«حث الأمين العام الرئيس كرزاي»: two definite offices side by side are two men."""
    before = heads().get(stem_of(doc, titles[-1][0]))
    return before is not None and before.title_class == "office" and titles[-1][1] - titles[-1][0] > 1


def _unlisted_complement(doc: Document, title: tuple[int, int], limit: int) -> int:
    """«وزير خارجية أرخانيا سامر»: a state no list knows completes a bare office before the name; where it ends."""
    first, end = title
    if end - first < 2 or end >= limit or any(is_definite(w) for w in doc.words[first:end]):
        return end
    if doc.words[end - 1] in function_words() or doc.words[first].startswith("ال"):
        return end
    last, word = doc.words[end - 1], doc.words[end]
    if last in demonyms() or (last not in nouns() and last not in heads()):
        return end
    if word in given_names() or word in doc.names or is_common(word) or end + 1 >= limit:
        return end
    return end + 1 if name_end(doc, end + 1, limit) > end + 1 else end


def _to_the_name(doc: Document, end: int, limit: int) -> int:
    """«قائد القوة البحرية في حرس الثورة، فلان»: where the office works belongs to it if the name comes after."""
    k = end
    while (
        k < limit
        and k < end + 12
        and doc.kinds[k] == WORD
        and (
            doc.words[k] in ("في", "ب", "لدي", "من", "عن")
            or (
                doc.words[k].startswith("وال")
                and doc.words[k][1:] in heads()
                and heads()[doc.words[k][1:]].kind != "person"
            )
        )
    ):
        if doc.words[k].startswith("وال"):
            k = title_end(doc, k, limit)
            continue

        if (
            k + 1 < limit
            and doc.kinds[k + 1] == OPEN
            and 0 <= doc.match[k + 1] < limit
            and doc.match[k + 1] - k <= QUOTED_NAME
        ):
            k = doc.match[k + 1] + 1
        elif k + 1 < limit and doc.words[k + 1] not in words("occasion") and not is_time(doc.words[k + 1]):
            k = title_end(doc, k + 1, limit)
        else:
            return end
    if k == end:
        return end
    if name_after_title(doc, k, limit):
        return k
    if k < limit and doc.kinds[k] == COMMA and name_after_comma(doc, k + 1, limit):
        return k
    return (
        k
        if k < limit
        and doc.kinds[k] == WORD
        and (h := heads().get(doc.words[k]))
        and h.kind == "person"
        and _names_later(doc, k, limit)
        else end
    )


def _bearer(
    doc: Document, title: tuple[int, int], name: tuple[int, int], limit: int
) -> tuple[int, int] | None:
    """«المتحدث باسم الرئيس فلان، سامر الحلواني، إن»: who follows the name of the one he speaks or works for."""
    if name[1] >= limit or doc.kinds[name[1]] != COMMA or not _serves_somebody(doc, title):
        return None
    bearer = name_after_comma(doc, name[1] + 1, limit)
    closed = bearer and (bearer[1] >= limit or doc.kinds[bearer[1]] == COMMA)
    return bearer if closed and bearer[1] - bearer[0] > 1 else None


def _serves_somebody(doc: Document, title: tuple[int, int]) -> bool:
    """Whether an office has another one within: «محامي الصحافي», «مستشار للرئيس»."""
    inside = (heads().get(bare_word(w), NO_HEAD) for w in doc.words[title[0] + 1 : title[1]])
    return any(h.kind == "person" and h.number == 1 for h in inside)


def _names_later(doc: Document, j: int, limit: int) -> bool:
    """«السفير الروسي والمندوب الدائم … فلان»: one man with two offices, named after the second."""
    end = title_chain_end(doc, title_end(doc, j, limit), limit)
    if name_after_title(doc, end, limit) is not None:
        return True
    return end < limit and doc.kinds[end] == COMMA and name_after_comma(doc, end + 1, limit) is not None


def long_title_end(doc: Document, i: int, limit: int) -> int:
    """Where an office of several listed words ends («خادم الحرمين الشريفين»)."""
    stem = stem_of(doc, i)
    for size in range(min(long_titles().get(stem, 0), limit - i), 1, -1):
        if " ".join((stem, *doc.words[i + 1 : i + size])) in tables.titles():
            return i + size
    return i


def _body_completed(doc: Document, title: tuple[int, int], limit: int) -> int:
    """«القيادي في حركة النور فلان»: where the proper name of the office's body ends; 0 where it has none."""
    first, end = title
    last = heads().get(bare_word(doc.words[end - 1]))
    if end - first < 2 or last is None or last.definite or last.number != 1 or doc.kinds[end] != WORD:
        return 0
    if last.kind not in ("organization", "government", "agency") or doc.words[end - 1].startswith(
        ("لل", "ال")
    ):
        return 0
    known = find_known(doc, end, limit)
    if known:
        return known.end
    return end + 1 if name_end(doc, end, limit) == end + 1 else 0


def _is_complement(doc: Document, title: tuple[int, int], limit: int) -> bool:
    """«رئيس "فاغنر"»: what is quoted right after a bare office is what he heads; a name may yet follow."""
    after = past_adjectives(doc, doc.match[title[1]] + 1, limit)
    if after < limit and doc.kinds[after] == COMMA and (name := name_after_comma(doc, after + 1, limit)):
        return name[1] - name[0] >= 2
    return (
        title[1] - title[0] == 1
        and not bare_word(doc.words[title[0]]).startswith("ال")
        and heads().get(stem_of(doc, title[0]), NO_HEAD).title_class == "office"
    )


def _second_title(doc: Document, end: int, limit: int) -> int:
    """«مستشار خامنئي الدكتور علي»: where a form of address opens the real name; 0 where none does."""
    if end < limit and doc.kinds[end] == WORD:
        head = heads().get(doc.words[end])
        if (
            head
            and head.title_class in ("address", "rank")
            and head.number == 1
            and name_end(doc, end + 1, limit) > end + 1
        ):
            return end
    return 0


def _is_proper(word: str) -> bool:
    """A word that no list knows as a common one: the state of «وزير خارجية أرخانيا»."""
    return not (
        word in nouns()
        or word in demonyms()
        or word in heads()
        or is_function(word)
        or word in words("adverb")
    )


def _names_office(doc: Document, i: int, titles: list[tuple[int, int]]) -> bool:
    """Whether a title without a name is one man's office (وزير الخارجية), not anybody's (مسؤول إسرائيلي)."""
    if doc.words[i] in (
        "عضو",
        "احد",
        "خبير",
        "محلل",
        "باحث",
        "ناشط",
        "كاتب",
        "صحفي",
        "صحافي",
        "مواطن",
        "متحدث",
        "متحدثه",
        "ناطق",
        "ناطقه",
        "مسوول",
        "مسيول",
    ):
        return False
    end = titles[-1][1]
    return any(
        w.startswith("ال") or (w,) in countries() or w.startswith("لل") or _is_proper(w)
        for w in doc.words[i + 1 : end]
    )
