"""Names completed while they are typed, in Arabic or Latin letters, one letter wrong still found."""

from statements.extraction.normalize import fold
from statements.models import Actor
from statements.search import latin
from statements.search.analysis import analyse
from statements.search.criteria import Criteria, Narrowing
from statements.search.query import By, Part, Query
from statements.search.reading import read_query
from statements.search.searching import Found

MOST = 8  # names offered
_LOOKED_AT = 200  # actors
_COUNTED = 1000  # speakers: of a statement by two, both are counted
_SHORTEST = 2  # code points
_LONGEST = 8  # words


def complete(typed: str, most: int = MOST) -> list[tuple[Actor, int]]:
    """Published actors whose name may go on as typed, with how many statements they made.

    Names that begin as typed come first, the most quoted first among them.
    """
    tokens = analyse(typed)
    if not 0 < len(tokens) <= _LONGEST or len(tokens[-1].word) < _SHORTEST:
        return []
    ids = Found(_criteria(typed, [token.word for token in tokens])).ids(limit=_LOOKED_AT)
    by_them = Criteria(narrowed=(Narrowing((("speaker", tuple(ids)),)),))
    said = Found(by_them).counts("speaker", most=_COUNTED) if ids else {}
    actors = Actor.objects.published().in_bulk(ids)
    beginning = fold(typed).strip()
    order = {
        pk: (not fold(actor.name).startswith((beginning, f"ال{beginning}")), -said.get(pk, 0), ids.index(pk))
        for pk, actor in actors.items()
    }
    return [(actors[pk], said.get(pk, 0)) for pk in sorted(order, key=order.get)[:most]]


def _criteria(typed: str, words: list[str]) -> Criteria:
    """The words, the last one cut anywhere; Latin ones are spelled out."""
    if not typed.isascii():
        return Criteria("actor", alike=tuple(words[:-1]), beginning=words[-1], by_relevance=True)
    whole = read_query(" ".join(words[:-1])).parts
    last = Part((frozenset({words[-1], *latin.beginnings(words[-1])}),), by=By.BEGINNING)
    return Criteria("actor", Query((*whole, last)), by_relevance=True)
