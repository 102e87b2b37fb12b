"""Events that may be one occasion: the same type and participants, within a day, at no other place."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.db import connection

from statements.actors.naming import fold_name
from statements.models import Event, visibility

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """An event at which something was said: who took part (actors' keys after a #, or folded names), when and where.

    `said` are the groups of the statements made there: what other articles quote, too.
    """

    pk: int
    group: int | None
    decided: bool
    article: int
    type: str
    place: str
    day: datetime.date
    people: frozenset[str]
    said: frozenset[int]

    def likeness(self, other: "Told") -> float:
        """0 for two occasions, else how sure it is that they are one.

        Two who took part in both tell it; one alone may speak twice a day: then the place, or what was said.
        """
        if self.article == other.article or self.type != other.type or abs(self.day - other.day) > DAY:
            return 0.0
        if self.place and other.place and not (self.place in other.place or other.place in self.place):
            return 0.0
        shared, fewer = self.people & other.people, min(len(self.people), len(other.people))
        quoted = len(self.said & other.said)
        if len(shared) < fewer or not (len(shared) > 1 or quoted or self._is_told_by_place(other)):
            return 0.0
        return quoted + len(shared) / max(len(self.people | other.people), 1) + (self.day == other.day) / 2

    def _is_told_by_place(self, other: "Told") -> bool:
        alone = len(self.people) == len(other.people) == 1
        return (
            alone
            and self.people == other.people
            and self.day == other.day
            and bool(self.place and other.place)
        )


def fits(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether two groups may be one: no article tells one occasion twice, and nothing drifts over the days."""
    if {event.article for event in one} & {event.article for event in other}:
        return False
    days = [event.day for event in (*one, *other)]
    return max(days) - min(days) <= DAY


def alike(articles: Collection[int]) -> tuple[list[Told], list[tuple[float, int, int]]]:
    """The events of `articles` with all that are or were one with any of them, and the pairs that are alike."""
    own = _read(_OF_ARTICLES, [list(articles)])
    days = sorted({one.day + days * DAY for one in own for days in (-1, 0, 1)})
    near = _read(_NEAR, [days, list(articles)], types={one.type for one in own}) if own else []
    pairs = _pairs([*own, *near])
    ours = {one.pk for one in own}
    met = ours | {pk for _alike, *two in pairs if ours & set(two) for pk in two}
    groups = {one.group for one in (*own, *near) if one.group and one.pk in met}
    others = _read(_OF_GROUPS, [list(groups)]) if groups else []
    every = {one.pk: one for one in (*others, *near, *own)}
    members = [every[pk] for pk in sorted(met | {one.pk for one in others})]
    return members, _pairs(members)


def _pairs(events: Iterable[Told]) -> list[tuple[float, int, int]]:
    """Pairs of those that share a participant or something said: only these can be one."""
    meeting: dict[tuple, list[Told]] = {}
    for one in events:
        for key in (*one.people, *(("said", group) for group in one.said)):
            meeting.setdefault((one.type, key), []).append(one)
    found = {}
    for told in meeting.values():
        for one, other in combinations(told, 2):
            key = min(one.pk, other.pk), max(one.pk, other.pk)
            if key not in found:
                found[key] = one.likeness(other)
    return [(alike, *key) for key, alike in found.items() if alike]


def _read(which: str, values: list, types: Iterable[str] = Event.Type.values) -> list[Told]:
    with connection.cursor() as cursor:
        cursor.execute(_TOLD.format(which=which), [list(visibility.STANDING), *values, list(types)])
        return [
            Told(pk, group, decided, article, type_, fold_name(place), day, _people(people), frozenset(said))
            for pk, group, decided, article, type_, place, day, people, said in cursor.fetchall()
        ]


def _people(rows: Iterable[str]) -> frozenset[str]:
    return frozenset(one if one.startswith("#") else fold_name(one) for one in rows)


_TOLD = """
    SELECT e.id, e.group_id, e.group_decided, e.article_id, e.type, e.place, told.day,
        ARRAY(SELECT coalesce('#' || p.actor_id, p.name) FROM statements_eventparticipant p WHERE p.event_id = e.id),
        told.said
    FROM (
        SELECT s.event_id, min(s.day) AS day, array_remove(array_agg(DISTINCT s.group_id), NULL) AS said
        FROM statements_statement s WHERE s.event_id IS NOT NULL AND s.day IS NOT NULL AND s.state = ANY(%s) AND {which}
        GROUP BY s.event_id
    ) AS told
    JOIN statements_event e ON e.id = told.event_id
    JOIN statements_article article ON article.id = e.article_id AND article.state <> 'deleted'
    WHERE e.type = ANY(%s)
    ORDER BY e.id
"""
_OF_ARTICLES = "s.article_id = ANY(%s)"
_NEAR = "s.day = ANY(%s) AND NOT s.article_id = ANY(%s)"
_OF_GROUPS = "s.event_id IN (SELECT e.id FROM statements_event e WHERE e.group_id = ANY(%s))"
