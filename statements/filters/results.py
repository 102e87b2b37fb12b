"""The results of one search, of whatever kind: totals, pages, facets, what may have been meant.

`filters` says what they look like from outside, and makes them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import ClassVar

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from statements.filters.facets import COUNTED, Facet, Facets
from statements.filters.fields import Named, values_of
from statements.filters.sets import ACTORS, NARROWS, SearchFilters
from statements.models import Actor
from statements.search import people, spelling
from statements.search.criteria import Criteria, Narrowing
from statements.search.explaining import in_words, needs_explaining, notices
from statements.search.keyboards import in_arabic
from statements.search.reading import read_query
from statements.search.searching import Found

PAGE = 20
_BATCH = 500  # rows fetched at a time by rows()


class Results:
    """The results of one search; made by `search`. Nothing is asked before it is looked at."""

    what: str
    indexed: str  # the kind of rows the index is asked for
    filters: type[SearchFilters]
    counts_statements = False  # whether facets count other rows than the results
    kinds: ClassVar[dict[str, type["Results"]]] = {}  # by `what`

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "what" in vars(cls):
            cls.kinds[cls.what] = cls

    def __init__(self, data: Mapping, filterset: SearchFilters | None = None):
        self.filterset = filterset or self.filters(data)
        self.filterset.is_valid()  # from here on the form has its values

    @cached_property
    def criteria(self) -> Criteria:
        return self.criteria_but("")

    def criteria_but(self, name: str) -> Criteria:
        """What is asked for but by one parameter."""
        return self.filterset.criteria(self.indexed, but=name)

    @cached_property
    def bearers(self) -> list[Actor]:
        """Whose name is what was looked for: what they said comes first by relevance."""
        return [] if self.criteria.nothing else people.bearers(self.looked_for)

    @property
    def looked_for(self) -> str:
        """What was typed in the box for words, without words that say nothing («قال»)."""
        query = self.criteria.query
        is_otherwise = query.passed or query != self.form.cleaned_data.get("q", query)
        return query.left if is_otherwise else self.filterset.data.get("q") or ""

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
        return [*in_words(query), *map(str, self.filterset.fields_read(query))]

    @property
    def notices(self) -> list[str]:
        """What looked like a field or an operator and is none."""
        return notices(self.criteria.query)

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
        typed |= {"q": self.looked_for}
        return {name: found for name in asked if (found := people.near(typed[name]))}

    @cached_property
    def mended(self) -> str:
        """What may have been meant by the words typed, where hardly anything was found; else ""."""
        if not self.ready or self.errors or self.found.total >= spelling.FEW:
            return ""
        typed = (self.filterset.data.get("q") or "").strip()
        return self._on_another_keyboard(typed) or spelling.meant(self.criteria.query, typed)

    def _on_another_keyboard(self, typed: str) -> str:
        """What the keys would have written in Arabic, where that is found."""
        arabic = "" if self.found.total else in_arabic(typed)
        found = Found(replace(self.criteria, query=read_query(arabic))) if arabic else None
        return arabic if found and found.total else ""

    def finds(self, name: str, value: str) -> bool:
        """Whether the same search finds anything with this value of a parameter instead of its own."""
        data = self.filterset.data.copy()
        data[name] = value
        return type(self)(data).total > 0

    @cached_property
    def likely(self) -> list[Actor]:
        """Who said most of what is found, where the words are those of a name in any order, or almost so."""
        said = {} if self.criteria.nothing or not self.total else self._facets.commonest("speaker")
        pk = max(said, key=said.get, default=None)
        if pk is None or said[pk] * 2 < sum(said.values()) or not people.is_almost(pk, self.looked_for):
            return []
        return list(Actor.objects.published().filter(pk=pk))

    def elsewhere(self) -> int:
        """How many rows of the other kind the same search finds."""
        return self.beside("articles" if self.what == "statements" else "statements").total

    def beside(self, what: str) -> "Results":
        """The results of another kind that the same search has."""
        if what == self.what:
            return self
        other = self.kinds[what](self.filterset.data, self.filterset)
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
        return self._facets.all()

    def facet(self, name: str, most: int = COUNTED) -> Facet:
        """One of FACETS with its `most` commonest values and all that are chosen or left out."""
        return self._facets.one(name, most)

    @cached_property
    def _facets(self) -> Facets:
        return Facets(self.filterset, self.found, self.criteria_but)

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """The years of the results with how many fall into each, newest first."""
        return self._facets.years()

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
