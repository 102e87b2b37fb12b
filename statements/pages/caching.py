"""What browsers and caches between may keep of a page: nothing of an editor's; the public's only while it is still so.

`no-cache` asks each time whether the page is still the same (its ETag says so, by Django's ConditionalGetMiddleware),
so that what is published or taken back shows at once. There is no Last-Modified: what a page shows also changes with
a name corrected elsewhere, kin found, a later extraction, another template, the day it is cited on; no clock tells
all that, and a date that is too early would keep a page that was taken back. The ETag is the page itself.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

EDITORS, VISITORS, OF_ONE = "private, no-store", "public, no-cache", "private, no-cache"


def say_what_may_be_kept(get_response: Callable) -> Callable:
    """Middleware: Cache-Control for answers that have none."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = _kept(request, response)
        return response

    return respond


def _kept(request: HttpRequest, response: HttpResponseBase) -> str:
    # Who brings no cookie is not asked for: what depends on nobody stays so. The API knows no user, not even a visitor.
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user and request.user.is_authenticated:
        return EDITORS
    if response.cookies or getattr(request, "META", {}).get("CSRF_COOKIE_NEEDS_UPDATE"):
        return OF_ONE
    return VISITORS if request.method in ("GET", "HEAD") and response.status_code < 500 else "no-store"
