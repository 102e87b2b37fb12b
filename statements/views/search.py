"""Search over statements and articles. What a query string means is `filters`' business alone."""

import datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from statements.calendars import write_day
from statements.exports import answer, asked_format
from statements.extraction.normalize import fold
from statements.filters.facets import FACETS, Choice
from statements.filters.fields import Named, values_of
from statements.filters.results import Results
from statements.filters.searches import search as find
from statements.filters.sets import NARROWS, WITHOUT
from statements.languages import isolate
from statements.models import Actor
from statements.views.search_addresses import Addresses

SINGLE = ("from", "until", "match")  # parameters of one value
CHIPS = (*NARROWS, *(WITHOUT + name for name in NARROWS), *SINGLE)
TABS = ("statements", "articles", "actors", "events")
COUNTED_BESIDE = 20_000  # statements, of which the tabs beside count speakers and occasions: 7 ms
SORTS = ("relevance", "newest", "oldest")
CHOICES = 8  # of a facet
ALL_CHOICES = 300  # of its own page
TITLE = 12  # words
HITS = 3  # actors with the very name that was looked for
HITS_COUNTED = 10  # of those, whose statements are counted


def search(request: HttpRequest) -> HttpResponse:
    wanted = asked_format(request)
    results = find(_newest(request.GET) if wanted == "atom" else request.GET)
    page = results.page(request.GET.get("page"))
    addresses = Addresses(request.GET)
    chips = _chips(results, addresses)
    title = _title(results, chips)
    if wanted and not _trouble(results):
        return answer(request, results.queryset().model, results.rows(), title)
    context = {
        "results": results,
        "form": results.form,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "chips": chips,
        "hidden": _hidden(results),
        "facets": _facets(results, addresses),
        "years": _years(results, addresses),
        "tabs": _tabs(results, addresses),
        "sorts": [(sort, addresses.set(sort=sort)) for sort in _sorts(results)],
        "meant": _meant(results, addresses),
        "near": _near(results, addresses),
        "hits": _hits(results) if page.number == 1 else [],
        "title": title,
        "address_query": _address_query(results),
    }
    return render(request, "search.html", context, status=_trouble(results) if wanted else 200)


def _newest(asked: QueryDict) -> QueryDict:
    """The same search in the order of a feed, which is newest first whatever the page's own is."""
    newest = asked.copy()
    newest["sort"] = "newest"
    return newest


def _hits(results: Results) -> list[tuple[Actor, int]]:
    """Whose name was looked for, or one spelled almost so; the most quoted first."""
    actors = results.bearers or results.near.get("q") or results.likely
    said = [(actor, results.said(actor)) for actor in actors[:HITS_COUNTED]]
    return sorted(said, key=lambda hit: -hit[1])[:HITS]


def cut_short(request: HttpRequest, list: str) -> HttpResponse:
    """An address cut behind «articles/» or «statements/» leads to the search in these."""
    return redirect(Addresses(QueryDict()).set(what=None if list == TABS[0] else list))


def _tabs(results: Results, addresses: Addresses) -> list[tuple[str, str, int | None, str]]:
    """(what, label, number of results, address).

    What all there is has is not counted, nor who and what so many statements have in common that it would
    take longer than the search: their own tab says it.
    """
    labels = dict(results.form.fields["what"].choices)
    counted = results.is_asked and not results.errors
    costly = _costly(results) if counted else ()
    return [
        (
            what,
            labels[what],
            results.beside(what).total if counted and (what == results.what or what not in costly) else None,
            addresses.set(what=None if what == TABS[0] else what),
        )
        for what in TABS
    ]


def _costly(results: Results) -> tuple[str, ...]:
    """The kinds of results that take a look at every statement found, where these are many."""
    if results.beside(TABS[0]).total <= COUNTED_BESIDE:
        return ()
    return TABS[1:] if results.beside(TABS[1]).is_joined else TABS[2:]


def _sorts(results: Results) -> tuple[str, ...]:
    """By relevance only where there are words to be relevant to; actors and events have an order of their own."""
    if results.what not in TABS[:2]:
        return ()
    return SORTS if results.criteria.query.wanted else SORTS[1:]


def _hidden(results: Results) -> list[tuple[str, str]]:
    """What the form sends along unseen: the values that the chips show, to which its fields add."""
    if results.errors:
        return []
    narrowing = CHIPS[: -len(SINGLE)]
    return [(name, _slug(value)) for name in narrowing for value in results.filterset.given(name)]


def _trouble(results: Results) -> int:
    """The status that tells a program why it gets the page and no file: 0 where nothing is in the way."""
    return (
        HTTPStatus.BAD_REQUEST if results.errors else 0 if results.ready else HTTPStatus.SERVICE_UNAVAILABLE
    )


def facet(request: HttpRequest, name: str) -> HttpResponse:
    """All values of one facet with their counts, to be searched among; ?find= are letters of their names."""
    if name not in FACETS:
        raise Http404
    results = find(request.GET)
    wanted = fold(request.GET.get("find", "")).strip()
    facet = results.facet(name, most=ALL_CHOICES * 10 if wanted else ALL_CHOICES)
    choices = [choice for choice in facet.choices if wanted in fold(choice.label)][:ALL_CHOICES]
    query = request.GET.copy()
    query.pop("find", None)
    addresses = Addresses(query)
    context = {
        "facet": facet,
        "choices": _choices(facet.name, choices, addresses),
        "find": request.GET.get("find", ""),
        "kept": [(key, value) for key, values in query.lists() for value in values],
        "back": addresses.plain(),
        "title": _title(results, _chips(results, addresses)),
        "is_cut": len(choices) == ALL_CHOICES,
    }
    return render(request, "search_facet.html", context)


