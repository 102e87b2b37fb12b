"""What a new extraction sees otherwise than an editor decided: noted by the recorder, settled in settling.py.

A view is what both would say of one statement, as JSON: kind, spans, cue and people. What the machine saw
before the editor corrected it is nothing new, and what was refused once is not proposed again.
"""

from collections.abc import Iterable, Mapping

from statements.editing import history
from statements.editing.acting import BY_HAND
from statements.editing.history import Change, Snapshot
from statements.models import Article, Difference, Statement, visibility

View = dict  # {"kind", "spans", "cue": [start, end] | None, "parties": [[role, actor, name, start, end], …]}
State = Statement.State
NOT_FOUND: View = {}


def note(article: Article, decided: Iterable[Statement], views: Mapping[int, View], version: str) -> None:
    """Keep what the extractor now sees otherwise of the `decided` statements that stand.

    `views` has a view for each that was found again, by primary key.
    """
    standing = [row for row in decided if row.state in visibility.STANDING]
    known = {one.statement_id: one for one in Difference.objects.filter(statement__in=standing)}
    for row in standing:
        view = views.get(row.pk, NOT_FOUND)
        if _is_news(article, row, view):
            _keep(known.get(row.pk), row, view, version)
        elif row.pk in known and known[row.pk].state == Difference.State.OPEN:
            known[row.pk].delete()


def open_differences(article: Article) -> list[tuple[Difference, Change | None]]:
    """Those of an article, each with the change from what stands to what is seen; None where nothing is."""
    rows = Difference.objects.filter(statement__article=article, state=Difference.State.OPEN)
    return [(one, None if one.seen == NOT_FOUND else _change(article, one)) for one in rows]


def view_of(row: Statement) -> View:
    """What a stored statement says."""
    cue = None if row.cue_start is None else [row.cue_start, row.cue_end]
    parties = [[p.role, p.actor_id, p.name, p.start, p.end] for p in row.parties.all()]
    return {"kind": row.kind, "spans": [list(s) for s in row.spans], "cue": cue, "parties": parties}


def _is_news(article: Article, row: Statement, view: View) -> bool:
    if view == NOT_FOUND:
        return row.rule != BY_HAND
    if _essence(view) == _essence(view_of(row)):
        return False
    return row.state != State.CORRECTED or _essence(view) != _seen_before(article, row)


def _keep(known: Difference | None, row: Statement, view: View, version: str) -> None:
    if known is None:
        Difference.objects.create(statement=row, seen=view, version=version)
    elif _essence(known.seen) != _essence(view):
        known.seen, known.version, known.state = view, version, Difference.State.OPEN
        known.save()


def _essence(view: View) -> tuple:
    """What makes two views the same: where exactly a name stands does not."""
    people = [(role, actor or name) for role, actor, name, *_place in view.get("parties", ())]
    return view.get("kind"), view.get("spans"), people


def _seen_before(article: Article, row: Statement) -> tuple | None:
    """The essence of what the machine last saw before an editor corrected it."""
    for one in history.acts_of(article, statement=row.pk):
        for change in one.changes:
            if change.before and change.before.values["state"] == State.MACHINE:
                values, parts = change.before.values, change.before.parts
                people = [(part["role"], part["actor_id"] or part["name"]) for part in parts]
                return values["kind"], values["spans"], people
    return None


def _change(article: Article, difference: Difference) -> Change:
    now = history.as_it_stands(article, "statement", difference.statement_id)
    view = difference.seen
    start, end = view["cue"] or (None, None)
    values = {"kind": view["kind"], "spans": view["spans"], "cue_start": start, "cue_end": end}
    names = ("role", "actor_id", "name", "start", "end")
    parts = tuple(dict(zip(names, party, strict=True)) for party in view["parties"])
    return Change("statement", difference.statement_id, now, Snapshot(now.values | values, parts))
