"""Rows for tests, made the short way: contents, cues and names are found in the article's text."""

import datetime
import hashlib

from statements.extraction.normalize import fold
from statements.models import (
    Actor,
    ActorName,
    Article,
    Event,
    EventParticipant,
    Mention,
    Outlet,
    Party,
    Statement,
)


def build_outlet(name: str = "وكالة الأفق") -> Outlet:
    return Outlet.objects.get_or_create(name=name)[0]


def build_article(
    text: str, *, title: str = "", outlet: str = "وكالة الأفق", date=None, published: bool = True
):
    article = Article.objects.create(
        text=text,
        title=title,
        outlet=build_outlet(outlet),
        date=date or datetime.date(2021, 5, 12),
        fingerprint=hashlib.sha256(text.encode()).hexdigest(),
    )
    if published:
        article.publish()
    return article


def build_actor(name: str, kind: str = "person", *, names=(), offices=()) -> Actor:
    actor = Actor.objects.create(name=name, kind=kind)
    spellings = [("name", n) for n in dict.fromkeys([name, *names])] + [("office", o) for o in offices]
    for name_kind, spelling in spellings:
        ActorName.objects.create(actor=actor, text=spelling, folded=fold(spelling), kind=name_kind)
    return actor


def build_event(article: Article, type: str, participants=(), *, place: str = "", day=None) -> Event:
    event = Event.objects.create(article=article, type=type, place=place, day=day or article.date)
    for actor in participants:
        EventParticipant.objects.create(event=event, actor=actor, name=actor.name)
    return event


def build_statement(
    article, content: str, *, by=(), to=(), relay=None, cue="", event=None, kind="direct", **fields
):
    """A statement whose `content` and `cue` (the first one, the last one before the content) stand in the text."""
    start = article.text.index(content)
    cue_start = article.text.rindex(cue, 0, start) if cue else None
    statement = Statement.objects.create(
        article=article,
        kind=kind,
        spans=[[start, start + len(content)]],
        cue_start=cue_start,
        cue_end=cue_start + len(cue) if cue else None,
        event=event,
        day=(event and event.day) or article.date,
        rule="test",
        extractor_version="test",
        **fields,
    )
    roles = (
        [("speaker", a) for a in by]
        + [("addressee", a) for a in to]
        + ([("reporter", relay)] if relay else [])
    )
    for role, actor in roles:
        at = article.text.find(actor.name)
        Party.objects.create(
            statement=statement,
            role=role,
            actor=actor,
            name=actor.name,
            start=at if at >= 0 else None,
            end=at + len(actor.name) if at >= 0 else None,
        )
    return statement


def build_mention(article: Article, words: str, actor: Actor | None) -> Mention:
    start = article.text.index(words)
    return Mention.objects.create(article=article, actor=actor, start=start, end=start + len(words))
