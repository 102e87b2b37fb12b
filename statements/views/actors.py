"""Actors: all of them; one with its names, what it said and was told; what two said to each other."""

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.exports import answer, asked_format
from statements.models import Actor, Party, Statement
from statements.models.statements import StatementQuerySet
from statements.spellings import spellings_of

OVERVIEW, PAGE, COUNTERPARTS = 10, 30, 20  # statements, statements, actors
ACTORS = 60  # of the list
_MOVED_FOR = 3600  # seconds
_BATCH = 500  # rows read at a time for a file
_TITLES = {"said": gettext_lazy("ما صدر عن %(name)s"), "told": gettext_lazy("ما وُجّه إلى %(name)s")}


def actor_list(request: HttpRequest) -> HttpResponse:
    """All who said or were told anything, most first; ?kind= narrows it to persons, states …"""
    kind = request.GET.get("kind", "")
    if kind and kind not in Actor.Kind.values:
        raise Http404
    actors = (Actor.objects.filter(kind=kind) if kind else Actor.objects.all()).busiest()
    if asked_format(request):
        return answer(request, Actor, actors.iterator(), _("الجهات الفاعلة"))
    page = Paginator(actors, ACTORS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "kind": kind,
        "kinds": Actor.Kind.choices,
        "address_query": {"kind": kind},
    }
    return render(request, "actors.html", context)


def actor(request: HttpRequest, slug: str) -> HttpResponse:
    actor = _at(slug, request.user)
    if actor.slug != slug:
        return _moved(request, "actor", actor.slug)
    seen = Statement.objects.visible_to(request.user)
    lists = {"said": seen.by(actor), "told": seen.to(actor)}
    only = request.GET.get("list")
    if only and only not in lists:
        raise Http404
    if only and asked_format(request):
        title = _TITLES[only] % {"name": actor.name}
        return answer(request, Statement, lists[only].with_parts().newest().iterator(_BATCH), title)
    context = {
        "actor": actor,
        "is_published": _is_published(actor, request.user),
        "names": actor.names.all() if request.user.is_staff else spellings_of(actor),
        "counts": {name: statements.count() for name, statements in lists.items()},
        "counterparts": _counterparts(actor, seen),
        "only": only,
        "address_query": {"list": only},
    }
    if only:
        context["page"] = _page(request, lists[only])
    else:
        context |= {name: statements.with_parts().newest()[:OVERVIEW] for name, statements in lists.items()}
    return render(request, "actor.html", context)


def actor_to(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    if slug == other:
        return redirect("actor", slug=slug, permanent=True)
    one, two = _at(slug, request.user), _at(other, request.user)
    if (one.slug, two.slug) != (slug, other):
        return _moved(request, "actor_to", one.slug, two.slug)
    seen = Statement.objects.visible_to(request.user)
    between = seen.between(one, two)
    if asked_format(request):
        title = _("بين %(one)s و%(other)s") % {"one": one.name, "other": two.name}
        return answer(request, Statement, between.with_parts().newest().iterator(_BATCH), title)
    context = {
        "actor": one,
        "other": two,
        "counts": {"there": seen.by(one).to(two).count(), "back": seen.by(two).to(one).count()},
        "page": _page(request, between),
    }
    return render(request, "actor_to.html", context)


def _at(slug: str, user) -> Actor:
    """Who has this address, or took it over in a merger; 404 where the reader may see neither."""
    found = Actor.objects.visible_to(user).at(slug)
    if not found:
        raise Http404
    return found


def _moved(request: HttpRequest, view: str, *slugs: str) -> HttpResponse:
    """To the address of whom an actor was merged into; kept for a while only, for a merger may be undone."""
    query = request.GET.urlencode()
    response = redirect(reverse(view, args=slugs) + (f"?{query}" if query else ""), permanent=True)
    patch_cache_control(response, max_age=_MOVED_FOR)
    return response


def _is_published(actor: Actor, user) -> bool:
    """Without a query for the public, who could not have come here otherwise."""
    return not user.is_staff or Actor.objects.published().filter(pk=actor.pk).exists()


def _page(request: HttpRequest, statements: StatementQuerySet) -> Page:
    return Paginator(statements.with_parts().newest(), PAGE).get_page(request.GET.get("page"))


def _counterparts(actor: Actor, seen: StatementQuerySet) -> list[dict]:
    """Those it spoke to and who spoke to it, most first: name, slug, said, told (numbers of statements)."""
    ways = {
        "said": (Party.Role.ADDRESSEE, seen.by(actor)),
        "told": (Party.Role.SPEAKER, seen.to(actor)),
    }
    rows: dict[tuple[str, str], dict] = {}
    for way, (role, statements) in ways.items():
        parties = Party.objects.filter(role=role, statement__in=statements).exclude(actor=actor)
        named = parties.exclude(actor=None).values_list("actor__name", "actor__slug")
        for name, slug, count in named.annotate(Count("statement", distinct=True)):
            rows.setdefault((name, slug), {"said": 0, "told": 0})[way] = count
    most = sorted(rows.items(), key=lambda row: (-sum(row[1].values()), row[0]))[:COUNTERPARTS]
    return [{"name": name, "slug": slug} | counts for (name, slug), counts in most]
