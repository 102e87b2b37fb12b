"""Where statements and quotations stand in a text, as values that matching.py compares."""

from collections.abc import Iterable

from statements.extraction.annotations import Quotation
from statements.models import Statement, visibility
from statements.recording.matching import Utterance


def without_repeats(quotations: Iterable[Quotation]) -> list[Quotation]:
    """One quotation for each cue and content, the surest."""
    best: dict[Utterance, Quotation] = {}
    for quotation in sorted(quotations, key=lambda quotation: -quotation.confidence):
        best.setdefault(where_found(quotation), quotation)
    return sorted(best.values(), key=lambda quotation: quotation.spans)


def places(one: Statement | Quotation) -> set:
    return (where_stored(one) if isinstance(one, Statement) else where_found(one)).places()


def where_stored(row: Statement) -> Utterance:
    cue = None if row.cue_start is None else (row.cue_start, row.cue_end)
    return Utterance(content(row), cue)


def content(row: Statement) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in row.spans)


def where_found(quotation: Quotation) -> Utterance:
    cue = quotation.cue and (quotation.cue.span.start, quotation.cue.span.end)
    return Utterance(spans(quotation), cue)


def spans(quotation: Quotation) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in quotation.spans)


def is_decided(row: Statement) -> bool:
    return row.state in visibility.DECIDED
