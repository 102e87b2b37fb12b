"""Text in, annotations out: who said what to whom in an Arabic news article. No Django, no network, no clock."""

from .annotations import (
    ACTOR_KINDS,
    CUE_SENSES,
    EVENT_TYPES,
    QUOTATION_KINDS,
    Actor,
    Cue,
    Extraction,
    Mention,
    Quotation,
    Span,
    SpeechEvent,
)
from .gazetteer import Gazetteer, KnownActor
from .normalize import fold
from .pipeline import VERSION, extract

__all__ = [
    "ACTOR_KINDS",
    "CUE_SENSES",
    "EVENT_TYPES",
    "QUOTATION_KINDS",
    "VERSION",
    "Actor",
    "Cue",
    "Extraction",
    "Gazetteer",
    "KnownActor",
    "Mention",
    "Quotation",
    "Span",
    "SpeechEvent",
    "extract",
    "fold",
]
