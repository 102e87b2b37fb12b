"""The events of one extraction become rows; an event found before keeps its row and its address.

recording.py calls this once it knows which stored statement is which quotation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from statements.extraction.annotations import Extraction, Quotation, SpeechEvent
from statements.linking import Link
from statements.matching import pair
from statements.models import Article, Event, EventParticipant, Statement, visibility
from statements.updating import update

Who = tuple[int | None, str]  # an actor's primary key, if there is one, and the name


def record_events(
    article: Article,
    extraction: Extraction,
    links: Mapping[str, Link],
    rows: Mapping[Quotation, Statement],
) -> dict[str, Event]:
    """The row of each event of `extraction`, by its id; one that an editor changed stays as it is.

    `rows` are the stored statements that are a quotation found again.
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

    standing = list(article.events.prefetch_related("participants").order_by("pk"))
    known = pair(standing, extraction.events, likeness)
    events = {
        event.id: _record_event(article, event, people[event.id], known.get(event))
        for event in extraction.events
    }
    _move_decided(article)
    return events


def _move_decided(article: Article) -> None:
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


def _record_event(article: Article, event: SpeechEvent, people: list[Who], row: Event | None) -> Event:
    if row and row.edited:
        return row
    fields = {
        "type": event.type,
        "place": event.place[:200],
        "date_text": event.date[:100],
        "day": event.day,
    }
    standing = _participants(row) if row else []
    if row:
        update(row, fields)
    else:
        row = Event.objects.create(article=article, **fields)
    if standing != people:
        EventParticipant.objects.filter(event=row).delete()
        EventParticipant.objects.bulk_create(
            EventParticipant(event=row, actor_id=actor, name=name) for actor, name in people
        )
    return row


def _participants(row: Event) -> list[Who]:
    return [(participant.actor_id, participant.name) for participant in row.participants.all()]
