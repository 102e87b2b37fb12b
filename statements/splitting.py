"""Which rows of an actor are told under some of its names: an article's go together, by the fullest name it uses."""

from collections.abc import Iterator

from django.db.models import F
from django.db.models.functions import Substr

from statements.models import Actor, EventParticipant, Mention, Party
from statements.naming import fold_name


def rows_under(actor: Actor, names: set[str]) -> dict[str, list[int]]:
    """Keys of the actor's parties, participants and mentions in articles that call it by one of `names` (folded).

    A party's name is what its article calls the actor; where it is only mentioned, the longest mention is.
    """
    rows = list(_rows(actor))
    called: dict[int, tuple] = {}
    for kind, _pk, article, text in rows:
        folded = fold_name(text)
        rank = (kind != "mention", len(folded.split()), len(folded), folded)
        called[article] = max(called.get(article, rank), rank)
    found: dict[str, list[int]] = {"party": [], "participant": [], "mention": []}
    for kind, pk, article, _text in rows:
        if called[article][-1] in names:
            found[kind].append(pk)
    return found


def _rows(actor: Actor) -> Iterator[tuple[str, int, int, str]]:
    """Kind, key, article and words of each row."""
    parties = Party.objects.filter(actor=actor).order_by("pk")
    for row in parties.values_list("pk", "statement__article_id", "name"):
        yield "party", *row
    participants = EventParticipant.objects.filter(actor=actor).order_by("pk")
    for row in participants.values_list("pk", "event__article_id", "name"):
        yield "participant", *row
    words = Substr("article__text", F("start") + 1, F("end") - F("start"))
    mentions = Mention.objects.filter(actor=actor).order_by("pk").annotate(words=words)
    for row in mentions.values_list("pk", "article_id", "words"):
        yield "mention", *row
