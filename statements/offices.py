"""Who held an office on a day: as editors know it, or as articles of about that day tell."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from statements.countries import country_of
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
_NO_LONGER = frozenset(map(fold, ["السابق", "السابقة", "الأسبق", "الراحل", "المقبل", "المنتخب", "المستقيل"]))


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
    if not office.startswith(_HEADS) or _NO_LONGER & set(office.split()):
        return False
    return bool(country_of(Actor.Kind.PERSON, [], [office]))


def holders_of(offices: Collection[str]) -> dict[str, list[Held]]:
    """Those who held each of the folded offices, and when.

    Articles must have told it on two days at least: a title told once may be another's, put down to the wrong man.
    """
    wanted = [office for office in offices if is_held_by_one(office)]
    held: dict[str, list[Held]] = {}
    if not wanted:
        return held
    rows = ActorName.objects.filter(
        kind=ActorName.Kind.OFFICE, folded__in=wanted, actor__kind=Actor.Kind.PERSON
    )
    for row in rows.select_related("actor").order_by("actor"):
        if row.held_from or row.held_until:
            held.setdefault(row.folded, []).append(Held(row.actor, row.held_from, row.held_until))
        elif row.first_seen and row.first_seen < row.last_seen:
            seen = Held(row.actor, row.first_seen - MARGIN, row.last_seen + MARGIN)
            held.setdefault(row.folded, []).append(seen)
    return held
