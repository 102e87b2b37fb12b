"""Who is named where: offices, names, bodies, states, media, groups and unnamed sources.

`parse_party` reads one noun phrase from a token on. A name needs no list: it is what follows an
office and is no common noun, small word, adjective of a state or verb of saying.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from . import lexicon_tables as tables
from .cues import PARTICIPLE, PAST, PRESENT, read_word
from .segment import CLOSE, COMMA, MARK, NUMBER, OPEN, WORD, Document
from .vocabulary import (
    Head,
    countries,
    country_starts,
    demonyms,
    function_words,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    known_names,
    known_starts,
    long_titles,
    looks_verbal_noun,
    nouns,
    sure_names,
    words,
)

_NAME_PARTICLES = frozenset(
    "بن ابن ال ابو ابي ام عبد دي دو دا فان فون دير ديل دل لو بنت ولد بو ماك اوف".split()
)
_MAX_NAME = 7
_MAX_TITLE = 14
_NO_HEAD = Head("", "", 0)
_QUOTED_NAME = 6  # words; longer text in quotation marks is no name


@dataclass(slots=True)
class Party:
    """A noun phrase that names or points to an actor; token numbers half open."""

    first: int
    end: int
    kind: str
    gender: str = ""
    number: int = 1
    name: tuple[int, int] | None = None  # tokens of the proper name
    titles: list[tuple[int, int]] = field(default_factory=list)
    country: str = ""  # the state, where the party is one
    head: str = ""
    definite: bool = False
    addressed: bool = False  # introduced by ل


def parse_party(doc: Document, i: int, limit: int, *, object_of: bool = False) -> Party | None:
    """The noun phrase that begins at token `i` and ends before `limit`; None where none begins."""
    i = _skip_honorifics(doc, i, limit)
    if i >= limit:
        return None
    quoted = _quoted_name(doc, i, limit)
    if quoted:
        return quoted
    if doc.kinds[i] == NUMBER:
        return _counted(doc, i, limit)
    if doc.kinds[i] != WORD:
        return None
    end, kind = doc.known.get(i, (limit + 1, ""))
    if end <= limit and kind != "person":
        return Party(i, end, kind, "", 1, (i, end), head=doc.words[i], definite=True)
    if (end <= limit or doc.words[i] in doc.names or _named_with_clitic(doc, i)) and not _is_definite_office(
        doc, i
    ):
        named = _name_only(doc, i, limit)
        if named:
            return named
    known = _known(doc, i, limit)
    if known:
        return known
    state = _state(doc, i, limit)
    if state:
        return state
    head = heads().get(_stem(doc, i))
    if head is None and _long_title_end(doc, i, limit) > i:
        head = Head("person", "m", 1, True, "royal")
    if head is None:
        return _name_only(doc, i, limit)
    if head.kind == "person":
        return _person(doc, i, limit, head)
    return _body(doc, i, limit, head)


def _named_with_clitic(doc: Document, i: int) -> bool:
    """«لكيري», «وكيري»: a name met before with a preposition or conjunction attached."""
    word = doc.words[i]
    return word[:1] in "ولبف" and word[1:] in doc.names and word not in heads() and not _is_verb(word)


def _is_definite_office(doc: Document, i: int) -> bool:
    """«الوزير», «وزير الخارجية»: an office though its word is somebody's name here too."""
    head = heads().get(doc.words[i])
    if head is None:
        return False
    after = doc.words[i + 1] if i + 1 < len(doc) else ""
    return (
        doc.words[i].startswith("ال")
        and head.title_class == "office"
        or after.startswith("ال")
        or after in nouns()
    )


def parse_parties(doc: Document, i: int, limit: int) -> list[Party]:
    """The coordinated noun phrases from token `i` on: «فلان وفلان», «كل من فلان وفلان»."""
    if doc.words[i : i + 2] == ["كل", "من"] or doc.words[i : i + 2] == ["كلا", "من"]:
        i += 2
    found: list[Party] = []
    party = parse_party(doc, i, limit)
    while party:
        if found and found[0].kind == "person" and party.kind == "country":
            break
        if (
            found
            and party.kind == "person"
            and not party.name
            and found[-1].kind == "person"
            and found[-1].name
            and found[-1].titles
        ):
            found[-1].titles += party.titles
            found[-1].end = party.end
        else:
            found.append(party)
        i = party.end
        if i < limit and doc.kinds[i] == COMMA and i + 1 < limit and _is_conjoined(doc, i + 1, found[0]):
            i += 1
        party = _conjoined(doc, i, limit, found[0])
    return found


