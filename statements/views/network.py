"""Who speaks to whom around an actor or at an event: a picture, and a table that says the same."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from statements.exports.tables import table_lines
from statements.languages import isolate
from statements.models import Actor, Event
from statements.pages.names import occasion
from statements.pages.network import Network, around_actor, at_event


def actor_network(request: HttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor.objects.published(), slug=slug)
    return _answer(request, around_actor(actor), isolate(actor.name), actor.get_absolute_url())


def event_network(request: HttpRequest, id: int) -> HttpResponse:
    events = Event.objects.visible_to(request.user).prefetch_related("participants__actor")
    event = get_object_or_404(events, pk=id)
    return _answer(request, at_event(event, request.user), occasion(event), event.get_absolute_url())


def _answer(request: HttpRequest, network: Network | None, name: str, back: str) -> HttpResponse:
    if request.GET.get("format") == "csv" and network:
        return _file(network)
    context = {"network": network, "name": name, "back": back}
    return render(request, "network.html", context)


def _file(network: Network) -> HttpResponse:
    """A line for each way that something was said."""
    rows = [
        [one.actor.name, other.actor.name, count]
        for edge in network.edges
        for one, other, count in ((edge.one, edge.other, edge.there), (edge.other, edge.one, edge.back))
        if count
    ]
    lines = table_lines([_("المتحدث"), _("المخاطَب"), _("التصريحات")], rows)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, "network.csv")
    return response
