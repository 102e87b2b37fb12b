"""Rows that go from one actor to another: two merged into one, names split off as another, either undone.

Whatever bears the moved names later is linked to whom they went to, so a later extraction keeps the decision.
A merged actor's row stays, with nothing but its address, which leads to the other (`Actor.merged_into`).
"""

from collections.abc import Callable, Iterable
from functools import wraps

import pghistory
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from statements.actors.moving_names import give_back_names, move_names
from statements.actors.naming import cut, fold_name
from statements.actors.splitting import rows_beside, rows_under
from statements.models import (
    Actor,
    ActorMove,
    ActorName,
    ActorsApart,
    EventParticipant,
    LikelyDouble,
    Mention,
    Party,
)

ROWS: dict[str, type[models.Model]] = {"party": Party, "participant": EventParticipant, "mention": Mention}
FILLED = (
    "name_en",
    "country",
    "note",
    "wikidata",
    "portrait_id",
)  # what the kept actor takes over where it has none
EMPTY = {"portrait_id": None}  # the others are words


class CannotMove(ValueError):
    """The two are one already, or one of them was merged meanwhile."""


def _act(function: Callable) -> Callable:
    """In one transaction; the history says who did it (`by`) and what it was."""

    @wraps(function)
    def act(*args, by, **said):
        with pghistory.context(user=by and by.pk, act=function.__name__), transaction.atomic():
            return function(*args, by=by, **said)

    return act


@_act
def merge(gone: Actor, kept: Actor, *, by) -> ActorMove:
    """Everything of `gone` becomes of `kept`, and its address leads there. Raises CannotMove."""
    gone, kept = _held(gone, kept)
    if gone == kept or gone.merged_into_id or kept.merged_into_id:
        raise CannotMove(f"{gone.pk} → {kept.pk}")
    moved = {"dropped": _drop_doubles(gone, kept)}
    moved |= {kind: _give(model.objects.filter(actor=gone), kept) for kind, model in ROWS.items()}
    moved["names"] = move_names(gone.names.all(), kept)
    moved["filled"] = _fill(kept, gone)
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    LikelyDouble.objects.follow(gone, kept)
    return ActorMove.objects.create(act=ActorMove.Act.MERGE, source=gone, target=kept, moved=moved, by=by)


@_act
def split(actor: Actor, names: Iterable[ActorName], *, by, name: str = "", kind: str = "") -> ActorMove:
    """The names become another actor's, with all that articles tell under them.

    Offices alone are a namesake's: he is called the same, and has what articles tell that have such an office.
    The new actor is shown by `name`, else by the longest of the names. Raises CannotMove where the
    names are none of the actor's, or all it has.
    """
    (actor,) = _held(actor)
    names = list(actor.names.filter(pk__in=[one.pk for one in names]))
    called = [one.text for one in names if one.kind == ActorName.Kind.NAME]
    left = actor.names.filter(kind=ActorName.Kind.NAME).exclude(pk__in=[one.pk for one in names])
    if not names or not left.exists():
        raise CannotMove(f"{called} of {actor.pk}")
    if called:
        rows = rows_under(actor, {fold_name(text) for text in called})
    else:
        rows = rows_beside(actor, [one.text for one in names])
    shown = max(called, key=len) if called else actor.name
    new = Actor.objects.create(name=cut(name) or shown, kind=kind or actor.kind)
    moved = {kind: _give(model.objects.filter(pk__in=rows[kind]), new) for kind, model in ROWS.items()}
    moved["names"] = move_names(names, new)
    if not called:
        same = ActorName.objects.create(actor=new, text=actor.name, folded=fold_name(actor.name))
        moved["copied"] = same.pk
    if fold_name(actor.name) in map(fold_name, called):
        moved["renamed"] = actor.name
        actor.name = max((one.text for one in left), key=len)
        actor.save(update_fields=["name"])
    return ActorMove.objects.create(act=ActorMove.Act.SPLIT, source=actor, target=new, moved=moved, by=by)


