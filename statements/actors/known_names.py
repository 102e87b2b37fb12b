"""What the archive knows of the names of some articles at once, and whom these add to it; linking.py decides."""

from collections.abc import Iterable, Iterator
from functools import cache

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q

from statements.actors.media_names import known_medium, press_names
from statements.actors.naming import cut, fold_name, folded_names, is_fuller, is_whole, surname
from statements.actors.offices import Held, holders_of, is_held_by_one, telling_offices
from statements.countries import country_of
from statements.extraction import annotations
from statements.extraction.gazetteer import Gazetteer, KnownActor
from statements.extraction.lexicon_tables import all_countries
from statements.models import Actor, ActorName
from statements.models.actors import store_actors

# A body may be called an organization in one article and a group, medium or state in the next; but a medium
# is no state («القاهرة» is both).
_KINDRED = {
    "organization": frozenset({"organization", "country", "agency", "group"}),
    "country": frozenset({"country", "organization"}),
    "agency": frozenset({"agency", "organization"}),
    "group": frozenset({"group", "organization"}),
}
# Nouns that with its adjective mean the state: «الحكومة البريطانية».
_STATE_ITSELF = tuple(f"{fold_name(noun)} " for noun in ("الحكومة", "السلطات", "الدولة", "الجانب", "النظام"))


class KnownNames:
    """What the archive knows of the names of some articles, and whom these add to it."""

    def __init__(self):
        self.actors: dict[int, Actor] = {}
        self.bearers: dict[str, set[Actor]] = {}
        self.namesakes: dict[tuple[str, str], set[Actor]] = {}  # by the first word and the last part
        self.offices: dict[str, list[Held]] = {}
        self.office_bearers: dict[str, set[Actor]] = {}
        self.made: list[Actor] = []
        self.changed: dict[int, Actor] = {}

    def look_up(self, actors: list[annotations.Actor]) -> None:
        """Know who bears the names of `actors`, and who holds their offices."""
        self._add_bearers(actors)
        self.offices = holders_of(
            {fold_name(actor.name) for actor in actors if actor.kind == Actor.Kind.UNNAMED}
        )

    def hold(self, newcomers: list[annotations.Actor]) -> None:
        """Hold the names of those that nobody bears, and look once more: another worker may have met them."""
        self.numbers = _numbers(len(newcomers) or 1)
        self._add_office_bearers(newcomers)
        if newcomers:
            _hold({name for actor in newcomers for name in (*folded_names(actor), *synonyms(actor))})
            self._add_bearers(newcomers)

    def make(self, actor: annotations.Actor) -> Actor:
        """A new actor, not stored yet; shown by the name the article uses, a state or medium by its own."""
        known = in_lexicon(actor)
        is_shown = known and known.kind == actor.kind in (Actor.Kind.COUNTRY, Actor.Kind.AGENCY)
        name = known.name if is_shown else actor.name
        country = country_of(actor.kind, (actor.name, *actor.names), actor.titles)
        self.made.append(Actor(pk=next(self.numbers), name=cut(name), kind=actor.kind, country=country))
        return self.made[-1]

    def learn(self, stored: Actor, actor: annotations.Actor) -> Actor:
        """`stored`, shown by the fullest name once an article gives it, and of the country that one first tells.

        Not where an editor changed it. Its address stays.
        """
        fuller = (
            actor.kind == "person" and is_fuller(actor, stored.name) and self._is_told_again(stored, actor)
        )
        country = stored.country or country_of(stored.kind, (actor.name, *actor.names), actor.titles)
        if (fuller or country != stored.country) and not _is_edited(stored):
            stored.name = cut(actor.name) if fuller else stored.name
            stored.country = country
            self.changed[stored.pk] = stored
        return stored

    def _is_told_again(self, stored: Actor, actor: annotations.Actor) -> bool:
        """Whether another article gave the longer name already: one alone may run two men's names together.

        Not asked where he is known by a surname alone.
        """
        known, name = fold_name(stored.name), fold_name(actor.name)
        return not is_whole(known) or stored in self.bearers.get(name, ())

    def serves(self, one: Actor, country: str) -> bool:
        """Whether articles give `one` an office of that state which a single person holds."""
        offices = ActorName.objects.filter(actor=one, kind=ActorName.Kind.OFFICE).values_list(
            "folded", flat=True
        )
        return any(is_held_by_one(o) and country_of(one.kind, (), [o]) == country for o in offices)

    def store(self) -> None:
        """Store the new actors and names; in one order for everybody."""
        made = {actor.pk for actor in self.made}
        store_actors(self.made)
        for _pk, actor in sorted(self.changed.items()):
            if actor.pk not in made:
                actor.save(update_fields=["name", "country"])

    def _add_office_bearers(self, newcomers: list[annotations.Actor]) -> None:
        """Who held an office that a newcomer is given: he may be one of them, spelled another way."""
        offices = {
            office for actor in newcomers if actor.kind == "person" for office in telling_offices(actor)
        }
        rows = ActorName.objects.filter(kind=ActorName.Kind.OFFICE, folded__in=offices, actor__kind="person")
        for row in rows.order_by().select_related("actor") if offices else ():
            one = self.actors.setdefault(row.actor_id, row.actor)
            self.office_bearers.setdefault(row.folded, set()).add(one)

    def _add_bearers(self, actors: list[annotations.Actor]) -> None:
        """Look up who bears each folded name of `actors`: a whole name, or a person's surname.

        Of a person with several names also who bears the first and the last of them.
        """
        names = {name for actor in actors for name in (*folded_names(actor), *synonyms(actor))}
        persons = {name for actor in actors if actor.kind == "person" for name in folded_names(actor)}
        ends = {(name.partition(" ")[0], surname(name)) for name in persons if is_whole(name)}
        surnames = persons & {surname(name) for name in persons}
        last = surnames | {end for _first, end in ends}
        for row in _rows(names, last) if names else ():
            one = self.actors.setdefault(row.actor_id, row.actor)
            if row.folded in names:
                self.bearers.setdefault(row.folded, set()).add(one)
            if one.kind == Actor.Kind.PERSON and row.last_word != row.folded:
                if row.last_word in surnames:
                    self.bearers.setdefault(row.last_word, set()).add(one)
                if (both := (row.folded.partition(" ")[0], row.last_word)) in ends:
                    self.namesakes.setdefault(both, set()).add(one)


