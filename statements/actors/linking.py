"""An actor of one article becomes one actor of the archive, a new one, or nobody: never a guess.

Names are compared folded. Full names are looked up before short ones, and a short name means
the actor of this article that bears it, or the only one in the archive that does. An office alone
(«وزير الخارجية الإيراني») means who held it on the day. What cannot be told stays ambiguous, its
candidates beside it, or unknown. Names and offices met are kept with their days.
"""

import datetime
import enum
from collections.abc import Iterable
from dataclasses import dataclass

from statements.actors.generic_names import is_generic
from statements.actors.known_names import KnownNames, of_kind, synonyms
from statements.actors.naming import fold_name, folded_names, is_whole, surname
from statements.actors.offices import is_held_by_one, telling_offices
from statements.actors.spelled import are_spelled_alike, is_cut_of, is_within
from statements.countries import country_of
from statements.extraction import annotations
from statements.models import Actor, ActorName


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


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one article, its day, and the names and actors (primary keys) it was linked to earlier.

    What was plain then does not become ambiguous because a namesake came to the archive since.
    """

    actors: Iterable[annotations.Actor]
    day: datetime.date | None = None
    before: Iterable[tuple[str, int]] = ()


def link_actors(actors: Iterable[annotations.Actor], **about) -> dict[str, Link]:
    """What link_all says of one article; `about` are the other fields of its Cast."""
    return link_all([Cast(actors, **about)])[0]


def link_all(articles: Iterable[Cast]) -> list[dict[str, Link]]:
    """For each article a Link for each of its actors, by the actor's id; keep_names then keeps their names.

    Makes the new ones. Runs inside the caller's transaction and holds the folded names of newcomers
    until it ends, so that two workers that meet the same newcomer make one actor.
    """
    archive = KnownNames()
    linkers = [_Linker(archive, cast) for cast in articles]
    archive.look_up([actor for linker in linkers for actor in linker.actors])
    archive.hold([actor for linker in linkers for actor in linker.newcomers()])
    links = [{actor.id: linker.link(actor) for actor in linker.fullest_first()} for linker in linkers]
    archive.store()
    return links


class MergedMeanwhile(Exception):
    """An actor that was linked to was merged into another before the rows that name it were stored."""


def refuse_merged(links: Iterable[dict[str, Link]]) -> None:
    """Raise MergedMeanwhile if anybody of `links` was merged since; to be asked once their rows are stored.

    The stored rows hold the actor (foreign keys), so a merger comes either before this question or after the end.
    """
    keys = {link.pk for of_article in links for link in of_article.values() if link.pk}
    if Actor.objects.filter(pk__in=keys).exclude(merged_into=None).exists():
        raise MergedMeanwhile


class _Linker:
    """The actors of one article, and who of them was linked so far."""

    def __init__(self, archive: KnownNames, cast: Cast):
        self.archive = archive
        self.actors = list(cast.actors)
        self.day = cast.day
        self.before = {(fold_name(name), pk) for name, pk in cast.before}
        self.here: dict[str, set[Actor]] = {}

    def newcomers(self) -> list[annotations.Actor]:
        return [actor for actor in self.actors if not self._candidates(actor)]

    def fullest_first(self) -> list[annotations.Actor]:
        return sorted(self.actors, key=lambda actor: -len(fold_name(actor.name).split()))

    def link(self, actor: annotations.Actor) -> Link:
        if not folded_names(actor) or self._is_nobody(actor):
            return Link(Outcome.UNKNOWN)
        candidates = self._likeliest(actor, self._candidates(actor))
        if len(candidates) > 1 or any(self._is_another(actor, one) for one in candidates):
            return Link(Outcome.AMBIGUOUS, candidates=tuple(sorted(candidates, key=lambda c: c.pk)))
        if candidates:
            link = Link(Outcome.LINKED, self.archive.learn(candidates.pop(), actor))
        else:
            link = Link(Outcome.NEW, self.archive.make(actor))
        self._remember(link.actor, actor)
        return link

    def _is_nobody(self, actor: annotations.Actor) -> bool:
        """Whether it is called no more than what many are, and was not linked so earlier."""
        name = fold_name(actor.name)
        return is_generic(actor.kind, name) and not any(before == name for before, _pk in self.before)

    def _candidates(self, actor: annotations.Actor) -> set[Actor]:
        """Whom of the archive `actor` may be; nobody for a newcomer."""
        if actor.kind == "person":
            return self._persons(actor)
        holders = self._holders_today(actor) if actor.kind == Actor.Kind.UNNAMED else set()
        return holders or self._bodies(actor)

    def _holders_today(self, actor: annotations.Actor) -> set[Actor]:
        """Who held the office on the day, where the article names nobody but his office."""
        office = fold_name(actor.name)
        if not self.day or not is_held_by_one(office):
            return set()
        return {held.actor for held in self.archive.offices.get(office, ()) if held.on(self.day)}

    def _persons(self, actor: annotations.Actor) -> set[Actor]:
        names = folded_names(actor)
        full = [name for name in names if is_whole(name)]
        for name in full:
            if found := self._bearing(name, actor.kind):
                return found
        if full:
            known = self._known_as(names[1:], actor.kind) or self._called_shorter(full[0], actor)
            return known or self._spelled_alike(full[0], actor)
        for name in names:
            if found := of_kind(self.here.get(name, set()), actor.kind) or self._bearing(name, actor.kind):
                return found
        return set()

    def _bodies(self, actor: annotations.Actor) -> set[Actor]:
        names = folded_names(actor)
        first = names if actor.kind == "country" else names[:1]
        for name in (*first, *synonyms(actor)):
            if found := self._bearing(name, actor.kind):
                return found
        return self._known_as([name for name in names[1:] if is_cut_of(name, names[0])], actor.kind)

    def _likeliest(self, actor: annotations.Actor, found: set[Actor]) -> set[Actor]:
        """Of several the one that something tells apart, if it is one: the first evidence that does."""
        name = fold_name(actor.name)
        evidence = (
            lambda: {one for one in found if (name, one.pk) in self.before},
            # Called so first of all, not by the way; a surname alone is nobody's first name.
            lambda: {one for one in found if " " in name and fold_name(one.name) == name},
            # Shown by a name that ends so; others bear it by the way.
            lambda: {one for one in found if surname(fold_name(one.name)) == name},
            lambda: _holders(actor, found),
        )
        for told in evidence if len(found) > 1 else ():
            if len(likely := told()) == 1:
                return likely
        return found

    def _is_another(self, actor: annotations.Actor, one: Actor) -> bool:
        """Whether the article gives somebody an office of a state that is not the one he is known to serve.

        A namesake, or an office that is not his: which of them, an editor tells.
        """
        if (
            actor.kind != Actor.Kind.PERSON
            or not one.country
            or (fold_name(actor.name), one.pk) in self.before
        ):
            return False
        told = {country_of(actor.kind, (), [office]) for office in telling_offices(actor)}
        if not told or one.country in {country_of(actor.kind, (), [title]) for title in actor.titles}:
            return False
        return self.archive.serves(one, one.country)

    def _bearing(self, name: str, kind: str) -> set[Actor]:
        return of_kind(self.archive.bearers.get(name, set()), kind)

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

    def _called_shorter(self, name: str, actor: annotations.Actor) -> set[Actor]:
        """Who has the same first and last name, more or fewer between them, and an office that the article gives."""
        found = self.archive.namesakes.get((name.partition(" ")[0], surname(name)), set())
        shared = {one for one in found if is_within(name, fold_name(one.name))}
        return _holders(actor, shared) if shared else set()

    def _spelled_alike(self, name: str, actor: annotations.Actor) -> set[Actor]:
        """Who held the same office under a name spelled almost so: نتنياهو and نتانياهو."""
        bearers = (self.archive.office_bearers.get(office, set()) for office in telling_offices(actor))
        return {one for some in bearers for one in some if are_spelled_alike(name, fold_name(one.name))}

    def _remember(self, stored: Actor, actor: annotations.Actor) -> None:
        names = folded_names(actor)
        surnames = [surname(name) for name in names] if actor.kind == "person" else []
        for name in (*names, *surnames):
            self.here.setdefault(name, set()).add(stored)
            self.archive.bearers.setdefault(name, set()).add(stored)


def _holders(actor: annotations.Actor, found: set[Actor]) -> set[Actor]:
    """Those of `found` who held an office that the article names."""
    offices = [office for title in actor.titles if " " in (office := fold_name(title))]
    rows = ActorName.objects.filter(actor__in=found, kind=ActorName.Kind.OFFICE, folded__in=offices)
    holders = set(rows.values_list("actor_id", flat=True))
    return {one for one in found if one.pk in holders}
