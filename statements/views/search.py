"""Search over statements and articles. What a query string means is `filters`' business alone."""

import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from statements.exports import answer, asked_format
from statements.filters import Results
from statements.filters import search as find

ACTORS = ("speaker", "to")
CHIPS = (*ACTORS, "event", "kind", "outlet", "from", "until", "match")
TABS = ("statements", "articles")
SORTS = ("relevance", "newest")
CHOICES = 8  # of a facet
TITLE = 12  # words
HITS = 3  # actors with the very name that was looked for


def search(request: HttpRequest) -> HttpResponse:
    results = find(request.GET)
    page = results.page(request.GET.get("page"))
    chips = _chips(results, request.GET)
    title = _title(results, chips)
    wanted = asked_format(request)
    if wanted and not _trouble(results):
        return answer(request, results.queryset().model, results.rows(), title)
    context = {
        "results": results,
        "form": results.form,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "chips": chips,
        "facets": _facets(results, request.GET),
        "years": _years(results, request.GET),
        "tabs": [(what, _address(request.GET, what=what)) for what in TABS],
        "sorts": [(sort, _address(request.GET, sort=sort)) for sort in SORTS],
        "meant": _meant(results, request.GET),
        "near": _near(results, request.GET),
        "mended": _address(request.GET, q=results.mended) if results.mended else "",
        "hits": [(actor, results.said(actor)) for actor in results.bearers[:HITS]]
        if page.number == 1
        else [],
        "title": title,
        "address_query": _address_query(results),
    }
    return render(request, "search.html", context, status=_trouble(results) if wanted else 200)


def _trouble(results: Results) -> int:
    """The status that tells a program why it gets the page and no file: 0 where nothing is in the way."""
    return (
        HTTPStatus.BAD_REQUEST if results.errors else 0 if results.ready else HTTPStatus.SERVICE_UNAVAILABLE
    )


def _address(query: QueryDict, **changes: str | None) -> str:
    """The address of the search with these parameters set, or taken off where None; empty ones are left out.

    It leads to the first page unless `page` is given.
    """
    changed = query.copy()
    for name, value in {"page": None, **changes}.items():
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = value
    for name, values in list(changed.lists()):
        changed.setlist(name, [value for value in values if value.strip()])
    return reverse("search") + ("?" + changed.urlencode() if any(changed.values()) else "")


def _address_query(results: Results) -> dict[str, str]:
    """The parameters of the one address of these results: actors by slug, in order, nothing that is the rule."""
    data = results.filterset.data
    given = {name: (data.get(name) or "").strip() for name in ("q", *CHIPS, "sort")}
    for name, actors in zip(ACTORS, (results.speakers, results.addressees), strict=True):
        if len(actors) == 1:
            given[name] = actors[0].slug
    return given | {"what": results.what if results.what != "statements" else ""}


def describe(results: Results) -> str:
    """A search in words, for whoever follows it."""
    return _title(results, [] if results.errors else _chips(results, results.filterset.data))


def _title(results: Results, chips: list[dict]) -> str:
    """«بحث: السلام، المتحدث: سامر الحلواني»."""
    typed = Truncator((results.filterset.data.get("q") or "").strip()).words(TITLE, truncate=" …")
    said = [f"{chip['label']}: {chip['value']}" for chip in chips]
    if typed or said:
        return _("بحث: %(search)s") % {"search": "، ".join(filter(None, [typed, *said]))}
    return _("البحث")


def _chips(results: Results, query: QueryDict) -> list[dict]:
    """The filters in force: what each is, its value in words, the address without it."""
    form, given = results.form, results.form.cleaned_data
    return [
        {
            "label": form.fields[name].label,
            "value": _in_words(form.fields[name], given[name], query[name]),
            "off": _address(query, **{name: None}),
        }
        for name in CHIPS
        if given.get(name)
    ]


def _in_words(field, value, typed: str) -> str:
    if isinstance(value, datetime.date):
        return date_format(value, "j F Y")
    if isinstance(value, list):
        return str(value[0]) if len(value) == 1 else typed.strip()
    return str(dict(getattr(field, "choices", ())).get(value, value) if isinstance(value, str) else value)


def _meant(results: Results, query: QueryDict) -> list[dict]:
    """Who is meant by a name that several carry, each with the address of those results alone."""
    several = [(name, results.meant(name)) for name in ACTORS]
    return [
        {
            "typed": query[name].strip(),
            "actors": [(actor, _address(query, **{name: actor.slug})) for actor in actors[:CHOICES]],
            "more": len(actors) - CHOICES,
        }
        for name, actors in several
        if len(actors) > 1
    ]


def _near(results: Results, query: QueryDict) -> list[tuple]:
    """(actor, address): names that may have been meant, each with the address of a search for it."""
    return [
        (actor, _address(query, **{name: actor.name if name == "q" else actor.slug}))
        for name, actors in results.near.items()
        for actor in actors
    ]


def _facets(results: Results, query: QueryDict) -> list[dict]:
    """By what the results can be narrowed: only what tells two rows apart and is not chosen yet."""
    facets = [
        {
            "label": facet.label,
            "choices": [(c, _address(query, **{facet.name: c.value})) for c in facet.choices[:CHOICES]],
        }
        for facet in results.facets
        if not any(choice.chosen for choice in facet.choices)
    ]
    return [facet for facet in facets if len(facet["choices"]) > 1]


def _years(results: Results, query: QueryDict) -> list[tuple[int, int, str]]:
    """(year, number of results, address): none where all results are of one year."""
    years = [
        (year, count, _address(query, **{"from": str(year), "until": str(year)}))
        for year, count in results.years
    ]
    return years if len(years) > 1 else []
