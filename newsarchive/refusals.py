"""Requests that gunicorn itself refuses are answered in the archive's own words.

An address typed in Arabic letters by a program that does not encode them is sent on to the encoded one.
"""

from http import HTTPStatus
from urllib.parse import quote

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from gunicorn import util
from gunicorn.http.errors import InvalidRequestLine, LimitRequestHeaders, LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

ENCODED = "/:?#[]@!$&'()*+,;=%-._~"  # what an address has of signs, and what is encoded already


class Worker(ThreadWorker):
    """gunicorn's worker of threads, with pages of the archive for what is no request it takes."""

    def handle_error(self, req, client, addr, exc) -> None:
        answer = _answer(exc)
        if answer is None:
            return super().handle_error(req, client, addr, exc)
        try:
            return util.write_nonblock(client, answer)
        except OSError:  # whoever asked is gone
            return self.log.debug("Failed to send error message.")


def _answer(error: Exception) -> bytes | None:
    """The whole response; None for errors that gunicorn tells."""
    if isinstance(error, InvalidRequestLine):
        address = _encoded(str(error.req))
        return _moved(address) if address else _page(HTTPStatus.BAD_REQUEST, _not_understood)
    if isinstance(error, LimitRequestLine):
        return _page(HTTPStatus.REQUEST_URI_TOO_LONG, _too_long)
    if isinstance(error, LimitRequestHeaders):
        return _page(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, _headers_too_large)
    return None


def _encoded(line: str) -> str:
    """The address of a request line (bytes as Latin-1) with its letters encoded; empty where that is no cure."""
    method, _space, rest = line.partition(" ")
    address = rest.rpartition(" HTTP/")[0]
    if method not in ("GET", "HEAD") or not address.startswith("/") or address[1:2] in ("/", "\\"):
        return ""
    encoded = quote(address.encode("latin-1"), safe=ENCODED)
    return encoded if encoded != address else ""


def _moved(address: str) -> bytes:
    return _response(HTTPStatus.MOVED_PERMANENTLY, b"", f"Location: {address}\r\n")


def _page(status: HTTPStatus, message) -> bytes:
    with translation.override(settings.LANGUAGE_CODE):
        page = render_to_string("trouble.html", {"message": message(), "hidden": True})
    return _response(status, page.encode(), "Content-Type: text/html; charset=utf-8\r\n")


def _response(status: HTTPStatus, body: bytes, headers: str) -> bytes:
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\nConnection: close\r\n{headers}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode("ascii") + body


def _not_understood() -> str:
    return _("لم نفهم هذا العنوان. لعله نُسخ ناقصًا.")


def _too_long() -> str:
    return _("هذا العنوان أطول مما يُقبل: ابحث بكلمات أقل، أو اختر مرشحات أقل.")


def _headers_too_large() -> str:
    return _("أرسل متصفحك مع الطلب أكثر مما يُقبل: احذف ملفات الارتباط (الكوكيز) لهذا الموقع ثم أعد المحاولة.")