def _rows(names: set[str], last: set[str]) -> Iterable[ActorName]:
    """The rows of names that are one of `names`, or end in one of `last`."""
    bears = Q(folded__in=names) | Q(last_word__in=last) if last else Q(folded__in=names)
    return ActorName.objects.filter(bears, kind=ActorName.Kind.NAME).order_by().select_related("actor")


def of_kind(actors: set[Actor], kind: str) -> set[Actor]:
    """Those of `actors` that may be of `kind`, the very same kind before a kindred one."""
    same = {actor for actor in actors if actor.kind == kind}
    return same or {actor for actor in actors if are_kindred(kind, actor.kind)}


def are_kindred(kind: str, other: str) -> bool:
    """Whether what is of one kind here may be of the other there."""
    return other in _KINDRED.get(kind, ())


def in_lexicon(actor: annotations.Actor) -> KnownActor | None:
    """The state, medium or body of the extractor's lexicon that bears the actor's name, if it is one."""
    if actor.kind == Actor.Kind.AGENCY and (medium := known_medium(fold_name(actor.name))):
        return KnownActor(medium.name, actor.kind, medium.names)
    known = [one for one in _lexicon().actors_of(actor.name) if are_kindred(actor.kind, one.kind)]
    return known[0] if len(known) == 1 else None


def synonyms(actor: annotations.Actor) -> list[str]:
    """Other folded names of a body that the lexicon knows (واشنطن: الولايات المتحدة, أمريكا …)."""
    if known := in_lexicon(actor):
        return [fold_name(name) for name in (known.name, *known.names)]
    if actor.kind == Actor.Kind.AGENCY:
        return press_names(fold_name(actor.name))
    return _names_of_state(actor) if actor.kind == Actor.Kind.COUNTRY else []


def _names_of_state(actor: annotations.Actor) -> list[str]:
    """The names of the state whose government or side this is: «الحكومة البريطانية»."""
    name = fold_name(actor.name)
    code = country_of("organization", [name]) if name.startswith(_STATE_ITSELF) else ""
    return [fold_name(one) for state in all_countries() if state.code == code for one in state.names]


@cache
def _lexicon() -> Gazetteer:
    return Gazetteer()


def _is_edited(stored: Actor) -> bool:
    """Whether an editor made or changed it at the desk, which logs every act."""
    return LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Actor), object_id=str(stored.pk)
    ).exists()


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
