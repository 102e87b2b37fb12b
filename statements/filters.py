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
    results.years                          # [(2021, 13), …]: newest first; a year is from=2021&until=2021

Rows are published Statements (`with_parts`) with `.highlighted`, their content as safe HTML with <mark>;
or published Articles with `.highlighted_title` and `.highlighted`, an excerpt around the first matches.
The index says which and in what order; the rows come from PostgreSQL, so nothing unpublished is ever shown.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from statements.facets import Choice, Facet, names_of
from statements.filter_fields import Named, values_of
from statements.filter_sets import ACTORS, NARROWS, WITHOUT, ArticleFilters, SearchFilters, StatementFilters
from statements.models import Actor, Article, Event, EventParticipant, Statement
from statements.search import excerpt, highlight, people, spelling
from statements.search.criteria import Criteria, Narrowing
from statements.search.explaining import in_words, needs_explaining
from statements.search.searching import Found

PAGE = 20
FACETS = ("speaker", "to", "sense", "event", "kind", "agency", "outlet", "reviewed")
_BATCH = 500  # rows fetched at a time by rows()
_MOST_COUNTED = 65_000  # actors or events of the statements found


class Results:
    """The results of one search; made by `search`. Nothing is asked before it is looked at."""

    what: str
    indexed: str  # the kind of rows the index is asked for
    filters: type[SearchFilters]

    def __init__(self, data: Mapping, filterset: SearchFilters | None = None):
        self.filterset = filterset or self.filters(data)
        self.criteria = self.filterset.criteria(self.indexed)

    @cached_property
    def bearers(self) -> list[Actor]:
        """Whose name is what was looked for: what they said comes first by relevance."""
        return [] if self.criteria.nothing else people.bearers(self.filterset.data.get("q") or "")

    @property
    def form(self) -> forms.Form:
        return self.filterset.form

    @cached_property
    def found(self) -> Found:
        return Found(replace(self.criteria, first_by=tuple(actor.pk for actor in self.bearers)))

    @property
    def ready(self) -> bool:
        return self.found.ready

    @property
    def total(self) -> int:
        return self.found.total

    @property
    def is_asked(self) -> bool:
        """Whether anything was typed or filtered, be it nonsense."""
        return any(
            self.filterset.data.get(name) for name in self.filterset.filters if name not in ("sort", "what")
        )

    @property
    def sort(self) -> str:
        """The order the results are in: "relevance", "newest" or "oldest"."""
        if self.criteria.by_relevance and self.criteria.query.wanted:
            return "relevance"
        return "oldest" if self.criteria.oldest_first else "newest"

    @property
    def errors(self) -> list[tuple[str, str]]:
        """What cannot be understood: labels and messages; with any of them nothing is found."""
        fields = self.form.fields
        return [(str(fields[name].label), found[0]) for name, found in self.form.errors.items()]

    @property
    def reading(self) -> list[str]:
        """How the words typed were read, where that is not plain: «سلام» or «حرب», without «نووي», speaker: …"""
        query = self.criteria.query
        if not needs_explaining(query):
            return []
        return [*in_words(query), *map(str, self.filterset.fields_read)]

    def actors(self, name: str) -> list[Actor]:
        """All whom the names of a parameter may mean."""
        named = self.form.cleaned_data.get(name) or []
        return list(dict.fromkeys(actor for one in named for actor in one.actors))

    @cached_property
    def near(self) -> dict[str, list[Actor]]:
        """By parameter: actors spelled almost like what stands there, where nothing was found."""
        asked = [name for name in ("q", *ACTORS) if name in self.form.errors]
        if self.ready and not self.errors and not self.total:
            asked = ["q"]
        typed = {name: (values_of(self.filterset.data, name) or [""])[-1] for name in asked}
        return {name: found for name in asked if (found := people.near(typed[name]))}

    @cached_property
    def mended(self) -> str:
        """What may have been meant by the words typed, where hardly anything was found; else ""."""
        if not self.ready or self.errors or self.found.total >= spelling.FEW:
            return ""
        return spelling.meant(self.criteria.query, (self.filterset.data.get("q") or "").strip())

    def elsewhere(self) -> int:
        """How many rows of the other kind the same search finds."""
        return self.beside("articles" if self.what == "statements" else "statements").total

    def beside(self, what: str) -> "Results":
        """The results of another kind that the same search has."""
        if what == self.what:
            return self
        other = KINDS[what](self.filterset.data, self.filterset)
        other.bearers = self.bearers  # asked of the database once
        return other

    def said(self, actor: Actor) -> int:
        """How many statements there are by an actor."""
        return Found(Criteria(narrowed=(Narrowing((("speaker", (actor.pk,)),)),))).total

    def meant(self) -> list[tuple[str, Named]]:
        """(parameter, name) for each name typed that several actors carry, those with most of the results first."""
        several = []
        for name in () if self.errors else ACTORS:
            for named in self.form.cleaned_data.get(name) or []:
                if len(named.actors) > 1:
                    counts = self.found.counts(NARROWS[name].fields[0], most=people.MOST_MEANT)
                    actors = sorted(named.actors, key=lambda actor: -counts.get(actor.pk, 0))
                    several.append((name, Named(named.typed, tuple(actors))))
        return several

    @cached_property
    def facets(self) -> list[Facet]:
        """By what these results can be narrowed, commonest values first; counts are exact."""
        return [self.facet(name) for name in FACETS]

    def facet(self, name: str, most: int = 20) -> Facet:
        """One of FACETS with its `most` commonest values and all that are chosen or left out.

        Its own choice is left aside in the counting: they say what another choice beside it would add.
        """
        counts = self._without(name).counts(NARROWS[name].fields[0], most=most)
        chosen, left_out = self._ids(name), self._ids(WITHOUT + name)
        missing = dict.fromkeys((chosen | left_out) - counts.keys(), 0)
        values = names_of(name, [*counts, *missing])
        choices = [
            Choice(*values[key], count, key in chosen, key in left_out)
            for key, count in {**counts, **missing}.items()
            if key in values
        ]
        return Facet(name, str(self.form.fields[name].label), choices)

    def _without(self, name: str) -> Found:
        """What is found where a parameter chooses nothing."""
        return Found(self.filterset.criteria(self.indexed, but=name)) if self._ids(name) else self.found

    def _ids(self, name: str) -> set[int | str]:
        """What the index holds for the values of a parameter, but names that may mean several actors."""
        if self.errors:
            return set()
        return {value[0] for value in self.filterset.values(name) if len(value) == 1}

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """The years of the results with how many fall into each, newest first."""
        return sorted(self.found.counts("year", most=200).items(), reverse=True)

    def page(self, number: str | int | None = 1, size: int = PAGE) -> Page:
        """Page `number`; what is no number of a page is page 1, what is beyond the end the last page."""
        wanted = str(number)
        return Paginator(_Slices(self), size).get_page(
            wanted if wanted.isdecimal() and int(wanted[:9]) else 1
        )

    def ids(self, offset: int = 0, limit: int | None = None) -> list[int]:
        """Ids of the rows in order, at most `limit` of them from `offset` on."""
        return self.found.ids(offset, limit)

    def rows(self) -> Iterator:
        """All rows in order, fetched in batches."""
        ids = self.ids()
        for at in range(0, len(ids), _BATCH):
            yield from self.fetch(ids[at : at + _BATCH])

    def after(self, cursor: tuple[int, int] | None, size: int) -> tuple[list[int], tuple[int, int] | None]:
        """Ids of up to `size` rows after a cursor (None: the first), and the cursor after them (None: no more).

        A cursor is (place, rows to skip from there on): by day a place in the order of all, which stays where
        it is when rows come and go; otherwise there is no such place, it is 0 and all rows before are skipped.
        """
        place, skip = cursor or (0, 0)
        if self.sort != "newest":
            ids = self.found.ids(skip, size + 1)
            return ids[:size], (0, skip + size) if len(ids) > size else None
        found = Found(replace(self.criteria, below=place)) if cursor else self.found
        ids = found.ids(skip, size + 1)
        if len(ids) <= size:
            return ids, None
        places = found.places(ids[:size])
        last = places[-1]
        same = sum(1 for at in places if at == last)
        return ids[:size], (last, same + (skip if cursor and last == place else 0))

    def fetch(self, ids: list[int]) -> list:
        """The rows with these ids that the public sees, in this order, with their marks."""
        rows = self.queryset().in_bulk(ids)
        found = [rows[pk] for pk in ids if pk in rows]
        for row in found:
            self.mark(row)
        return found

    def queryset(self) -> QuerySet:
        raise NotImplementedError

    def mark(self, row) -> None:
        raise NotImplementedError