def _conjoined(doc: Document, i: int, limit: int, before: Party) -> Party | None:
    if i >= limit or not _is_conjoined(doc, i, before):
        return None
    return parse_party(doc, i + (doc.words[i] == "و"), limit)


def _is_conjoined(doc: Document, i: int, before: Party) -> bool:
    word = doc.words[i]
    if doc.kinds[i] != WORD or not word.startswith("و") or word in heads() or word in sure_names():
        return False
    if word == "و":
        return True
    bare = word[1:]
    if len(bare) < 2 or is_function(bare) or is_time(bare) or _is_verb(word):
        return False
    return (
        bare in heads()
        or bare in doc.names
        or bare in known_starts()
        or (bare,) in countries()
        or bare in country_starts()
        or before.kind == "person"
        or bare.startswith("ال")
    )


@cache
def _is_verb(word: str) -> bool:
    return any(r.form in (PAST, PRESENT, PARTICIPLE) and r.verb.strength == "s" for r in read_word(word))


@cache
def _bare(word: str) -> str:
    """A word without «و», «ل» or «ب» before a known head, state or article."""
    for prefix, instead in (("لل", "ال"), ("ولل", "ال"), ("بال", "ال"), ("وبال", "ال"), ("وال", "ال")):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return instead + word[len(prefix) :]
    for prefix in ("و", "ل", "ول", "ب", "وب", "ف"):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and (rest in heads() or rest in country_starts() or rest in given_names()):
            return rest
    return word


def _stem(doc: Document, i: int) -> str:
    word = doc.words[i]
    return word if word in heads() or word in country_starts() else _bare(word)


def _skip_honorifics(doc: Document, i: int, limit: int) -> int:
    while i < limit and doc.kinds[i] == WORD and doc.words[i] in _HONORIFICS:
        i += 1
    return i


_HONORIFICS = frozenset(
    "صاحب السمو الملكي سمو جلاله فخامه معالي سعاده سماحه فضيله دوله السيده السيد نظيره نظيرته نظيرها".split()
) - {"دوله"}


def _quoted_name(doc: Document, i: int, limit: int) -> Party | None:
    """«سليمان» or "حماس": a short name in quotation marks standing for somebody."""
    if doc.kinds[i] != OPEN or doc.match[i] < 0 or doc.match[i] >= limit:
        return None
    close = doc.match[i]
    if not 1 <= close - i - 1 <= _QUOTED_NAME:
        return None
    if any(is_function(w) for w in doc.words[i + 1 : close]):
        return None
    inside = parse_party(doc, i + 1, close)
    if inside is None or inside.end < close:
        inside = Party(i + 1, close, "person", name=(i + 1, close))
    inside.first, inside.end = i, close + 1
    return inside


def _counted(doc: Document, i: int, limit: int) -> Party | None:
    """«20 دولة», «65% من عملاء المركز»."""
    end = _title_end(doc, i, limit)
    return Party(i, end, "group", "", 3, (i, end)) if end > i + 1 else None


def _known(doc: Document, i: int, limit: int) -> Party | None:
    """A medium or body by a name of the lexicon: «فرانس برس», «مجلس الأمن الدولي»."""
    for stem in (doc.words[i], _without_clitic(doc.words[i])):
        longest = known_starts().get(stem, 0)
        for size in range(min(longest, limit - i), 0, -1):
            found = known_names().get((stem, *doc.words[i + 1 : i + size]))
            if found and not (size == 1 and stem in _AMBIGUOUS):
                end = i + size
                party = Party(i, end, found[0], "f", 1, (i, end), head=stem, definite=stem.startswith("ال"))
                if heads().get(stem):
                    party.gender = heads()[stem].gender
                elif stem.startswith("مجلس"):
                    party.gender = "m"
                else:
                    party.gender = ""
                party.end = end = _adjectives(doc, end, limit)
                party.name = (i, end)
                return party
    return None


_AMBIGUOUS = frozenset(("فتح", "الحوار", "العالم"))


def _adjectives(doc: Document, end: int, limit: int) -> int:
    """Past adjectives of states that go on a known name: «الأمم المتحدة», «وكالة مهر الإيرانية»."""
    while (
        end < limit
        and doc.kinds[end] == WORD
        and doc.words[end] in demonyms()
        and doc.words[end].startswith("ال")
    ):
        end += 1
    return end


@cache
def _without_clitic(word: str) -> str:
    if word.startswith("لل"):
        return "ال" + word[2:]
    return word[1:] if word[:1] in "ولبف" and len(word) > 3 else word


