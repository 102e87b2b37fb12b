"""Find actors while an editor types: any spelling of a name or office, the likeliest first."""

import re
from dataclasses import dataclass

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest, JsonResponse

from statements.linking import fold_name
from statements.models import Actor, ActorName
from statements.search.latin import beginnings

LIMIT = 10


@dataclass(frozen=True, slots=True)
class Found:
    """An actor and what tells it from others: its kind and an office, or the spelling that matched."""

    actor: Actor
    note: str


def lookup(model_admin: ModelAdmin, request: HttpRequest) -> JsonResponse:
    """Answer `?q=` (words of a name) or, without it, `?article=` (who is in the article) in JSON:
    {"actors": [{"id", "name", "note", "exact", "named"}, …], "kinds": [[value, label], …]}.

    `exact`: the words are a whole name; `named`: they stand in a name, not only in an office."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    words, article = request.GET.get("q", ""), request.GET.get("article", "")
    found = actors_named(words) if fold_name(words) else actors_in(article)
    whole = fold_name(words)
    rows = [_row(one, whole) for one in found]
    return JsonResponse({"actors": rows, "kinds": [[k, str(label)] for k, label in Actor.Kind.choices]})


def actors_named(words: str, limit: int = LIMIT) -> list[Found]:
    """Actors with a name or office that holds every word of `words`; whole names first, then the busiest."""
    terms = fold_name(words).split()
    matching = ActorName.objects.filter(*map(_named, terms))
    actors = _noted(Actor.objects.filter(pk__in=matching.values("actor")))
    actors = list(actors.annotate(busy=Count("parties")).order_by("-busy", "name")[: limit * 5])
    whole = " ".join(terms)
    actors.sort(key=lambda actor: _distance(actor, whole))
    return [Found(actor, _note(actor)) for actor in actors[:limit]]


def _named(term: str) -> Q:
    """Names that hold the folded `term`; one in Latin letters also as Arabic may spell a word that begins so."""
    if not term.isascii():
        return Q(folded__contains=term)
    english = Q(folded__contains=term) | Q(actor__name_en__icontains=term)
    arabic = "|".join(map(re.escape, sorted(beginnings(term))))
    return english | Q(folded__regex=f"(^| )(ال)?({arabic})") if arabic else english


def actors_in(article_id: str) -> list[Found]:
    """Who speaks, is spoken to, relays or is mentioned in the article, the busiest first."""
    if not article_id.isdecimal() or len(article_id) > 18:
        return []
    here = Q(parties__statement__article=article_id) | Q(mentions__article=article_id)
    ids = Actor.objects.filter(here).values("pk")
    counted = Count("parties", filter=Q(parties__statement__article=article_id), distinct=True)
    actors = _noted(Actor.objects.filter(pk__in=ids)).annotate(busy=counted).order_by("-busy", "name")
    return [Found(actor, _note(actor)) for actor in actors[: LIMIT * 2]]


def exact_matches(name: str) -> list[Actor]:
    """The actors that carry just this name, in any spelling."""
    return list(Actor.objects.named(fold_name(name))[:LIMIT])


def _noted(actors):
    return actors.prefetch_related(
        Prefetch("names", ActorName.objects.order_by("kind", "-last_seen", "text"))
    )


def _note(actor: Actor) -> str:
    offices = actor.offices_used()
    return str(offices[0]) if offices else actor.get_kind_display()


def _row(found: Found, words: str) -> dict:
    names = [name.folded for name in found.actor.names_used()]
    if words.isascii():  # Latin letters were compared in the database
        return _told(found, exact=words == fold_name(found.actor.name_en), named=True)
    return _told(found, exact=words in names, named=any(words in name for name in names))


def _told(found: Found, *, exact: bool, named: bool) -> dict:
    row = {"id": found.actor.pk, "name": found.actor.name, "note": found.note}
    return row | {"exact": exact, "named": named}


def _distance(actor: Actor, words: str) -> int:
    """0 for a whole name, 1 for its beginning, 2 for words inside it."""
    folded = [name.folded for name in actor.names.all()]
    if words in folded:
        return 0
    return 1 if any(name.startswith(words) for name in folded) else 2
