"""An event: who took part, and the statements of each side beside the others'."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from statements.models import Event, Statement


def event(request: HttpRequest, id: int) -> HttpResponse:
    events = Event.objects.visible_to(request.user).select_related("article__outlet")
    event = get_object_or_404(events.prefetch_related("participants__actor"), pk=id)
    statements = _statements_of(event, request.user)
    context = {"event": event, "statement_count": len(statements), "sides": _sides(event, statements)}
    return render(request, "event.html", context)


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
