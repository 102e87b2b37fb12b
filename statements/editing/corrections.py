"""What of a published statement was changed since readers could first see it, and on which day."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from statements.editing import history
from statements.editing.history_words import Difference, tell
from statements.models import PartyChange, Statement, StatementChange

SHOWN = ("content", "speaker", "addressee", "reporter", "kind", "event", "day")  # not who checked it when


@dataclass(frozen=True, slots=True)
class Correction:
    """The day of the change, who made it (an editor's act or a later extraction), and what became what."""

    day: datetime.date
    by_machine: bool
    differences: tuple[Difference, ...]


def corrections_of(statement: Statement) -> list[Correction]:
    """The corrections of a published statement, newest first; one query where there are none."""
    article = statement.article
    if article.published_at is None or not _was_changed(statement, article.published_at):
        return []
    acts = [
        act
        for act in history.acts_of(article, statement=statement.pk)
        if act.at >= article.published_at and any(change.before for change in act.changes)
    ]
    undoing = {act.key for act in acts if act.undoes}
    told = [one for one in tell(article, acts) if not one.undone and one.act.key not in undoing]
    found = [Correction(timezone.localdate(one.act.at), one.act.user is None, _seen(one)) for one in told]
    return [one for one in found if one.differences]


def _was_changed(statement: Statement, since: datetime.datetime) -> bool:
    changed = StatementChange.objects.filter(pgh_obj=statement.pk, pgh_created_at__gte=since).values("pgh_id")
    people = PartyChange.objects.filter(statement=statement.pk, pgh_created_at__gte=since).values("pgh_id")
    return changed.order_by().union(people.order_by(), all=True).exists()


def _seen(told) -> tuple[Difference, ...]:
    return tuple(d for change in told.changes for d in change.differences if d.name in SHOWN)
