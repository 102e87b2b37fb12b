"""Whether an extraction fits the article it is said to come from, before any row is touched."""

from collections.abc import Iterable

from statements.extraction.annotations import Extraction, Span


class BadExtraction(ValueError):
    """The extraction does not fit the article: a span outside its text, an id nobody has."""


def check(text: str, extraction: Extraction) -> None:
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
