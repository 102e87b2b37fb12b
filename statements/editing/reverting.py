"""Take changes back: an editor's own last act, or any change that the history tells of."""

import pghistory
from django.contrib.auth import get_user_model

from statements import models
from statements.editing import history
from statements.editing.acting import act, decide, lock
from statements.editing.history import Act, Change, Snapshot
from statements.editing.review import reject_locked
from statements.models import Actor, Article, Event, EventParticipant, Party, Statement

State = Statement.State


class ChangedSince(Exception):
    """What was changed has been changed again since: it is not to be overwritten in silence."""


def last_act(article: Article, user) -> Act | None:
    """The last act of `user` on the article that stands: neither an undoing nor undone."""
    acts = history.acts_of(article)
    gone = {one.undoes for one in acts} | {one.key for one in acts if one.undoes}
    return next((one for one in acts if one.user == user and one.key not in gone), None)


@act
def undo(article: Article, *, by) -> Act | None:
    """Take back the last act of `by` on the article; None where there is none. Raises ChangedSince."""
    lock(article.pk)
    last = last_act(article, by)
    if last is None:
        return None
    if any(history.as_it_stands(article, c.sort, c.pk) != c.after for c in last.changes):
        raise ChangedSince
    pghistory.context(undoes=last.key)
    _put_all_back(article, last.changes, by)
    return last


@act
def revert(article: Article, key: str, *, by) -> Act | None:
    """Make everything that the act `key` changed what it was before; None where there is no such act.

    What the machine had changed counts as corrected by `by`, lest the next extraction changes it again.
    """
    lock(article.pk)
    wanted = next((one for one in history.acts_of(article) if one.key == key), None)
    if wanted:
        _put_all_back(article, wanted.changes, by, machine=wanted.user is None)
    return wanted


def _put_all_back(article: Article, changes: tuple[Change, ...], by, *, machine: bool = False) -> None:
    """Events first: statements point to them."""
    for change in sorted(changes, key=lambda one: ("article", "event", "statement").index(one.sort)):
        if change.sort == "article":
            models.Article.objects.filter(pk=article.pk).update(**change.before.values)
        elif change.sort == "event":
            _put_event_back(article, change)
        else:
            _put_statement_back(change, by, machine)


def _put_event_back(article: Article, change: Change) -> None:
    if change.before is None:
        Event.objects.filter(pk=change.pk, statements=None).delete()
        return
    Event(pk=change.pk, article=article, **change.before.values).save()
    EventParticipant.objects.filter(event=change.pk).delete()
    EventParticipant.objects.bulk_create(
        EventParticipant(**_known(part, actor_id=Actor)) for part in change.before.parts
    )


def _put_statement_back(change: Change, by, machine: bool) -> None:
    row = Statement.objects.select_related("article").filter(pk=change.pk).first()
    if row is None:
        return
    if change.before is None:
        reject_locked(row, by)
        return
    for name, value in _known(change.before.values, event_id=Event, reviewed_by_id=get_user_model()).items():
        setattr(row, name, value)
    row.save()
    _put_parties_back(change)
    if machine:
        decide(row, State.CORRECTED if row.stands else State.REJECTED, by)


def _put_parties_back(change: Change) -> None:
    standing = Snapshot({}, tuple(Party.objects.filter(statement=change.pk).values(*history.FIELDS["party"])))
    if standing.parts == change.before.parts:
        return
    Party.objects.filter(statement=change.pk).delete()
    Party.objects.bulk_create(Party(**_known(part, actor_id=Actor)) for part in change.before.parts)


def _known(values: dict, **pointers) -> dict:
    """`values`, empty where what a name of `pointers` points to is gone."""
    lost = {
        name: None
        for name, model in pointers.items()
        if values[name] and not model.objects.filter(pk=values[name]).exists()
    }
    return values | lost