def _state(doc: Document, i: int, limit: int) -> Party | None:
    """A state by its name or its capital."""
    stem = _stem(doc, i)
    longest = country_starts().get(stem, 0)
    for size in range(min(longest, limit - i), 0, -1):
        key = (stem, *doc.words[i + 1 : i + size])
        name = countries().get(key)
        if name:
            end = i + size
            gender = "m" if key[0] in _MASCULINE_STATES else "f"
            return Party(i, end, "country", gender, 1, (i, end), country=name)
    return None


_MASCULINE_STATES = frozenset("العراق لبنان الاردن اليمن السودان المغرب الصومال".split())


def _person(doc: Document, i: int, limit: int, head: Head) -> Party:
    """An office with or without a name: «وزير الخارجية السوري وليد المعلم»."""
    titles, j = _titles(doc, i, limit)
    name = _name_after_title(doc, j, limit)
    if name and doc.kinds[j] == OPEN and _is_complement(doc, titles[-1]):
        titles[-1], j, name = (titles[-1][0], doc.match[j] + 1), doc.match[j] + 1, None
    if name is None and j < limit and doc.kinds[j] == COMMA:
        name = _name_after_comma(doc, j + 1, limit)
    if name and (chain := _second_title(doc, name[1], limit)):
        titles[-1] = (titles[-1][0], name[1])
        more, k = _titles(doc, chain, limit)
        titles, name = titles + more, _name_after_title(doc, k, limit)
    if name:
        j = _close_quote(doc, name[1], limit)
    stem = _stem(doc, i)
    party = Party(i, j, "person", head.gender, 1, name, titles, head=stem, definite=stem.startswith("ال"))
    if name:
        _take_apposition(doc, party, limit)
    elif not party.definite and not _names_office(doc, i, titles):
        party.kind, party.name = "unnamed", (i, j)
    return party


def _titles(doc: Document, i: int, limit: int) -> tuple[list[tuple[int, int]], int]:
    """The offices that stand one after another from token `i`, and where they end."""
    titles, j = [], i
    while j < limit and doc.kinds[j] == WORD:
        here = heads().get(_stem(doc, j))
        long = _long_title_end(doc, j, limit)
        if (not here or here.kind not in ("person", "unnamed") or here.number != 1) and long == j:
            break
        if (
            j > i
            and here
            and here.title_class == "office"
            and doc.words[j].startswith("ال")
            and _follows_office(doc, titles)
        ):
            break
        if (
            j > i
            and doc.words[j].startswith("و")
            and _stem(doc, j) != doc.words[j]
            and not _names_later(doc, j, limit)
        ):
            break
        end = _to_the_name(doc, max(_title_end(doc, j, limit), long), limit)
        end = _unlisted_complement(doc, (j, end), limit)
        titles.append((j, end))
        j = end
    return titles, j


def _follows_office(doc: Document, titles: list[tuple[int, int]]) -> bool:
    """«حث الأمين العام الرئيس كرزاي»: two definite offices side by side are two men."""
    before = heads().get(_stem(doc, titles[-1][0]))
    return before is not None and before.title_class == "office" and titles[-1][1] - titles[-1][0] > 1


def _unlisted_complement(doc: Document, title: tuple[int, int], limit: int) -> int:
    """«وزير خارجية أرخانيا سامر»: a state no list knows completes a bare office before the name; where it ends."""
    first, end = title
    if end - first < 2 or end >= limit or any(_is_definite(w) for w in doc.words[first:end]):
        return end
    if doc.words[end - 1] in function_words() or doc.words[first].startswith("ال"):
        return end
    last, word = doc.words[end - 1], doc.words[end]
    if last in demonyms() or last not in nouns() and last not in heads():
        return end
    if word in given_names() or word in doc.names or _name_end(doc, end, limit) == end:
        return end
    return end + 1


def _to_the_name(doc: Document, end: int, limit: int) -> int:
    """«قائد القوة البحرية في حرس الثورة، فلان»: where the office works belongs to it if the name comes after."""
    k = end
    while (
        k < limit
        and k < end + 12
        and doc.kinds[k] == WORD
        and (
            doc.words[k] in ("في", "ب", "لدي", "من", "عن")
            or doc.words[k].startswith("وال")
            and doc.words[k][1:] in heads()
            and heads()[doc.words[k][1:]].kind != "person"
        )
    ):
        if doc.words[k].startswith("وال"):
            k = _title_end(doc, k, limit)
            continue

        if (
            k + 1 < limit
            and doc.kinds[k + 1] == OPEN
            and 0 <= doc.match[k + 1] < limit
            and doc.match[k + 1] - k <= _QUOTED_NAME
        ):
            k = doc.match[k + 1] + 1
        elif k + 1 < limit and doc.words[k + 1] not in words("occasion") and not is_time(doc.words[k + 1]):
            k = _title_end(doc, k + 1, limit)
        else:
            return end
    if k == end:
        return end
    if _name_after_title(doc, k, limit):
        return k
    if k < limit and doc.kinds[k] == COMMA and _name_after_comma(doc, k + 1, limit):
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


