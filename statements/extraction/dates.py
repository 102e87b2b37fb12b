"""Days as news names them: اليوم الأربعاء, مساء أمس, الخميس الماضي, 12 أيار/مايو 2021.

The words are kept as they stand; the day is worked out against the day of publication.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, compress

from . import date_words as words
from .annotations import Span
from .normalize import Folded
from .per_word import per_word
from .vocabulary import is_verb


@dataclass(frozen=True, slots=True)
class DateMention:
    """text is what stands at span; day is None for what names no one day (الشهر الماضي) or cannot be known."""

    span: Span
    text: str
    day: date | None


def find_dates(text: str | Folded, *, published: date | None = None) -> tuple[DateMention, ...]:
    """Date expressions in order of the text, none overlapping.

    A weekday is the latest such day not after `published`, unless its words or the verb before it
    speak of the future. A date without a year is the nearest to `published`, rather before than after it. Hijri dates have no day.
    """
    folded = text if isinstance(text, Folded) else Folded(text)
    found = []
    for start, end, day in _joined(folded.text, _without_overlaps(_candidates(folded.text, published))):
        span = Span(*folded.span(start, end))
        found.append(DateMention(span, folded.source[span.start : span.end], day))
    return tuple(found)


_BETWEEN_WORDS = re.compile(r"(\W+)")
Found = tuple[int, int, date | None]  # folded offsets and the day


def _candidates(text: str, published: date | None) -> Iterator[Found]:
    for start in _beginnings(text):
        for pattern, resolve in _KINDS:
            match = pattern.match(text, start)
            if match and not _is_name(text, *match.span("date")):
                yield *_with_left(text, *match.span("date")), resolve(match, published)


def _beginnings(text: str) -> Iterator[int]:
    """Offsets of the words that a date may begin with: five times faster than searching for every shape."""
    parts = _BETWEEN_WORDS.split(text)
    starts = [0, *accumulate(map(len, parts))]
    return compress(starts[::2], map(_may_begin, parts[::2]))


@per_word
def _may_begin(word: str) -> bool:
    return any(bare in words.FIRST or bare[:1].isdigit() for bare in (word, word[1:], word[2:]))


def _is_name(text: str, start: int, end: int) -> bool:
    return bool(
        words.NAME_BEFORE.search(text, max(0, start - 20), start) or words.NAME_AFTER.match(text, end)
    )


def _with_left(text: str, start: int, end: int) -> tuple[int, int]:
    """The date with مساء يوم before it, and with both of its parentheses."""
    left = words.LEFT.search(text, max(0, start - 30), start)
    if left is None:
        return start, end
    if text[start - 1] == "(" and text[end : end + 1] == ")":
        return left.start("date"), end + 1
    return (start if text[start - 1] == "(" else left.start("date")), end


def _calendar_day(match: re.Match[str], published: date | None) -> date | None:
    month = words.MONTHS[match["month"]]
    if not month.isdigit():
        return None
    day = int(match["number"]) if match["number"] else words.ORDINALS[match["ordinal"]]
    if match["year"]:
        return _day_of(int(match["year"]), int(month), day)
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for year in years if (found := _day_of(year, int(month), day))]
    if match["when"] in words.PAST:
        days = [found for found in days if found < published]
    elif match["when"] in words.FUTURE:
        days = [found for found in days if found > published]
    elif match["when"] in words.PRESENT:
        days = [found for found in days if found.year == published.year]
    return min(days, key=lambda found: _distance(found, published), default=None)


def _distance(day: date, published: date) -> float:
    """Days between, half as much again ahead: of 715 dates that news of 7 outlets gives a year, within 200
    days of its publication, this picks the right year for 705; plain nearness for 692, ahead doubled 689."""
    days = (day - published).days
    return -days if days < 0 else 1.5 * days


def _numeric_day(match: re.Match[str], _published: date | None) -> date | None:
    """Day before month, as Arabic news writes; month before day only where nothing else is possible."""
    year, month, day = (int(match[f"{part}1"] or match[f"{part}2"]) for part in "ymd")
    return _day_of(year, month, day) or _day_of(year, day, month)


def _relative_day(match: re.Match[str], published: date | None) -> date | None:
    if published is None:
        return None
    if match["away"] is None:
        back = words.COUNTED[match["counted"]] if match["counted"] else int(match["days"])
        return published - timedelta(days=back)
    day = published + timedelta(days=words.DAYS_AWAY[match["away"]])
    if match["weekday"] is None:
        return day
    # Printed at midnight, or in another time zone: the weekday says which day it was.
    near = (day + timedelta(days=shift) for shift in (0, -1, 1, -2, 2, -3, 3))
    return next(found for found in near if found.weekday() == words.WEEKDAYS[match["weekday"]])


def _weekday(match: re.Match[str], published: date | None) -> date | None:
    if published is None:
        return None
    behind = timedelta(days=(published.weekday() - words.WEEKDAYS[match["weekday"]]) % 7)
    week = timedelta(days=7)
    latest = published - behind
    if match["when"] in words.BEFORE_LAST:
        return latest - week if behind else latest - 2 * week
    if match["when"] in words.PAST:
        return latest if behind else latest - week
    if match["when"] in words.FUTURE:
        return latest + week
    if match["when"] is None and _is_to_come(match.string, match.start("date")):
        return latest + week if behind else latest
    return latest


def _is_to_come(text: str, start: int) -> bool:
    """Whether a verb of the future stands in the clause before `start`."""
    clause = words.CLAUSE.split(text[max(0, start - 80) : start])[-1]
    return any(_tells_of_the_future(found[0]) for found in words.TO_COME.finditer(clause))


def _tells_of_the_future(word: str) -> bool:
    """«سيزور», «المقرر», not «ستيتش»: behind its «س» stands a verb."""
    bare = words.FUTURE_SIGN.sub("", word)
    return bare == word or (is_verb(bare) and not words.NOT_TO_COME.match(word))


def _no_day(_match: re.Match[str], _published: date | None) -> None:
    return None


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], date | None]], ...] = (
    (words.CALENDAR, _calendar_day),
    (words.NUMERIC, _numeric_day),
    (words.RELATIVE, _relative_day),
    (words.WEEKDAY, _weekday),
    (words.VAGUE, _no_day),
)


def _without_overlaps(found: Iterator[Found]) -> Iterator[Found]:
    """In order of the text, the longest of those that begin together."""
    last = 0
    for candidate in sorted(found, key=lambda c: (c[0], -c[1])):
        if candidate[0] >= last:
            last = candidate[1]
            yield candidate


def _joined(text: str, found: Iterator[Found]) -> Iterator[Found]:
    """A weekday and the date after it are one mention; the date says the day."""
    before: Found | None = None
    for now in found:
        if before and text[now[0]].isdigit() and words.BETWEEN.fullmatch(text, before[1], now[0]):
            before = (before[0], now[1], now[2])
            continue
        if before:
            yield before
        before = now
    if before:
        yield before
