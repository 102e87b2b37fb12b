"""The day that a cell of a table tells."""

import datetime
import re

from statements.documents.document import possible_day
from statements.extraction.dates import find_dates
from statements.extraction.normalize import fold

_ISO_DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_EUROPEAN_DAY = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_NUMBER = re.compile(r"\s*(\d{5,13})(\.\d+)?\s*")
_WORKBOOK_EPOCH = datetime.date(1899, 12, 30)  # day 0 of Excel and LibreOffice


def read_day(told: object) -> datetime.date | None:
    """The day of a date of the workbook, 2021-05-12, 12/05/2021 (day first), 12 مايو 2021, of a number; else None."""
    if isinstance(told, datetime.datetime):
        return possible_day(told.date())
    if isinstance(told, datetime.date):
        return possible_day(told)
    if not isinstance(told, str | int | float) or isinstance(told, bool):
        return None
    try:
        day = _of_words(fold(str(told)))  # digits of every script
    except (ValueError, OverflowError, OSError):
        return None
    return possible_day(day) if day else None


def _of_words(told: str) -> datetime.date | None:
    """Raises ValueError, OverflowError, OSError for a day that cannot be."""
    if found := _ISO_DAY.match(told):
        return datetime.date(*map(int, found.groups()))
    if found := _EUROPEAN_DAY.match(told):
        return datetime.date(*map(int, reversed(found.groups())))
    if found := _NUMBER.fullmatch(told):
        return _of_number(found[1])
    return next((date.day for date in find_dates(told[:80]) if date.day), None)


def _of_number(digits: str) -> datetime.date | None:
    """5 digits are a day of a workbook (44328), 8 a date (20210512), 10 seconds and 13 milliseconds since 1970."""
    if len(digits) == 5:
        return _WORKBOOK_EPOCH + datetime.timedelta(days=int(digits))
    if len(digits) == 8:
        return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(digits) in (10, 13):
        return datetime.datetime.fromtimestamp(int(digits[:10]), datetime.UTC).date()
    return None
