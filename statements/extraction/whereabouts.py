"""Where and when an occasion was, in the words of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from .dates import DateMention
from .normalize import without_first
from .occasions import Occasion
from .segment import WORD, Document
from .subjects import Attribution
from .vocabulary import countries, country_starts, is_time


def add_dates(doc: Document, attributions: list[Attribution]) -> None:
    """An occasion told without its day is dated by the statements made on it: «وأكد، اليوم السبت، أن»."""
    said: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for attribution in attributions:
        said.setdefault(attribution.clause.sentence, []).extend(attribution.clause.content)
    tried: set[tuple[int, tuple[int, int]]] = set()
    for attribution in attributions:
        place = (id(attribution.event), attribution.clause.sentence)
        if attribution.event and place not in tried:
            tried.add(place)
            put_date(doc, attribution.event, place[1], said[place[1]])


def put_date(
    doc: Document, occasion: Occasion, sentence: tuple[int, int], skipped: list[tuple[int, int]]
) -> None:
    date = None if occasion.date else _date(doc, sentence, skipped)
    if date:
        occasion.date, occasion.day = " ".join(date.text.split()), date.day


def _date(doc: Document, sentence: tuple[int, int], skipped: list[tuple[int, int]]) -> DateMention | None:
    """The first date of the sentence outside of what was said."""
    span = doc.span(*sentence)
    said = _outermost(skipped)
    for n in range(bisect_left(doc.dates, span.start, key=lambda m: m.span.start), len(doc.dates)):
        mention = doc.dates[n]
        if mention.span.start >= span.end:
            return None
        at = doc.at(mention.span.start)
        before = bisect_right(said, (at, len(doc))) - 1
        if before < 0 or said[before][1] <= at:
            return mention
    return None


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, without those inside another."""
    found: list[tuple[int, int]] = []
    for first, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((first, end))
    return found


def find_place(doc: Document, i: int, stop: int) -> str:
    for j in range(i, min(stop, i + 30) - 1):
        if doc.words[j] == "في" and doc.kinds[j + 1] == WORD:
            place = _place_name(doc, j + 1, stop)
            if place:
                return place
        if doc.words[j].startswith("ب") and (doc.words[j][1:],) in countries():
            return without_first(doc.raw(j), 1)
    return ""


def _place_name(doc: Document, j: int, stop: int) -> str:
    word = doc.words[j]
    if word in country_starts() and (word,) in countries():
        return doc.of(j, j + 1)
    if word not in ("مدينه", "العاصمه", "مقر", "قصر", "مطار"):
        return ""
    end = j + 1
    while end < stop and end < j + 4 and doc.kinds[end] == WORD and not is_time(doc.words[end]):
        end += 1
    return doc.of(j, end)
