"""An actor of one article becomes one actor of the archive, a new one, or nobody: never a guess.

Names are compared folded. Full names are looked up before short ones, and a short name means
the actor of this article that bears it, or the only one in the archive that does. What cannot be
told stays ambiguous, its candidates beside it. Names and offices met are kept with their days.
"""

import datetime
import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from statements.extraction import annotations
from statements.extraction.normalize import fold
from statements.models import Actor, ActorName

NAME_LENGTH = 300
# A body may be called an organization in one article and a group, medium or state in the next.
BODIES = frozenset({"organization", "country", "agency", "group"})

_NO_WORD = re.compile(r"[^\w]+")


class Outcome(enum.Enum):
    LINKED = "linked"
    NEW = "new"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """What an actor of the article came to; `actor` is None where it is ambiguous or unknown."""

    outcome: Outcome
    actor: Actor | None = None
    candidates: tuple[Actor, ...] = ()

    @property
    def pk(self) -> int | None:
        """The actor's primary key."""
        return self.actor.pk if self.actor else None


def fold_name(text: str) -> str:
    """`text` folded, with single spaces in place of punctuation: what ActorName.folded holds."""
    return " ".join(_NO_WORD.sub(" ", fold(text)).split())


def link_actors(actors: Iterable[annotations.Actor], *, day: datetime.date | None) -> dict[str, Link]:
    """A Link for each of `actors` (of one article, published on `day`), by its id.

    Makes the new ones and keeps their names. Runs inside the caller's transaction and holds the
    folded names until it ends, so that two workers that meet the same newcomer make one actor.
    """
    linker = _Linker(list(actors))
    links = {actor.id: linker.link(actor) for actor in linker.fullest_first()}
    _keep_names(linker.actors, links, day)
    return links


class _Linker:
    """The lookups for one article: what the archive knows of the names, and who was linked so far."""

    def __init__(self, actors: list[annotations.Actor]):
        self.actors = actors
        self.here: dict[str, set[Actor]] = {}
        self.bearers = _bearers(actors)
        newcomers = [actor for actor in actors if not self._candidates(actor)]
        if newcomers:
            _hold({name for actor in newcomers for name in _folded_names(actor)})
            self.bearers = _bearers(actors)

    def fullest_first(self) -> list[annotations.Actor]:
        return sorted(self.actors, key=lambda actor: -len(fold_name(actor.name).split()))

    def link(self, actor: annotations.Actor) -> Link:
        if not _folded_names(actor):
            return Link(Outcome.UNKNOWN)
        candidates = self._candidates(actor)
        if len(candidates) > 1:
            return Link(Outcome.AMBIGUOUS, candidates=tuple(sorted(candidates, key=lambda c: c.pk)))
        if candidates:
            link = Link(Outcome.LINKED, _fuller_named(candidates.pop(), actor))
        else:
            link = Link(Outcome.NEW, Actor.objects.create(name=_cut(actor.name), kind=actor.kind))
        self._remember(link.actor, actor)
        return link

    def _candidates(self, actor: annotations.Actor) -> set[Actor]:
        """Whom of the archive `actor` may be; nobody for a newcomer."""
        return self._persons(actor) if actor.kind == "person" else self._bodies(actor)

    def _persons(self, actor: annotations.Actor) -> set[Actor]:
        names = _folded_names(actor)
        full = [name for name in names if " " in name]
        for name in full:
            if found := self._bearing(name, actor.kind):
                return _same_office(actor, found)
        if full:
            return self._known_as(names[1:], actor.kind)
        for name in names:
            if found := _of_kind(self.here.get(name, set()), actor.kind) or self._bearing(name, actor.kind):
                return _same_office(actor, found)
        return set()

    def _bodies(self, actor: annotations.Actor) -> set[Actor]:
        name, *others = _folded_names(actor) or [""]
        if found := self._bearing(name, actor.kind):
            return found
        if actor.kind == "country":  # طهران and إيران are as good a name as the other
            for other in others:
                if found := self._bearing(other, actor.kind):
                    return found
        return self._known_as(others, actor.kind)

    def _bearing(self, name: str, kind: str) -> set[Actor]:
        return _of_kind(self.bearers.get(name, set()), kind)

    def _known_as(self, names: list[str], kind: str) -> set[Actor]:
        """Who was stored under one of these shorter names, before an article gave the full one.

        Only where nobody else bears it, and it is not just the short form of another full name:
        «الخارجية» of one state is not that of the next. The order of articles must not make two
        actors of one, nor one of two.
        """
        for name in names:
            bearers = self._bearing(name, kind)
            if len(bearers) == 1 and fold_name(next(iter(bearers)).name) == name:
                return bearers
        return set()

    def _remember(self, stored: Actor, actor: annotations.Actor) -> None:
        names = _folded_names(actor)
        surnames = [name.rpartition(" ")[2] for name in names] if actor.kind == "person" else []
        for name in (*names, *surnames):
            self.here.setdefault(name, set()).add(stored)
            self.bearers.setdefault(name, set()).add(stored)


