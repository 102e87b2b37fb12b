"""Turn what was extracted from one article into rows; nothing else writes machine statements.

Recording again is the normal case. The same extraction changes no row. Another one updates rows in
place, so that every address stays: a statement no longer found is withdrawn, not deleted, and comes
back when it is found again. What an editor decided (visibility.DECIDED) is left exactly as it is,
and the same utterance is not stored beside it a second time.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from django.db import models, transaction

from statements.extraction.annotations import Extraction, Quotation, Span, SpeechEvent
from statements.linking import Link, link_actors
from statements.matching import Utterance, pair
from statements.models import Article, Event, EventParticipant, Mention, Party, Statement, visibility


class BadExtraction(ValueError):
    """The extraction does not fit the article: a span outside its text, an id nobody has."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many statements were made, changed in place, found as they stood, withdrawn, left to editors."""

    new: int = 0
    changed: int = 0
    same: int = 0
    withdrawn: int = 0
    decided: int = 0


@transaction.atomic
def record(article: Article, extraction: Extraction) -> Recorded:
    """Make the rows of `article` say what `extraction` says, as far as no editor has spoken.

    Raises BadExtraction and changes nothing where the two do not fit.
    """
    _check(article.text, extraction)
    # Two workers, or a worker and an editor, take turns on an article (review.py does the same).
    article = Article.objects.select_for_update().get(pk=article.pk)
    return _Recording(article, extraction).run()


class _Recording:
    """One pass: the rows as they stand, the extraction, and which row is which quotation."""

    def __init__(self, article: Article, extraction: Extraction):
        self.article = article
        self.extraction = extraction
        self.quotations = _without_repeats(extraction.quotations)
        self.names = {actor.id: actor.name for actor in extraction.actors}
        self.statements = list(article.statements.prefetch_related("parties").order_by("pk"))
        self.rows = pair(self._decided_first(), self.quotations, _likeness)
        self.counts = Counter()

    def run(self) -> Recorded:
        self.links = link_actors(self.extraction.actors, day=self.article.date)
        self.events = self._record_events()
        for quotation in self.quotations:
            self._record_quotation(quotation)
        self._withdraw_the_rest()
        self._forget_unused_events()
        self._record_mentions()
        return Recorded(**self.counts)

    def _decided_first(self) -> list[Statement]:
        """At equal likeness the row an editor decided on is the one, so nothing comes back beside it."""
        return sorted(self.statements, key=lambda row: not _is_decided(row))

    # Statements

    def _record_quotation(self, quotation: Quotation) -> None:
        row = self.rows.get(quotation)
        if (row and _is_decided(row)) or self._stands_decided(quotation):
            self.counts["decided"] += 1
            return
        fields = self._fields(quotation)
        if row is None:
            row = Statement.objects.create(article=self.article, **fields)
            self._write_parties(row, quotation)
            self.counts["new"] += 1
        else:
            changed = _update(row, fields)
            changed |= self._write_parties(row, quotation)
            self.counts["changed" if changed else "same"] += 1

    def _stands_decided(self, quotation: Quotation) -> bool:
        """Whether an editor decided on a row of the very same content, paired with another quotation."""
        spans = _spans(quotation)
        return any(_is_decided(row) and _utterance(row).spans == spans for row in self.statements)

    def _fields(self, quotation: Quotation) -> dict:
        event = self.events[quotation.event] if quotation.event else None
        cue = quotation.cue
        return {
            "kind": quotation.kind,
            "spans": [list(span) for span in _spans(quotation)],
            "cue_start": cue and cue.span.start,
            "cue_end": cue and cue.span.end,
            "cue_lemma": cue.lemma if cue else "",
            "sense": cue.sense if cue else "",
            "event": event,
            "day": (event and event.day) or self.article.date,
            "rule": quotation.rule,
            "extractor_version": self.extraction.version,
            "confidence": quotation.confidence,
            "state": visibility.MACHINE,
        }

    def _write_parties(self, row: Statement, quotation: Quotation) -> bool:
        """Whether the parties of `row` had to be written anew."""
        wanted = self._parties(quotation)
        standing = [(p.role, p.actor_id, p.name, p.start, p.end) for p in row.parties.all()]
        if wanted == standing:
            return False
        row.parties.all().delete()
        Party.objects.bulk_create(
            Party(statement=row, role=role, actor_id=actor, name=name, start=start, end=end)
            for role, actor, name, start, end in wanted
        )
        return True

    def _parties(self, quotation: Quotation) -> list[tuple]:
        reporters = [quotation.reported_by] if quotation.reported_by else []
        mentions = [quotation.reported_by_mention] if quotation.reported_by_mention else []
        return [
            *self._party(Party.Role.SPEAKER, quotation.speakers, quotation.speaker_mentions),
            *self._party(Party.Role.ADDRESSEE, quotation.addressees, quotation.addressee_mentions),
            *self._party(Party.Role.REPORTER, reporters, mentions),
        ]

    def _party(self, role: str, actors: Iterable[str], mentions: Iterable[Span]) -> Iterable[tuple]:
        actors = list(actors)
        for actor, mention in zip_longest(actors, list(mentions)[: len(actors)]):
            start, end = (mention.start, mention.end) if mention else (None, None)
            yield role, _stored(self.links[actor]), self.names[actor][:300], start, end

    def _withdraw_the_rest(self) -> None:
        found = set(self.rows.values())
        for row in self.statements:
            if row not in found and row.state == visibility.MACHINE:
                _update(row, {"state": visibility.WITHDRAWN})
                self.counts["withdrawn"] += 1

    # Events

    def _record_events(self) -> dict[str, Event]:
        """The row of each event found, by the extraction's id; an edited one stays as it is."""
        standing = list(self.article.events.prefetch_related("participants").order_by("pk"))
        rows = pair(standing, self.extraction.events, self._event_likeness)
        return {event.id: self._record_event(event, rows.get(event)) for event in self.extraction.events}

    def _event_likeness(self, row: Event, event: SpeechEvent) -> tuple | None:
        """By the statements that stood at it and do again, then by type and by who took part."""
        linked = sum(
            stored.event_id == row.pk and quotation.event == event.id
            for quotation, stored in self.rows.items()
        )
        standing = {_who(p.actor_id, p.name) for p in row.participants.all()}
        both = len(standing & {_who(*key) for key in self._participants(event)})
        same_type = row.type == event.type
        if linked or (same_type and (both or not standing or not event.participants)):
            return linked, same_type, both
        return None

    def _record_event(self, event: SpeechEvent, row: Event | None) -> Event:
        if row and row.edited:
            return row
        fields = {
            "type": event.type,
            "place": event.place[:200],
            "date_text": event.date[:100],
            "day": event.day,
        }
        if row:
            _update(row, fields)
        else:
            row = Event.objects.create(article=self.article, **fields)
        self._write_participants(row, event)
        return row

    def _write_participants(self, row: Event, event: SpeechEvent) -> None:
        wanted = self._participants(event)
        if [(p.actor_id, p.name) for p in row.participants.all()] != wanted:
            row.participants.all().delete()
            EventParticipant.objects.bulk_create(
                EventParticipant(event=row, actor_id=actor, name=name) for actor, name in wanted
            )

    def _participants(self, event: SpeechEvent) -> list[tuple[int | None, str]]:
        return [(_stored(self.links[actor]), self.names[actor][:300]) for actor in event.participants]

    def _forget_unused_events(self) -> None:
        """An event without any statement, even a withdrawn one, was never public and is nobody's work."""
        used = {event.pk for event in self.events.values()}
        unused = self.article.events.filter(statements=None, edited=False).exclude(pk__in=used)
        if self.article.published_at is None:
            unused.delete()

    # Mentions

    def _record_mentions(self) -> None:
        wanted = {(self._mentioned(m.actor), m.span.start, m.span.end) for m in self.extraction.mentions}
        standing = {(m.actor_id, m.start, m.end): m.pk for m in self.article.mentions.all()}
        gone = [pk for key, pk in standing.items() if key not in wanted]
        if gone:
            Mention.objects.filter(pk__in=gone).delete()
        Mention.objects.bulk_create(
            Mention(article=self.article, actor_id=actor, start=start, end=end)
            for actor, start, end in sorted(wanted - standing.keys(), key=lambda key: key[1:])
        )

    def _mentioned(self, actor: str | None) -> int | None:
        return _stored(self.links[actor]) if actor else None


