"""The names and offices that articles use for an actor, and their folded form."""

import datetime
import re
from collections.abc import Iterable

from django.db import connection

from statements.extraction import annotations
from statements.extraction.normalize import fold
from statements.models import Actor, ActorName

NAME_LENGTH = 300

_NO_WORD = re.compile(r"[^\w]+")


def fold_name(text: str) -> str:
    """`text` folded, with single spaces in place of punctuation: what ActorName.folded holds."""
    return " ".join(_NO_WORD.sub(" ", fold(text)).split())


def cut(text: str) -> str:
    """`text` on one line, as long as the column is."""
    return " ".join(text.split())[:NAME_LENGTH]


def folded_names(actor: annotations.Actor) -> list[str]:
    """The name, then the others, longest first."""
    others = sorted(map(fold_name, actor.names), key=lambda name: (-len(name.split()), -len(name)))
    return [name for name in dict.fromkeys([fold_name(actor.name), *others]) if name]


def is_fuller(actor: annotations.Actor, known: str) -> bool:
    """Whether the person's name says more than the `known` one: the surname with names before it, or all
    its words in order from the same first to the same last (محمد كامل عمرو, known as محمد عمرو).

    A longer end counts where the article calls the person by that end alone too: what follows a name
    by the way is no part of it.
    """
    new, old = fold_name(actor.name).split(), fold_name(known).split()
    if not old or len(new) <= len(old):
        return False
    if len(old) == 1:
        return new[-1] == old[0]
    rest = iter(new)
    surnames = {old[-1], *map(fold_name, actor.names)}
    return new[0] == old[0] and all(word in rest for word in old) and new[-1] in surnames


def keep_names(pairs: Iterable[tuple[Actor, annotations.Actor]], *, day: datetime.date | None) -> None:
    """Store names and offices not yet known of stored actors, and widen the days of those that are.

    In one order for everybody: two transactions never wait for each other's rows.
    """
    wanted = {(one.pk, kind, cut(text)) for one, found in pairs for kind, text in _names_and_offices(found)}
    if not wanted:
        return
    actors, texts = ({key[at] for key in wanted} for at in (0, 2))
    rows = ActorName.objects.filter(actor__in=actors, text__in=texts).order_by()
    known = {(row.actor_id, row.kind, row.text): row for row in rows}
    ActorName.objects.bulk_create(
        [_new_name(*key, day) for key in sorted(wanted - known.keys())], ignore_conflicts=True
    )
    _widen([row.pk for key, row in known.items() if key in wanted and row.seen(day)], day)


def _widen(names: list[int], day: datetime.date | None) -> None:
    """Widen the days of `names` (primary keys) by `day`, in one statement; rows are locked by their number."""
    if names:
        with connection.cursor() as cursor:
            cursor.execute(_WIDEN, {"names": sorted(names), "day": day})


_WIDEN = """
    UPDATE statements_actorname AS name
    SET first_seen = least(name.first_seen, %(day)s::date), last_seen = greatest(name.last_seen, %(day)s::date)
    FROM (SELECT id FROM statements_actorname WHERE id = ANY(%(names)s) ORDER BY id FOR UPDATE) AS held
    WHERE name.id = held.id
"""


def _new_name(actor_id: int, kind: str, text: str, day: datetime.date | None) -> ActorName:
    folded = fold_name(text)[:NAME_LENGTH]
    return ActorName(actor_id=actor_id, kind=kind, text=text, folded=folded, first_seen=day, last_seen=day)


def _names_and_offices(actor: annotations.Actor) -> Iterable[tuple[str, str]]:
    for text in (actor.name, *actor.names):
        if fold_name(text):
            yield ActorName.Kind.NAME.value, text
    for text in actor.titles:
        if fold_name(text):
            yield ActorName.Kind.OFFICE.value, text
