"""What an actor said and was told: how much, month by month, to and from whom, the newest first.

The search index answers, whatever the number of statements. Where there is none yet, and for editors, who see
drafts too, the database does.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from django.db.models import Count, Q

from statements.models import Actor, Party, Statement
from statements.models.statements import StatementQuerySet
from statements.search.criteria import Criteria, Narrowing
from statements.search.searching import Found

SAID, TOLD = "said", "told"
WAYS = (SAID, TOLD)
Month = tuple[int, int]  # year, month
_OWN = {SAID: "speaker", TOLD: "addressee"}  # the actor's part in what it said, in what it was told
_OTHERS = {SAID: "addressee", TOLD: "speaker"}


@dataclass(frozen=True)
class Period:
    """Days, both included; either may be open."""

    since: datetime.date | None = None
    until: datetime.date | None = None

    def __bool__(self) -> bool:
        return bool(self.since or self.until)

    def holds(self, day: datetime.date | None) -> bool:
        """An unknown day is in no period but the one open at both ends."""
        if not self:
            return True
        return bool(day) and (self.since or day) <= day <= (self.until or day)


class Speech(Protocol):
    """What an actor said (`way` SAID) and was told (TOLD); with a period only what was said then."""

    def count(self, way: str, period: Period = Period()) -> int: ...

    def ids(self, way: str, period: Period = Period(), offset: int = 0, limit: int = 10) -> list[int]:
        """Of statements, newest first."""

    def months(self, way: str) -> Counter[Month]:
        """How many in each month; undated ones are in none."""

    def counterparts(self, way: str, most: int) -> dict[int, int]:
        """To (or from) which actors how many, the commonest `most`."""

    def senses(self, period: Period = Period()) -> dict[str, int]:
        """With words of which senses it spoke how often, the commonest first; unknown (empty) without an index."""


def speech_of(actor: Actor, user) -> Speech:
    """As the user sees it: what is published, for editors drafts too."""
    return StoredSpeech(actor, user) if user.is_staff or not _found(()).ready else IndexedSpeech(actor)


class IndexedSpeech:
    def __init__(self, actor: Actor):
        self.actor = actor

    def count(self, way: str, period: Period = Period()) -> int:
        return self._found(way, period).total

    def ids(self, way: str, period: Period = Period(), offset: int = 0, limit: int = 10) -> list[int]:
        return self._found(way, period).ids(offset, limit)

    def months(self, way: str) -> Counter[Month]:
        return months_of(self._found(way).days())

    def counterparts(self, way: str, most: int) -> dict[int, int]:
        counts = self._found(way).counts(_OTHERS[way], most=most + 1)
        return {pk: count for pk, count in counts.items() if pk != self.actor.pk}

    def senses(self, period: Period = Period()) -> dict[str, int]:
        return self._found(SAID, period).counts("sense")

    def _found(self, way: str, period: Period = Period()) -> Found:
        narrowed = [Narrowing(((_OWN[way], (self.actor.pk,)),))]
        if period:
            narrowed.append(Narrowing(since=period.since, until=period.until))
        return _found(narrowed)


class StoredSpeech:
    """Reads the days of all of the actor's statements once: of one actor, for few readers."""

    def __init__(self, actor: Actor, user):
        self.actor = actor
        seen = Statement.objects.visible_to(user)
        self._statements = {SAID: seen.by(actor), TOLD: seen.to(actor)}
        self._days: dict[str, list[tuple[int, datetime.date | None]]] = {}

    def count(self, way: str, period: Period = Period()) -> int:
        return len(self._within(way, period))

    def ids(self, way: str, period: Period = Period(), offset: int = 0, limit: int = 10) -> list[int]:
        return [pk for pk, _day in self._within(way, period)[offset : offset + limit]]

    def months(self, way: str) -> Counter[Month]:
        return months_of(Counter(day for _pk, day in self._within(way, Period()) if day))

    def counterparts(self, way: str, most: int) -> dict[int, int]:
        return dict(Counter(self._all_counterparts[way]).most_common(most))

    def senses(self, period: Period = Period()) -> dict[str, int]:
        return {}

    @cached_property
    def _all_counterparts(self) -> dict[str, dict[int, int]]:
        """Of both ways, in one query."""
        sides = Q()
        for way in WAYS:
            sides |= Q(role=_OTHERS[way], statement__in=self._statements[way])
        parties = Party.objects.filter(sides).exclude(actor=None).exclude(actor=self.actor).order_by()
        counts = parties.values_list("role", "actor").annotate(Count("statement", distinct=True))
        found = {role: {} for role in _OTHERS.values()}
        for role, actor, count in counts:
            found[role][actor] = count
        return {way: found[role] for way, role in _OTHERS.items()}

    def _within(self, way: str, period: Period) -> list[tuple[int, datetime.date | None]]:
        """Ids and days, the newest first."""
        if way not in self._days:
            self._days[way] = list(self._statements[way].newest().values_list("pk", "day"))
        return [row for row in self._days[way] if period.holds(row[1])]


class Dialogue:
    """What two actors said to each other, by the index where it may: see Speech."""

    def __init__(self, one: Actor, other: Actor, user):
        self.one, self.other = one, other
        self._seen = Statement.objects.visible_to(user)
        self._indexed = not user.is_staff and _found(()).ready

    def count(self, speaker: Actor, addressee: Actor) -> int:
        if self._indexed:
            return _found(_said([speaker], [addressee])).total
        return self._seen.by(speaker).to(addressee).count()

    def ids(self, offset: int, limit: int) -> list[int]:
        """Of statements, newest first."""
        if self._indexed:
            both = [self.one, self.other]
            return _found(_said(both, both)).ids(offset, limit)
        newest = self._seen.between(self.one, self.other).newest()
        return list(newest.values_list("pk", flat=True)[offset : offset + limit])


def within(statements: StatementQuerySet, period: Period) -> StatementQuerySet:
    bounds = {"day__gte": period.since, "day__lte": period.until}
    return statements.filter(**{name: day for name, day in bounds.items() if day})


def months_of(days: dict[datetime.date, int]) -> Counter[Month]:
    months: Counter[Month] = Counter()
    for day, count in days.items():
        months[day.year, day.month] += count
    return months


def statements_of(ids: list[int], user) -> list[Statement]:
    """The rows that the user sees, with all that a line of a list shows, in this order; two queries."""
    rows = Statement.objects.visible_to(user).with_parts().in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _said(speakers: Iterable[Actor], addressees: Iterable[Actor]) -> list[Narrowing]:
    sides = (("speaker", speakers), ("addressee", addressees))
    return [Narrowing(((field, tuple(actor.pk for actor in actors)),)) for field, actors in sides]


def _found(narrowed: Iterable[Narrowing]) -> Found:
    return Found(Criteria(narrowed=tuple(narrowed)))
