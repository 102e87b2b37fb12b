"""Criteria in, ids out: what the index answers. Rows are PostgreSQL's business."""

import datetime
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as IndexQuery

from statements.search.index import Opened, reader, report
from statements.search.query import Part, Query

NAME_WEIGHT = 0.3  # a word in a name counts less than the same word in what was said
_MOST_VALUES = 65_000  # of a field that are counted in a piece of the index before the commonest are taken
_MOST_PHRASES = 16  # readings of one phrase that are looked up

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Criteria:
    """What to look for. Empty means any; `what` is "statement", "article" or "actor"."""

    what: str = "statement"
    query: Query = field(default_factory=Query)
    speaker: tuple[int, ...] = ()  # ids: one of them
    addressee: tuple[int, ...] = ()
    outlet: int | None = None
    event: str = ""
    kind: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    by_relevance: bool = False
    below: int | None = None  # not newer than this place in the order of all (see Found.places)
    first_by: tuple[int, ...] = ()  # by relevance, what these speakers said comes first, newest first
    nothing: bool = False  # asks for what cannot be


@dataclass(frozen=True)
class _Tier:
    """A part of the results that stands before the next part, and how it is ordered."""

    query: IndexQuery
    order: dict[str, str]  # arguments of Tantivy's search; none: by relevance


class Found:
    """What the index answers to criteria; asked for only when looked at. Without an index: nothing."""

    def __init__(self, criteria: Criteria):
        self.criteria = criteria
        self._opened = reader()
        self._query = self._ask(lambda _searcher: _IndexQueries(self._opened).of(criteria), None)

    @property
    def ready(self) -> bool:
        """Whether there is an index to ask."""
        return self._opened is not None

    @cached_property
    def total(self) -> int:
        return self._ask(lambda searcher: searcher.search(self._query, 1).count, 0)

    def ids(self, offset: int = 0, limit: int | None = None) -> list[int]:
        """Ids of the rows in order, at most `limit` of them from `offset` on."""
        limit = min(self.total - offset, self.total if limit is None else limit)
        if limit < 1:
            return []
        return self._ask(lambda searcher: list(self._slice(searcher, offset, limit)), [])

    def places(self, ids: list[int]) -> list[int]:
        """The place of each row in the order of all by day, the newest the greatest."""
        return self._ask(lambda searcher: [self._place(searcher, pk) for pk in ids], [])

    def _place(self, searcher: tantivy.Searcher, pk: int) -> int:
        queries = _IndexQueries(self._opened)
        one = [queries.exactly("what", self.criteria.what), queries.exactly("id", pk)]
        hits = searcher.search(IndexQuery.boolean_query([(Occur.Must, q) for q in one]), 1, count=False).hits
        return searcher.fast_field_values("order", [address for _score, address in hits])[0] if hits else 0

    def _slice(self, searcher: tantivy.Searcher, offset: int, limit: int) -> Iterator[int]:
        """Ids of a slice of the tiers laid end to end."""
        tiers = self._tiers()
        for tier in tiers:
            count = searcher.search(tier.query, 1).count if len(tiers) > 1 else self.total
            taken = min(limit, count - offset)
            if taken > 0:
                hits = searcher.search(tier.query, taken, count=False, offset=offset, **tier.order).hits
                yield from searcher.fast_field_values("id", [address for _score, address in hits])
                limit -= taken
            if limit < 1:
                return
            offset = max(0, offset - count)

    def _tiers(self) -> list[_Tier]:
        newest = {"order_by_field": "order"}
        if not (self.criteria.by_relevance and self.criteria.query.wanted):
            return [_Tier(self._query, newest)]
        if not self.criteria.first_by:
            return [_Tier(self._query, {})]
        by_them = _IndexQueries(self._opened).one_of("speaker", self.criteria.first_by)
        return [
            _Tier(IndexQuery.boolean_query([(Occur.Must, self._query), (Occur.Must, by_them)]), newest),
            _Tier(IndexQuery.boolean_query([(Occur.Must, self._query), (Occur.MustNot, by_them)]), {}),
        ]

    def counts(self, name: str, most: int = 20) -> dict[int | str, int]:
        """How many of the rows carry each value of a field (speaker, addressee, outlet, kind, event, year).

        The commonest `most` values, each with its exact count.
        """
        wanted = {"counts": {"terms": {"field": name, "size": most, "segment_size": _MOST_VALUES}}}
        found = self._ask(lambda searcher: searcher.aggregate(self._query, wanted), None)
        return {bucket["key"]: bucket["doc_count"] for bucket in found["counts"]["buckets"]} if found else {}

    def _ask(self, question: Callable[[tantivy.Searcher], Answer], nothing: Answer) -> Answer:
        """The answer, or `nothing` where there is no index or it turns out to be damaged."""
        if not self.ready or self.criteria.nothing:
            return nothing
        try:
            return question(self._opened.searcher)
        except BaseException as error:
            if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
                raise
            logger.error("The search index does not answer: %s", error)
            report()
            self._opened = None
            return nothing


