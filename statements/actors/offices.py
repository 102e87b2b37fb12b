"""Who held an office on a day: as editors know it, or as articles of about that day tell."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from statements.actors.naming import fold_name
from statements.countries import country_of
from statements.extraction import annotations
from statements.extraction.lexicon_entries import Demonym
from statements.extraction.lexicon_tables import demonyms
from statements.extraction.normalize import fold
from statements.models import Actor, ActorName

# An office is taken to be held this long before an article first tells it and after one last does.
MARGIN = datetime.timedelta(days=60)

# How offices begin that one person holds at a time. Of envoys, members and officials a state has many.
_HEADS = tuple(
    f"{fold(head)} "
    for head in [
        "رئيس",
        "الرئيس",
        "رئيسة",
        "وزير",
        "وزيرة",
        "ملك",
        "الملك",
        "أمير",
        "أمين",
        "الأمين",
        "مستشار",
        "العاهل",
    ]
)
NO_LONGER = frozenset(
    map(fold, ["السابق", "السابقة", "الأسبق", "الراحل", "المقبل", "المنتخب", "المستقيل", "المخلوع"])
)


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody held, from a day to a day; None where that end is open."""

    actor: Actor
    since: datetime.date | None
    until: datetime.date | None

    def on(self, day: datetime.date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def is_held_by_one(office: str) -> bool:
    """Whether the folded office is one that a single person holds at a time, in a state that it names."""
    if not office.startswith(_HEADS) or NO_LONGER & set(office.split()):
        return False
    return bool(country_of(Actor.Kind.PERSON, [], [office]))


def variants(office: str) -> set[str]:
    """The folded office with its state's adjective in every spelling: الأمريكي and الأميركي."""
    words, found = office.split(), {office}
    for at, word in enumerate(words):
        for other in _same_adjective(word):
            found.add(" ".join((*words[:at], other, *words[at + 1 :])))
    return found


def _same_adjective(word: str) -> tuple[str, ...]:
    told = demonyms().get(word)
    return _adjectives().get(_form(told), ()) if told else ()


@cache
def _adjectives() -> dict[tuple, tuple[str, ...]]:
    found: dict[tuple, tuple[str, ...]] = {}
    for word, told in demonyms().items():
        found[_form(told)] = (*found.get(_form(told), ()), word)
    return found


def _form(told: Demonym) -> tuple:
    return told.country.code, told.gender, told.number, told.definite


def telling_offices(actor: annotations.Actor) -> list[str]:
    """The folded offices that an article gives somebody and that one person holds at a time, in every spelling."""
    offices = (fold_name(title) for title in actor.titles)
    return [variant for office in offices if is_held_by_one(office) for variant in sorted(variants(office))]


def holders_of(offices: Collection[str]) -> dict[str, list[Held]]:
    """Those who held each of the folded offices, and when.

    Articles must have told it on two days at least: a title told once may be another's, put down to the wrong man.
    """
    asked: dict[str, list[str]] = {}
    for office in filter(is_held_by_one, offices):
        for variant in variants(office):
            asked.setdefault(variant, []).append(office)
    held: dict[str, list[Held]] = {}
    if not asked:
        return held
    rows = ActorName.objects.filter(
        kind=ActorName.Kind.OFFICE, folded__in=asked, actor__kind=Actor.Kind.PERSON
    )
    for row in rows.select_related("actor").order_by("actor"):
        if term := _term(row):
            for office in asked[row.folded]:
                held.setdefault(office, []).append(term)
    return held


def _term(row: ActorName) -> Held | None:
    if row.held_from or row.held_until:
        return Held(row.actor, row.held_from, row.held_until)
    if row.first_seen and row.first_seen < row.last_seen:
        return Held(row.actor, row.first_seen - MARGIN, row.last_seen + MARGIN)
    return None