def _names_later(doc: Document, j: int, limit: int) -> bool:
    """«السفير الروسي والمندوب الدائم … فلان»: one man with two offices, named after the second."""
    end = _title_end(doc, j, limit)
    if _name_after_title(doc, end, limit) is not None:
        return True
    return end < limit and doc.kinds[end] == COMMA and _name_after_comma(doc, end + 1, limit) is not None


def _long_title_end(doc: Document, i: int, limit: int) -> int:
    """Where an office of several listed words ends («خادم الحرمين الشريفين»)."""
    stem = _stem(doc, i)
    for size in range(min(long_titles().get(stem, 0), limit - i), 1, -1):
        if " ".join((stem, *doc.words[i + 1 : i + size])) in tables.titles():
            return i + size
    return i


def _is_complement(doc: Document, title: tuple[int, int]) -> bool:
    """«رئيس "فاغنر"»: what is quoted right after a bare office is what he heads."""
    return (
        title[1] - title[0] == 1
        and not _bare(doc.words[title[0]]).startswith("ال")
        and heads().get(_stem_of(doc, title[0]), _NO_HEAD).title_class == "office"
    )


def _stem_of(doc: Document, i: int) -> str:
    return _stem(doc, i)


def _second_title(doc: Document, end: int, limit: int) -> int:
    """«مستشار خامنئي الدكتور علي»: where a form of address opens the real name; 0 where none does."""
    if end < limit and doc.kinds[end] == WORD:
        head = heads().get(doc.words[end])
        if (
            head
            and head.title_class in ("address", "rank")
            and head.number == 1
            and _name_end(doc, end + 1, limit) > end + 1
        ):
            return end
    return 0


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
        w.startswith("ال") or (w,) in countries() or w.startswith("لل") for w in doc.words[i + 1 : end]
    )


def _close_quote(doc: Document, end: int, limit: int) -> int:
    return end + 1 if end < limit and doc.kinds[end] == CLOSE and doc.match[end] >= 0 else end


def _name_after_title(doc: Document, j: int, limit: int) -> tuple[int, int] | None:
    if j < limit and doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= _QUOTED_NAME:
        return j + 1, doc.match[j]
    end = _name_end(doc, j, limit)
    return (j, end) if end > j else None


def _name_after_comma(doc: Document, j: int, limit: int) -> tuple[int, int] | None:
    """«وزير الخارجية الكوبي، برونو رودريغيز، أن»: a name of one to five words before the next pause."""
    if (
        j >= limit
        or doc.kinds[j] != WORD
        or doc.words[j].startswith(("و", "لل", "بال"))
        and doc.words[j] not in given_names()
    ):
        return None
    k = _title_chain_end(doc, j, limit)
    name = _name_after_title(doc, k, limit)
    if name is None:
        return None
    after = _close_quote(doc, name[1], limit)
    if (
        after >= limit
        or doc.kinds[after] != WORD
        or is_function(doc.words[after])
        or is_time(doc.words[after])
    ):
        return name
    return name if name[1] - name[0] >= 2 else None


def _title_chain_end(doc: Document, j: int, limit: int) -> int:
    while (
        j < limit
        and doc.kinds[j] == WORD
        and (h := heads().get(doc.words[j]))
        and (
            h.title_class in ("address", "rank", "clergy", "royal")
            or h.title_class == "office"
            and h.definite
            and h.number == 1
        )
    ):
        j += 1
    return j


def _take_apposition(doc: Document, party: Party, limit: int) -> None:
    """«محمد كامل عمرو، وزير الخارجية»: the office after the name belongs to it."""
    j = party.end
    if j < limit and doc.kinds[j] == COMMA:
        j += 1
    if j >= limit or doc.kinds[j] != WORD:
        return
    head = heads().get(doc.words[j])
    if head is None or head.kind not in ("person", "unnamed") or head.number != 1:
        return
    end = _title_end(doc, j, limit)
    if not doc.words[j].startswith("ال") and end == j + 1:
        return
    party.titles.append((j, end))
    party.end = end
    _take_apposition(doc, party, limit)


