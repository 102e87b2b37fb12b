"""Actors that may be one, with what speaks for it, for editors to go through; only what is sure is merged by itself.

Looked at are those that have a part in statements. Keys that doubles have in common make the pairs, so the work
grows with the number of names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import Count

from statements.actors.bones import bones
from statements.actors.generic_names import is_generic
from statements.actors.moving import CannotMove, merge
from statements.actors.naming import fold_name, is_whole, surname
from statements.actors.offices import is_held_by_one, variants
from statements.actors.spelled import are_spelled_alike, is_within
from statements.actors.sure_doubles import sure_pairs
from statements.extraction.lexicon_tables import body_nouns, demonyms, media_nouns
from statements.models import Actor, ActorName, ActorsApart

MOST = 20_000  # actors looked at, the busiest
_SHORTEST = 3  # letters of what is left of a name
AT_ONE_KEY = 12  # actors; a key of more tells nothing


@dataclass
class Known:
    """An actor with its folded names and telling offices, and in how many statements it has a part."""

    actor: Actor
    parts: int
    names: dict[str, str] = field(default_factory=dict)  # folded → as written
    offices: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Double:
    """Two actors that may be one, the busier first; `evidence` are kinds of EVIDENCE, what is shared beside it."""

    one: Known
    other: Known
    evidence: tuple[tuple[str, str], ...]

    @property
    def both(self) -> tuple[Known, Known]:
        return self.one, self.other

    @property
    def is_sure(self) -> bool:
        """Two persons shown by one name, spelled almost so, of one country and with an office that one person holds.

        The rule by which linking knows another spelling, for two that were stored before the office was told.
        """
        one, other = self.both
        names = [fold_name(each.actor.name) for each in self.both]
        offices = (
            variants(office) & other.offices.keys() for office in one.offices if is_held_by_one(office)
        )
        return (
            one.actor.kind == other.actor.kind == Actor.Kind.PERSON
            and "" != one.actor.country == other.actor.country
            and all(map(is_whole, names))
            and are_spelled_alike(*names)
            and any(offices)
        )

    @property
    def weight(self) -> tuple:
        return (
            len({kind for kind, _words in self.evidence}),
            self.other.parts,
            -self.one.actor.pk,
            -self.other.actor.pk,
        )


def likely_doubles(most: int = 100) -> list[Double]:
    """Pairs that may be one, the likeliest and busiest first; without those that an editor told apart."""
    known, apart = _known(), _apart()
    found: dict[tuple[int, int], Double] = {}
    for one, other in _meeting(known):
        pair = _keys_of(one, other)
        if pair in found or pair in apart:
            continue
        if evidence := tuple(_evidence(one, other)):
            busier, less = sorted((one, other), key=lambda each: (-each.parts, each.actor.pk))
            found[pair] = Double(busier, less, evidence)
    return sorted(found.values(), key=lambda double: double.weight, reverse=True)[:most]


def merge_sure_doubles() -> int:
    """Merge the pairs that are sure, the less busy one into the busier; how many. Editors may undo each."""
    done = 0
    for one, other in [*_sure_by_office(), *_sure_by_name()]:
        try:
            merge(other.actor, one.actor, by=None)
            done += 1
        except CannotMove:  # one of the two was merged a moment ago; the rest comes the next time
            continue
    return done


def _sure_by_office() -> Iterator[tuple[Known, Known]]:
    return (double.both for double in likely_doubles(MOST) if double.is_sure)


def _sure_by_name() -> Iterator[tuple[Known, Known]]:
    apart = _apart()
    return (pair for pair in sure_pairs(_known()) if _keys_of(*pair) not in apart)


def _apart() -> set[tuple[int, int]]:
    """Pairs that an editor told apart, the lesser key first."""
    return set(ActorsApart.objects.values_list("first", "second"))


def _keys_of(one: Known, other: Known) -> tuple[int, int]:
    return min(one.actor.pk, other.actor.pk), max(one.actor.pk, other.actor.pk)


def _known() -> list[Known]:
    kinds = (Actor.Kind.PERSON, Actor.Kind.ORGANIZATION, Actor.Kind.AGENCY, Actor.Kind.COUNTRY)
    rows = (
        Actor.objects.standing().filter(kind__in=kinds).annotate(parts=Count("parties")).filter(parts__gt=0)
    )
    known = {actor.pk: Known(actor, actor.parts) for actor in rows.order_by("-parts", "pk")[:MOST]}
    for actor, kind, folded, text in (
        ActorName.objects.filter(actor__in=known).order_by().values_list("actor", "kind", "folded", "text")
    ):
        if kind == ActorName.Kind.NAME and not is_generic(known[actor].actor.kind, folded):
            known[actor].names[folded] = text
        elif kind == ActorName.Kind.OFFICE and " " in folded:
            known[actor].offices[folded] = text
    return list(known.values())


def _meeting(known: Iterable[Known]) -> Iterator[tuple[Known, Known]]:
    """Every two that have a key in common."""
    by_key: dict[tuple, list[Known]] = {}
    for one in known:
        for key in _keys(one):
            by_key.setdefault(key, []).append(one)
    for met in by_key.values():
        if len(met) <= AT_ONE_KEY:
            yield from combinations(met, 2)


def _keys(one: Known) -> set[tuple]:
    if one.actor.kind == Actor.Kind.PERSON:
        full = [name for name in one.names if is_whole(name)]
        ends = {("ends", bones(name.partition(" ")[0]), bones(surname(name))) for name in full}
        return ends | {("name", name) for name in full}
    return {("body", bones(_core(name))) for name in one.names if _core(name)}


def _core(name: str) -> str:
    """A body's name without the noun that says what it is: «حركة حماس» and «حماس»; not where just «الفلسطينية» would stay."""
    words = name.split()
    while len(words) > 1 and (words[0] in body_nouns() or words[0] in media_nouns()):
        words = words[1:]
    if len(words) == 1 and (words[0] in demonyms() or len(words[0]) < _SHORTEST):
        return name
    return " ".join(words)


def _evidence(one: Known, other: Known) -> Iterator[tuple[str, str]]:
    """What speaks for one, as (kind, words); nothing where they are of two states."""
    if one.actor.country and other.actor.country and one.actor.country != other.actor.country:
        return
    if same := _telling(one) & _telling(other):
        yield "name", one.names[max(same, key=len)]
    elif near := _nearest(one, other):
        yield "spelling", other.names[near]
    else:
        return
    if shared := one.offices.keys() & other.offices.keys():
        yield "office", one.offices[max(shared, key=len)]
    if one.actor.country and one.actor.country == other.actor.country:
        yield "country", one.actor.country


def _telling(one: Known) -> set[str]:
    return {name for name in one.names if one.actor.kind != Actor.Kind.PERSON or is_whole(name)}


def _nearest(one: Known, other: Known) -> str:
    """The other's name that is spelled, or cut, almost as one of the first's."""
    for name in sorted(_telling(one)):
        for also in sorted(_telling(other)):
            parts = min(len(name.split()), len(also.split()))
            if are_spelled_alike(_core(name), _core(also)) or (parts > 1 and is_within(name, also)):
                return also
    return ""
