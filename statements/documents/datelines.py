"""The day that a saved page shows beside its headline: «الأحد، 4 آب/أغسطس 2013، آخر تحديث 02:21»."""

import datetime
import re

from statements.documents.document import possible_day
from statements.documents.markup import page_lines
from statements.extraction.dates import find_dates
from statements.extraction.normalize import fold

LONGEST = 120  # letters of a line that tells a day and is no paragraph
BESIDE = 30  # letters beside the day: a weekday, an hour, the writer's name
ALONE = 8  # letters beside a day that stands alone: «م», «الساعة»
ABOVE, BELOW = 5, 40  # lines from the headline on: pictures with captions and buttons to share stand below it
HEAD = 4  # lines of a text above and below a headline repeated there
OPENING = 40  # letters by which the first paragraph is known

# Words that stand beside a day of publication, as they are folded.
_PUBLISHED = re.compile(
    r"""
    \b(?:تاريخ\ (?:ال)?(?:نشر|تحديث) | اخر\ تحديث | published | updated | posted
    | (?:نشر|نشرت|حدث|تحديث)\s*(?::|في\b|بتاريخ|يوم)) # «نُشر في», not «نشر قوات»
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LETTER = re.compile(r"[^\W\d_]")


def around_headline(page: str, *, title: str, text: str) -> tuple[list[str], list[str]]:
    """The lines that the HTML `page` shows just above its headline, and those between that and the text."""
    lines = page_lines(page)
    place = _headline(lines, title, text)
    if place is None:
        return [], []
    at, end = place
    return lines[max(0, at - ABOVE) : at], lines[at + 1 : min(end, at + 1 + BELOW)]


def visible_day(above: list[str], below: list[str]) -> datetime.date | None:
    """The day of publication that the lines around a headline show; None where they show none plainly.

    Plainly: below it in a line of little else, or above it beside a word for publication.
    """
    told = [*below, *(line for line in reversed(above) if _PUBLISHED.search(fold(line)))]
    return next((day for line in told if (day := _day(line))), None)


def without_head(text: str, *, title: str) -> tuple[str, datetime.date | None]:
    """`text` without the headline repeated above it and the line beside that which tells the day; and that day."""
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines[:HEAD]) if is_headline(line, title)), None)
    if at is None or len(lines) < at + 2:
        return text, None
    beside = [n for n in range(min(at + HEAD, len(lines))) if n > at or _PUBLISHED.search(fold(lines[n]))]
    days = {n: day for n in beside if (day := _day(lines[n]))}
    kept = [line for n, line in enumerate(lines) if n != at and n not in days]
    return ("\n".join(kept), next(iter(days.values()), None)) if kept else (text, None)


def day_of_head(text: str) -> datetime.date | None:
    """The day that one of the first lines of a plain text tells and tells alone; it stays part of the text."""
    head = (line for line in text.split("\n", 2 * HEAD)[: 2 * HEAD] if line.strip())
    return next((day for line in head if (day := _day(line, beside=ALONE))), None)


def is_headline(line: str, title: str) -> bool:
    """Whether the line is the title, signs and spelling aside."""
    return bool(title) and _plain(line) == _plain(title)


def _headline(lines: list[str], title: str, text: str) -> tuple[int, int] | None:
    """The number of the headline's line and of the line where the text begins."""
    opening, title = _plain(text)[:OPENING], _plain(title)
    plain = [_plain(line) for line in lines]
    end = next((n for n, line in enumerate(plain) if opening and line.startswith(opening)), None)
    if end is None or not title:
        return None
    headlines = [
        n for n, line in enumerate(plain[:end]) if len(line) > 10 and (line in title or title in line)
    ]
    return (headlines[-1], end) if headlines else None


def _day(line: str, beside: int = BESIDE) -> datetime.date | None:
    """The day of a line that tells a day and no more than so many letters besides."""
    if len(line) > LONGEST:
        return None
    dates = find_dates(line)
    day = next((date.day for date in dates if date.day), None)
    told = " ".join(date.text for date in dates)
    more = len(_LETTER.findall(line)) - len(_LETTER.findall(told))
    fits = more <= beside or _PUBLISHED.search(fold(line))
    return possible_day(day) if day and fits else None


def _plain(line: str) -> str:
    return " ".join(re.findall(r"\w+", fold(line)))
