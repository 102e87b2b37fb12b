"""What extraction returns: plain frozen values that know no database.

Every offset is in code points, half open, into the text exactly as it was given;
`text[span.start:span.end]` is what is shown.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

QUOTATION_KINDS = ("direct", "indirect", "mixed")

ACTOR_KINDS = ("person", "organization", "country", "agency", "group", "unnamed")

EVENT_TYPES = (
    "phone_call",
    "meeting",
    "press_conference",
    "interview",
    "speech",
    "statement",
    "message",
    "conference",
    "other",
)

CUE_SENSES = (
    "said",
    "added",
    "asserted",
    "explained",
    "noted",
    "announced",
    "told",
    "asked",
    "answered",
    "considered",
    "expected",
    "denied",
    "rejected",
    "praised",
    "thanked",
    "congratulated",
    "welcomed",
    "condemned",
    "criticized",
    "accused",
    "described",
    "warned",
    "threatened",
    "called_on",
    "proposed",
    "promised",
    "renewed",
    "expressed",
    "hoped",
    "condoled",
    "according_to",
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Cue:
    """The reporting word: where it stands, its dictionary form and what it does (one of CUE_SENSES)."""

    span: Span
    lemma: str
    sense: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the article speaks of. `id` is "a1", "a2" … within one Extraction."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or point to an actor; `actor` is an id, or None where nobody is known."""

    span: Span
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class SpeechEvent:
    """An occasion of speaking. `date` is words of the text; `day` what they come to."""

    id: str
    type: str
    participants: tuple[str, ...] = ()
    place: str = ""
    date: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One reported utterance: content spans, its cue, who spoke, to whom, where, who relayed it."""

    kind: str
    spans: tuple[Span, ...]
    cue: Cue | None = None
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    event: str | None = None
    reported_by: str | None = None
    speaker_mentions: tuple[Span, ...] = ()
    addressee_mentions: tuple[Span, ...] = ()
    reported_by_mention: Span | None = None
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one text."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[SpeechEvent, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    version: str = ""
