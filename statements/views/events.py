"""Events: all of them, newest first; one with who took part, the statements of each side beside the others'."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from statements.exports import answer, asked_format
from statements.models import Event, EventParticipant, Statement
from statements.templatetags.names import occasion

EVENTS = 30  # of the list


def event_list(request: HttpRequest) -> HttpResponse:
    events = Event.objects.published().newest()
    if asked_format(request):
        rows = events.select_related("article__outlet").prefetch_related("participants__actor")
        return answer(request, Event, rows.iterator(EVENTS), _("المناسبات"))
    page = Paginator(events, EVENTS).get_page(request.GET.get("page"))
    return render(request, "events.html", {"page": page, "events": lines_of(page.object_list)})


def lines_of(events) -> list[Event]:
    """Events with all that a line of a list shows; their statements are counted for these alone."""
    participants = Prefetch("participants", EventParticipant.objects.select_related("actor"))
    events = list(events.select_related("article__outlet").prefetch_related(participants))
    counts = _published_statements(events)
    for event in events:
        event.statement_count = counts.get(event.pk, 0)
    return events


def event(request: HttpRequest, id: int) -> HttpResponse:
    events = Event.objects.visible_to(request.user).select_related("article__outlet")
    event = get_object_or_404(events.prefetch_related("participants__actor"), pk=id)
    statements = _statements_of(event, request.user)
    if asked_format(request):
        return answer(request, Statement, statements, occasion(event))
    context = {"event": event, "statement_count": len(statements), "sides": _sides(event, statements)}
    return render(request, "event.html", context)


def _published_statements(events: Iterable[Event]) -> dict[int, int]:
    of_these = Statement.objects.published().filter(event__in=events)
    return dict(of_these.values_list("event").annotate(Count("pk")))


def _statements_of(event: Event, user) -> list[Statement]:
    statements = Statement.objects.visible_to(user).filter(event=event).order_by("start", "id")
    statements = list(statements.prefetch_related("parties__actor"))
    for statement in statements:
        statement.article, statement.event = event.article, event
    return statements


def _sides(event: Event, statements: list[Statement]) -> list[dict]:
    """Who spoke, and what: participants in their order, then other speakers, as they come.

    A joint statement stands on a side of its own; a side is told by its speakers.
    """
    sides: dict[tuple, dict] = {}
    for participant in event.participants.all():
        sides[(participant.actor_id or participant.name,)] = {"parties": [participant], "statements": []}
    for statement in statements:
        key = tuple(party.actor_id or party.name for party in statement.speakers)
        side = sides.setdefault(key, {"parties": statement.speakers, "statements": []})
        side["statements"].append(statement)
    return [side for side in sides.values() if side["statements"]]