def _check(text: str, extraction: Extraction) -> None:
    """Raise BadExtraction unless every span lies in `text` and every id has its owner."""
    actors = {actor.id for actor in extraction.actors}
    events = {event.id for event in extraction.events}
    for span in _all_spans(extraction):
        if not 0 <= span.start < span.end <= len(text):
            raise BadExtraction(f"{span} is outside a text of {len(text)} code points")
    for quotation in extraction.quotations:
        if not quotation.spans:
            raise BadExtraction("a quotation without content")
        if quotation.event is not None and quotation.event not in events:
            raise BadExtraction(f"no event {quotation.event}")
    if unknown := _actor_ids(extraction) - actors:
        raise BadExtraction(f"no actor {', '.join(sorted(unknown))}")


def _all_spans(extraction: Extraction) -> Iterable[Span]:
    yield from (mention.span for mention in extraction.mentions)
    for quotation in extraction.quotations:
        yield from quotation.spans
        yield from quotation.speaker_mentions
        yield from quotation.addressee_mentions
        if quotation.cue:
            yield quotation.cue.span
        if quotation.reported_by_mention:
            yield quotation.reported_by_mention


def _actor_ids(extraction: Extraction) -> set[str]:
    """Every actor id that something refers to."""
    ids = {mention.actor for mention in extraction.mentions}
    ids.update(actor for event in extraction.events for actor in event.participants)
    for quotation in extraction.quotations:
        ids.update((*quotation.speakers, *quotation.addressees, quotation.reported_by))
    return ids - {None}


def _without_repeats(quotations: Iterable[Quotation]) -> list[Quotation]:
    """One quotation for each cue and content, the surest."""
    best: dict[Utterance, Quotation] = {}
    for quotation in sorted(quotations, key=lambda quotation: -quotation.confidence):
        best.setdefault(_found(quotation), quotation)
    return sorted(best.values(), key=lambda quotation: quotation.spans)


def _update(row: models.Model, fields: dict) -> bool:
    """Write those of `fields` that differ; whether any did."""
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=[*changed, "start"] if "spans" in changed else changed)
    return bool(changed)


def _likeness(row: Statement, quotation: Quotation) -> float:
    return _utterance(row).likeness(_found(quotation))


def _utterance(row: Statement) -> Utterance:
    cue = None if row.cue_start is None else (row.cue_start, row.cue_end)
    return Utterance(tuple((start, end) for start, end in row.spans), cue)


def _found(quotation: Quotation) -> Utterance:
    cue = quotation.cue and (quotation.cue.span.start, quotation.cue.span.end)
    return Utterance(_spans(quotation), cue)


def _spans(quotation: Quotation) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in quotation.spans)


def _stored(link: Link) -> int | None:
    return link.actor.pk if link.actor else None


def _who(actor_id: int | None, name: str) -> int | str:
    return actor_id or name


def _is_decided(row: Statement) -> bool:
    return row.state in visibility.DECIDED
