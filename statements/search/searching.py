"""Criteria in, ids out: what the index answers. Rows are PostgreSQL's business."""

import datetime
import logging
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

import tantivy
from tantivy import Occur, Order
from tantivy import Query as IndexQuery

from statements.search.asking import IndexQueries
from statements.search.counting import count
from statements.search.criteria import Criteria
from statements.search.index import is_damage, own, reader, report
from statements.search.remembering import Memory

_FIRST = 20  # rows that are looked up with their number: a page
_REMEMBERED = 200  # values of a field; what has more is not remembered

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")
_memory = Memory()


@dataclass(frozen=True)
class _Tier:
    """A part of the results that stands before the next part, and how it is ordered."""

    query: IndexQuery
    order: dict[str, object]  # arguments of Tantivy's search; none: by relevance


class Found:
    """What the index answers to criteria; asked for only when looked at. Without an index: nothing."""

    def __init__(self, criteria: Criteria):
        self.criteria = criteria
        self._opened = reader()
        self._query = self._ask(lambda _searcher: self._queries().of(criteria), None)

    @property
    def ready(self) -> bool:
        """Whether there is an index to ask."""
        return self._opened is not None

    @property
    def state(self) -> tuple[str, int, int]:
        """What tells this state of the index from another, after the next commit."""
        return self._opened.state

    @cached_property
    def total(self) -> int:
        return self._first[0]

    def ids(self, offset: int = 0, limit: int | None = None) -> list[int]:
        """Ids of the rows in order, at most `limit` of them from `offset` on."""
        limit = min(self.total - offset, self.total if limit is None else limit)
        if limit < 1:
            return []
        if offset + limit <= len(self._first[1]):
            return self._first[1][offset : offset + limit]
        return self._ask(lambda searcher: list(self._slice(searcher, offset, limit)), [])

    @cached_property
    def _first(self) -> tuple[int, list[int]]:
        """How many rows there are and the ids of the first of them: one pass tells both."""
        return self._remembered("first", self._look, (0, []))

    def _look(self, searcher: tantivy.Searcher) -> tuple[int, list[int]]:
        tiers = self._tiers()
        if len(tiers) > 1:
            return searcher.search(self._query, 1).count, []
        found = searcher.search(self._query, _FIRST, **tiers[0].order)
        return found.count, searcher.fast_field_values("id", [address for _score, address in found.hits])

    def values(self, name: str) -> tuple[int, ...]:
        """The values of a field of one number, each once, that any of the rows has."""

        def look(searcher: tantivy.Searcher) -> tuple[int, ...]:
            hits = searcher.search(self._query, self.total, count=False, order_by_field="order").hits
            return tuple(sorted(set(searcher.fast_field_values(name, [address for _score, address in hits]))))

        return self._ask(look, ()) if self.total else ()

    def places(self, ids: list[int]) -> list[int]:
        """The place of each row in the order of all by day, the newest the greatest."""
        return self._ask(lambda searcher: [self._place(searcher, pk) for pk in ids], [])

    def _place(self, searcher: tantivy.Searcher, pk: int) -> int:
        queries = self._queries()
        one = [queries.exactly("what", self.criteria.what), queries.exactly("id", pk)]
        hits = searcher.search(IndexQuery.boolean_query([(Occur.Must, q) for q in one]), 1, count=False).hits
        return searcher.fast_field_values("order", [address for _score, address in hits])[0] if hits else 0

    def _slice(self, searcher: tantivy.Searcher, offset: int, limit: int) -> Iterator[int]:
        """Ids of a slice of the tiers laid end to end."""
        tiers = self._tiers()
        for tier in tiers:
            total = searcher.search(tier.query, 1).count if len(tiers) > 1 else self.total
            taken = min(limit, total - offset)
            if taken > 0:
                hits = searcher.search(tier.query, taken, count=False, offset=offset, **tier.order).hits
                yield from searcher.fast_field_values("id", [address for _score, address in hits])
                limit -= taken
            if limit < 1:
                return
            offset = max(0, offset - total)

    def _tiers(self) -> list[_Tier]:
        newest = {"order_by_field": "order"}
        if self.criteria.oldest_first:
            return [_Tier(self._query, newest | {"order": Order.Asc})]
        is_ranked = self.criteria.query.wanted or self.criteria.alike or self.criteria.beginning
        if not (self.criteria.by_relevance and is_ranked):
            return [_Tier(self._query, newest)]
        if not self.criteria.first_by:
            return [_Tier(self._query, {})]
        by_them = self._queries().one_of("speaker", self.criteria.first_by)
        return [
            _Tier(IndexQuery.boolean_query([(Occur.Must, self._query), (Occur.Must, by_them)]), newest),
            _Tier(IndexQuery.boolean_query([(Occur.Must, self._query), (Occur.MustNot, by_them)]), {}),
        ]

    def counts(self, name: str, most: int = 20) -> dict[int | str, int]:
        """How many of the rows carry each value of a field (speaker, addressee, outlet, kind, event, year).

        The commonest `most` values, each with its exact count.
        """
        return self.counts_of({name: most})[name]

    def counts_of(self, fields: Mapping[str, int]) -> dict[str, dict[int | str, int]]:
        """The commonest values of several fields, of each as many as `fields` says, counted in one pass."""
        nothing: dict[str, dict[int | str, int]] = {name: {} for name in fields}

        def found(searcher: tantivy.Searcher) -> dict[str, dict[int | str, int]]:
            return count(searcher, self._query, self.criteria.what, fields)

        if max(fields.values(), default=0) > _REMEMBERED:
            return self._ask(found, nothing)
        return self._remembered(("counts", tuple(fields.items())), found, nothing)

    def _remembered(
        self, what: Hashable, question: Callable[[tantivy.Searcher], Answer], nothing: Answer
    ) -> Answer:
        if not self.ready:
            return nothing
        answer = partial(self._ask, question, None)
        found = _memory.get(self._opened.state, (what, self.criteria), answer)
        return nothing if found is None else found

    def days(self) -> dict[datetime.date, int]:
        """How many of the rows there are on each day that has any."""
        wanted = {"days": {"histogram": {"field": "day", "interval": 1, "min_doc_count": 1}}}
        found = self._ask(lambda searcher: searcher.aggregate(self._query, wanted), None)
        buckets = found["days"]["buckets"] if found else []
        return {datetime.date.fromordinal(int(bucket["key"])): bucket["doc_count"] for bucket in buckets}

    def rows_with(self, field: str, term: str) -> int:
        """In how many rows of this kind a word of the texts stands, be they among these or not."""
        name = own(self.criteria.what, field)
        return self._ask(lambda searcher: searcher.doc_freq(name, term), 0)

    def _queries(self) -> IndexQueries:
        return IndexQueries(self._opened, self.criteria.what)

    def _ask(self, question: Callable[[tantivy.Searcher], Answer], nothing: Answer) -> Answer:
        """The answer, or `nothing` where there is no index or it turns out to be damaged."""
        if not self.ready or self.criteria.nothing:
            return nothing
        try:
            return question(self._opened.searcher)
        except BaseException as error:
            if not is_damage(error):
                raise
            logger.error("The search index does not answer: %s", error)
            report()
            self._opened = None
            return nothing


def forget() -> None:
    """Forget what was answered: the next to ask is the first."""
    _memory.forget()
