"""Actors: all of them; one with its names, what it said and was told; what two said to each other."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from statements.models import Actor, ActorName, Article, Mention, Party, Statement
from statements.models.statements import StatementQuerySet

OVERVIEW, PAGE, COUNTERPARTS = 10, 30, 20  # statements, statements, actors
ACTORS = 60  # of the list


def actor_list(request: HttpRequest) -> HttpResponse:
    """All who said or were told anything, most first; ?kind= narrows it to persons, states …"""
    kind = request.GET.get("kind", "")
    if kind and kind not in Actor.Kind.values:
        raise Http404
    actors = Actor.objects.filter(kind=kind) if kind else Actor.objects.all()
    page = Paginator(actors.busiest(), ACTORS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "kind": kind,
        "kinds": Actor.Kind.choices,
        "address_query": {"kind": kind},
    }
    return render(request, "actors.html", context)


def actor(request: HttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor.objects.visible_to(request.user), slug=slug)
    seen = Statement.objects.visible_to(request.user)
    lists = {"said": seen.by(actor), "told": seen.to(actor)}
    only = request.GET.get("list")
    if only and only not in lists:
        raise Http404
    context = {
        "actor": actor,
        "is_published": _is_published(actor, request.user),
        "names": _names(actor, request.user),
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
    actors = Actor.objects.visible_to(request.user)
    one, two = get_object_or_404(actors, slug=slug), get_object_or_404(actors, slug=other)
    seen = Statement.objects.visible_to(request.user)
    context = {
        "actor": one,
        "other": two,
        "counts": {"there": seen.by(one).to(two).count(), "back": seen.by(two).to(one).count()},
        "page": _page(request, seen.between(one, two)),
    }
    return render(request, "actor_to.html", context)


def _is_published(actor: Actor, user) -> bool:
    """Without a query for the public, who could not have come here otherwise."""
    return not user.is_staff or Actor.objects.published().filter(pk=actor.pk).exists()


def _names(actor: Actor, user) -> QuerySet[ActorName]:
    """All for staff; for the public those that published articles on the actor use: a draft may know others."""
    if user.is_staff:
        return actor.names.all()
    party = Party.objects.filter(actor=actor).values("statement__article")
    mentioned = Mention.objects.filter(actor=actor).values("article")
    return actor.names.used_in(Article.objects.published().filter(Q(pk__in=party) | Q(pk__in=mentioned)))


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
