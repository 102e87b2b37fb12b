"""Who is named where: offices, names, bodies, states, media, groups and unnamed sources.

`parse_party` reads one noun phrase from a token on. A name needs no list: it is what follows an
office and is no common noun, small word, adjective of a state or verb of saying.
"""

from __future__ import annotations

from . import learned
from .appositions import take_apposition
from .bodies import read_body
from .honorifics import past_honorifics
from .known import Party, find_known, find_state, stem_of
from .lone_words import is_people, is_plural_participle, opens_no_name
from .name_words import ALONE, is_mostly_name
from .names import (
    QUOTED_NAME,
    is_cue_verb,
    is_name_here,
    name_end,
    past_initial,
)
from .offices import long_title_end, read_office
from .pairs import SIDES, sides_end
from .phrases import title_end
from .segment import COMMA, NUMBER, OPEN, WORD, Document
from .vocabulary import (
    Head,
    countries,
    country_starts,
    demonyms,
    folded,
    given_names,
    heads,
    is_function,
    is_medium,
    is_time,
    known_starts,
    nouns,
    sure_names,
)


def parse_party(doc: Document, i: int, limit: int) -> Party | None:
    """The noun phrase that begins at token `i` and ends before `limit`; None where none begins.

    Three in ten are asked for again: each is read once while no new name is met.
    """
    if learned.is_watched():
        return _parse(doc, i, limit)
    memory = doc.memory()
    if (i, limit) not in memory:
        party = _parse(doc, i, limit)
        memory = doc.memory()
        memory[i, limit] = party
    party = memory[i, limit]
    return party and party.copy()


def _parse(doc: Document, i: int, limit: int) -> Party | None:
    i = _skip_honorifics(doc, i, limit)
    if i >= limit:
        return None
    quoted = _quoted_name(doc, i, limit)
    if quoted:
        return quoted
    if doc.kinds[i] == NUMBER:
        return _counted(doc, i, limit)
    if doc.kinds[i] != WORD or _is_towards(doc, i):
        return None
    end, kind = doc.known.get(i, (limit + 1, ""))
    if end <= limit and kind != "person":
        return Party(i, end, kind, "", 1, (i, end), head=doc.words[i], definite=True)
    if (end <= limit or doc.words[i] in doc.names) and not _is_definite_office(doc, i):
        named = _name_only(doc, i, limit)
        if named:
            return named
    if is_name_here(doc, i) and (named := _name_only(doc, i, limit)):
        return named
    known = find_known(doc, i, limit)
    if known and not _is_office_with_name(doc, known, limit):
        return known
    state = find_state(doc, i, limit)
    if state:
        return state
    if doc.words[i] in SIDES:
        return Party(
            i, sides_end(doc, i, limit), "group", "m", 2, (i, i + 1), head=doc.words[i], definite=True
        )
    head = heads().get(stem_of(doc, i))
    if head is None and long_title_end(doc, i, limit) > i:
        head = Head("person", "m", 1, True, "royal")
    if head is None and is_people(doc.words[i]):
        end = title_end(doc, i, limit)
        return Party(i, end, "group", "m", 3, (i, end), head=doc.words[i], definite=True)
    if head is None:
        return _name_only(doc, i, limit)
    if _is_scheme(doc, i):
        return None
    if _is_world(doc, i):
        head = Head("group", "m", 1, True)
    if head.kind == "person":
        return read_office(doc, i, limit, head)
    return read_body(doc, i, limit, head)


def _is_office_with_name(doc: Document, known: Party, limit: int) -> bool:
    """«للسفير ليث البارودي»: an office before a given name, no newspaper of that name."""
    head = heads().get(stem_of(doc, known.first)) if known.kind == "agency" else None
    return (
        head is not None
        and head.kind == "person"
        and known.end == known.first + 1 < limit
        and doc.words[known.end] in given_names()
    )


def _is_scheme(doc: Document, i: int) -> bool:
    """«البرنامج التدريبي», «للبرنامج النووي»: nothing on the air."""
    return stem_of(doc, i) == "البرنامج" and i + 1 < len(doc) and doc.words[i + 1].startswith("ال")


def _is_towards(doc: Document, i: int) -> bool:
    """«وإلى جانب ذلك», «والى»: no governor («والي»)."""
    return doc.words[i] == "والي" and (doc.raw(i).startswith("وإ") or not doc.written(i).endswith("ي"))


def _is_world(doc: Document, i: int) -> bool:
    """«العالم», «العالم العربي»: no scholar, but before a name."""
    if stem_of(doc, i) != "العالم":
        return False
    return i + 1 >= len(doc) or not (doc.words[i + 1] in given_names() or doc.words[i + 1] in doc.names)


def _is_definite_office(doc: Document, i: int) -> bool:
    """«الوزير», «وزير الخارجية»: an office though its word is somebody's name here too."""
    head = heads().get(doc.words[i])
    if head is None:
        return False
    after = doc.words[i + 1] if i + 1 < len(doc) else ""
    return (
        (doc.words[i].startswith("ال") and head.title_class == "office")
        or after.startswith("ال")
        or after in nouns()
        or (head.kind == "person" and (after in country_starts() or after in demonyms()))
    )


