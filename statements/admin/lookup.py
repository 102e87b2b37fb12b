"""Find actors while an editor types: any spelling of a name or office, the likeliest first."""

import re
from dataclasses import dataclass

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest, JsonResponse

from statements.actors.linking import fold_name
from statements.models import Actor, ActorName, Mention, Party
from statements.search.latin import beginnings

LIMIT = 10
BEGUN = 2  # the distance of an office that begins as it is typed


@dataclass(frozen=True, slots=True)
class Found:
    """An actor and what tells it from others: its kind and an office, or the spelling that matched."""

    actor: Actor
    note: str


def lookup(model_admin: ModelAdmin, request: HttpRequest) -> JsonResponse:
    """Answer `?q=` (words of a name; those of `?article=` first) or only `?article=` (who is in it) in JSON:
    {"actors": [{"id", "name", "note", "exact", "named"}, …], "kinds": [[value, label], …]}.

    `exact`: the words are a whole name; `named`: they stand in a name, not only in an office."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    words, article = request.GET.get("q", ""), request.GET.get("article", "")
    found = actors_named(words, article=article) if fold_name(words) else actors_in(article)
    whole = fold_name(words)
    rows = [_row(one, whole) for one in found]
    return JsonResponse({"actors": rows, "kinds": [[k, str(label)] for k, label in Actor.Kind.choices]})


def actors_named(words: str, limit: int = LIMIT, article: str = "") -> list[Found]:
    """Actors with a name or office that holds every word of `words`: those of the article (a key) first, then
    whole names, names with a word that begins so, and the busiest."""
    terms = fold_name(words).split()
    matching = ActorName.objects.filter(*map(_named, terms))
    rows = _noted(Actor.objects.filter(pk__in=matching.values("actor")))
    rows = rows.annotate(busy=Count("parties")).order_by("-busy", "name")
    here = set(_ids_in(article))
    found = {actor.pk: actor for some in (rows.filter(pk__in=here), rows[: limit * 5]) for actor in some}
    whole = " ".join(terms)
    actors = sorted(found.values(), key=lambda actor: _rank(actor, whole, actor.pk in here))
    return [Found(actor, note_of(actor)) for actor in actors[:limit]]


def _rank(actor: Actor, words: str, here: bool) -> tuple:
    """What sorts the likeliest first: in the article, how near the name is, how often it takes part."""
    distance = _distance(actor, words)
    return not here or distance > BEGUN, distance, -actor.busy, actor.name


def _named(term: str) -> Q:
    """Names that hold the folded `term`; one in Latin letters also as Arabic may spell a word that begins so."""
    if not term.isascii():
        return Q(folded__contains=term)
    english = Q(folded__contains=term) | Q(actor__name_en__icontains=term)
    arabic = "|".join(map(re.escape, sorted(beginnings(term))))
    return english | Q(folded__regex=f"(^| )(ال)?({arabic})") if arabic else english


def actors_in(article_id: str) -> list[Found]:
    """Who speaks, is spoken to, relays or is mentioned in the article, the busiest first."""
    ids = _ids_in(article_id)
    if not ids:
        return []
    counted = Count("parties", filter=Q(parties__statement__article=article_id), distinct=True)
    actors = _noted(Actor.objects.filter(pk__in=ids)).annotate(busy=counted).order_by("-busy", "name")
    return [Found(actor, note_of(actor)) for actor in actors[: LIMIT * 2]]


def _ids_in(article_id: str) -> list[int]:
    """Keys of the actors of the article; none for what is no key."""
    if not re.fullmatch(r"[0-9]{1,18}", article_id):
        return []
    parties = Party.objects.filter(statement__article=article_id, actor__isnull=False)
    mentions = Mention.objects.filter(article=article_id, actor__isnull=False)
    return list(
        parties.order_by()
        .values_list("actor")
        .union(mentions.order_by().values_list("actor"))
        .values_list(flat=True)
    )


def exact_matches(name: str) -> list[Actor]:
    """The actors that carry just this name, in any spelling."""
    return list(Actor.objects.named(fold_name(name))[:LIMIT])


def _noted(actors):
    return actors.prefetch_related(
        Prefetch("names", ActorName.objects.order_by("kind", "-last_seen", "text"))
    )


def note_of(actor: Actor) -> str:
    """An office the actor holds, else its kind: what tells two of one name apart."""
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
    """0 for a whole name; 1 where words of a name begin so, BEGUN where those of an office do; more for any other."""
    if words.isascii():  # compared in the database
        return 1
    if words in [name.folded for name in actor.names.all()]:
        return 0
    if any(_begin(name.folded, words) for name in actor.names_used()):
        return 1
    return BEGUN if any(_begin(office.folded, words) for office in actor.offices_used()) else BEGUN + 1


def _begin(name: str, words: str) -> bool:
    """Whether each of the words begins a word of the name, its article left out or not."""
    return all(f" {word}" in f" {name}" or f" ال{word}" in f" {name}" for word in words.split())
