"""An actor of one article becomes one actor of the archive, a new one, or nobody: never a guess.

Names are compared folded. Full names are looked up before short ones, and a short name means
the actor of this article that bears it, or the only one in the archive that does. What cannot be
told stays ambiguous, its candidates beside it. Names and offices met are kept with their days.
"""

import enum
from collections.abc import Iterable, Iterator
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
from statements.naming import cut, fold_name, folded_names, is_fuller

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
    """What link_all says of one article."""
    return link_all([(actors, before)])[0]


def link_all(
    articles: Iterable[tuple[Iterable[annotations.Actor], Iterable[tuple[str, int]]]],
) -> list[dict[str, Link]]:
    """For each article a Link for each of its actors, by the actor's id; keep_names then keeps their names.

    An article is told with the names and actors (primary keys) that it was linked to earlier: what
    was plain then does not become ambiguous because a namesake came to the archive since.
    Makes the new ones. Runs inside the caller's transaction and holds the folded names of newcomers
    until it ends, so that two workers that meet the same newcomer make one actor.
    """
    archive = _Archive()
    linkers = [_Linker(archive, list(actors), before) for actors, before in articles]
    archive.look_up(linkers)
    links = [{actor.id: linker.link(actor) for actor in linker.fullest_first()} for linker in linkers]
    archive.store()
    return links


class _Archive:
    """What the archive knows of the names of some articles, and whom these add to it."""

    def __init__(self):
        self.actors: dict[int, Actor] = {}
        self.bearers: dict[str, set[Actor]] = {}
        self.made: list[Actor] = []
        self.renamed: dict[int, Actor] = {}

    def look_up(self, linkers: list["_Linker"]) -> None:
        """Know who bears the names of all `linkers`; of nobody's twice, with the names held."""
        self._add_bearers([actor for linker in linkers for actor in linker.actors])
        newcomers = [actor for linker in linkers for actor in linker.newcomers()]
        self.numbers = _numbers(len(newcomers) or 1)
        if newcomers:
            _hold({name for actor in newcomers for name in (*folded_names(actor), *_synonyms(actor))})
            self._add_bearers(newcomers)

    def make(self, actor: annotations.Actor) -> Actor:
        """A new actor, not stored yet; shown by the name the article uses, a state by its own, not its capital's."""
        known = _in_lexicon(actor)
        name = known.name if known and known.kind == actor.kind == Actor.Kind.COUNTRY else actor.name
        self.made.append(Actor(pk=next(self.numbers), name=cut(name), kind=actor.kind))
        return self.made[-1]

    def show_fuller(self, stored: Actor, actor: annotations.Actor) -> Actor:
        """`stored`, shown by the fullest name once an article gives it, unless an editor named it; its address stays."""
        if actor.kind == "person" and is_fuller(actor, stored.name) and not _is_edited(stored):
            stored.name = cut(actor.name)
            self.renamed[stored.pk] = stored
        return stored

    def store(self) -> None:
        """Store the new actors and names; in one order for everybody."""
        made = {actor.pk for actor in self.made}
        store_actors(self.made)
        for _pk, actor in sorted(self.renamed.items()):
            if actor.pk not in made:
                actor.save(update_fields=["name"])

    def _add_bearers(self, actors: list[annotations.Actor]) -> None:
        """Look up who bears each folded name of `actors`: a whole name, or a person's surname."""
        names = {name for actor in actors for name in (*folded_names(actor), *_synonyms(actor))}
        surnames = {name for actor in actors if actor.kind == "person" for name in folded_names(actor)}
        surnames = {name for name in surnames if " " not in name}
        bears = Q(folded__in=names) | Q(last_word__in=surnames) if surnames else Q(folded__in=names)
        rows = ActorName.objects.filter(bears, kind=ActorName.Kind.NAME).order_by().select_related("actor")
        for row in rows if names else ():
            one = self.actors.setdefault(row.actor_id, row.actor)
            if row.folded in names:
                self.bearers.setdefault(row.folded, set()).add(one)
            if row.last_word in surnames and " " in row.folded and one.kind == Actor.Kind.PERSON:
                self.bearers.setdefault(row.last_word, set()).add(one)


class _Linker:
    """The actors of one article, and who of them was linked so far."""

    def __init__(self, archive: _Archive, actors: list[annotations.Actor], before: Iterable[tuple[str, int]]):
        self.archive = archive
        self.actors = actors
        self.before = {(fold_name(name), pk) for name, pk in before}
        self.here: dict[str, set[Actor]] = {}

    def newcomers(self) -> list[annotations.Actor]:
        return [actor for actor in self.actors if not self._candidates(actor)]

    def fullest_first(self) -> list[annotations.Actor]:
        return sorted(self.actors, key=lambda actor: -len(fold_name(actor.name).split()))

    def link(self, actor: annotations.Actor) -> Link:
        if not folded_names(actor):
            return Link(Outcome.UNKNOWN)
        candidates = self._likeliest(actor, self._candidates(actor))
        if len(candidates) > 1:
            return Link(Outcome.AMBIGUOUS, candidates=tuple(sorted(candidates, key=lambda c: c.pk)))
        if candidates:
            link = Link(Outcome.LINKED, self.archive.show_fuller(candidates.pop(), actor))
        else:
            link = Link(Outcome.NEW, self.archive.make(actor))
        self._remember(link.actor, actor)
        return link

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
        return _of_kind(self.archive.bearers.get(name, set()), kind)

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
            self.archive.bearers.setdefault(name, set()).add(stored)


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
