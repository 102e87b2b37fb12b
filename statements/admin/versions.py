"""Tokens of what an editor saw, so that a late save is told of what changed meanwhile."""

import hashlib

from statements.models import Article, Event, Statement


def version(seen: Statement | Event | Article) -> str:
    """A short token that changes whenever something on the row's card changes."""
    parts = {Statement: _of_statement, Event: _of_event, Article: _of_article}[type(seen)](seen)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _of_statement(statement: Statement) -> tuple:
    parties = [(p.role, p.actor_id, p.name) for p in statement.parties.all()]
    decided = statement.state, statement.reviewed_by_id, statement.reviewed_at
    spans, cue = [list(span) for span in statement.spans], (statement.cue_start, statement.cue_end)
    return decided, statement.kind, spans, cue, statement.event_id, statement.day, parties


def _of_event(event: Event) -> tuple:
    participants = [(p.actor_id, p.name) for p in event.participants.all()]
    return event.type, event.place, event.day, participants


def _of_article(article: Article) -> tuple:
    return article.title, article.author, article.outlet_id, article.date, article.url
