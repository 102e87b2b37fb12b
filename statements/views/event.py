"""An event with all articles that tell of it: who took part, what each side said, how the articles word it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control

from statements.exports import answer, asked_format
from statements.models import Event, EventParticipant, Statement
from statements.pages.names import BETWEEN, occasion

_LEADS_FOR = 3600  # seconds; an editor may find that two events are not one


@dataclass
class Utterance:
    """A statement as published first, and how other articles word it."""

    statement: Statement
    versions: list[Statement] = field(default_factory=list)


@dataclass
class Side:
    """Who spoke, together: `parties` are participants or speakers."""

    parties: list
    utterances: list[Utterance] = field(default_factory=list)


def event(request: HttpRequest, id: int) -> HttpResponse:
    asked = Event.objects.visible_to(request.user).filter(pk=id).first()
    if not asked:
        raise Http404
    tellings = asked.tellings().visible_to(request.user).select_related("article__outlet")
    tellings = list(tellings.prefetch_related("participants__actor"))
    first = tellings[0]
    if first.pk != id:
        response = redirect("event", id=first.pk)
        patch_cache_control(response, max_age=_LEADS_FOR)
        return response
    statements = _statements_of(tellings, request.user)
    if asked_format(request):
        return answer(request, Statement, statements, occasion(first))
    told = Counter(statement.event_id for statement in statements)
    participants = _participants(tellings)
    context = {
        "event": first,
        "participants": participants,
        "places": list(dict.fromkeys(telling.place for telling in tellings if telling.place)),
        "dates": list(dict.fromkeys(telling.date_text for telling in tellings if telling.date_text)),
        "day": next((telling.day for telling in tellings if telling.day), None),
        "tellings": [(telling, told[telling.pk]) for telling in sorted(tellings, key=_published)],
        "statement_count": len(statements),
        "are_speaking_to": any(_has_both_ends(statement) for statement in statements),
        "sides": _sides(participants, statements, silent=first.type in BETWEEN),
    }
    return render(request, "event.html", context)


def _has_both_ends(statement: Statement) -> bool:
    """Whether the network has a line for it."""
    ends = ({row.actor_id for row in rows} - {None} for rows in (statement.speakers, statement.addressees))
    speakers, addressees = ends
    return any(one != other for one in speakers for other in addressees)


def _published(telling: Event) -> tuple:
    """By day of publication, undated ones last."""
    return telling.article.date is None, telling.article.date or telling.pk, telling.pk


def _statements_of(tellings: list[Event], user) -> list[Statement]:
    """Those of all tellings, by article and place in it, sharing the articles already read."""
    events = {telling.pk: telling for telling in tellings}
    statements = Statement.objects.visible_to(user).filter(event__in=events).order_by("event", "start", "id")
    statements = list(statements.prefetch_related("parties__actor"))
    for statement in statements:
        statement.event = events[statement.event_id]
        statement.article = statement.event.article
    return sorted(statements, key=lambda s: (*_published(s.event), s.start, s.pk))


def _participants(tellings: list[Event]) -> list[EventParticipant]:
    """Each once, as the articles name them by turns."""
    found: dict[int | str, EventParticipant] = {}
    for telling in tellings:
        for row in telling.participants.all():
            found.setdefault(row.actor_id or row.name, row)
    return list(found.values())


def _sides(participants: list[EventParticipant], statements: list[Statement], *, silent: bool) -> list[Side]:
    """Who spoke, and what: participants in their order, then other speakers, as they come.

    A joint statement stands on a side of its own; a side is told by its speakers. Of one utterance that
    several articles quote the wording published first stands there, with the others below it. Participants of
    whom no article quotes anything have an empty side where `silent` asks for it.
    """
    sides = {(row.actor_id or row.name,): Side([row]) for row in participants}
    for utterance in _utterances(statements):
        speakers = utterance.statement.speakers
        key = tuple(party.actor_id or party.name for party in speakers)
        sides.setdefault(key, Side(speakers)).utterances.append(utterance)
    return [side for side in sides.values() if side.utterances or (silent and len(side.parties) == 1)]


def _utterances(statements: Iterable[Statement]) -> list[Utterance]:
    found: dict[tuple, Utterance] = {}
    for statement in statements:
        key = ("group", statement.group_id) if statement.group_id else ("alone", statement.pk)
        if key in found:
            found[key].versions.append(statement)
        else:
            found[key] = Utterance(statement)
    return list(found.values())
