"""What editors decide about groups: rows that are one, and rows that are nobody's. No later grouping changes it."""

from collections.abc import Collection

import pghistory
from django.db import models, transaction

from statements.grouping.groups import group, take_turn
from statements.models import Event, EventGroup, Statement, StatementGroup

GROUPS: dict[type[models.Model], type[models.Model]] = {Event: EventGroup, Statement: StatementGroup}


def put_together(rows: Collection[models.Model], *, by) -> None:
    """These events, or statements, are one, with all that were one with any of them."""
    model = type(next(iter(rows)))
    with pghistory.context(user=by and by.pk, act="put_together"), transaction.atomic():
        take_turn()
        found = model.objects.filter(pk__in=[row.pk for row in rows])
        groups = set(found.exclude(group=None).values_list("group", flat=True))
        kept = min(groups) if groups else GROUPS[model].objects.create().pk
        whole = model.objects.filter(models.Q(pk__in=found.values("pk")) | models.Q(group__in=groups))
        whole.update(group=kept, group_decided=True)
        GROUPS[model].objects.filter(pk__in=groups - {kept}).delete()


def put_apart(row: models.Model, *, by) -> None:
    """This event, or statement, is one with no other; who was its only companion stands alone again."""
    model = type(row)
    with pghistory.context(user=by and by.pk, act="put_apart"), transaction.atomic():
        take_turn()
        row = model.objects.get(pk=row.pk)
        left = list(model.objects.filter(group=row.group_id).exclude(pk=row.pk)) if row.group_id else []
        model.objects.filter(pk=row.pk).update(group=None, group_decided=True)
        if len(left) == 1:
            model.objects.filter(pk=left[0].pk).update(group=None, group_decided=False)
        if len(left) < 2:
            GROUPS[model].objects.filter(pk=row.group_id).delete()
        group({one.article_id for one in left})


def leave_to_machine(row: models.Model, *, by) -> None:
    """Nobody decides any more which group the row is of."""
    with pghistory.context(user=by and by.pk, act="leave_to_machine"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(group_decided=False)
        group([row.article_id])