def _body(doc: Document, i: int, limit: int, head: Head) -> Party:
    """A body, medium, group or unnamed source."""
    stem = _stem(doc, i)
    end = _title_end(doc, i, limit)
    kind = head.kind
    party = Party(i, end, kind, head.gender, head.number, None, [], head=stem, definite=stem.startswith("ال"))
    party.name = (i, end)
    if kind == "agency":
        return _medium(doc, party, limit)
    if kind == "government":
        party.kind = "organization"
        party.country = next(
            (demonyms()[w] for w in doc.words[i:end] if w in demonyms()), ""
        ) or _state_inside(doc, i + 1, end)
        if party.country:
            party.kind = "country"
    if kind == "unnamed":
        name = _name_after_title(doc, end, limit)
        if name is None and end < limit and doc.kinds[end] == COMMA and head.number == 1:
            name = _name_after_comma(doc, end + 1, limit)
        if name and head.number == 1 and stem not in ("مصدر", "المصدر", "تقرير"):
            party.kind, party.titles, party.name = "person", [(i, end)], name
            party.end = _close_quote(doc, name[1], limit)
    elif end < limit:
        _take_body_name(doc, party, limit)
    return party


def _state_inside(doc: Document, i: int, end: int) -> str:
    for j in range(i, end):
        state = _state(doc, j, end)
        if state:
            return state.country
    return ""


def _take_body_name(doc: Document, party: Party, limit: int) -> None:
    """«حركة "حماس"», «حركة طالبان»: the proper name after the head."""
    j = party.end
    if doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= _QUOTED_NAME:
        party.end = doc.match[j] + 1
        party.end = _title_end(doc, party.end - 1, limit)
    elif party.kind == "organization" and party.end == party.first + 1:
        party.end = max(party.end, _name_end(doc, j, limit))
    party.name = (party.first, party.end)


def _medium(doc: Document, party: Party, limit: int) -> Party:
    """«صحيفة "نيشن" المحلية», «وكالة مهر للأنباء», «قناة الجزيرة», «مراسل بي بي سي»."""
    j = party.end
    if j < limit and doc.kinds[j] == OPEN and 0 <= doc.match[j] < limit and doc.match[j] - j <= _QUOTED_NAME:
        party.name = (j + 1, doc.match[j])
        party.end = _title_end(doc, doc.match[j], limit)
        return party
    end = _name_end(doc, j, limit)
    if end == j and j == party.first + 1:
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
        end = _title_end(doc, end - 1, limit)
        party.end, party.name = end, (party.first, end)
    return party


def _name_only(doc: Document, i: int, limit: int) -> Party | None:
    """A name without an office."""
    end = _name_end(doc, i, limit, alone=True)
    if end == i and _hidden_name(doc, i, limit):
        end = i + 2
    if end == i:
        return None
    party = Party(i, end, "person", "", 1, (i, end))
    _take_apposition(doc, party, limit)
    return party


def _hidden_name(doc: Document, i: int, limit: int) -> bool:
    """«صائب عريقات رئيس …»: a name whose first word is a common one, before a pause or an office."""
    if (
        i + 2 >= limit
        or doc.kinds[i + 1] != WORD
        or is_function(doc.words[i])
        or doc.words[i].startswith("ال")
    ):
        return False
    one, two, three = doc.words[i : i + 3]
    if (
        looks_verbal_noun(one)
        or one in heads()
        or is_verb(one)
        or _is_verb(one)
        or _looks_common(two)
        or two in nouns()
    ):
        return False
    if (
        is_function(two)
        or is_time(two)
        or two.startswith("ال")
        or _stops_name(two)
        or two.endswith(("ه", "ها", "هم"))
    ):
        return False
    return doc.kinds[i + 2] == COMMA or three in heads() or three in ("ان", "انه", "انها")


def _before_known_name(doc: Document, j: int, limit: int) -> int:
    """Where a person that the caller knows is named, with nothing but an office before it; 0 where none is."""
    while j < limit and doc.kinds[j] == WORD and not is_function(doc.words[j]):
        if doc.known.get(j, (0, ""))[1] == "person":
            return j
        j += 1
    return 0


def _title_end(doc: Document, i: int, limit: int) -> int:
    """Where the noun phrase with its head at token `i` ends before any proper name."""
    limit = min(limit, i + _MAX_TITLE)
    j = i + 1
    if doc.known and (before_name := _before_known_name(doc, j, limit)):
        return before_name
    while j < limit:
        step = _modifier(doc, i, j, limit)
        if step == 0:
            break
        j += step
    return j


