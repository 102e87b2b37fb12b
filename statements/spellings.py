"""The names and offices of an actor that a reader may see."""

from django.db.models import Q, QuerySet

from statements.models import Actor, ActorName, Article, Mention, Party


def spellings_of(actor: Actor) -> QuerySet[ActorName]:
    """Those that published articles on the actor use: a draft may know others."""
    party = Party.objects.filter(actor=actor).values("statement__article")
    mentioned = Mention.objects.filter(actor=actor).values("article")
    return actor.names.used_in(Article.objects.published().filter(Q(pk__in=party) | Q(pk__in=mentioned)))
