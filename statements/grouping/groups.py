"""What several articles tell of once becomes a group: statements that are one utterance, events that are one occasion.

Called after articles were recorded or reviewed, for these articles alone, in a transaction of its own: one
caller after the other, so that of two articles stored at one moment at least the second sees the first.
Repeatable: the same rows always come into the same groups, whatever came first. What an editor put together
or apart (`group_decided`) stays so. Days bound the work: it grows with what was said within a day, not with
the archive.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from django.db import connection, models, transaction
from django.db.models import Q

from statements.grouping import events as grouping_events
from statements.grouping import statements as grouping_statements
from statements.grouping.clustering import clusters
from statements.models import ActorMove, Event, EventGroup, Party, Statement, StatementGroup

TOGETHER = 100  # articles, so that no other grouping waits long
_LOCK = 5_870_114  # any number nobody else locks


class Member(Protocol):
    """What may belong to a group: its row's key, the group it has, and whether an editor said so."""

    pk: int
    group: int | None
    decided: bool


@transaction.atomic
def group(articles: Collection[int]) -> None:
    """Bring the statements and events of these articles (primary keys) into groups, with what they are one with."""
    if not articles:
        return
    articles = list(articles)
    take_turn()
    found = grouping_statements.alike(articles)
    _assign(Statement, StatementGroup, *found, fits=grouping_statements.fits)
    events = grouping_events.alike(articles)
    _assign(Event, EventGroup, *events, fits=grouping_events.fits)


def take_turn() -> None:
    """Wait for whoever makes groups, and keep others waiting until our transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def group_changed(since: datetime.datetime) -> int:
    """Group again the articles that editors worked on since then; how many there are.

    By statements they decided on, and what actors they merged or split said.
    """
    moved = ActorMove.objects.filter(Q(at__gte=since) | Q(undone_at__gte=since))
    ends = {actor for move in moved for actor in (move.source_id, move.target_id)}
    said = Statement.objects.filter(
        Q(reviewed_at__gte=since)
        | Q(pk__in=Party.objects.filter(actor__in=ends, role="speaker").values("statement"))
    )
    articles = sorted(set(said.order_by().values_list("article", flat=True)))
    for at in range(0, len(articles), TOGETHER):
        group(articles[at : at + TOGETHER])
    return len(articles)


def _assign(
    model: type[models.Model],
    group_model: type[models.Model],
    members: Sequence[Member],
    pairs: Iterable[tuple[float, int, int]],
    *,
    fits: Callable[[list[Member], list[Member]], bool],
) -> None:
    """Make the groups of `members` what the pairs say; a group keeps its number with its first members."""
    by_key = {one.pk: one for one in members}
    fixed = {one.pk: one.group for one in members if one.decided and one.group}
    alone = {one.pk for one in members if one.decided and not one.group}
    pairs = [pair for pair in pairs if not alone & set(pair[1:])]
    together = clusters(
        by_key,
        pairs,
        fixed=fixed,
        fits=lambda one, other: fits([by_key[pk] for pk in one], [by_key[pk] for pk in other]),
    )
    wanted = _numbered([[by_key[pk] for pk in cluster] for cluster in together], group_model)
    changed: dict[int | None, list[int]] = {}
    for one in members:
        if one.group != wanted[one.pk]:
            changed.setdefault(wanted[one.pk], []).append(one.pk)
    for number, keys in changed.items():
        model.objects.filter(pk__in=keys).update(group=number)
    gone = {one.group for one in members} - set(wanted.values()) - {None}
    group_model.objects.filter(pk__in=gone).exclude(
        pk__in=model.objects.filter(group__in=gone).values("group")
    ).delete()


def _numbered(together: list[list[Member]], group_model: type[models.Model]) -> Mapping[int, int | None]:
    """The group of each member: one that an editor chose, else one that a member has, else a new one."""
    wanted: dict[int, int | None] = {}
    taken: set[int] = set()
    for cluster in sorted(together, key=lambda cluster: not any(one.decided for one in cluster)):
        number = None
        if len(cluster) > 1:
            numbers = [one.group for one in sorted(cluster, key=lambda one: not one.decided) if one.group]
            number = next((one for one in numbers if one not in taken), None)
            number = number or group_model.objects.create().pk
            taken.add(number)
        wanted |= dict.fromkeys((one.pk for one in cluster), number)
    return wanted