def _modifier(doc: Document, head: int, j: int, limit: int) -> int:
    """How many tokens at `j` go on the phrase of the head: 0 where it ends."""
    if doc.kinds[j] == NUMBER:
        return 1
    if doc.kinds[j] != WORD:
        return _quoted_part(doc, j, limit)
    word = doc.words[j]
    if word in ("العام", "العامه", "الاول", "الاولي", "الله"):
        return 1
    if _opens_title(doc, j):
        return 0
    if is_time(word) or _is_verb(word) and word not in nouns():
        return 0
    if word in _PHRASE_PREPOSITIONS:
        return _prepositional(doc, head, j, limit)
    if is_function(word):
        return 0
    if (word,) in countries() and word not in demonyms() and j > head + 1 and _is_definite(doc.words[j - 1]):
        return 0
    if _is_definite_modifier(doc, head, j):
        return 1
    if word in demonyms() or word in country_starts():
        state = _state(doc, j, limit)
        return state.end - j if state else 1
    if word.startswith("و") and word not in heads() and word not in nouns():
        return int(_is_title_conjunct(doc, head, j))
    if word.startswith("ل") and _addresses(word):
        return 0
    if (
        word.startswith("ل")
        and looks_verbal_noun(word[1:])
        or word[:1] == "ل"
        and j + 1 < limit
        and doc.words[j + 1].startswith("ال")
        and word not in function_words()
        and word not in given_names()
        and word not in doc.names
    ):
        return 1
    if word.startswith("ل") and (word[1:] in nouns() or word[1:] in heads() or _is_state_word(word[1:])):
        return 1
    if word.startswith("ب") and (_is_state_word(word[1:]) or word[1:] in heads() or word[1:] in ("اسم",)):
        return 1
    if _is_definite(doc.words[j - 1]):
        return 0
    return int((word in nouns() or word in heads()) and word not in given_names())


def _is_definite(word: str) -> bool:
    """After a definite word no bare noun goes on the phrase: «الوزير السوري ضرورة …»."""
    return (
        word.startswith(("ال", "لل", "وال", "بال"))
        and len(word) > 4
        or word in demonyms()
        or (word,) in countries()
    )


def _opens_title(doc: Document, j: int) -> bool:
    """«أمير الكويت الشيخ صباح»: a form of address begins a title of its own."""
    head = heads().get(doc.words[j])
    if head is None or head.kind != "person" or head.number != 1 or not head.definite:
        return False
    return head.title_class in ("address", "rank", "clergy", "royal") and doc.words[j] not in ("الامين",)


@cache
def _addresses(word: str) -> bool:
    """«لوكالة», «لبي بي سي», «للصحفيين»: a medium or hearers, no part of an office."""
    bare = _without_clitic(word)
    head = heads().get(bare)
    if head and (head.kind == "agency" or "صحفي" in bare or "صحافي" in bare or "اعلامي" in bare):
        return True
    return any(key[0] == bare and known[0] == "agency" for key, known in known_names().items())


def _quoted_part(doc: Document, j: int, limit: int) -> int:
    """«بحزب "المؤتمر" الحاكم»: the quoted name of a body inside an office."""
    if doc.kinds[j] != OPEN or not j < doc.match[j] < limit or doc.match[j] - j > _QUOTED_NAME:
        return 0
    head = heads().get(_bare(doc.words[j - 1]))
    return doc.match[j] + 1 - j if head and head.kind == "organization" else 0


def _is_state_word(word: str) -> bool:
    return word in country_starts()


def _is_definite_modifier(doc: Document, head: int, j: int) -> bool:
    """A word with the article goes on the phrase, unless it is somebody's surname."""
    word = doc.words[j]
    if not word.startswith(("ال", "لل", "بال")) or len(word) < 5:
        return False
    if word.startswith("ال") and _may_be_surname(doc, head, j):
        return False
    return True


def _may_be_surname(doc: Document, head: int, j: int) -> bool:
    """«السفير الشرقاوي»: right after a definite office, no adjective of a state and no common word."""
    first = doc.words[head]
    info = heads().get(_bare(first)) or heads().get(first)
    if info is None or info.kind not in ("person", "unnamed") or info.number != 1:
        return False
    if not _bare(first).startswith("ال"):
        return False
    if any(not w.startswith("ال") for w in doc.words[head + 1 : j]):
        return False
    word = doc.words[j]
    if info.title_class == "address" and j == head + 1 and word not in demonyms() and word not in heads():
        return True
    return not (word in demonyms() or is_time(word) or _is_common_stem(word[2:]))


@cache
def _is_common_stem(stem: str) -> bool:
    """A noun or adjective without its article, also known by its feminine («شيوعي»)."""
    return stem in nouns() or stem + "ه" in nouns() or looks_verbal_noun(stem)


