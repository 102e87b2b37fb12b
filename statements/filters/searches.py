"""The one place where a query string becomes a query; pages, feeds and exports share it.

    results = search(request.GET)          # ?what=statements (default), articles, actors or events
    results.what                           # which of them
    results.beside("articles")             # the results of another kind that the same search has
    results.form                           # a bound form: q, speaker, to, event, kind, outlet, from, until, sort, what
    results.errors                         # [(label, message)] in Arabic: what cannot be understood finds nothing
    results.ready                          # False: no index yet, say «البحث قيد الإعداد» (total is 0)
    results.is_asked                       # whether anything was typed or filtered at all
    results.total                          # exact
    results.page(request.GET.get("page"))  # a django.core.paginator.Page; nonsense is page 1, too great the last
    results.page(…).paginator              # count, num_pages, get_elided_page_range
    results.rows()                         # all of them, streamed, for feeds and exports
    results.filterset.in_words("speaker")  # [(as in the address, as shown)] of a parameter's values
    results.meant()                        # [(parameter, Named)]: names typed that several actors carry
    results.bearers                        # Actors whose name is what was looked for
    results.reading                        # ["«سلام» أو «حرب»", …]: how the words were read, where that is not plain
    results.near                           # {"q": [Actor, …]} whose names are spelled almost so, where nothing was found
    results.mended                         # what may have been meant by the words, where hardly anything was found
    results.facets                         # [Facet(name, label, choices=[Choice(value, label, count, chosen, …)])]
    results.facet("speaker", most=500)     # one of them with more choices
    results.counts_statements              # of articles: facets and years count the statements that fit
    results.years                          # [(2021, 13), …]: newest first; a year is from=2021&until=2021

Rows are published Statements (`with_parts`) with `.highlighted`, their content as safe HTML with <mark>;
or published Articles with `.highlighted_title` and `.highlighted`, an excerpt around the first matches.
The index says which and in what order; the rows come from PostgreSQL, so nothing unpublished is ever shown.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from statements.filters.articles import ArticleSearch
from statements.filters.results import Results
from statements.filters.sets import StatementFilters
from statements.models import Actor, Event, EventParticipant, Statement
from statements.search import highlight

__all__ = ["ActorSearch", "ArticleSearch", "EventSearch", "StatementSearch", "search"]

_MOST_COUNTED = 65_000  # actors or events of the statements found


class StatementSearch(Results):
    what, indexed = "statements", "statement"
    filters = StatementFilters

    def queryset(self) -> QuerySet[Statement]:
        return Statement.objects.published().with_parts()

    def mark(self, row: Statement) -> None:
        row.highlighted = highlight(self.criteria.query, row.content)


class _OfStatements(Results):
    """What the statements found have in common: who speaks or is spoken to in them, on which occasions."""

    indexed = "statement"
    filters = StatementFilters

    @property
    def total(self) -> int:
        return len(self._counts)

    def ids(self, offset: int = 0, limit: int | None = None) -> list[int]:
        return self._all[offset : None if limit is None else offset + limit]

    @cached_property
    def _counts(self) -> dict[int, int]:
        """In how many of the statements found each of the rows is."""
        raise NotImplementedError

    @cached_property
    def _all(self) -> list[int]:
        raise NotImplementedError

    def mark(self, row) -> None:
        row.statement_count = self._counts[row.pk]


class ActorSearch(_OfStatements):
    """Those who speak or are spoken to in the statements found, in most of them first; `statement_count` says in how many."""

    what = "actors"

    @cached_property
    def _sides(self) -> tuple[Counter, Counter]:
        """In how many of the statements found each speaks, and is spoken to."""
        said, told = (self.found.counts(name, most=_MOST_COUNTED) for name in ("speaker", "addressee"))
        return Counter(said), Counter(told)

    @cached_property
    def _counts(self) -> Counter:
        return sum(self._sides, Counter())

    def mark(self, row: Actor) -> None:
        super().mark(row)
        row.said, row.told = (counts[row.pk] for counts in self._sides)

    @cached_property
    def _all(self) -> list[int]:
        return [pk for pk, _count in self._counts.most_common()]

    def queryset(self) -> QuerySet[Actor]:
        return Actor.objects.published()


class EventSearch(_OfStatements):
    """The occasions of the statements found, newest first; `statement_count` says how many of those each has."""

    what = "events"

    @cached_property
    def _counts(self) -> dict[int, int]:
        return self.found.counts("occasion", most=_MOST_COUNTED)

    @cached_property
    def _all(self) -> list[int]:
        return list(Event.objects.filter(pk__in=self._counts).newest().values_list("pk", flat=True))

    def queryset(self) -> QuerySet[Event]:
        participants = Prefetch("participants", EventParticipant.objects.select_related("actor"))
        return Event.objects.select_related("article__outlet").prefetch_related(participants)


def search(data: Mapping) -> Results:
    """The results that a query string (request.GET) asks for."""
    return Results.kinds.get(data.get("what"), StatementSearch)(data)
