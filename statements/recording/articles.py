"""Turn what was extracted from one article into rows; nothing else writes machine statements.

Recording again is the normal case. The same extraction changes no row. Another one updates rows in
place, so that every address stays: a statement no longer found is withdrawn, not deleted, and comes
back when it is found again. What an editor decided (visibility.DECIDED) is left exactly as it is,
and the same utterance is not stored beside it a second time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import reduce
from itertools import zip_longest
from operator import or_

import pghistory
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from statements.actors.linking import Cast, Link, MergedMeanwhile, link_all, refuse_merged
from statements.actors.naming import Met, keep_names
from statements.editing.differing import View, note
from statements.extraction.annotations import Extraction, Quotation, Span
from statements.models import Article, Event, EventParticipant, Mention, Party, Statement, visibility
from statements.recording.checking import check
from statements.recording.events import forget_unused_events, move_decided, record_events
from statements.recording.matching import pair
from statements.recording.places import (
    content,
    is_decided,
    places,
    spans,
    where_found,
    where_stored,
    without_repeats,
)
from statements.recording.updating import NewRows, update


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many statements were made, changed in place, found as they stood, withdrawn, left to editors."""

    new: int = 0
    changed: int = 0
    same: int = 0
    withdrawn: int = 0
    decided: int = 0


def record(article: Article, extraction: Extraction) -> Recorded:
    """What record_all says of one article."""
    return record_all([(article, extraction)])[0]


@transaction.atomic
def record_all(found: Sequence[tuple[Article, Extraction]]) -> list[Recorded]:
    """Make the rows of each article say what its extraction says, as far as no editor has spoken.

    A handful of articles costs little more than one: what they need is looked up, and stored, together.
    Raises BadExtraction and changes nothing where an extraction does not fit its article.
    """
    for article, extraction in found:
        check(article.text, extraction)
    try:
        return _record_once(found)
    except MergedMeanwhile:  # rare enough to begin again: now their names lead to whom they were merged into
        return _record_once(found)


@transaction.atomic
def _record_once(found: Sequence[tuple[Article, Extraction]]) -> list[Recorded]:
    passes = _begin(found)
    with _written_down(passes):
        return _record(passes)


def _written_down(passes: Sequence["_Recording"]) -> AbstractContextManager:
    """The history keeps what a pass changes; what a first one finds was never otherwise, so it costs nothing."""
    again = [one for one in passes if not one.is_first]
    return pghistory.context(machine=again[0].extraction.version) if again else nullcontext()


def _record(passes: Sequence["_Recording"]) -> list[Recorded]:
    new = NewRows()
    links = link_all([Cast(one.extraction.actors, one.article.date, one.linked_before()) for one in passes])
    for one, its_links in zip(passes, links, strict=True):
        one.record_events(its_links, new)
    new.store(Event, EventParticipant)
    for one in passes:
        one.record_statements(new)
        one.record_mentions(new)
    new.store(Statement, Party, Mention)
    for one in passes:
        one.tidy_up()
    keep_names(met for one in passes for met in one.met())
    refuse_merged(links)
    return [Recorded(**one.counts) for one in passes]


def _begin(found: Sequence[tuple[Article, Extraction]]) -> list["_Recording"]:
    """A pass for each article, as it stands now and is held until the transaction ends.

    Two workers, or a worker and an editor, take turns on an article (editing/review.py does the same).
    """
    pks = [article.pk for article, _extraction in found]
    held = Article.objects.select_for_update().defer("text").filter(pk__in=pks).order_by("pk")
    articles = {article.pk: article for article in held}
    again = _recorded_before(pks)
    return [
        _Recording(articles[article.pk], extraction, is_first=article.pk not in again)
        for article, extraction in found
    ]


def _recorded_before(pks: list[int]) -> set[int]:
    """Articles of which anything was ever recorded, or added by an editor: most have none, so one query asks."""
    parts = (Statement, Event, Mention)
    rows = (Q(Exists(model.objects.filter(article=OuterRef("pk")).order_by())) for model in parts)
    return set(Article.objects.filter(reduce(or_, rows), pk__in=pks).order_by().values_list("pk", flat=True))


