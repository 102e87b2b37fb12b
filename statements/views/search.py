"""Search over statements and articles. What a query string means is `filters`' business alone."""

import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString

from statements.filters import Results
from statements.filters import search as find
from statements.templatetags.arabic import day

CHIPS = ("speaker", "to", "event", "kind", "outlet", "from", "until")
TABS = ("statements", "articles")
CHOICES = 8  # of a facet


def search(request: HttpRequest) -> HttpResponse:
    results = find(request.GET)
    page = results.page(request.GET.get("page"))
    context = {
        "results": results,
        "form": results.form,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "chips": _chips(results, request.GET),
        "facets": _facets(results, request.GET),
        "years": _years(results, request.GET),
        "tabs": [(what, _address(request.GET, what=what)) for what in TABS],
    }
    return render(request, "search.html", context)


def _address(query: QueryDict, **changes: str | None) -> str:
    """The query string with these parameters set, or taken off where None, from its first page."""
    changed = query.copy()
    for name, value in {"page": None, **changes}.items():
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = value
    for name in [name for name, value in changed.items() if not value]:  # empty fields of a form
        del changed[name]
    return "?" + changed.urlencode()


def _chips(results: Results, query: QueryDict) -> list[dict]:
    """The filters in force: what each is, its value in words, the address without it."""
    form, given = results.form, results.form.cleaned_data
    return [
        {
            "label": form.fields[name].label,
            "value": _in_words(form.fields[name], given[name]),
            "off": _address(query, **{name: None}),
        }
        for name in CHIPS
        if given.get(name)
    ]


def _in_words(field, value) -> str | SafeString:
    if isinstance(value, datetime.date):
        return day(value)
    return str(dict(getattr(field, "choices", ())).get(value, value) if isinstance(value, str) else value)


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
