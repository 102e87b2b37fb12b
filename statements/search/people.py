"""Who is meant by words: actors by their names and offices, and names that are spelled almost so.

The index finds actors that may be meant; rows say whether the public sees them, and whether the very
words, folded, stand in one of their names.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice, product

from statements.extraction.normalize import fold
from statements.models import Actor, ActorName
from statements.search import latin
from statements.search.analysis import analyse
from statements.search.completing import complete
from statements.search.criteria import Criteria
from statements.search.query import Part, Query, by_position
from statements.search.reading import read_query
from statements.search.searching import Found
from statements.search.stemming import stem
from statements.search.titles import untitled

MOST_MEANT = 300  # actors that a word may stand for
_LONGEST_NAME = 8  # words
_LONG = 5  # letters, of a word that may have one wrong
_MOST_ALIKE = 3  # spellings
_SPELLINGS = 6  # in Arabic, of what was typed in Latin letters
_ARTICLE = re.compile(r"\Aال(?=..)")

Words = tuple[str, ...]


def meant_by(typed: str) -> list[Actor]:
    """Published actors that these words stand for, without titles where nobody does with them, in order of names."""
    return _meant_by(typed) or (_meant_by(bare) if (bare := untitled(typed)) != typed else [])


def _meant_by(typed: str) -> list[Actor]:
    if found := Actor.objects.published().at(typed):
        return [found]
    words = _words(typed)
    if words and fold(typed).isascii():
        return sorted(_spelled_in_latin(typed), key=str)
    return sorted(_meant(words, _names(words)), key=str) if words else []


def called(typed: str) -> list[Actor]:
    """As `meant_by`, but whose whole name it is comes with those who hold such an office, even at its address."""
    words = _words(typed)
    found = {} if fold(typed).isascii() or not words else _meant(words, _names(words))
    return sorted(found, key=str) or meant_by(typed)


def _spelled_in_latin(typed: str) -> set[Actor]:
    """Actors with names that these words in Latin letters may be."""
    query = read_query(typed)
    return {name.actor for name in _found(query) if query.matches(name.text)}


def bearers(typed: str) -> list[Actor]:
    """Published actors one of whose names, before it perhaps a title, is what a reader looks for; in Latin letters too."""
    return _bearers(typed) or (_bearers(bare) if (bare := untitled(typed)) != typed else [])


def _bearers(typed: str) -> list[Actor]:
    words, query = _words(typed), read_query(typed)
    if not 0 < len(words) <= _LONGEST_NAME or not query.is_plain:
        return []
    in_latin = fold(typed).isascii()
    named = ActorName.objects.filter(actor__in=_ids(query if in_latin else _query(words)))
    names = named.filter(kind=ActorName.Kind.NAME).order_by().values_list("actor_id", "text")
    whole = {pk for pk, text in names if (_is_all_of(query, text) if in_latin else _words(text) == words)}
    return sorted(Actor.objects.published().filter(pk__in=whole), key=str) if whole else []


def is_almost(pk: int, typed: str) -> bool:
    """Whether each word typed, titles aside, is one of the same name of an actor, or is but one letter otherwise."""
    from statements.search.alike import letters_otherwise  # loaded only where somebody may be meant

    words = _words(untitled(typed))
    if not 0 < len(words) <= _LONGEST_NAME or not read_query(typed).is_plain:
        return False
    names = ActorName.objects.filter(actor=pk, kind=ActorName.Kind.NAME).values_list("text", flat=True)
    return any(
        all(
            any(letters_otherwise(word, own, 1) <= (len(word) >= _LONG) for own in _words(name))
            for word in words
        )
        for name in names
    )


def _is_all_of(query: Query, name: str) -> bool:
    """Whether the words asked for stand in the name, and no word beside them."""
    at = by_position(analyse(name))
    spans = [next(part.standing(at), None) for part in query.wanted]
    return None not in spans and {n for first, last in spans for n in range(first, last + 1)} == set(at)


def near(typed: str, most: int = 3) -> list[Actor]:
    """Published actors with a name, or a part of one, spelled almost like `typed` without titles; the nearest first."""
    typed = untitled(typed)
    words = tuple(token.word for token in analyse(typed))
    if not 0 < len(words) <= _LONGEST_NAME:
        return []
    if all(map(latin.is_known, words)):  # nobody else is meant
        return []
    if fold(typed).isascii():
        return _near_in_latin(typed, words)[:most]
    ids = Found(Criteria("actor", alike=words, by_relevance=True)).ids(limit=MOST_MEANT)
    actors = Actor.objects.published().in_bulk(ids)
    return [actors[pk] for pk in _nearest(words, actors)][:most]


def _near_in_latin(typed: str, words: Words) -> list[Actor]:
    """Those whose name may go on as typed, of names of the table, or is like one of the likeliest spellings."""
    found = [actor for actor, _said in complete(typed)]
    if not found or latin.named_almost(words[-1]):
        return found
    spelled = islice(product(*(latin.likeliest(word) for word in words)), _SPELLINGS)
    near = {pk for way in spelled for pk in _nearest(way, [actor.pk for actor in found])}
    return [actor for actor in found if actor.pk in near]


def _nearest(words: Words, actors: Iterable[int]) -> Iterable[int]:
    """Those of the actors with the parts of names that are most like the words."""
    from statements.search.alike import closest  # loaded only where nobody is found

    names = ActorName.objects.filter(actor__in=actors, kind=ActorName.Kind.NAME).order_by("pk")
    bearers: dict[str, list[int]] = {}
    for folded, actor in names.values_list("folded", "actor"):
        for part in _windows(folded.split(), len(words)):
            bearers.setdefault(part, []).append(actor)
    alike = closest(" ".join(words), bearers, _MOST_ALIKE)
    return dict.fromkeys(chain.from_iterable(bearers[part] for part in alike))


def _windows(words: Sequence[str], length: int) -> Iterable[str]:
    """Every `length` neighbouring words; without the article as well, which a reader may leave off."""
    for at in range(len(words) - length + 1):
        part = " ".join(words[at : at + length])
        yield part
        if part.startswith("ال") and len(part) > 4:
            yield part[2:]


def _meant(words: Words, names: list[ActorName]) -> set[Actor]:
    """The actors with the words one after the other in a name or office, else with all of them.

    Whose very name it is comes alone, with people who have it in their names and those whose office
    begins so: a state's name is not everybody who holds an office in it, nor is «وزير الخارجية» one man.
    """
    together = [name for name in names if _place(words, name) is not None]
    if any(_is_whole(words, name) for name in together):
        together = [name for name in together if _stands_for_itself(words, name)]
    return {name.actor for name in together} or _with_all(words, names)


def _with_all(words: Words, names: list[ActorName]) -> set[Actor]:
    missing: dict[Actor, set[str]] = {}
    for name in names:
        missing.setdefault(name.actor, set(words)).difference_update(_words(name.text))
    return {actor for actor, rest in missing.items() if not rest}


def _is_whole(words: Words, name: ActorName) -> bool:
    return name.kind == ActorName.Kind.NAME and _words(name.text) == words


def _stands_for_itself(words: Words, name: ActorName) -> bool:
    if name.kind == ActorName.Kind.OFFICE:
        return _place(words, name) == 0
    return name.actor.kind == Actor.Kind.PERSON or _is_whole(words, name)


def _place(words: Words, name: ActorName) -> int | None:
    """The place among the words of a name at which these stand."""
    there = _words(name.text)
    places = range(len(there) - len(words) + 1)
    return next((at for at in places if there[at : at + len(words)] == words), None)


def _names(words: Words) -> list[ActorName]:
    """Names and offices of published actors that have words like all of these among them."""
    return _found(_query(words))


def _query(words: Words) -> Query:
    # The article tells which letters begin a word: «بارودي» alone might be ب and «ارودي».
    parts = [Part((frozenset({stem(word), stem("ال" + word)}),)) for word in words]
    return Query(tuple(dict.fromkeys(parts)))


def _ids(query: Query) -> list[int]:
    """Actors with a name or office that the query finds."""
    return Found(Criteria("actor", query, by_relevance=True)).ids(limit=MOST_MEANT)


def _found(query: Query) -> list[ActorName]:
    """Names and offices of published actors that the query finds."""
    ids = _ids(query)
    published = Actor.objects.published().filter(pk__in=ids)
    return (
        list(ActorName.objects.filter(actor__in=published).select_related("actor").order_by()) if ids else []
    )


@lru_cache(maxsize=20_000)
def _words(text: str) -> Words:
    """The folded words, without the article: «وزير الخارجية» is «وزير خارجية ذورين» in part, «سوريا» no «سوري»."""
    by_place = {token.position: _ARTICLE.sub("", token.word) for token in analyse(text)}
    return tuple(by_place.values())