class _Recording:
    """One pass: the rows as they stand, the extraction, and which row is which quotation."""

    def __init__(self, article: Article, extraction: Extraction, *, is_first: bool):
        self.article = article
        self.extraction = extraction
        self.is_first = is_first
        self.quotations = without_repeats(extraction.quotations)
        self.names = {actor.id: actor.name for actor in extraction.actors}
        self.statements = self._standing(article.statements, "parties")
        self.standing_events = self._standing(article.events, "participants")
        self.decided = {content(row) for row in self.statements if is_decided(row)}
        self.rows = self._pair()
        self.counts = Counter()

    def record_events(self, links: Mapping[str, Link], new: NewRows) -> None:
        self.links = links
        self.events = record_events(
            self.article, self.extraction, links, self.rows, self.standing_events, new
        )

    def tidy_up(self) -> None:
        """What an earlier pass or an editor left."""
        if not self.is_first:
            move_decided(self.article)
            self._withdraw_the_rest()
            self._note_differences()
            forget_unused_events(self.article, keep=self.events.values())

    def met(self) -> Iterator[Met]:
        """The archive's actors of the article, as it calls them, and its day."""
        for actor in self.extraction.actors:
            if known := self.links[actor.id].actor:
                yield known, actor, self.article.date

    def _standing(self, rows: QuerySet, parts: str) -> list:
        return [] if self.is_first else list(rows.prefetch_related(parts).order_by("pk"))

    def _pair(self) -> dict[Quotation, Statement]:
        """The row of each quotation that has one.

        Decided rows choose first and withdrawn ones last: no old row comes back beside a decision.
        """
        standing = sorted(self.statements, key=lambda row: not is_decided(row))
        withdrawn = [row for row in standing if row.state == visibility.WITHDRAWN]
        others = [row for row in standing if row.state != visibility.WITHDRAWN]
        rows = pair(others, self.quotations, self._likeness, places)
        rest = [quotation for quotation in self.quotations if quotation not in rows]
        return rows | pair(withdrawn, rest, self._likeness, places)

    def _likeness(self, row: Statement, quotation: Quotation) -> float:
        """Nobody else becomes what an editor decided on, though the cue be his."""
        becomes_decided = spans(quotation) in self.decided and not is_decided(row)
        if becomes_decided and (row.state == visibility.WITHDRAWN or content(row) != spans(quotation)):
            return 0.0
        return where_stored(row).likeness(where_found(quotation))

    def linked_before(self) -> list[tuple[str, int]]:
        """Names and actors of the parties and participants as they stand."""
        parties = [party for row in self.statements for party in row.parties.all()]
        participants = [one for event in self.standing_events for one in event.participants.all()]
        return [(who.name, who.actor_id) for who in (*parties, *participants) if who.actor_id]

    # Statements

    def record_statements(self, new: NewRows) -> None:
        """New rows are left to `new`, standing ones written where they differ."""
        for quotation in self.quotations:
            row = self.rows.get(quotation)
            if is_decided(row) if row else spans(quotation) in self.decided:
                self.counts["decided"] += 1
            elif row:
                self.counts["changed" if self._record_again(row, quotation, new) else "same"] += 1
            else:
                start = quotation.spans[0].start
                row = Statement(article=self.article, start=start, **self._fields(quotation))
                new.add(row, *self._party_rows(row, quotation))
                self.counts["new"] += 1

    def _record_again(self, row: Statement, quotation: Quotation, new: NewRows) -> bool:
        """Whether anything of `row` differed."""
        changed = update(row, self._fields(quotation))
        standing = [(p.role, p.actor_id, p.name, p.start, p.end) for p in row.parties.all()]
        if standing != self._parties(quotation):
            changed = True
            row.parties.all().delete()
            new.add(*self._party_rows(row, quotation))
        return changed

    def _fields(self, quotation: Quotation) -> dict:
        event = self.events[quotation.event] if quotation.event else None
        cue = quotation.cue
        return {
            "kind": quotation.kind,
            "spans": [list(span) for span in spans(quotation)],
            "cue_start": cue and cue.span.start,
            "cue_end": cue and cue.span.end,
            "cue_lemma": cue.lemma if cue else "",
            "sense": cue.sense if cue else "",
            "event_id": event and event.pk,
            "day": (event and event.day) or self.article.date,
            "rule": quotation.rule,
            "extractor_version": self.extraction.version,
            "confidence": quotation.confidence,
            "state": visibility.MACHINE,
        }

    def _party_rows(self, row: Statement, quotation: Quotation) -> list[Party]:
        return [
            Party(statement=row, role=role, actor_id=actor, name=name, start=start, end=end)
            for role, actor, name, start, end in self._parties(quotation)
        ]

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
            yield role, self.links[actor].pk, self.names[actor][:300], start, end

    def _withdraw_the_rest(self) -> None:
        found = {row.pk for row in self.rows.values()}
        for row in self.statements:
            if row.pk not in found and row.state == visibility.MACHINE:
                update(row, {"state": visibility.WITHDRAWN})
                self.counts["withdrawn"] += 1

    def _note_differences(self) -> None:
        """What editors decided and is seen otherwise now is for them to accept or refuse."""
        decided = [row for row in self.statements if is_decided(row)]
        if decided:
            note(self.article, decided, self._views(decided), self.extraction.version)

    def _views(self, decided: Iterable[Statement]) -> dict[int, View]:
        """What is seen now of each that is found again: as its own quotation, or with just its content."""
        found = {spans(quotation): quotation for quotation in self.quotations}
        again = {row.pk: found[content(row)] for row in decided if content(row) in found}
        again |= {row.pk: quotation for quotation, row in self.rows.items() if is_decided(row)}
        return {pk: self._view(quotation) for pk, quotation in again.items()}

    def _view(self, quotation: Quotation) -> View:
        return {
            "kind": str(quotation.kind),
            "spans": [list(span) for span in spans(quotation)],
            "cue": [quotation.cue.span.start, quotation.cue.span.end] if quotation.cue else None,
            "parties": [[str(role), *rest] for role, *rest in self._parties(quotation)],
        }

    # Mentions

    def record_mentions(self, new: NewRows) -> None:
        wanted = {(self._mentioned(m.actor), m.span.start, m.span.end) for m in self.extraction.mentions}
        mentions = [] if self.is_first else self.article.mentions.all()
        standing = {(m.actor_id, m.start, m.end): m.pk for m in mentions}
        gone = [pk for key, pk in standing.items() if key not in wanted]
        if gone:
            Mention.objects.filter(pk__in=gone).delete()
        missing = sorted(wanted - standing.keys(), key=lambda key: key[1:])
        new.add(
            *(Mention(article=self.article, actor_id=a, start=start, end=end) for a, start, end in missing)
        )

    def _mentioned(self, actor: str | None) -> int | None:
        return self.links[actor].pk if actor else None
