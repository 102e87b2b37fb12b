"""Names and offices that go from one actor to another, and back."""

import datetime
from collections.abc import Iterable

from statements.models import Actor, ActorName

_DAYS = ("first_seen", "last_seen", "held_from", "held_until")


def move_names(names: Iterable[ActorName], to: Actor) -> list[dict]:
    """Give the names to `to`; one that it bears already has its days widened instead. What is needed to go back."""
    borne = {(name.kind, name.text): name for name in to.names.all()}
    return [_move(name, borne.get((name.kind, name.text)), to) for name in list(names)]


def _move(name: ActorName, borne: ActorName | None, to: Actor) -> dict:
    if borne is None:
        name.actor = to
        name.save(update_fields=["actor"])
        return {"pk": name.pk}
    before = _days(borne)
    for day in (name.first_seen, name.last_seen):
        borne.seen(day)
    borne.held_from = borne.held_from or name.held_from
    borne.held_until = borne.held_until or name.held_until
    borne.save(update_fields=_DAYS)
    row = {"kind": name.kind, "text": name.text, "folded": name.folded, "days": _days(name)}
    name.delete()
    return row | {"joined": borne.pk, "before": before, "after": _days(borne)}


def give_back_names(moved: Iterable[dict], holder: Actor, source: Actor) -> None:
    """What `move_names` did, taken back; a name that was changed since stays as it is."""
    for row in moved:
        if "joined" not in row:
            _give_back(row["pk"], holder, source)
            continue
        ActorName.objects.get_or_create(
            actor=source,
            kind=row["kind"],
            text=row["text"],
            defaults={"folded": row["folded"]} | _as_days(row["days"]),
        )
        joined = ActorName.objects.filter(pk=row["joined"], **_as_days(row["after"]))
        joined.update(**_as_days(row["before"]))


def _give_back(pk: int, holder: Actor, source: Actor) -> None:
    """The name, unless the source was given the same one since."""
    name = ActorName.objects.filter(pk=pk, actor=holder).first()
    if name and not source.names.filter(kind=name.kind, text=name.text).exists():
        name.actor = source
        name.save(update_fields=["actor"])


def _days(name: ActorName) -> list[str | None]:
    return [day and day.isoformat() for day in (getattr(name, field) for field in _DAYS)]


def _as_days(days: list[str | None]) -> dict[str, datetime.date | None]:
    return {field: day and datetime.date.fromisoformat(day) for field, day in zip(_DAYS, days, strict=True)}
