"""This search: a whole result, Tantivy's part of it alone, and the fetching of its rows."""

from __future__ import annotations

from django.http import QueryDict

from statements.filters.facets import COUNTED, FACETS
from statements.filters.searches import search
from statements.filters.sets import NARROWS
from statements.search import searching
from statements.search.counting import count
from statements.search.searching import Found

# As the page asks for them: how many values of each field.
FIELDS = {"year": 200} | {NARROWS[name].fields[0]: COUNTED for name in FACETS}


def whole(address: str) -> int:
    """Twenty rows with their marks, how many there are, every facet, the years."""
    results = search(QueryDict(address))
    list(results.page(1))
    assert results.facets
    assert results.years is not None
    return results.total


def whole_anew(address: str) -> int:
    """The same, of what nobody asked for since the index last changed."""
    searching.forget()
    return whole(address)


def alone(found: Found) -> None:
    """What of it Tantivy does: number, first ids, counts of every facet."""
    searching.forget()
    fresh = Found(found.criteria)
    assert fresh.ids(0, 20) is not None
    opened = fresh._opened
    count(opened.searcher, fresh._query, "statement", FIELDS)


def prepared(address: str) -> tuple[Found, object, list[int]]:
    """What `alone` and the fetching of rows are given: the index's part of a search, the search, its first ids."""
    results = search(QueryDict(address))
    return results.found, results, results.ids(0, 20)
