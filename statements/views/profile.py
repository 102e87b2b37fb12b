"""What stands on an actor's page, in a fixed number of queries."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _

from statements.exports.tables import table_lines
from statements.filters.fields import DayField
from statements.models import Actor, Event, Statement
from statements.pages.charts import Timeline, timeline
from statements.pages.speaking import SAID, TOLD, WAYS, Period, Speech, statements_of
from statements.pages.spellings import spellings_of
from statements.pages.topics import NEWEST, words_of
from statements.senses import SENSES, TONES
from statements.views.events import lines_of

OVERVIEW, PAGE, COUNTERPARTS, EVENTS = 10, 30, 20, 6  # statements, statements, actors, events
SENSES_SHOWN = 12
_ARTICLES = 50  # in which names are looked for
MONTHS = "months"


def profile(request: HttpRequest, actor: Actor, speech: Speech, period: Period, only: str | None) -> dict:
    """The context of actor.html: an overview, or one list page by page."""
    user = request.user
    newest = {way: speech.ids(way, limit=NEWEST) for way in WAYS}
    statements = Statement.objects.filter(pk__in=chain(*newest.values())).newest()
    places = list(statements.values_list("article_id", "event_id"))
    articles = list(dict.fromkeys(article for article, _event in places))[:_ARTICLES]
    counts = {way: speech.count(way, period) for way in WAYS}
    context = {
        "actor": actor,
        "is_published": not user.is_staff or Actor.objects.published().filter(pk=actor.pk).exists(),
        "portrait": actor.portrait,
        "spellings": spellings_of(actor, user, articles),
        "counts": counts,
        "period": period,
        "chart": _chart(request, speech, period),
        "counterparts": _counterparts(speech, user),
        "events": _events(event for _article, event in places),
        "senses": _senses(speech, period),
        "words": words_of(actor, newest[SAID]),
        "only": only,
        "address_query": {"list": only},
    }
    if only in WAYS:
        ids = partial(speech.ids, only, period)
        return context | {"page": page_of(request, counts[only], ids)}
    return context | _overview(speech, period, newest, user)


def asked_period(data: Mapping[str, str]) -> Period:
    """?from= and ?until= as the search reads them; what is no day or month asks for nothing."""
    return Period(_day(data.get("from"), last=False), _day(data.get("until"), last=True))


def page_of(request: HttpRequest, count: int, ids: Callable[[int, int], list[int]]) -> Page:
    """The page of statements that ?page= asks for; `ids` gives those from an offset on, so many at most."""
    return Paginator(_Slices(count, ids, request.user), PAGE).get_page(request.GET.get("page"))


def months_file(actor: Actor, speech: Speech) -> HttpResponse:
    """The numbers of the chart as CSV, the oldest month first."""
    said, told = (speech.months(way) for way in WAYS)
    heading = [_("الشهر"), _("ما صدر عنه"), _("ما وُجّه إليه")]
    rows = ([f"{m[0]}-{m[1]:02}", said[m], told[m]] for m in sorted({*said, *told}))
    response = StreamingHttpResponse(table_lines(heading, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"{actor.slug}-months.csv")
    return response


class _Slices:
    """Statements as the sequence that Django's Paginator takes slices of."""

    ordered = True

    def __init__(self, count: int, ids: Callable[[int, int], list[int]], user):
        self._count, self._ids, self._user = count, ids, user

    def count(self) -> int:
        return self._count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, part: slice) -> list[Statement]:
        return statements_of(self._ids(part.start, part.stop - part.start), self._user)


def _day(typed: str | None, *, last: bool):
    try:
        return DayField(last=last, required=False).clean(typed)
    except ValidationError:
        return None


def _overview(
    speech: Speech, period: Period, newest: dict[str, list[int]], user
) -> dict[str, list[Statement]]:
    """The newest of both ways, fetched together."""
    if period:
        newest = {way: speech.ids(way, period, limit=OVERVIEW) for way in WAYS}
    ids = {way: newest[way][:OVERVIEW] for way in WAYS}
    rows = {row.pk: row for row in statements_of(list(chain(*ids.values())), user)}
    return {way: [rows[pk] for pk in ids[way] if pk in rows] for way in WAYS}


def _chart(request: HttpRequest, speech: Speech, period: Period) -> Timeline | None:
    """Of the year that the page is narrowed to, else of all years."""
    only = request.GET.get("list")

    def address(when: str) -> str:
        return "?" + urlencode({**({"list": only} if only in WAYS else {}), "from": when, "until": when})

    one_year = period.since and period.until and period.since.year == period.until.year
    year = period.since.year if one_year else None
    return timeline(speech.months(SAID), speech.months(TOLD), address, year)


def _senses(speech: Speech, period: Period) -> list[dict]:
    """What it does with words: told by name, tone and number, plain saying left out."""
    counts = {sense: count for sense, count in speech.senses(period).items() if sense in SENSES}
    counts.pop("said", None)
    most = list(counts.items())[:SENSES_SHOWN]
    return [
        {"value": sense, "name": SENSES[sense], "tone": TONES.get(sense, ""), "count": count}
        for sense, count in most
    ]


def _counterparts(speech: Speech, user) -> list[dict]:
    """Those it spoke to and who spoke to it, most first: name, slug, said, told (numbers of statements)."""
    counts = {way: speech.counterparts(way, 2 * COUNTERPARTS) for way in WAYS}
    totals = {pk: sum(counts[way].get(pk, 0) for way in WAYS) for pk in chain(*counts.values())}
    named = Actor.objects.visible_to(user).filter(pk__in=totals).values_list("pk", "name", "slug")
    most = sorted(named, key=lambda row: (-totals[row[0]], row[1]))[:COUNTERPARTS]
    return [
        {"name": name, "slug": slug} | {way: counts[way].get(pk, 0) for way in WAYS}
        for pk, name, slug in most
    ]


def _events(ids: Iterable[int | None]) -> list[Event]:
    """The newest of these events."""
    newest = list(dict.fromkeys(filter(None, ids)))[:EVENTS]
    rows = {event.pk: event for event in lines_of(Event.objects.filter(pk__in=newest))}
    return [rows[pk] for pk in newest if rows[pk].statement_count]
