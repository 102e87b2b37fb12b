"""The occasion of a lead: what is said before any is told belongs to the first one its speaker takes part in."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from .belonging import LEAD, is_after_talks, is_one_sided, is_to_medium, is_told_earlier, speaks_through
from .occasion_words import is_visit
from .occasions import TWO_SIDED, Occasion
from .segment import Document
from .subjects import Attribution

_AHEAD = 20  # sentences from a lead to the occasion it belongs to
_NEAR = 4  # sentences from a visit to the occasion on it

Told = list[tuple[int, Occasion]]  # number of the sentence that tells it


def place_leads(doc: Document, sentences: list[list[Attribution]], told: Told) -> None:
    """Give statements without an occasion the one that the article names further down."""
    _drop_one_sided(doc, sentences)
    told = [(number, o) for number, o in told if not is_one_sided(doc, o)]
    met: set[int] = set()  # speakers whose words had an occasion already
    for number, here in enumerate(sentences):
        placed = {a.speakers[0].order for a in here if a.event and a.speakers}
        for found in here:
            if found.event is not None:
                _leave_visit(doc, found, number, told)
            elif _may_look_ahead(doc, found) and found.speakers[0].order not in met:
                found.event = _look_ahead(found, number, told)
        met |= placed


def _drop_one_sided(doc: Document, sentences: list[list[Attribution]]) -> None:
    for found in itertools.chain.from_iterable(sentences):
        if found.event and is_one_sided(doc, found.event):
            found.event = None


def _leave_visit(doc: Document, found: Attribution, number: int, told: Told) -> None:
    """«خلال زيارته لتلبان», and then «وقال أمام الجالية»: the nearer occasion is meant."""
    if found.event.type != "other" or not is_visit(doc.words[found.event.at]):
        return
    for later, occasion in told:
        near = number <= later <= number + _NEAR
        if near and occasion.type != "other" and found.speakers[0] in occasion.participants:
            found.event = occasion
            return


def _may_look_ahead(doc: Document, found: Attribution) -> bool:
    if not found.outer or not found.speakers or is_to_medium(found) or is_told_earlier(doc, found):
        return False
    if is_after_talks(doc, found):
        return False
    return found.clause.opener not in ("according", "before") and found.speakers[0].kind != "agency"


def _look_ahead(found: Attribution, number: int, told: Told) -> Occasion | None:
    speaker = found.speakers[0]
    first = bisect_left(told, number, key=lambda pair: pair[0])
    for later, occasion in itertools.islice(told, first, first + _AHEAD):
        if later > number + _AHEAD:
            return None
        if occasion.type in TWO_SIDED and number >= LEAD and later > number + 1:
            continue
        if speaker in occasion.participants and speaker not in occasion.hearers:
            return occasion
        if number < LEAD and speaks_through(speaker, occasion):
            return occasion
    return None
