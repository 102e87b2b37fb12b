"""Names completed while they are typed, in Arabic or Latin letters, one letter wrong still found."""

from collections.abc import Iterator

from statements.extraction.normalize import fold
from statements.models import Actor
from statements.search import latin
from statements.search.analysis import analyse
from statements.search.criteria import Criteria, Narrowing
from statements.search.query import By, Part, Query, either
from statements.search.reading import read_query, without_latin_article
from statements.search.searching import Found
from statements.search.stemming import stem

MOST = 8  # names offered
_LOOKED_AT = 200  # actors
_COUNTED = 1000  # speakers: of a statement by two, both are counted
_SHORTEST = 2  # code points
_LONGEST = 8  # words


def complete(typed: str, most: int = MOST) -> list[tuple[Actor, int]]:
    """Published actors whose name may go on as typed, with how many statements they made.

    Before those with such an office, or a name only like it, come those in whose name a word begins so; the
    most quoted first.
    """
    beginning = without_latin_article(fold(typed)).strip()
    words = [token.word for token in analyse(beginning)]
    if not 0 < len(words) <= _LONGEST or len(words[-1]) < _SHORTEST:
        return []
    ids = _ids(words)
    by_them = Criteria(narrowed=(Narrowing((("speaker", tuple(ids)),)),))
    said = Found(by_them).counts("speaker", most=_COUNTED) if ids else {}
    actors = Actor.objects.published().in_bulk(ids)
    begun = (words[-1], *(latin.beginnings(words[-1]) if words[-1].isascii() else ()))
    order = {
        pk: (not _is_begun(actor.name, begun), -said.get(pk, 0), ids.index(pk))
        for pk, actor in actors.items()
    }
    return [(actors[pk], said.get(pk, 0)) for pk in sorted(order, key=order.get)[:most]]


def _is_begun(name: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of the name begins so, with the article or without."""
    return any(
        word.startswith(beginnings) or word.removeprefix("ال").startswith(beginnings)
        for word in fold(name).split()
    )


def _ids(words: list[str]) -> list[int]:
    """Ids of the actors that the first of the ways to read the words finds."""
    found = (Found(criteria).ids(limit=_LOOKED_AT) for criteria in _readings(words))
    return next(filter(None, found), [])


def _readings(words: list[str]) -> Iterator[Criteria]:
    """What the words may ask for, the last one cut anywhere; Latin ones as they are spelled, then almost so."""
    *whole, last = words
    if not last.isascii():
        yield Criteria("actor", alike=tuple(whole), beginning=(last,), by_relevance=True)
        return
    before = read_query(" ".join(whole)).parts
    yield _latin(before, _begun(last, latin.named_from(last)))
    if names := latin.named_almost(last):
        yield _latin(before, _begun("", names))
    if spellings := latin.likeliest(last):
        yield Criteria("actor", Query(before), beginning=spellings, by_relevance=True)


def _latin(before: tuple[Part, ...], last: Part) -> Criteria:
    return Criteria("actor", Query((*before, last)), by_relevance=True)


def _begun(word: str, names: tuple[str, ...]) -> Part:
    """A word that begins as a Latin one is spelled, or one of the names of the table."""
    beginnings = {fold(name).removeprefix("ال") for name in names if " " not in name}
    if word:
        beginnings |= {word, *latin.beginnings(word)}
    part = Part((frozenset(beginnings),), by=By.BEGINNING)
    for name in names:
        if " " in name:
            part = either(part, Part(tuple(frozenset({stem(fold(word))}) for word in name.split())))
    return part
