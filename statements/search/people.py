"""Who is meant by words: actors by their names and offices, and names that are spelled almost so.

The index finds actors whose names have the words (`stemming` tells which words are the same); rows
say whether the public sees them and which of their names it is.
"""

import difflib
from collections.abc import Iterable, Sequence
from itertools import chain

from statements.models import Actor, ActorName
from statements.search.analysis import analyse
from statements.search.query import Part, Query, read_query
from statements.search.searching import Criteria, Found

MOST_MEANT = 300  # actors that a word may stand for
_LONGEST_NAME = 8  # words
_MOST_COMPARED = 5_000  # names; where there are more, a library for near matches (rapidfuzz) takes this over
_NEAR = 0.7  # «ضريف» and «ظريف» are 0.75 alike


def meant_by(typed: str) -> list[Actor]:
    """Published actors that these words stand for, in order of names; none where nobody does."""
    if found := Actor.objects.published().filter(slug=typed)[:1]:
        return list(found)
    phrase = _phrase(read_query(typed))
    if not phrase:
        return []
    return sorted(_meant(phrase, _names(phrase)), key=str)


def bearers(query: Query) -> list[Actor]:
    """Published actors one of whose names is what `query` asks for, no more and no less."""
    phrase = _phrase(query)
    if not phrase or not query.is_plain or len(phrase.places) > _LONGEST_NAME:
        return []
    return sorted({name.actor for name in _names(phrase) if _is_whole(phrase, name)}, key=str)


def near(typed: str, most: int = 3) -> list[Actor]:
    """Published actors with a name, or a part of one, spelled almost like `typed`; the nearest first."""
    words = [token.word for token in analyse(typed)]
    if not 0 < len(words) <= _LONGEST_NAME:
        return []
    actors = Actor.objects.published()
    names = ActorName.objects.filter(actor__in=actors, kind=ActorName.Kind.NAME).order_by("pk")
    bearers: dict[str, list[int]] = {}
    for folded, actor in names.values_list("folded", "actor")[:_MOST_COMPARED]:
        for part in _windows(folded.split(), len(words)):
            bearers.setdefault(part, []).append(actor)
    alike = difflib.get_close_matches(" ".join(words), bearers, n=most, cutoff=_NEAR)
    ids = list(dict.fromkeys(chain.from_iterable(bearers[part] for part in alike)))[:most]
    rows = actors.in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _windows(words: Sequence[str], length: int) -> Iterable[str]:
    """Every `length` neighbouring words; without the article as well, which a reader may leave off."""
    for at in range(len(words) - length + 1):
        part = " ".join(words[at : at + length])
        yield part
        if part.startswith("ال") and len(part) > 4:
            yield part[2:]


def _meant(phrase: Part, names: list[ActorName]) -> set[Actor]:
    """The actors with the words one after the other in a name or office, else with all of them.

    Whose very name it is comes alone, with people who have it in their names and those whose office
    begins so: a state's name is not everybody who holds an office in it, nor is «وزير الخارجية» one man.
    """
    together = [name for name in names if _stands(phrase, name.text)]
    if any(_is_whole(phrase, name) for name in together):
        together = [name for name in together if _stands_for_itself(phrase, name)]
    return {name.actor for name in together or names}


def _is_whole(phrase: Part, name: ActorName) -> bool:
    return name.kind == ActorName.Kind.NAME and _is(phrase, name.text)


def _stands_for_itself(phrase: Part, name: ActorName) -> bool:
    if name.kind == ActorName.Kind.OFFICE:
        return next(iter(phrase.occurrences(analyse(name.text))))[0] == 0
    return name.actor.kind == Actor.Kind.PERSON or _is_whole(phrase, name)


def _names(phrase: Part) -> list[ActorName]:
    """Names and offices of published actors that have all the words among them."""
    words = Query(tuple(dict.fromkeys(Part((place,)) for place in phrase.places)))
    ids = Found(Criteria("actor", words, by_relevance=True)).ids(limit=MOST_MEANT)
    published = Actor.objects.published().filter(pk__in=ids)
    return (
        list(ActorName.objects.filter(actor__in=published).select_related("actor").order_by()) if ids else []
    )


def _phrase(query: Query) -> Part | None:
    """All wanted words of the query as one phrase."""
    places = tuple(chain.from_iterable(part.places for part in query.wanted))
    return Part(places) if places else None


def _stands(phrase: Part, text: str) -> bool:
    return any(True for _ in phrase.occurrences(analyse(text)))


def _is(phrase: Part, text: str) -> bool:
    """Whether `text` is the phrase, whole."""
    tokens = analyse(text)
    return bool(tokens) and tokens[-1].position + 1 == len(phrase.places) and _stands(phrase, text)
