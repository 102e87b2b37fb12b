"""What a reader reports: which page is meant, whether a person sent it, whether there is room for more."""

import datetime
import re
import unicodedata
from urllib.parse import unquote

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from statements.languages import in_language
from statements.models import Article, ErrorReport, Statement

QUICKEST, LONGEST = 3, 24 * 3600  # seconds from showing the form to sending it
MOST_OF_ONE, MOST_OF_ALL = 6, 300  # reports an hour
_MOST_LETTERS = 1000  # of an address
_SALT = "statements.reports"


class NotTaken(Exception):
    """Why a report is not taken; the message says what to do."""


def stamp(sent: str = "") -> str:
    """What a form carries along: when it was shown, signed. One `sent` and shown again keeps its own: nobody waits twice."""
    signer = TimestampSigner(salt=_SALT)
    try:
        signer.unsign(sent, max_age=LONGEST)
    except BadSignature:
        return signer.sign("report")
    return sent


def check(request: HttpRequest, stamped: str) -> str:
    """The sender's digest, to be kept with the report. Raises NotTaken."""
    _check_time(stamped)
    sender = _sender(request)
    lately = ErrorReport.objects.filter(created_at__gt=timezone.now() - datetime.timedelta(hours=1))
    if lately.filter(sender=sender).count() >= MOST_OF_ONE:
        raise NotTaken(_("وصلنا منك عدد من البلاغات في الساعة الأخيرة، وشكرًا لك: أعد الإرسال بعد ساعة."))
    if lately.count() >= MOST_OF_ALL:
        raise NotTaken(_("البلاغات كثيرة الآن: أعد الإرسال بعد ساعة."))
    return sender


def page_meant(typed: str, host: str) -> tuple[str, Statement | None]:
    """The address of the public page that a report is about, in Arabic, and its statement; ("", None) for none.

    It may be typed whole, as the browser shows it; one of another host than `host` is none.
    """
    whole = re.fullmatch(r"https?://([^/]+)(/.*)", typed.strip())
    if whole and whole[1] != host:
        return "", None
    path = unquote(whole[2] if whole else typed.strip())[:_MOST_LETTERS]
    path = in_language(unicodedata.normalize("NFC", path), settings.LANGUAGE_CODE)
    try:
        match = resolve(path.partition("?")[0], urlconf=None)
    except Resolver404:
        return "", None
    if match.url_name != "statement":
        return path, None
    seen = Article.objects.published()
    return path, Statement.objects.filter(article__in=seen, pk=match.kwargs["id"]).first()


def _check_time(stamped: str) -> None:
    try:
        TimestampSigner(salt=_SALT).unsign(stamped, max_age=LONGEST)
    except BadSignature:
        raise NotTaken(_("بقي النموذج مفتوحًا مدة طويلة: راجع ما كتبته ثم أرسله من جديد.")) from None
    try:
        TimestampSigner(salt=_SALT).unsign(stamped, max_age=QUICKEST)
    except BadSignature:
        return
    raise NotTaken(_("أُرسل النموذج فور فتحه: انتظر ثواني ثم أرسله من جديد."))


def _sender(request: HttpRequest) -> str:
    address = request.META.get("REMOTE_ADDR", "")
    if settings.HTTPS:  # behind a proxy, which puts the address it saw at the end
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    return salted_hmac(_SALT, f"{timezone.localdate()}{address}").hexdigest()[:32]