@_act
def undo(move: ActorMove, *, by) -> None:
    """What moved goes back, from whoever has it now; what came since stays. Two that were merged are two from then on.

    Raises CannotMove if it was undone.
    """
    move = ActorMove.objects.select_for_update().get(pk=move.pk)
    source, target = _held(move.source, move.target)
    holder = target.standing()
    if move.undone_at or (move.act == move.Act.SPLIT and source.merged_into_id):
        raise CannotMove(f"move {move.pk}")
    for kind, model in ROWS.items():
        model.objects.filter(pk__in=move.moved.get(kind, []), actor=holder).update(actor=source)
    give_back_names(move.moved["names"], holder, source)
    _restore(move, source, holder)
    if move.act == move.Act.MERGE:
        first, second = sorted((source.pk, holder.pk))
        ActorsApart.objects.get_or_create(first_id=first, second_id=second, defaults={"by": by})
    move.undone_at = timezone.now()
    move.save(update_fields=["undone_at"])


def _restore(move: ActorMove, source: Actor, holder: Actor) -> None:
    """The actors themselves as they were, as far as nobody changed them since."""
    if move.act == move.Act.MERGE:
        source.merged_into = None
        for row in move.moved["dropped"]:
            _take_up(row, source)
        taken = {
            field: value for field, value in move.moved["filled"].items() if getattr(holder, field) == value
        }
        Actor.objects.filter(pk=holder.pk).update(**{field: EMPTY.get(field, "") for field in taken})
    else:
        source.name = move.moved.get("renamed", source.name)
        ActorName.objects.filter(pk=move.moved.get("copied"), actor=move.target).delete()
        if holder == move.target and not _has_rows(holder):
            Actor.objects.filter(pk=holder.pk).update(merged_into=source)
    source.save(update_fields=["name", "merged_into"])


def _held(*actors: Actor) -> list[Actor]:
    """The actors as they are now, held until the transaction ends; in one order for everybody.

    A worker that stores a row of one of them has it held as well (its foreign key), and goes first or after.
    """
    rows = Actor.objects.select_for_update().filter(pk__in=[one.pk for one in actors]).order_by("pk")
    held = {one.pk: one for one in rows}
    return [held[one.pk] for one in actors]


def _give(rows: models.QuerySet, actor: Actor) -> list[int]:
    """The keys of the rows, which are `actor`'s from now on."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=keys).update(actor=actor)
    return keys


def _drop_doubles(gone: Actor, kept: Actor) -> list[dict]:
    """Take away parts of `gone` where `kept` has the same one beside it; what is needed to bring them back."""
    beside = Party.objects.filter(statement=OuterRef("statement"), role=OuterRef("role"), actor=kept)
    parties = Party.objects.filter(Exists(beside), actor=gone)
    same_event = EventParticipant.objects.filter(event=OuterRef("event"), actor=kept)
    participants = EventParticipant.objects.filter(Exists(same_event), actor=gone)
    dropped = [
        {"kind": "party"} | row for row in parties.values("statement_id", "role", "name", "start", "end")
    ] + [{"kind": "participant"} | row for row in participants.values("event_id", "name")]
    parties.delete()
    participants.delete()
    return dropped


def _take_up(row: dict, actor: Actor) -> None:
    """A part that was dropped is there again, if what it was part of is."""
    fields = {name: value for name, value in row.items() if name != "kind"}
    model = ROWS[row["kind"]]
    whole = {"party": "statement", "participant": "event"}[row["kind"]]
    if model._meta.get_field(whole).related_model.objects.filter(pk=fields[f"{whole}_id"]).exists():
        model.objects.create(actor=actor, **fields)


def _fill(kept: Actor, gone: Actor) -> dict[str, str | int]:
    """What `kept` takes over from `gone` because it has none itself."""
    filled = {
        field: getattr(gone, field) for field in FILLED if getattr(gone, field) and not getattr(kept, field)
    }
    for field, value in filled.items():
        setattr(kept, field, value)
    if filled:
        kept.save(update_fields=list(filled))
    return filled


def _has_rows(actor: Actor) -> bool:
    return any(model.objects.filter(actor=actor).exists() for model in (*ROWS.values(), ActorName))
