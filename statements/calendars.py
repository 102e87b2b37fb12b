"""Days and months in words: Gregorian months as Egypt, the Levant or both name them; the Hijri day beside them.

The settings MONTH_NAMES ("egyptian", "levantine", "both") and HIJRI say which; English has its own month names.
A reader's own choice of the Hijri day comes before the setting: a cookie of one word, which pages vary by.
"""

import datetime
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

_LEVANTINE = (
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
    *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
)

COOKIE = "calendar"
HIJRI, GREGORIAN = "hijri", "gregorian"
CALENDARS = (HIJRI, GREGORIAN)
_chosen: ContextVar[str] = ContextVar("calendar", default="")  # by the reader of the page that is being made


def keep_readers_calendar(get_response: Callable) -> Callable:
    """Middleware: the page is made with the calendar that the reader chose."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        chosen = _chosen.set(request.COOKIES.get(COOKIE, ""))
        try:
            response = get_response(request)
        finally:
            _chosen.reset(chosen)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response

    return respond


def with_hijri() -> bool:
    """Whether the Hijri day stands beside the Gregorian: as the reader chose, else as the archive is set."""
    chosen = _chosen.get()
    return chosen == HIJRI if chosen in CALENDARS else settings.HIJRI


def write_day(day: datetime.date) -> str:
    """«12 مايو 2021», «12 أيار 2021», «12 أيار/مايو 2021»; in English «12 May 2021»."""
    return f"{day.day} {write_month(day)}"


def write_month(day: datetime.date) -> str:
    """«مايو 2021»."""
    return f"{month_name(day)} {day.year}"


def write_hijri(day: datetime.date) -> str:
    """«30 رمضان 1442 هـ» by the calendar of Umm al-Qura; empty unless `with_hijri()`, or beyond its years (1924–2077)."""
    if not with_hijri():
        return ""
    from hijridate import Gregorian  # its tables are loaded only where asked for

    try:
        hijri = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    month = hijri.month_name("ar" if get_language() == "ar" else "en")
    return _("%(day)s %(month)s %(year)s هـ") % {"day": hijri.day, "month": month, "year": hijri.year}


def month_name(day: datetime.date) -> str:
    """«مايو», «أيار», «أيار/مايو»."""
    own = date_format(day, "F")
    if get_language() != "ar" or settings.MONTH_NAMES == "egyptian":
        return own
    levantine = _LEVANTINE[day.month - 1]
    return levantine if settings.MONTH_NAMES == "levantine" else f"{levantine}/{own}"