def _same_office(actor: annotations.Actor, found: set[Actor]) -> set[Actor]:
    """Of several namesakes the one who held an office that the article names, if it is one."""
    if len(found) == 1:
        return found
    offices = [fold_name(title) for title in actor.titles]
    rows = ActorName.objects.filter(actor__in=found, kind=ActorName.Kind.OFFICE, folded__in=offices)
    holders = set(rows.values_list("actor_id", flat=True))
    held = {candidate for candidate in found if candidate.pk in holders}
    return held if len(held) == 1 else found


def _fuller_named(stored: Actor, actor: annotations.Actor) -> Actor:
    """`stored`, shown by the full name once an article gives it; its address stays."""
    old, new = fold_name(stored.name), fold_name(actor.name)
    if actor.kind == "person" and " " not in old and new.endswith(f" {old}"):
        stored.name = _cut(actor.name)
        stored.save(update_fields=["name"])
    return stored


def _of_kind(actors: set[Actor], kind: str) -> set[Actor]:
    """Those of `actors` that may be of `kind`, the very same kind before a kindred one."""
    same = {actor for actor in actors if actor.kind == kind}
    return same or {actor for actor in actors if kind in BODIES and actor.kind in BODIES}


def _folded_names(actor: annotations.Actor) -> list[str]:
    """The name, then the others, longest first."""
    others = sorted(map(fold_name, actor.names), key=lambda name: (-len(name.split()), -len(name)))
    return [name for name in dict.fromkeys([fold_name(actor.name), *others]) if name]


def _hold(names: Iterable[str]) -> None:
    """Wait for other transactions that link these names, and keep them waiting until ours ends.

    In one order for everybody: two that wait for each other's names cannot be.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(key) FROM "
            "(SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest(%s::text[]) AS name ORDER BY 1) k",
            [sorted(names)],
        )


def _bearers(actors: list[annotations.Actor]) -> dict[str, set[Actor]]:
    """Who bears each folded name of `actors`."""
    names = {name for actor in actors for name in _folded_names(actor)}
    surnames = {name for actor in actors if actor.kind == "person" for name in _folded_names(actor)}
    rows = ActorName.objects.filter(kind=ActorName.Kind.NAME, folded__in=names).select_related("actor")
    found: dict[str, set[Actor]] = {}
    for row in rows:
        found.setdefault(row.folded, set()).add(row.actor)
    for row in _surnamed({name for name in surnames if " " not in name}):
        found.setdefault(row.folded.rpartition(" ")[2], set()).add(row.actor)
    return found


def _surnamed(words: set[str]) -> Iterable[ActorName]:
    """The full names of persons that end in one of `words`."""
    if not words:
        return []
    ends = f" ({'|'.join(sorted(words))})$"  # folded words: letters and digits, nothing to escape
    persons = ActorName.objects.filter(kind=ActorName.Kind.NAME, actor__kind=Actor.Kind.PERSON)
    return persons.filter(folded__regex=ends).select_related("actor")


def _keep_names(actors: list[annotations.Actor], links: dict[str, Link], day: datetime.date | None) -> None:
    """Store names and offices not yet known, and widen the days of those that are.

    In one order for everybody: two transactions never wait for each other's rows.
    """
    wanted = {
        (linked.pk, kind, _cut(text))
        for actor in actors
        if (linked := links[actor.id].actor)
        for kind, text in _names_and_offices(actor)
    }
    rows = ActorName.objects.filter(actor__in={pk for pk, _kind, _text in wanted}).order_by("pk")
    known = {(row.actor_id, row.kind, row.text): row for row in rows}
    ActorName.objects.bulk_create(
        [_new_name(*key, day) for key in sorted(wanted - known.keys())], ignore_conflicts=True
    )
    for key, row in known.items():
        if key in wanted and row.seen(day):
            row.save(update_fields=["first_seen", "last_seen"])


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


def _cut(text: str) -> str:
    return " ".join(text.split())[:NAME_LENGTH]
