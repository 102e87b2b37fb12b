"""What editors changed of an actor on its page (name, facts, names and offices), and the way back.

Read from the rows of models/history.py, as statements/editing/history.py does for articles. Mergers and splits
are told and undone by themselves: moving.py.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pghistory
from django.contrib.auth import get_user_model
from django.db import transaction

from statements.actors.naming import fold_name
from statements.models import Actor, ActorChange, ActorName, ActorNameChange

FIELDS = ("name", "name_en", "kind", "country", "note", "wikidata", "portrait_id")
OF_NAMES = ("text", "kind", "held_from", "held_until")
_MOVES = ("merge", "split", "undo")  # acts of moving.py


class ChangedSince(Exception):
    """What was changed has been changed again since: it is not to be overwritten in silence."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What one request changed: `fields` and `names` (by key; None where there is none) before and after."""

    key: str
    at: datetime.datetime
    user: object | None
    fields: dict[str, tuple]
    names: dict[int, tuple[dict | None, dict | None]]
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the history: `values` stood before, or came with an insertion."""

    of: str  # actor | name
    pk: int
    order: tuple
    label: str
    key: str
    context: dict
    values: dict


def edits_of(actor: Actor) -> list[Edit]:
    """The edits of the actor's page, newest first."""
    entries = sorted(_entries(actor), key=lambda one: one.order, reverse=True)
    users = get_user_model().objects.in_bulk({one.context.get("user") for one in entries} - {None})
    rows = {("actor", actor.pk): {name: getattr(actor, name) for name in FIELDS}}
    rows |= {("name", row.pop("pk")): row for row in actor.names.values("pk", *OF_NAMES)}
    edits = []
    for key, group in groupby(entries, key=lambda one: one.key):
        changed = list(group)
        edit = _edit(rows, key, changed, users)
        if changed[0].context.get("act") not in _MOVES and edit.user and (edit.fields or edit.names):
            edits.append(edit)
    return edits


@transaction.atomic
def take_back(actor: Actor, key: str, *, by) -> Edit | None:
    """Make what the edit `key` changed what it was before; None where there is no such edit. Raises ChangedSince."""
    actor = Actor.objects.select_for_update().get(pk=actor.pk)
    edit = next((one for one in edits_of(actor) if one.key == key), None)
    if edit is None:
        return None
    if any(getattr(actor, name) != after for name, (_before, after) in edit.fields.items()):
        raise ChangedSince
    with pghistory.context(user=by and by.pk, act="take_back", undoes=key):
        for pk, (before, after) in edit.names.items():
            _put_name_back(actor, pk, before, after)
        for name, (before, _after) in edit.fields.items():
            setattr(actor, name, before)
        actor.save(update_fields=list(edit.fields) or None)
        ActorName.objects.get_or_create(
            actor=actor, text=actor.name, kind=ActorName.Kind.NAME, defaults={"folded": fold_name(actor.name)}
        )
    return edit


def _edit(rows: dict, key: str, entries: list[_Entry], users: dict) -> Edit:
    """Undo the entries in `rows`, and tell what they had changed."""
    touched = dict.fromkeys((one.of, one.pk) for one in entries)
    after = {row: dict(rows[row]) if row in rows else None for row in touched}
    for one in entries:
        if one.label == "insert":
            rows.pop((one.of, one.pk), None)
        else:
            rows[one.of, one.pk] = one.values
    before = {row: dict(rows[row]) if row in rows else None for row in touched}
    fields, names = {}, {}
    for of, pk in touched:
        then, now = before[of, pk], after[of, pk]
        if of == "name" and then != now:
            names[pk] = (then, now)
        elif of == "actor":
            fields = {name: (then[name], now[name]) for name in FIELDS if then[name] != now[name]}
    last = entries[0]
    user = users.get(last.context.get("user"))
    return Edit(key, last.order[0], user, fields, names, last.context.get("undoes", ""))


def _put_name_back(actor: Actor, pk: int, before: dict | None, after: dict | None) -> None:
    row = ActorName.objects.filter(pk=pk, actor=actor).first()
    standing = row and {name: getattr(row, name) for name in OF_NAMES}
    if standing != after:
        raise ChangedSince
    if before is None:
        row.delete()
    elif not actor.names.filter(kind=before["kind"], text=before["text"]).exclude(pk=pk).exists():
        days = {"first_seen": row.first_seen, "last_seen": row.last_seen} if row else {}
        ActorName(pk=pk, actor=actor, folded=fold_name(before["text"]), **before, **days).save()


def _entries(actor: Actor) -> Iterator[_Entry]:
    about_actor = ActorChange.objects.filter(pgh_obj=actor.pk)
    about_names = ActorNameChange.objects.filter(actor=actor.pk)
    for of, changes, fields in (("actor", about_actor, FIELDS), ("name", about_names, OF_NAMES)):
        names = ("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_context_id")
        for row in changes.order_by().values(*names, *fields):
            order, pk, at, label, context, key = (row.pop(name) for name in names)
            yield _Entry(of, pk, (at, order), label, str(key or f"{of}-{order}"), context or {}, row)