_PHRASE_PREPOSITIONS = frozenset("في من الي عن لدي باسم لشوون علي".split())
_PLACE_HEADS = frozenset(
    "مصدر مصادر مسوول مسيول مسوولون مسيولون عضو عدد مجموعه وفد اعضاء خبير قيادي القيادي المسوول المسيول مشرعون نواب احد عضوه بعض كل جميع كثير الكثير العديد نايب المصادر المصدر مسوولين مسيولين خبراء محلل استاذ مدير باحث رييس السفير سفير سفيره سفراء السفيره مندوب المندوب مبعوث المبعوث ممثل الممثل موفد متحدث متحدثه المتحدث المتحدثه الناطق مراسل مراسله المبعوثه منسق الامين رييسه قادة قاده وسايل".split()
)


def _prepositional(doc: Document, head: int, j: int, limit: int) -> int:
    word, after = doc.words[j], doc.words[j + 1] if j + 1 < limit else ""
    first = _bare(doc.words[head])
    if not after or doc.kinds[j + 1] != WORD or is_time(after):
        return 0
    if word == "لدي":
        return int(
            after.startswith("ال") or after in heads() or after in country_starts() or after in known_starts()
        )
    if word in ("باسم", "لشوون"):
        return 1
    if first not in _PLACE_HEADS and doc.words[head] not in _PLACE_HEADS:
        return (
            2
            if word == "في"
            and _is_state_word(after)
            and heads().get(first, None)
            and heads()[first].kind != "person"
            else 0
        )
    if word == "في":
        return 0 if after in words("occasion") or is_function(after) else 1
    if word == "من":
        return int(
            first
            in (
                "مصدر",
                "مصادر",
                "عضو",
                "عدد",
                "مجموعه",
                "اعضاء",
                "بعض",
                "كثير",
                "الكثير",
                "العديد",
                "كل",
                "احد",
            )
        )
    if word == "الي":
        return 1 if _is_state_word(after) else 0
    if word == "عن":
        return int(first in ("نايب", "المسوول", "مسوول", "المسيول", "مسيول", "ممثل"))
    return 1 if word == "علي" and first in ("مسوول", "المسوول", "مشرف") else 0


def _is_title_conjunct(doc: Document, head: int, j: int) -> bool:
    """«وزير الشؤون الخارجية والتعاون»: a second field of the same office."""
    word, before = doc.words[j], doc.words[j - 1]
    after = doc.words[j + 1] if j + 1 < len(doc) else ""
    if (
        not before.startswith("ال")
        and before in nouns()
        and (word[1:] in nouns() or looks_verbal_noun(word[1:]))
        and after.startswith("ال")
    ):
        return True
    if not word.startswith("وال") or not before.startswith(("ال", "لل", "بال")):
        return False
    if word[1:] in heads() and word[1:] not in ("الدفاع", "الداخليه", "الخارجيه", "الجامعه"):
        return False
    return word[3:] in nouns()


def _name_end(doc: Document, j: int, limit: int, alone: bool = False) -> int:
    """Where the proper name that begins at token `j` ends; `j` itself where none begins."""
    end, kind = doc.known.get(j, (limit + 1, ""))
    if end <= limit and kind == "person":
        return end
    start, limit = j, min(limit, j + _MAX_NAME)
    while j < limit and _goes_on_name(doc, start, j, alone):
        j += 1
    while j > start and doc.words[j - 1] in _NAME_PARTICLES and doc.words[j - 1] not in ("ابو",):
        j -= 1
    if j > start and doc.kinds[j - 1] == MARK:
        j -= 1
    return j


