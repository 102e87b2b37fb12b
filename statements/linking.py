"""An actor of one article becomes one actor of the archive, a new one, or nobody: never a guess.

Names are compared folded. Full names are looked up before short ones, and a short name means
the actor of this article that bears it, or the only one in the archive that does. What cannot be
told stays ambiguous, its candidates beside it. Names and offices met are kept with their days.
"""

import datetime
import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q

from statements.extraction import annotations
from statements.extraction.gazetteer import Gazetteer, KnownActor
from statements.models import Actor, ActorName
from statements.models.actors import store_actors
from statements.naming import cut, fold_name, folded_names, is_fuller, keep_names

# A body may be called an organization in one article and a group, medium or state in the next.
BODIES = frozenset({"organization", "country", "agency", "group"})


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


def link_actors(
    actors: Iterable[annotations.Actor], *, before: Iterable[tuple[str, int]] = ()
) -> dict[str, Link]:
    """A Link for each of `actors` (of one article), by its id; keep_met then keeps their names.

    `before` are the names and actors (primary keys) that the article was linked to earlier: what
    was plain then does not become ambiguous because a namesake came to the archive since.
    Makes the new ones. Runs inside the caller's transaction and holds the folded names of newcomers
    until it ends, so that two workers that meet the same newcomer make one actor.
    """
    linker = _Linker(list(actors), before)
    links = {actor.id: linker.link(actor) for actor in linker.fullest_first()}
    store_actors(linker.made)
    return links


def keep_met(
    actors: Iterable[annotations.Actor], links: Mapping[str, Link], *, day: datetime.date | None
) -> None:
    """Keep the names and offices by which an article, published on `day`, calls the actors it was linked to.

    The last thing in a transaction: it holds rows of names that every other article uses.
    """
    keep_names([(links[actor.id].actor, actor) for actor in actors if links[actor.id].actor], day=day)


class _Linker:
    """The lookups for one article: what the archive knows of the names, and who was linked so far."""

    def __init__(self, actors: list[annotations.Actor], before: Iterable[tuple[str, int]]):
        self.actors = actors
        self.before = {(fold_name(name), pk) for name, pk in before}
        self.here: dict[str, set[Actor]] = {}
        self.bearers = _bearers(actors)
        self.made: list[Actor] = []
        newcomers = [actor for actor in actors if not self._candidates(actor)]
        self.numbers = _numbers(len(newcomers) or 1)
        if newcomers:
            _hold({name for actor in newcomers for name in (*folded_names(actor), *_synonyms(actor))})
            self.bearers |= _bearers(newcomers)

    def fullest_first(self) -> list[annotations.Actor]:
        return sorted(self.actors, key=lambda actor: -len(fold_name(actor.name).split()))

    def link(self, actor: annotations.Actor) -> Link:
        if not folded_names(actor):
            return Link(Outcome.UNKNOWN)
        candidates = self._likeliest(actor, self._candidates(actor))
        if len(candidates) > 1:
            return Link(Outcome.AMBIGUOUS, candidates=tuple(sorted(candidates, key=lambda c: c.pk)))
        if candidates:
            link = Link(Outcome.LINKED, _fuller_named(candidates.pop(), actor))
        else:
            link = Link(Outcome.NEW, self._make(actor))
        self._remember(link.actor, actor)
        return link

    def _make(self, actor: annotations.Actor) -> Actor:
        """A new actor, not stored yet; shown by the name the article uses, a state by its own, not its capital's."""
        known = _in_lexicon(actor)
        name = known.name if known and known.kind == actor.kind == Actor.Kind.COUNTRY else actor.name
        self.made.append(Actor(pk=next(self.numbers), name=cut(name), kind=actor.kind))
        return self.made[-1]

    def _candidates(self, actor: annotations.Actor) -> set[Actor]:
        """Whom of the archive `actor` may be; nobody for a newcomer."""
        return self._persons(actor) if actor.kind == "person" else self._bodies(actor)

    def _persons(self, actor: annotations.Actor) -> set[Actor]:
        names = folded_names(actor)
        full = [name for name in names if " " in name]
        for name in full:
            if found := self._bearing(name, actor.kind):
                return found
        if full:
            return self._known_as(names[1:], actor.kind)
        for name in names:
            if found := _of_kind(self.here.get(name, set()), actor.kind) or self._bearing(name, actor.kind):
                return found
        return set()

    def _bodies(self, actor: annotations.Actor) -> set[Actor]:
        names = folded_names(actor)
        first = names if actor.kind == "country" else names[:1]
        for name in (*first, *_synonyms(actor)):
            if found := self._bearing(name, actor.kind):
                return found
        return self._known_as(names[1:], actor.kind)

    def _likeliest(self, actor: annotations.Actor, found: set[Actor]) -> set[Actor]:
        """Of several the one that something tells apart, if it is one: the first evidence that does."""
        name = fold_name(actor.name)
        evidence = (
            lambda: {one for one in found if (name, one.pk) in self.before},
            # Called so first of all, not by the way; a surname alone is nobody's first name.
            lambda: {one for one in found if " " in name and fold_name(one.name) == name},
            lambda: _holders(actor, found),
        )
        for told in evidence if len(found) > 1 else ():
            if len(likely := told()) == 1:
                return likely
        return found

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
        names = folded_names(actor)
        surnames = [name.rpartition(" ")[2] for name in names] if actor.kind == "person" else []
        for name in (*names, *surnames):
            self.here.setdefault(name, set()).add(stored)
            self.bearers.setdefault(name, set()).add(stored)


