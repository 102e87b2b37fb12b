"""The calendar a reader wants days in: kept in a cookie of one word, without an account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from statements.calendars import CALENDARS, COOKIE

_A_YEAR = 365 * 24 * 3600  # seconds


@csrf_exempt  # nothing is lost where another site has a reader see Hijri days, and a token would be a cookie more
@require_POST
def choose_calendar(request: HttpRequest) -> HttpResponse:
    """Keep `calendar` (one of CALENDARS, else nothing changes) and go back to `next`, a page of the archive."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else reverse("home"))
    if (calendar := request.POST.get("calendar")) in CALENDARS:
        response.set_cookie(
            COOKIE, calendar, _A_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    return response
