"""Answers to what went wrong outside a view: a machine in trouble, a request that is too large."""

import shutil
import sys
from collections.abc import Callable

from django.conf import settings
from django.contrib.admin import site
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.defaults import bad_request as plain_bad_request
from django.views.defaults import page_not_found as plain_page_not_found
from django.views.defaults import server_error as plain_server_error

from statements.outages import is_full_disk, is_outage

MEGABYTE = 1024 * 1024
MAX_REQUEST = 1024 * MEGABYTE  # bytes: all files of a form that is sent without script, in one request
FULL = 16 * MEGABYTE  # free bytes: PostgreSQL wants as many at once for its log of changes
AGAIN = 10  # seconds after which a program may ask again


def refuse_large_requests(get_response: Callable) -> Callable:
    """Middleware: a request over MAX_REQUEST is answered without reading it."""

    def respond(request: HttpRequest) -> HttpResponse:
        length = request.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > MAX_REQUEST:
            return _told(request, 413, _too_large())
        return get_response(request)

    return respond


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django could not take: too many files and too long a text are told as such."""
    if isinstance(exception, TooManyFilesSent):
        return _told(request, 413, _too_many_files())
    if isinstance(exception, RequestDataTooBig):
        return _told(request, 413, _("النص الملصق أطول مما يُقبل: احفظه ملفًا وارفعه."))
    return plain_bad_request(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """In the editors' rooms their own page, with their ways; elsewhere the readers'."""
    if request.path.startswith(reverse("admin:index")) and site.has_permission(request):
        context = site.each_context(request) | {"title": _("لا صفحة بهذا العنوان")}
        return render(request, "admin/404.html", context, status=404)
    return plain_page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """An outage is answered with 503 and what to do; anything else is our fault, with 500."""
    error = sys.exception()
    if not is_outage(error):
        return plain_server_error(request)
    full = is_full_disk(error) or _our_disk_is_full()  # on a full disk PostgreSQL may end without a word
    response = _told(request, 503, _outage(full=full, sent=request.method == "POST"))
    response["Retry-After"] = str(AGAIN)
    return response


def _told(request: HttpRequest, status: int, message: str) -> HttpResponse:
    """As a page, or to a script as JSON like that of a form's errors. Asks no database."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"errors": {"__all__": [message]}}, status=status)
    # Without the request: whether an editor asks would be looked up in the database.
    return HttpResponse(render_to_string("trouble.html", {"message": message, "hidden": True}), status=status)


def _our_disk_is_full() -> bool:
    return shutil.disk_usage(settings.STATIC_ROOT.parent).free < FULL


def _outage(*, full: bool, sent: bool) -> str:
    if full and sent:
        return _(
            "امتلأ قرص الخادم، فلم يكتمل حفظ ما أرسلته. أخبر مدير الخادم ليفرغ مكانًا، ثم أرسله من جديد: "
            "ما وصل منه لا يُحفظ مرتين."
        )
    if full:
        return _("امتلأ قرص الخادم. أخبر مديره ليفرغ مكانًا، ثم حدّث الصفحة.")
    if sent:
        return _(
            "قاعدة البيانات لا تجيب الآن، فلم يكتمل حفظ ما أرسلته. انتظر دقيقة ثم أرسله من جديد: "
            "ما وصل منه لا يُحفظ مرتين."
        )
    return _("قاعدة البيانات لا تجيب الآن. انتظر دقيقة ثم حدّث الصفحة.")


def _too_large() -> str:
    return _("ما أرسلته معًا أكبر من %(n)d ميغابايت: أرسله على دفعات.") % {"n": MAX_REQUEST // MEGABYTE}


def _too_many_files() -> str:
    return _("ما أرسلته معًا أكثر من %(n)d ملف: أرسله على دفعات، أو في أرشيف ⁦ZIP⁩.") % {
        "n": settings.DATA_UPLOAD_MAX_NUMBER_FILES
    }
