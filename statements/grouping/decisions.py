"""What editors decide about groups: rows that are one, and rows that are nobody's. No later grouping changes it.

Each decision is kept (GroupDecision), told in the history of the articles, and can be taken back.
"""

from collections.abc import Collection, Iterable

import pghistory
from django.db import models, transaction
from django.utils import timezone

from statements.grouping.groups import group, take_turn
from statements.models import Article, Event, EventGroup, GroupDecision, Statement, StatementGroup

Row = Event | Statement
GROUPS: dict[type[models.Model], type[models.Model]] = {Event: EventGroup, Statement: StatementGroup}
MODELS: dict[str, type[models.Model]] = {"event": Event, "statement": Statement}


class DecidedSince(Exception):
    """An editor decided about one of the rows after that: the later decision is to be taken back first."""


def put_together(rows: Collection[Row], *, by) -> GroupDecision:
    """These events, or statements, are one, with all that were one with any of them."""
    model = type(next(iter(rows)))
    with pghistory.context(user=by and by.pk, act="put_together"), transaction.atomic():
        take_turn()
        found = model.objects.filter(pk__in=[row.pk for row in rows])
        groups = set(found.exclude(group=None).values_list("group", flat=True))
        whole = model.objects.filter(models.Q(pk__in=found.values("pk")) | models.Q(group__in=groups))
        decision = _kept(GroupDecision.Act.TOGETHER, model, whole, by)
        kept = min(groups) if groups else GROUPS[model].objects.create().pk
        whole.update(group=kept, group_decided=True)
        GROUPS[model].objects.filter(pk__in=groups - {kept}).delete()
        return decision


def put_apart(row: Row, *, by) -> GroupDecision:
    """This event, or statement, is one with no other; who was its only companion stands alone again."""
    model = type(row)
    with pghistory.context(user=by and by.pk, act="put_apart"), transaction.atomic():
        take_turn()
        row = model.objects.get(pk=row.pk)
        left = list(model.objects.filter(group=row.group_id).exclude(pk=row.pk)) if row.group_id else []
        alone = left if len(left) == 1 else []
        decision = _kept(GroupDecision.Act.APART, model, [row, *alone], by)
        model.objects.filter(pk=row.pk).update(group=None, group_decided=True)
        model.objects.filter(pk__in=[one.pk for one in alone]).update(group=None, group_decided=False)
        _drop_lonely(model, {row.group_id})
        group({one.article_id for one in left})
        return decision


def leave_to_machine(row: Row, *, by) -> GroupDecision:
    """Nobody decides any more which group the row is of."""
    with pghistory.context(user=by and by.pk, act="leave_to_machine"), transaction.atomic():
        take_turn()
        row = type(row).objects.get(pk=row.pk)
        decision = _kept(GroupDecision.Act.LEFT, type(row), [row], by)
        type(row).objects.filter(pk=row.pk).update(group_decided=False)
        group([row.article_id])
        return decision


def undo(decision: GroupDecision, *, by) -> None:
    """The rows are of the groups they were of before, as far as they are still there; nothing where it was undone.

    Raises DecidedSince.
    """
    with pghistory.context(user=by and by.pk, act="undo"), transaction.atomic():
        take_turn()
        decision = GroupDecision.objects.select_for_update().get(pk=decision.pk)
        if decision.undone_at:
            return
        later = GroupDecision.objects.filter(of=decision.of, pk__gt=decision.pk, undone_at=None)
        if later.filter(before__has_any_keys=list(decision.before)).exists():
            raise DecidedSince
        model = MODELS[decision.of]
        _put_back(model, decision.before)
        decision.undone_at = timezone.now()
        decision.save(update_fields=["undone_at"])
        group(set(model.objects.filter(pk__in=decision.rows).values_list("article", flat=True)))


def has_decided(article: Article, user) -> bool:
    """Whether a decision of the editor about a row of the article stands."""
    return GroupDecision.objects.filter(articles=article, by=user, undone_at=None).exists()


def _kept(act: str, model: type[models.Model], rows: Iterable[Row], by) -> GroupDecision:
    """The decision with what stands before it."""
    rows = list(rows)
    decision = GroupDecision.objects.create(
        of=model._meta.model_name,
        act=act,
        by=by,
        before={str(row.pk): [row.group_id, row.group_decided] for row in rows},
    )
    decision.articles.set({row.article_id for row in rows})
    return decision


def _put_back(model: type[models.Model], before: dict[str, list]) -> None:
    left = set(model.objects.filter(pk__in=before).exclude(group=None).values_list("group", flat=True))
    for number in {number for number, _decided in before.values() if number}:
        GROUPS[model].objects.get_or_create(pk=number)
    for pk, (number, decided) in before.items():
        model.objects.filter(pk=pk).update(group=number, group_decided=decided)
    _drop_lonely(model, left | {number for number, _decided in before.values()})


def _drop_lonely(model: type[models.Model], groups: Iterable[int | None]) -> None:
    """Of `groups` delete those of fewer than two."""
    found = GROUPS[model].objects.filter(pk__in=set(groups) - {None})
    name = {Event: "events", Statement: "statements"}[model]
    found.alias(size=models.Count(name)).filter(size__lt=2).delete()
