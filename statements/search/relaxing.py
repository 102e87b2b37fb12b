"""What else a query that finds nothing may ask for: without titles («الرئيس فلان»), a year as the day's («فلان 2024»)."""

from dataclasses import replace

from statements.extraction.normalize import fold
from statements.search.query import Field, Part, Query, is_special
from statements.search.titles import is_title

_YEARS = range(1900, 2101)


def relaxed(query: Query) -> list[Query]:
    """Other queries that may be meant, the likeliest first; none where every word is to be looked for."""
    ways = [_without_titles(query), _in_its_year(query), _in_its_year(_without_titles(query))]
    return [way for way in dict.fromkeys(ways) if way != query]


def _without_titles(query: Query) -> Query:
    titles = [part for part in query.parts if _is_word(part) and is_title(part.typed)]
    left = tuple(part for part in query.parts if part not in titles)
    if not any(not part.negated for part in left):
        return query
    return replace(query, parts=left, passed=query.passed + tuple(part.typed for part in titles))


def _in_its_year(query: Query) -> Query:
    """With the only year among the words as the date: of two, neither day is meant."""
    years = [part for part in query.parts if _is_word(part) and _is_year(part.typed)]
    if len(years) != 1 or any(field.name == "date" for field in query.fields):
        return query
    left = tuple(part for part in query.parts if part not in years)
    return replace(query, parts=left, fields=(*query.fields, Field("date", fold(years[0].typed))))


def _is_word(part: Part) -> bool:
    return len(part.places) == 1 and not (part.quoted or is_special(part))


def _is_year(typed: str) -> bool:
    year = fold(typed)
    return len(year) == 4 and year.isdecimal() and int(year) in _YEARS
