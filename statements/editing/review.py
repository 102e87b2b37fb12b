"""What an editor decides about statements and events; later extractions leave it alone.

Every function locks the article as recording does, works on the row as it now is, and returns it.
Actors are given as Actor rows, or as plain names where the archive has nobody to link to.
In `correct` and `correct_event` None means "as it was", an empty list or NONE means "none".
"""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from statements.editing.acting import BY_HAND, act, decide, lock, locked, undecide
from statements.editing.locating import checked_spans
from statements.editing.parties import Someone, actor_of, name_of, set_parties
from statements.editing.quoting import kind_of, read_cue
from statements.models import Article, Event, EventParticipant, Party, Statement

State = Statement.State
Role = Party.Role


class _None:
    """Tells "there is none" from "as it was"."""

    def __bool__(self) -> bool:
        return False


NONE = _None()


@act
def confirm(statement: Statement, *, by) -> Statement:
    """The editor stands by the statement as it is; what was corrected or added stays so called."""
    statement = locked(statement)
    if statement.state in (State.CORRECTED, State.ADDED, State.CONFIRMED):
        return statement
    return decide(statement, State.CONFIRMED, by)


@act
def unconfirm(statement: Statement, *, by) -> Statement:
    """Take a confirmation back: the statement is the machine's again, as if nobody had decided."""
    statement = locked(statement)
    return undecide(statement) if statement.state == State.CONFIRMED else statement


@act
def reject(statement: Statement, *, by) -> Statement:
    """This is no statement, or not worth keeping: no later extraction brings it back."""
    return reject_locked(locked(statement), by)


def reject_locked(statement: Statement, by) -> Statement:
    """As reject, of a statement that the caller holds, as part of another act."""
    if statement.state == State.REJECTED:
        return statement
    statement.state_before = statement.state
    return decide(statement, State.REJECTED, by)


@act
def restore(statement: Statement, *, by) -> Statement:
    """Bring a rejected statement back to the state it was rejected from, or a withdrawn one back.

    To want a withdrawn one is a decision: it counts as confirmed, lest the next extraction takes it away.
    """
    statement = locked(statement)
    if statement.stands:
        return statement
    before = statement.state_before if statement.state == State.REJECTED else ""
    if before == State.MACHINE:
        return undecide(statement)
    if before in (State.CONFIRMED, State.CORRECTED, State.ADDED):
        return decide(statement, before, by)
    return decide(statement, State.ADDED if statement.rule == BY_HAND else State.CONFIRMED, by)


@act
def confirm_all(article: Article, *, by, least: float = 0.0) -> list[int]:
    """Confirm the undecided statements of `article` that the machine is at least `least` (0 to 1) sure of.

    Their primary keys, in the order of the text.
    """
    lock(article.pk)
    undecided = Statement.objects.filter(article=article, state=State.MACHINE, confidence__gte=least)
    done = list(undecided.order_by("start", "pk").values_list("pk", flat=True))
    undecided.update(state=State.CONFIRMED, reviewed_by=by, reviewed_at=timezone.now())
    return done


@act
def correct(
    statement: Statement,
    *,
    by,
    kind: str | None = None,
    spans: Iterable | None = None,
    speakers: Iterable[Someone] | None = None,
    addressees: Iterable[Someone] | None = None,
    reporter: Someone | _None | None = None,
    event: Event | _None | None = None,
    cue: tuple[int, int] | _None | None = None,
) -> Statement:
    """Change what is given and nothing else; where nothing differs the statement stays undecided.

    `spans` are [start, end] pairs of code points; a wrong one raises locating.BadSpans. An empty `kind`
    is read from the quotation marks of the content.
    """
    statement = locked(statement)
    before = _seen(statement)
    if spans is not None:
        statement.spans = checked_spans(statement.article.text, spans)
    if kind is not None:
        statement.kind = kind or kind_of(statement.article.text, statement.spans)
    if cue is not None:
        _set_cue(statement, cue or None)
    if event is not None:
        _place_in(statement, event or None)
    for role, people in ((Role.SPEAKER, speakers), (Role.ADDRESSEE, addressees), (Role.REPORTER, reporter)):
        if people is not None:
            set_parties(statement, role, people)
    if _seen(statement) == before:
        return statement
    return decide(statement, State.ADDED if statement.state == State.ADDED else State.CORRECTED, by)


