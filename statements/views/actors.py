"""One actor with its names, what it said and was told; what two said to each other."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.exports import answer, asked_format
from statements.models import Actor, Statement
from statements.pages.speaking import SAID, WAYS, Dialogue, Period, Speech, speech_of, within
from statements.views.profile import MONTHS, asked_period, months_file, page_of, profile

_MOVED_FOR = 3600  # seconds
_BATCH = 500  # rows read at a time for a file
_TITLES = {"said": gettext_lazy("ما صدر عن %(name)s"), "told": gettext_lazy("ما وُجّه إلى %(name)s")}


def actor(request: HttpRequest, slug: str) -> HttpResponse:
    actor = _at(slug, request.user)
    if actor.slug != slug:
        return _moved(request, "actor", actor.slug)
    only = request.GET.get("list")
    if only and only not in (*WAYS, MONTHS):
        raise Http404
    speech, period = speech_of(actor, request.user), asked_period(request.GET)
    if only and asked_format(request):
        return _file(request, actor, speech, period, only)
    return render(request, "actor.html", profile(request, actor, speech, period, only))


def actor_to(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    if slug == other:
        return redirect("actor", slug=slug, permanent=True)
    one, two = _at(slug, request.user), _at(other, request.user)
    if (one.slug, two.slug) != (slug, other):
        return _moved(request, "actor_to", one.slug, two.slug)
    if asked_format(request):
        between = Statement.objects.visible_to(request.user).between(one, two)
        title = _("بين %(one)s و%(other)s") % {"one": one.name, "other": two.name}
        return answer(request, Statement, between.with_parts().newest().iterator(_BATCH), title)
    dialogue = Dialogue(one, two, request.user)
    there, back = dialogue.count(one, two), dialogue.count(two, one)
    context = {
        "actor": one,
        "other": two,
        "counts": {"there": there, "back": back},
        "page": page_of(request, there + back, dialogue.ids),
    }
    return render(request, "actor_to.html", context)


def _file(request: HttpRequest, actor: Actor, speech: Speech, period: Period, only: str):
    if only == MONTHS:
        return months_file(actor, speech)
    seen = Statement.objects.visible_to(request.user)
    rows = within(seen.by(actor) if only == SAID else seen.to(actor), period)
    title = _TITLES[only] % {"name": actor.name}
    return answer(request, Statement, rows.with_parts().newest().iterator(_BATCH), title)


def _at(slug: str, user) -> Actor:
    """Who has this address, or took it over in a merger; 404 where the reader may see neither."""
    found = Actor.objects.visible_to(user).with_portrait().at(slug)
    if not found:
        raise Http404
    return found


def _moved(request: HttpRequest, view: str, *slugs: str) -> HttpResponse:
    """To the address of whom an actor was merged into; kept for a while only, for a merger may be undone."""
    query = request.GET.urlencode()
    response = redirect(reverse(view, args=slugs) + (f"?{query}" if query else ""), permanent=True)
    patch_cache_control(response, max_age=_MOVED_FOR)
    return response
