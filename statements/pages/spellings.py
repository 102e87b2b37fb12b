"""The names and offices of an actor that a reader may see, and what of them a page shows first."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from rapidfuzz import fuzz

from statements.models import Actor, ActorName, Article, Mention, Party

MOST = 8  # names or offices shown before the others are unfolded
_SAME = 93  # of 100: الأمريكي, الأميركي and الأمريكية are 95 alike, وزير الخارجية السوري and السعودي 90
SOME = 50  # articles in which a name without a day is looked for


@dataclass(frozen=True)
class Office:
    """An office with the years in which articles gave it, or editors say it was held; None where unknown."""

    text: str
    since: int | None
    until: int | None


@dataclass(frozen=True)
class Spellings:
    names: list[str]
    more_names: list[str]
    offices: list[Office]  # the latest first
    more_offices: list[Office]


def spellings_of(actor: Actor, user, articles: Iterable[int] = ()) -> Spellings:
    """Those that published articles on the actor use (for editors all): a draft may know others.

    Looked for in the articles of the days they were seen first and last, and in `articles` (ids), never in all.
    """
    rows = actor.names.all() if user.is_staff else public_names(actor, articles)
    by_time = sorted(rows, key=lambda row: (-_days(row), row.text))
    names = [row.text for row in by_time if row.kind == ActorName.Kind.NAME]
    offices = _told_apart([row for row in by_time if row.kind == ActorName.Kind.OFFICE])
    first = [row for row in offices if _days(row) > 0][:MOST] or offices[:1]
    others = [row for row in offices if row not in first]
    return Spellings(names[:MOST], names[MOST:], _latest_first(first), _latest_first(others))


def public_names(actor: Actor, articles: Iterable[int] = ()) -> list[ActorName]:
    """The rows of `spellings_of` for the public; without `articles` some of the actor's own are looked at."""
    articles = list(articles) or _some_articles(actor)
    with_it = Article.objects.published().filter(text__contains=OuterRef("text"))
    mentions = Mention.objects.filter(article=OuterRef("pk"), actor=actor)
    parties = Party.objects.filter(statement__article=OuterRef("pk"), actor=actor)
    of_actor = with_it.filter(Q(Exists(mentions)) | Q(Exists(parties)))
    rows = actor.names.annotate(
        begins=Exists(of_actor.filter(date=OuterRef("first_seen"))),
        ends=Exists(of_actor.filter(date=OuterRef("last_seen"))),
    )
    editors = Q(held_from__isnull=False) | Q(held_until__isnull=False)
    here = Q(Exists(with_it.filter(pk__in=articles)))
    return _with_public_days(list(rows.filter(editors | Q(begins=True) | Q(ends=True) | here)), articles)


def _with_public_days(rows: list[ActorName], articles: list[int]) -> list[ActorName]:
    """Days on which no published article has the name (a draft's, or one that was corrected) give way to those of
    `articles` that have it. The rows are for showing, never to be saved."""
    doubted = [row for row in rows if row.first_seen and not (row.begins and row.ends)]
    if not doubted:
        return rows
    dated = Article.objects.published().filter(pk__in=articles, date__isnull=False)
    texts = list(dated.order_by().values_list("date", "text"))
    for row in doubted:
        known = [*[row.first_seen] * row.begins, *[row.last_seen] * row.ends]
        days = [*known, *(day for day, text in texts if row.text in text)]
        row.first_seen, row.last_seen = min(days, default=None), max(days, default=None)
    return rows


def _some_articles(actor: Actor) -> list[int]:
    """Those stored last in which it speaks, is spoken to, relays or is named."""
    parties = Party.objects.filter(actor=actor).order_by("-pk").values_list("statement__article")
    mentions = Mention.objects.filter(actor=actor).order_by("-pk").values_list("article")
    return [pk for rows in (parties, mentions) for (pk,) in rows[:SOME]]


def _told_apart(rows: list[ActorName]) -> list[ActorName]:
    """Each office once, the longest in use first: nobody's counterpart («نظيره»), no office spelled anew, and not
    «وزير الخارجية» where «وزير الخارجية الإيراني» is there. An editor's word stays."""
    kept: dict[str, ActorName] = {}
    for row in rows:
        known = any(fuzz.ratio(row.folded, other) > _SAME for other in kept)
        if _is_dated(row) or not (known or row.folded.startswith("نظير")):
            kept[row.folded] = row
    return [row for row in kept.values() if _is_dated(row) or not _is_part(row, kept.values())]


def _is_part(row: ActorName, others: Iterable[ActorName]) -> bool:
    """Whether its words stand in an office that was in use half as long at least."""
    words = _bare(row)
    return any(
        words in longer and 2 * _days(other) >= _days(row)
        for other in others
        if len(longer := _bare(other)) > len(words)
    )


def _bare(row: ActorName) -> str:
    """Its words without «ال», a space around each."""
    return " ".join(["", *(word.removeprefix("ال") for word in row.folded.split()), ""])


def _latest_first(rows: list[ActorName]) -> list[Office]:
    offices = [Office(row.text, _year(row.held_from or row.first_seen), _until(row)) for row in rows]
    return sorted(offices, key=lambda office: (-(office.since or 0), -(office.until or 0), office.text))


def _until(row: ActorName) -> int | None:
    """None also where an editor says since when it is held and no end."""
    if row.held_from and not row.held_until:
        return None
    return _year(row.held_until or row.last_seen)


def _year(day: datetime.date | None) -> int | None:
    return day.year if day else None


def _is_dated(row: ActorName) -> bool:
    """By an editor."""
    return bool(row.held_from or row.held_until)


def _days(row: ActorName) -> int:
    """How long it was in use; what an editor dated comes before all others."""
    if _is_dated(row):
        return 100_000
    return (row.last_seen - row.first_seen).days if row.first_seen and row.last_seen else -1
