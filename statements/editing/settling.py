"""A difference between an editor and a later extraction settled: the extractor is right, or the editor stays so."""

from statements.editing.acting import act, decide, locked
from statements.editing.differing import NOT_FOUND, View
from statements.editing.locating import checked_spans
from statements.editing.quoting import read_cue
from statements.editing.review import reject_locked
from statements.models import Actor, Difference, Party, Statement

State = Statement.State


@act
def accept(statement: Statement, *, by) -> Statement:
    """The statement becomes what the extractor sees, or is rejected where it sees none."""
    statement = locked(statement)
    difference = Difference.objects.filter(statement=statement, state=Difference.State.OPEN).first()
    if difference is None or not statement.stands:
        return statement
    view = difference.seen
    difference.delete()
    if view == NOT_FOUND:
        return reject_locked(statement, by)
    _become(statement, view)
    return decide(statement, State.ADDED if statement.state == State.ADDED else State.CONFIRMED, by)


@act
def refuse(statement: Statement, *, by) -> Statement:
    """What the editor decided stays, and the same is not proposed again."""
    statement = locked(statement)
    Difference.objects.filter(statement=statement).update(state=Difference.State.REFUSED)
    return statement


def _become(statement: Statement, view: View) -> None:
    statement.kind, statement.spans = view["kind"], checked_spans(statement.article.text, view["spans"])
    statement.cue_start, statement.cue_end = view["cue"] or (None, None)
    statement.cue_lemma, statement.sense = read_cue(statement.cue)
    actors = Actor.objects.in_bulk([actor for _role, actor, *_rest in view["parties"] if actor])
    statement.parties.all().delete()
    Party.objects.bulk_create(
        Party(statement=statement, role=role, actor=actors.get(actor), name=name, start=start, end=end)
        for role, actor, name, start, end in view["parties"]
    )