def _goes_on_name(doc: Document, start: int, j: int, alone: bool) -> bool:
    kind, word = doc.kinds[j], doc.words[j]
    if kind == MARK:
        glued = doc.raw(j) in "-ـ'’." and j > start and doc.starts[j] == doc.ends[j - 1]
        return glued and j + 1 < len(doc) and doc.starts[j + 1] == doc.ends[j]
    if (
        kind != WORD
        or len(word) == 1
        and word in "لبوكف"
        or is_time(word)
        and word not in ("صباح", "رجب", "شعبان", "رمضان", "فجر")
    ):
        return False
    if word == "بان" and doc.words[j + 1 : j + 2] in (["كي"], ["جي"]):
        return True  # the name, not «بأن» with its hamza dropped
    if j > start and word in known_starts() and _known(doc, j, min(len(doc), j + 6)):
        return False
    if word in _NAME_PARTICLES and (
        word not in ("ام", "ال", "ولد", "بو") or j > start or word == "ام" and alone is False
    ):
        return True
    if j > start and (word == "الله" or word.startswith("ال") and doc.words[j - 1] in _NAME_PARTICLES):
        return True
    if word in doc.names and (j == start or word not in heads()) or j == start and _named_with_clitic(doc, j):
        return True
    if j == start and word[:1] == "و" and word[1:] in given_names():
        return True
    if word == "علي":
        return _is_ali(doc, start, j)
    if word in sure_names():
        return True
    if is_function(word) or _stops_name(word) or (word,) in countries() and word not in given_names():
        return False
    if (
        j > start
        and word.startswith("ال")
        and (looks_verbal_noun(word[2:]) or word.endswith("ات"))
        and word[2:] in nouns()
    ):
        return False
    if j > start and word.startswith("ال") and doc.words[j - 1] in given_names() and word not in demonyms():
        return (
            word not in heads()
            or heads()[word].title_class not in ("office", "address")
            or _ends_phrase(doc, j + 1)
        )
    if (
        j > start
        and word in nouns()
        and (doc.words[j - 1] in given_names() or doc.words[j - 1] == "علي")
        and word not in heads()
    ):
        return _ends_or_names(doc, j + 1)
    if word in given_names():
        return j > start or not alone or not (_is_verb(word) or word in nouns())
    if _looks_common(word):
        return False
    if word.startswith("ال"):
        return True
    if j == start or doc.words[j - 1] not in _NAME_PARTICLES:
        return (
            not _is_verb(word)
            and (word not in nouns())
            and word not in demonyms()
            and word not in words("adverb")
        )
    return True


def _is_ali(doc: Document, start: int, j: int) -> bool:
    """The name علي, not the preposition: after a name, or before one."""
    after = doc.words[j + 1] if j + 1 < len(doc) and doc.kinds[j + 1] == WORD else ""
    if j > start and doc.words[j - 1] in _NAME_PARTICLES:
        return True
    if doc.writes_ala and doc.written(j) == "علي":
        return bool(after) and not is_function(after) or j > start
    if is_function(after) or after in nouns() or after in heads() or after in demonyms() or not after:
        return j > start and doc.written(j) == "علي" and not after
    if j > start:
        return not after.startswith("ال") or doc.written(j) == "علي" and after[2:] not in nouns()
    return (
        after in sure_names()
        or after in _NAME_PARTICLES
        or doc.written(j) == "علي"
        and not after.startswith("ال")
        and not _looks_common(after)
    )


def _ends_phrase(doc: Document, j: int) -> bool:
    return j >= len(doc) or doc.kinds[j] != WORD or is_function(doc.words[j])


def _ends_or_names(doc: Document, j: int) -> bool:
    """Whether at `j` a name may end or go on: «رجب طيب أردوغان،»."""
    if j >= len(doc) or doc.kinds[j] != WORD:
        return True
    word = doc.words[j]
    return (
        is_function(word)
        or word == "الله"
        or word not in nouns()
        and not word.startswith("ال")
        and not _looks_common(word)
    )


@cache
def _stops_name(word: str) -> bool:
    """Verbs and verbal nouns end a name, with whatever is attached to them."""
    if is_verb(word) or looks_verbal_noun(word):
        return True
    bare = word[1:]
    if word[:1] in "ولبف" and len(word) > 3 and (bare in heads() or looks_verbal_noun(bare)):
        return True
    return word.endswith("ا") and word[:-1] in nouns() and word[:-1] not in given_names()


@cache
def _looks_common(word: str) -> bool:
    """Whether a word has a prefix that names do not have: «بال…», «لل…», «وال…», «سي…»."""
    if word[:1] in "ول" and len(word) > 3 and word[1:] in given_names() and word not in sure_names():
        return True
    if (
        word.startswith(("لل", "وال", "بال", "فال", "كال", "وبال", "ولل", "وي", "فا"))
        and len(word) > 4
        and word not in given_names()
    ):
        return not word.startswith("وي") or word[1:] in nouns()
    if word.startswith("ال"):
        return word[2:] in nouns() or word in demonyms() or word in heads()
    if word in heads() and heads()[word].kind != "agency":
        return True
    if word in demonyms() or word in words("adverb"):
        return True
    return (
        word[:1] in "وبلف"
        and len(word) > 3 + (word[1:] not in nouns() or word[0] in "وف")
        and (
            word[1:] in nouns()
            or word[1:] in heads()
            or word[1:] in given_names()
            or word[1:] in country_starts()
        )
    )
