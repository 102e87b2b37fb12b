"""Which rows of an actor are told under some of its names or offices: those of an article go together."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from django.db.models import F, Q
from django.db.models.functions import Substr

from statements.actors.naming import fold_name
from statements.models import Actor, Article, EventParticipant, Mention, Party


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
    return _of_articles(rows, {article for article, rank in called.items() if rank[-1] in names})


def rows_beside(actor: Actor, offices: list[str]) -> dict[str, list[int]]:
    """Keys of the actor's rows in articles in which one of the offices stands: of namesakes it tells who is meant."""
    rows = list(_rows(actor))
    texts = Article.objects.filter(pk__in={article for _kind, _pk, article, _text in rows})
    stands = reduce(or_, (Q(text__contains=office) for office in offices))
    return _of_articles(rows, set(texts.filter(stands).values_list("pk", flat=True)))


def _of_articles(rows: Iterable[tuple[str, int, int, str]], articles: set[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {"party": [], "participant": [], "mention": []}
    for kind, pk, article, _text in rows:
        if article in articles:
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
