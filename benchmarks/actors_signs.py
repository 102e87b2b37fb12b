"""What may be a double of an actor, and what looks like two in one; wider than the rules that link and merge.

Needs Django set up on the archive that is audited.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import Count, F
from rapidfuzz import fuzz

from statements.actors.bones import bones
from statements.actors.naming import is_whole, surname
from statements.actors.offices import is_held_by_one
from statements.actors.spelled import are_spelled_alike, is_within
from statements.countries import country_of
from statements.extraction.lexicon_tables import body_nouns, media_nouns
from statements.models import Actor, ActorName, Party, Statement

NEAR = 82  # of 100
FEW = 12  # candidates shown
_NOUNS = frozenset({*body_nouns(), *media_nouns()})


@dataclass(frozen=True)
class Term:
    """An office as articles tell it, with the first and last day."""

    folded: str
    text: str
    since: object
    until: object

    def __str__(self) -> str:
        return f"{self.text} {self.since or '?'}–{self.until or '?'}"


@dataclass(eq=False)
class One:
    """An actor with its names (folded → as written) and terms, and the parts it has in statements."""

    actor: Actor
    parts: int
    names: dict[str, str] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        return self.actor.kind == Actor.Kind.PERSON


class Audit:
    """All actors of an archive that have a part in a statement, by primary key."""

    def __init__(self, everybody: dict[int, One], parts: int, nobodys: int) -> None:
        self.all, self.parts, self.nobodys = everybody, parts, nobodys
        self.kinds = Counter(one.actor.kind for one in self.all.values())
        self.by_key: dict[str, set[One]] = defaultdict(set)
        self.holders: dict[str, list[tuple[One, Term]]] = defaultdict(list)
        for one in self.all.values():
            for key in _keys(one):
                self.by_key[key].add(one)
            for term in one.terms:
                if one.is_person and is_held_by_one(term.folded):
                    self.holders[term.folded].append((one, term))

    def busiest(self, count: int) -> list[One]:
        """The named actors with most parts: persons, bodies, media, states."""
        named = (Actor.Kind.PERSON, Actor.Kind.ORGANIZATION, Actor.Kind.AGENCY, Actor.Kind.COUNTRY)
        found = [one for one in self.all.values() if one.actor.kind in named]
        return sorted(found, key=lambda one: (-one.parts, one.actor.pk))[:count]

    def doubles(self, one: One) -> list[tuple[One, str]]:
        """Candidates, the busiest first, each with what is alike."""
        met = {other for key in _keys(one) for other in self.by_key[key]} - {one}
        found = [(other, why) for other in met if (why := _likeness(one, other))]
        return sorted(found, key=lambda pair: -pair[0].parts)[:FEW]

    def mixtures(self, one: One) -> list[tuple[str, str]]:
        """Signs that two are one row, as (sign, what tells it)."""
        found = []
        if one.is_person:
            states = Counter(code for term in one.terms if (code := country_of("person", (), [term.text])))
            if len(states) > 1:
                found.append(("offices of states", ", ".join(f"{c} {n}" for c, n in states.most_common())))
            whole = [name for name in one.names if is_whole(name)]
            if apart := [pair for pair in combinations(whole, 2) if not _may_be_one_name(*pair)]:
                found.append(("names", " | ".join(" ≠ ".join(pair) for pair in apart[:6])))
            found += self._held_by_others(one)
        else:
            states = Counter(code for name in one.names if (code := country_of(one.actor.kind, [name])))
            if len(states) > 1:
                found.append(("states", str(dict(states))))
        return found

    def _held_by_others(self, one: One) -> list[tuple[str, str]]:
        found = []
        for term in one.terms:
            for other, its in self.holders.get(term.folded, ()):
                if (
                    other is not one
                    and term.since
                    and its.since
                    and term.since < its.until
                    and its.since < term.until
                ):
                    found.append((other.parts, f"{term} – {other.actor.name} {its.since}–{its.until}"))
        return [("held by another", told) for _parts, told in sorted(found, reverse=True)[:5]]

    def sentences(self, one: One) -> list[str]:
        """How each of its statements stands in its article: the words before it and its beginning."""
        rows = Statement.objects.filter(parties__actor=one.actor).annotate(
            said=F("parties__name"), role=F("parties__role")
        )
        return [_line(row) for row in rows.select_related("article").order_by("pk")[:400]]


def load() -> Audit:
    """The archive that Django is set up on."""
    rows = Actor.objects.standing().annotate(parts=Count("parties")).filter(parts__gt=0)
    everybody = {actor.pk: One(actor, actor.parts) for actor in rows}
    for row in ActorName.objects.filter(actor__in=everybody).order_by("-last_seen"):
        one = everybody[row.actor_id]
        if row.kind == ActorName.Kind.NAME:
            one.names[row.folded] = row.text
        else:
            one.terms.append(Term(row.folded, row.text, row.first_seen, row.last_seen))
    return Audit(everybody, Party.objects.count(), Party.objects.filter(actor=None).count())


def _line(row: Statement) -> str:
    text = " ".join(row.article.text[max(0, row.start - 90) : row.start + 60].split())
    return f"[{row.article.date} {row.role} «{row.said}»] {text}"


def _keys(one: One) -> set[str]:
    """What doubles have in common: of a person's name the end in any spelling, of a body's every telling word."""
    if one.is_person:
        return {bones(surname(name)) for name in one.names} | {
            name.replace(" ", "")[-6:] for name in one.names
        }
    return {
        bones(word) for name in one.names for word in name.split() if len(word) > 3 and word not in _NOUNS
    }


def _likeness(one: One, other: One) -> str:
    if one.is_person != other.is_person:
        return ""
    alike = _persons_alike if one.is_person else _bodies_alike
    for a in one.names:
        for b in other.names:
            if why := alike(a, b):
                return f"{why}: {one.names[a]} ~ {other.names[b]}"
    return ""


def _persons_alike(a: str, b: str) -> str:
    if not is_whole(a) or not is_whole(b):
        return "surname" if not is_whole(b) and is_whole(a) and fuzz.ratio(surname(a), b) >= NEAR else ""
    if a == b:
        return "same name"
    if are_spelled_alike(a, b):
        return "spelling"
    return "within" if a in b or b in a or is_within(a, b) else ""


def _bodies_alike(a: str, b: str) -> str:
    if a == b:
        return "same name"
    if fuzz.ratio(a, b) >= NEAR + 6 or bones(a) == bones(b):
        return "spelling"
    return "within" if min(len(a.split()), len(b.split())) > 1 and is_within(a, b) else ""


def _may_be_one_name(a: str, b: str) -> bool:
    """Whether two whole names have a first or last part alike."""
    ends = ((a.partition(" ")[0], b.partition(" ")[0]), (surname(a), surname(b)))
    return is_within(a, b) or all(fuzz.ratio(bones(x), bones(y)) >= 60 for x, y in ends)