def parse_parties(doc: Document, i: int, limit: int) -> list[Party]:
    """The coordinated noun phrases from token `i` on: «فلان وفلان», «كل من فلان وفلان»."""
    if i + 2 < limit and doc.words[i] in _EACH and doc.words[i + 1] == "من":
        i += 2
    if pair := _named_pair(doc, i, limit):
        return pair
    found: list[Party] = []
    party = parse_party(doc, i, limit)
    while party:
        if found and found[0].kind == "person" and party.kind == "country" and party.head not in heads():
            break
        if found and _is_his_too(found[-1], party):
            found[-1].titles += party.titles
            found[-1].end = party.end
        elif len(found) == 1 and _is_named_at_last(doc, found[0], party):
            party.titles, party.first = found[0].titles + party.titles, found[0].first
            found = [party]
        else:
            found.append(party)
        i = party.end
        if i < limit and doc.kinds[i] == COMMA and i + 1 < limit and _is_conjoined(doc, i + 1, found[0]):
            i += 1
        party = _conjoined(doc, i, limit, found[0])
    return found


_EACH = folded("كل كلا بكل لكل وكل")  # «كل من فلان وفلان», «اتصالا بكل من فلان وفلان»


def _named_pair(doc: Document, i: int, limit: int) -> list[Party]:
    """«الوزيران سامر الحلواني وليث البارودي»: an office of two, then both by name; [] where they are not named."""
    head = heads().get(stem_of(doc, i)) if i < limit and doc.kinds[i] == WORD else None
    if head is None or head.number != 2 or not head.title_class:
        return []
    end = title_end(doc, i, limit)
    j = end + (end < limit and doc.kinds[end] == COMMA)
    if j >= limit or doc.kinds[j] != WORD or is_function(doc.words[j]):
        return []
    both = parse_parties(doc, j, limit)
    if len(both) == 1 and both[0].name:
        both = _in_two(doc, both[0])
    return both if len(both) == 2 and all(p.kind == "person" and p.name for p in both) else []


def _in_two(doc: Document, party: Party) -> list[Party]:
    """«سامر الحلواني [وليث] البارودي» after an office of two: the second name begins with «و»."""
    first, end = party.name
    k = next((k for k in range(first + 1, end) if doc.words[k][:1] == "و" and len(doc.words[k]) > 2), 0)
    if not k:
        return []
    return [Party(a, b, "person", "", 1, (a, b)) for a, b in ((first, k), (k, end))]


def _is_his_too(before: Party, party: Party) -> bool:
    """«فلان نائب الرئيس وعضو مكتبه»: a second office of one who is named with his first."""
    if before.kind != "person" or not (before.name and before.titles):
        return False
    return bool(party.titles) and party.number == 1 and (party.kind == "unnamed" or not party.name)


def _is_named_at_last(doc: Document, before: Party, party: Party) -> bool:
    """«قال وكيل الأمين العام، ومنسق الإغاثة، فلان»: one man, named after the second of his offices."""
    if not (before.titles and before.number == 1 and (before.kind == "unnamed" or not before.name)):
        return False
    if party.kind != "person" or not (party.name and party.titles) or party.definite:
        return False
    return doc.kinds[before.end] == COMMA and doc.kinds[party.name[0] - 1] == COMMA


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
    if len(bare) < 2 or is_function(bare) or is_time(bare) or is_cue_verb(word):
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


def _skip_honorifics(doc: Document, i: int, limit: int) -> int:
    return past_initial(doc, past_honorifics(doc, i, limit), limit)


def _quoted_name(doc: Document, i: int, limit: int) -> Party | None:
    """«سليمان» or "حماس": a short name in quotation marks standing for somebody."""
    if doc.kinds[i] != OPEN or doc.match[i] < 0 or doc.match[i] >= limit:
        return None
    close = doc.match[i]
    if not 1 <= close - i - 1 <= QUOTED_NAME:
        return None
    if any(is_function(w) for w in doc.words[i + 1 : close]) or WORD not in doc.kinds[i + 1 : close]:
        return None
    if is_medium(tuple(doc.words[i + 1 : close])):
        return Party(i, close + 1, "agency", name=(i + 1, close), head=doc.words[i + 1])
    inside = parse_party(doc, i + 1, close)
    if inside is None or inside.end < close:
        inside = Party(i + 1, close, "person", name=(i + 1, close))
    inside.first, inside.end = i, close + 1
    if close == i + 2 and inside.kind == "organization":
        return _past_doubted_head(doc, inside, limit)
    return inside


def _past_doubted_head(doc: Document, body: Party, limit: int) -> Party:
    """«"الجيش" الإسرائيلي», «"جيش" الاحتلال»: marks that doubt the noun do not end the name."""
    end = title_end(doc, body.end - 1, limit)
    if end > body.end:
        body.end, body.name = end, (body.first, end)
    return body


def _counted(doc: Document, i: int, limit: int) -> Party | None:
    """«20 دولة», «65% من عملاء المركز»."""
    end = title_end(doc, i, limit)
    return Party(i, end, "group", "", 3, (i, end)) if end > i + 1 else None


def _name_only(doc: Document, i: int, limit: int) -> Party | None:
    """A name without an office."""
    end = name_end(doc, i, limit, ALONE)
    if end == i:
        return None
    if end == i + 1 and not _is_met(doc, i):
        if is_plural_participle(doc, i):
            end = title_end(doc, i, limit)
            return Party(i, end, "group", "m", 3, (i, end), head=doc.words[i], definite=True)
        if opens_no_name(doc, i):
            return None
    party = Party(i, end, "person", "", 1, (i, end))
    take_apposition(doc, party, limit)
    return party


def _is_met(doc: Document, i: int) -> bool:
    """Whether the article or news has the word in a name."""
    word = doc.words[i]
    return i in doc.known or word in doc.names or is_mostly_name(word)