def _holders(actor: annotations.Actor, found: set[Actor]) -> set[Actor]:
    """Those of `found` who held an office that the article names."""
    offices = [fold_name(title) for title in actor.titles]
    rows = ActorName.objects.filter(actor__in=found, kind=ActorName.Kind.OFFICE, folded__in=offices)
    holders = set(rows.values_list("actor_id", flat=True))
    return {one for one in found if one.pk in holders}


def _in_lexicon(actor: annotations.Actor) -> KnownActor | None:
    """The state, medium or body of the extractor's lexicon that bears the actor's name, if it is one."""
    known = [one for one in _lexicon().actors_of(actor.name) if {one.kind, actor.kind} <= BODIES]
    return known[0] if len(known) == 1 else None


def _synonyms(actor: annotations.Actor) -> list[str]:
    """Other folded names of a body that the lexicon knows (واشنطن: الولايات المتحدة, أمريكا …)."""
    known = _in_lexicon(actor)
    return [fold_name(name) for name in (known.name, *known.names)] if known else []


@cache
def _lexicon() -> Gazetteer:
    return Gazetteer()


def _fuller_named(stored: Actor, actor: annotations.Actor) -> Actor:
    """`stored`, shown by the fullest name once an article gives it, unless an editor named it; its address stays."""
    if actor.kind == "person" and is_fuller(actor, stored.name) and not _is_edited(stored):
        stored.name = cut(actor.name)
        stored.save(update_fields=["name"])
    return stored


def _is_edited(stored: Actor) -> bool:
    """Whether an editor made or changed it at the desk, which logs every act."""
    return LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Actor), object_id=str(stored.pk)
    ).exists()


def _of_kind(actors: set[Actor], kind: str) -> set[Actor]:
    """Those of `actors` that may be of `kind`, the very same kind before a kindred one."""
    same = {actor for actor in actors if actor.kind == kind}
    return same or {actor for actor in actors if kind in BODIES and actor.kind in BODIES}


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


def _numbers(at_once: int) -> Iterator[int]:
    """Primary keys for new actors, so many of them taken in one query."""
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence('statements_actor', 'id')) FROM generate_series(1, %s)",
                [at_once],
            )
            numbers = [number for (number,) in cursor.fetchall()]
        yield from numbers


def _bearers(actors: list[annotations.Actor]) -> dict[str, set[Actor]]:
    """Who bears each folded name of `actors`: a whole name, or a person's surname."""
    names = {name for actor in actors for name in (*folded_names(actor), *_synonyms(actor))}
    surnames = {name for actor in actors if actor.kind == "person" for name in folded_names(actor)}
    surnames = {name for name in surnames if " " not in name}
    bears = Q(folded__in=names) | Q(last_word__in=surnames) if surnames else Q(folded__in=names)
    rows = ActorName.objects.filter(bears, kind=ActorName.Kind.NAME).order_by().select_related("actor")
    found: dict[str, set[Actor]] = {name: set() for name in names}
    for row in rows:
        if row.folded in names:
            found[row.folded].add(row.actor)
        if row.last_word in surnames and " " in row.folded and row.actor.kind == Actor.Kind.PERSON:
            found[row.last_word].add(row.actor)
    return found