@act
def add(
    article: Article,
    *,
    by,
    spans: Iterable,
    kind: str,
    speakers: Iterable[Someone] = (),
    addressees: Iterable[Someone] = (),
    reporter: Someone | None = None,
    event: Event | None = None,
    cue: tuple[int, int] | None = None,
) -> Statement:
    """A statement that the extractor missed. Raises locating.BadSpans."""
    lock(article.pk)
    statement = Statement(article=article, kind=kind, spans=checked_spans(article.text, spans), rule=BY_HAND)
    _set_cue(statement, cue)
    _place_in(statement, event)
    statement = decide(statement, State.ADDED, by)
    for role, people in ((Role.SPEAKER, speakers), (Role.ADDRESSEE, addressees), (Role.REPORTER, reporter)):
        set_parties(statement, role, people or [])
    return statement


@transaction.atomic
def correct_event(
    event: Event,
    *,
    type: str | None = None,
    place: str | None = None,
    day: datetime.date | _None | None = None,
    participants: Iterable[Someone] | None = None,
) -> Event:
    """Change what is given; the days of the event's statements follow its own."""
    lock(event.article_id)
    event = Event.objects.select_related("article").get(pk=event.pk)
    event.type = event.type if type is None else type
    event.place = event.place if place is None else place
    event.day = event.day if day is None else (day or None)
    event.edited = True
    event.save()
    if participants is not None:
        event.participants.all().delete()
        EventParticipant.objects.bulk_create(
            EventParticipant(event=event, actor=actor_of(who), name=name_of(who)) for who in participants
        )
    event.statements.update(day=event.day or event.article.date)
    return event


def may_be_deleted(event: Event) -> bool:
    """Whether no statement was made at `event`: one that stands, or one that may be restored to it."""
    return not event.statements.exclude(state=State.WITHDRAWN).exists()


@transaction.atomic
def delete_event(event: Event) -> bool:
    """Delete an event without statements; False, and nothing done, where there is one."""
    lock(event.article_id)
    if not may_be_deleted(event):
        return False
    event.delete()
    return True


@transaction.atomic
def add_event(
    article: Article, *, type: str, place: str = "", day=None, participants: Iterable[Someone] = ()
) -> Event:
    """An occasion that the extractor missed."""
    lock(article.pk)
    event = Event.objects.create(article=article, type=type)
    return correct_event(event, place=place, day=day, participants=participants)


def _set_cue(statement: Statement, cue: tuple[int, int] | None) -> None:
    """Make `cue` (code points, half open) the reporting word; what it does is read from the word."""
    if cue and tuple(cue) == (statement.cue_start, statement.cue_end):
        return
    start, end = checked_spans(statement.article.text, [cue])[0] if cue else (None, None)
    statement.cue_start, statement.cue_end = start, end
    statement.cue_lemma, statement.sense = read_cue(statement.cue)


def _place_in(statement: Statement, event: Event | None) -> None:
    if event and event.article_id != statement.article_id:
        raise ValueError(f"event {event.pk} is of another article")
    statement.event = event
    statement.day = (event and event.day) or statement.article.date


def _seen(statement: Statement) -> tuple:
    """What a correction may change, to tell whether it did."""
    parties = statement.parties.values_list("role", "actor", "name")
    cue = statement.cue_start, statement.cue_end
    return statement.kind, list(map(list, statement.spans)), cue, statement.event_id, list(parties)
