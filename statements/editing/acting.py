"""What every act of an editor has in common: one transaction, a lock, a name in the history, who and when."""

from collections.abc import Callable
from functools import wraps

import pghistory
from django.db import transaction
from django.utils import timezone

from statements.models import Article, Statement

BY_HAND = "editor"  # the rule of statements that an editor added


def act(function: Callable) -> Callable:
    """In one transaction; the history says who did it (`by`) and what it was."""

    @wraps(function)
    def acting(*args, by, **said):
        with pghistory.context(user=by and by.pk, act=function.__name__), transaction.atomic():
            return function(*args, by=by, **said)

    return acting


def lock(article_id: int) -> None:
    """Wait for whoever records or decides on this article, as recording.record does."""
    Article.objects.select_for_update().only("pk").get(pk=article_id)


def locked(statement: Statement) -> Statement:
    """The statement as it now stands, nobody else deciding on it until the transaction ends."""
    lock(statement.article_id)
    return Statement.objects.select_related("article").get(pk=statement.pk)


def decide(statement: Statement, state: str, by) -> Statement:
    """`by` has made it what it is."""
    statement.state = state
    statement.reviewed_by = by
    statement.reviewed_at = timezone.now()
    statement.save()
    return statement


def undecide(statement: Statement) -> Statement:
    """The machine's again."""
    statement.state, statement.reviewed_by, statement.reviewed_at = Statement.State.MACHINE, None, None
    statement.save()
    return statement
