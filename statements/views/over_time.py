"""A search over time: how much was said month by month, what first and last, which words rose and fell."""

import datetime
from dataclasses import replace

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from statements.exports.tables import table_lines
from statements.filters.results import Results
from statements.filters.searches import StatementSearch
from statements.models import Statement
from statements.pages.charts import timeline
from statements.pages.speaking import months_of, statements_of
from statements.pages.topics import contents_of
from statements.pages.trends import Changed, changed_words
from statements.search.criteria import Narrowing
from statements.search.searching import Found
from statements.views.search import describe

SIDE = 300  # earliest and latest statements whose words are compared
FEWEST = 12  # statements, below which no word is said to rise or fall


def over_time(request: HttpRequest) -> HttpResponse:
    """The statements of a search, whose parameters stand in the query string as on its page."""
    results = StatementSearch(request.GET)
    dated = _dated(results)
    months = months_of(dated.days())
    if request.GET.get("format") == "csv" and results.ready and not results.errors:
        return _file(months)
    context = {
        "results": results,
        "title": describe(results),
        "search": _address(request.GET),
        "chart": timeline(months, {}, lambda when: _address(request.GET, when)),
        "ends": _ends(dated),
        "side": _side(dated),
        "address_query": {name: request.GET.getlist(name) for name in request.GET if name != "format"},
    }
    context["risen"], context["fallen"] = _words(dated)
    return render(request, "over_time.html", context)


def _file(months) -> HttpResponse:
    rows = ([f"{year}-{month:02}", count] for (year, month), count in sorted(months.items()))
    lines = table_lines([_("الشهر"), _("التصريحات")], rows)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, "months.csv")
    return response


def _address(query: QueryDict, when: str = "") -> str:
    """The search itself, narrowed to a year or month."""
    kept = query.copy()
    for name in ("format", "page", "what"):
        kept.pop(name, None)
    if when:
        kept["from"] = kept["until"] = when
    return reverse("search") + (f"?{kept.urlencode()}" if kept else "")


def _dated(results: Results) -> Found:
    """The statements that have a day, the newest first."""
    narrowed = (*results.criteria.narrowed, Narrowing(since=datetime.date.min))
    return Found(replace(results.criteria, narrowed=narrowed, by_relevance=False, oldest_first=False))


def _ends(dated: Found) -> list[Statement]:
    """The first and the last statement; one where there is no other."""
    ids = list(dict.fromkeys([*dated.ids(max(0, dated.total - 1), 1), *dated.ids(0, 1)]))
    return statements_of(ids, AnonymousUser())


def _side(dated: Found) -> int:
    """How many of the earliest statements, and of the latest, are compared."""
    return min(SIDE, dated.total // 2)


def _words(dated: Found) -> tuple[list[Changed], list[Changed]]:
    if dated.total < FEWEST:
        return [], []
    side = _side(dated)
    oldest, newest = dated.ids(dated.total - side, side), dated.ids(0, side)
    return changed_words(contents_of(oldest), contents_of(newest))