def _address_query(results: Results) -> dict[str, str | list[str]]:
    """The parameters of the one address of these results: actors by slug, in order, nothing that is the rule."""
    data, filters = results.filterset.data, results.filterset
    narrowing = {
        name: values_of(data, name) if results.errors else [_slug(one) for one in filters.given(name)]
        for name in CHIPS[: -len(SINGLE)]
    }
    typed = {name: (data.get(name) or "").strip() for name in ("q", *SINGLE, "sort")}
    what = results.what if results.what != "statements" else ""
    return {"q": typed.pop("q")} | narrowing | typed | {"what": what}


def _slug(value: Named | str) -> str:
    if isinstance(value, str):
        return value
    return value.actors[0].slug if len(value.actors) == 1 else value.typed


def describe(results: Results) -> str:
    """A search in words, for whoever follows it."""
    return _title(results, [] if results.errors else _chips(results, Addresses(results.filterset.data)))


def _title(results: Results, chips: list[dict]) -> str:
    """«بحث: السلام، المتحدث: سامر الحلواني»."""
    typed = Truncator((results.filterset.data.get("q") or "").strip()).words(TITLE, truncate=" …")
    said = [f"{chip['label']}: {isolate(chip['value'])}" for chip in chips]
    if typed or said:
        return _("بحث: %(search)s") % {"search": _("، ").join(filter(None, [isolate(typed), *said]))}
    return _("البحث")


def _chips(results: Results, addresses: Addresses) -> list[dict]:
    """The filters in force, one a value: what each is, its value in words, the address without it."""
    if results.errors:
        return []
    return [chip for name in CHIPS for chip in _chips_of(results, addresses, name)]


def _chips_of(results: Results, addresses: Addresses, name: str) -> list[dict]:
    field = results.form.fields[name]
    if name in SINGLE:
        value = results.form.cleaned_data.get(name)
        shown = write_day(value) if isinstance(value, datetime.date) else value
        if name == "match" and value:
            shown = dict(field.choices)[value]
        return [_chip(field.label, shown, addresses.set(**{name: None}))] if value else []
    without = name.startswith(WITHOUT)
    return [
        _chip(field.label, shown, addresses.take_off(name, value), without=without)
        for value, shown in results.filterset.in_words(name)
    ]


def _chip(label: str, shown: str, off: str, *, without: bool = False) -> dict:
    return {
        "label": _("دون %(part)s") % {"part": label} if without else label,
        "value": str(shown),
        "off": off,
        "without": without,
    }


def _meant(results: Results, addresses: Addresses) -> list[dict]:
    """Who is meant by a name that several carry, each with the address of those results alone."""
    return [
        {
            "typed": named.typed,
            "actors": [
                (actor, addresses.instead(name, named.typed, actor.slug)) for actor in named.actors[:CHOICES]
            ],
            "more": len(named.actors) - CHOICES,
        }
        for name, named in results.meant()
    ]


def _near(results: Results, addresses: Addresses) -> list[tuple[str, str]]:
    """(words, address): what may have been meant, words mended or names almost so, each with what it finds."""
    offers = [("q", results.mended, results.mended)] if results.mended else []
    for name, actors in results.near.items():
        offers += [(name, actor.name if name == "q" else actor.slug, actor.name) for actor in actors]
    found = {fold(shown): (shown, name, value) for name, value, shown in reversed(offers)}
    return [
        (shown, addresses.set(**{name: value}))
        for shown, name, value in reversed(found.values())
        if results.finds(name, value)
    ]


def _facets(results: Results, addresses: Addresses) -> list[dict]:
    """By what the results can be narrowed: only what tells two rows apart, or was chosen."""
    facets = []
    for facet in results.facets:
        if facet.is_used or len(facet.choices) > 1:
            first = [c for n, c in enumerate(facet.choices) if n < CHOICES or c.chosen or c.left_out]
            facets.append(
                {
                    "name": facet.name,
                    "label": facet.label,
                    "choices": _choices(facet.name, first, addresses),
                    "has_more": len(facet.choices) > len(first),
                }
            )
    return facets


def _choices(name: str, choices: list[Choice], addresses: Addresses) -> list[dict]:
    """Each choice with the address that chooses it or takes it back, and the one that leaves it out."""
    return [
        {
            "choice": choice,
            "toggle": addresses.take_off(name, choice.value)
            if choice.chosen
            else addresses.take_off(WITHOUT + name, choice.value)
            if choice.left_out
            else addresses.add(name, choice.value),
            "leave_out": ""
            if choice.chosen or choice.left_out
            else addresses.add(WITHOUT + name, choice.value),
        }
        for choice in choices
    ]


def _years(results: Results, addresses: Addresses) -> list[tuple[int, int, str]]:
    """(year, number of results, address): none where all results are of one year."""
    years = [
        (year, count, addresses.set(**{"from": str(year), "until": str(year)}))
        for year, count in results.years
    ]
    return years if len(years) > 1 else []
