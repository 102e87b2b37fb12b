"""The list of events."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from statements.exports import answer, asked_format
from statements.models import Actor, Event, EventParticipant, Statement
from statements.pages.directories import EventListForm, countries_of, list_events
from statements.views.directories import list_context

EVENTS = 30  # of the list


def event_list(request: HttpRequest) -> HttpResponse:
    """Every occasion once; ?kind=, ?country=, ?letter= and ?sort= as EventListForm reads them."""
    form = EventListForm(request.GET)
    listed = list_events(form)
    if asked_format(request):
        rows = listed.select_related("event__article__outlet").prefetch_related("event__participants__actor")
        return answer(request, Event, (row.event for row in rows.iterator(EVENTS)), _("المناسبات"))
    page = Paginator(listed.values_list("event_id", flat=True), EVENTS).get_page(request.GET.get("page"))
    shown = Event.objects.published().filter(pk__in=list(page.object_list)).newest()
    events = {event.pk: event for event in lines_of(shown)}
    context = list_context(form, page) | {
        "events": [events[pk] for pk in page.object_list if pk in events],
        "countries": countries_of(Actor),
        "is_narrowed": any(form.choice(name) for name in ("kind", "country", "letter")),
    }
    return render(request, "events.html", context)


def lines_of(events) -> list[Event]:
    """Events with all that a line of a list shows; their statements are counted for these alone."""
    participants = Prefetch("participants", EventParticipant.objects.select_related("actor"))
    events = list(events.select_related("article__outlet").prefetch_related(participants))
    counts = _published_statements(events)
    for event in events:
        event.statement_count = counts.get(event.pk, 0)
    return events


def _published_statements(events: Iterable[Event]) -> dict[int, int]:
    of_these = Statement.objects.published().filter(event__in=events)
    return dict(of_these.values_list("event").annotate(Count("pk")))
