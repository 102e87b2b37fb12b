"""The events of one extraction become rows; an event found before keeps its row and its address.

articles.py calls this once it knows which stored statement is which quotation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from statements.actors.linking import Link
from statements.extraction.annotations import Extraction, Quotation, SpeechEvent
from statements.models import Article, Event, EventParticipant, Statement, visibility
from statements.recording.matching import pair
from statements.recording.updating import NewRows, update

Who = tuple[int | None, str]  # an actor's primary key, if there is one, and the name


def record_events(
    article: Article,
    extraction: Extraction,
    links: Mapping[str, Link],
    rows: Mapping[Quotation, Statement],
    standing: Iterable[Event],
    new: NewRows,
) -> dict[str, Event]:
    """The row of each event of `extraction`, by its id; one that an editor changed stays as it is.

    `rows` are the stored statements that are a quotation found again, `standing` the article's events.
    New rows are left to `new`.
    """
    names = {actor.id: actor.name for actor in extraction.actors}
    people = {
        event.id: [(links[actor].pk, names[actor][:300]) for actor in event.participants]
        for event in extraction.events
    }

    again = Counter((statement.event_id, quotation.event) for quotation, statement in rows.items())

    def likeness(row: Event, event: SpeechEvent) -> tuple | None:
        """By the statements that stood at it and do again, then by type and by who took part."""
        linked = again[row.pk, event.id]
        standing = {actor or name for actor, name in _participants(row)}
        found = {actor or name for actor, name in people[event.id]}
        same_type = row.type == event.type
        alike = same_type and (standing & found or not standing or not found)
        return (linked, same_type, len(standing & found)) if linked or alike else None

    known = pair(standing, extraction.events, likeness)
    events = {
        event.id: known.get(event) or Event(article=article, **_fields(event)) for event in extraction.events
    }
    for event in extraction.events:
        row = events[event.id]
        if event in known:
            _record_again(row, event, people[event.id], new)
        else:
            new.add(row, *_participant_rows(row, people[event.id]))
    return events


def move_decided(article: Article) -> None:
    """Statements that an editor decided on follow their event to its day, or the article to its own."""
    decided = article.statements.filter(state__in=visibility.DECIDED).select_related("event")
    for statement in decided.order_by("pk"):
        update(statement, {"day": (statement.event and statement.event.day) or article.date})


def forget_unused_events(article: Article, *, keep: Iterable[Event]) -> None:
    """Delete events without any statement, even a withdrawn one, of an article never published.

    Nobody worked on them and nobody outside ever saw their address.
    """
    if article.published_at is None:
        unused = article.events.filter(statements=None, edited=False)
        unused.exclude(pk__in=[event.pk for event in keep]).delete()


def _record_again(row: Event, event: SpeechEvent, people: list[Who], new: NewRows) -> None:
    """Make a row say what the event found again is, unless an editor changed it."""
    if row.edited:
        return
    update(row, _fields(event))
    if _participants(row) != people:
        row.participants.all().delete()
        new.add(*_participant_rows(row, people))


def _fields(event: SpeechEvent) -> dict:
    return {
        "type": event.type,
        "place": event.place[:200],
        "date_text": event.date[:100],
        "day": event.day,
    }


def _participant_rows(row: Event, people: list[Who]) -> list[EventParticipant]:
    return [EventParticipant(event=row, actor_id=actor, name=name) for actor, name in people]


def _participants(row: Event) -> list[Who]:
    return [(participant.actor_id, participant.name) for participant in row.participants.all()]