class _IndexQueries:
    """Criteria in Tantivy's terms."""

    def __init__(self, opened: Opened):
        self.opened = opened
        self.schema = opened.schema

    def of(self, criteria: Criteria) -> IndexQuery:
        clauses = [(Occur.Must, self.exactly("what", criteria.what))]
        clauses += [(Occur.Must, self.part(part)) for part in criteria.query.wanted]
        clauses += [(Occur.MustNot, self.part(part)) for part in criteria.query.unwanted]
        for name in ("speaker", "addressee"):
            if actors := getattr(criteria, name):
                clauses.append((Occur.Must, self.one_of(name, actors)))
        for name in ("outlet", "event", "kind"):
            if value := getattr(criteria, name):
                clauses.append((Occur.Must, self.exactly(name, value)))
        if criteria.since or criteria.until:
            clauses.append((Occur.Must, self.days(criteria.since, criteria.until)))
        if criteria.below is not None:
            clauses.append((Occur.Must, self.not_after(criteria.below)))
        return IndexQuery.boolean_query(clauses)

    def not_after(self, place: int) -> IndexQuery:
        rows = IndexQuery.range_query(self.schema, "order", FieldType.Unsigned, 0, place)
        return IndexQuery.const_score_query(rows, 0.0)

    def exactly(self, name: str, value: int | str) -> IndexQuery:
        return IndexQuery.const_score_query(IndexQuery.term_query(self.schema, name, value), 0.0)

    def one_of(self, name: str, ids: Sequence[int]) -> IndexQuery:
        return IndexQuery.const_score_query(IndexQuery.term_set_query(self.schema, name, list(ids)), 0.0)

    def days(self, since: datetime.date | None, until: datetime.date | None) -> IndexQuery:
        first = since.toordinal() if since else 1  # an unknown day is in no range
        last = (until or datetime.date.max).toordinal()
        days = IndexQuery.range_query(self.schema, "day", FieldType.Unsigned, first, last)
        return IndexQuery.const_score_query(days, 0.0)

    def part(self, part: Part) -> IndexQuery:
        """Where the part stands: in the words, in a name as the article has it, or in a known name of a party."""
        return _any([self._standing_anywhere(part), *([self.part(part.otherwise)] if part.otherwise else [])])

    def _standing_anywhere(self, part: Part) -> IndexQuery:
        ways = [self.standing("stems", part), _weaker(self.standing("names", part))]
        actors = self.actors_named(part)
        if actors:
            ways += [
                _weaker(
                    IndexQuery.const_score_query(IndexQuery.term_set_query(self.schema, role, actors), 1.0)
                )
                for role in ("speaker", "addressee")
            ]
        return _any(ways)

    def standing(self, name: str, part: Part) -> IndexQuery:
        """The word or phrase in one field."""
        if len(part.places) == 1:
            return _any([IndexQuery.term_query(self.schema, name, stem) for stem in sorted(part.places[0])])
        return _any(
            [
                IndexQuery.phrase_query(self.schema, name, list(words))
                for words in part.readings(_MOST_PHRASES)
            ]
        )

    def actors_named(self, part: Part) -> list[int]:
        """Ids of the actors with the word or phrase in one of their names or offices."""
        named = IndexQuery.boolean_query(
            [(Occur.Must, self.exactly("what", "actor")), (Occur.Must, self.standing("names", part))]
        )
        searcher = self.opened.searcher
        count = searcher.search(named, 1).count
        hits = searcher.search(named, count, count=False).hits if count else []
        return searcher.fast_field_values("id", [address for _score, address in hits])


def _any(queries: list[IndexQuery]) -> IndexQuery:
    return queries[0] if len(queries) == 1 else IndexQuery.boolean_query([(Occur.Should, q) for q in queries])


def _weaker(query: IndexQuery) -> IndexQuery:
    return IndexQuery.boost_query(query, NAME_WEIGHT)