class StatementSearch(Results):
    what, indexed = "statements", "statement"
    filters = StatementFilters

    def queryset(self) -> QuerySet[Statement]:
        return Statement.objects.published().with_parts()

    def mark(self, row: Statement) -> None:
        row.highlighted = highlight(self.criteria.query, row.content)


class ArticleSearch(Results):
    what, indexed = "articles", "article"
    filters = ArticleFilters

    def queryset(self) -> QuerySet[Article]:
        return Article.objects.published().select_related("outlet")

    def mark(self, row: Article) -> None:
        row.highlighted_title = highlight(self.criteria.query, str(row))
        row.highlighted = excerpt(self.criteria.query, row.text)


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
    def _counts(self) -> Counter:
        sides = (self.found.counts(name, most=_MOST_COUNTED) for name in ("speaker", "addressee"))
        return sum(map(Counter, sides), Counter())

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


KINDS = {kind.what: kind for kind in (StatementSearch, ArticleSearch, ActorSearch, EventSearch)}


def search(data: Mapping) -> Results:
    """The results that a query string (request.GET) asks for."""
    return KINDS.get(data.get("what"), StatementSearch)(data)


class _Slices:
    """Results as the sequence that Django's Paginator takes slices of."""

    ordered = True

    def __init__(self, results: Results):
        self.results = results

    def count(self) -> int:
        return self.results.total

    def __len__(self) -> int:
        return self.results.total

    def __getitem__(self, part: slice) -> list:
        return self.results.fetch(self.results.ids(part.start, part.stop - part.start))
