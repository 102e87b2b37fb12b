"""The results of an import as a table to take along (CSV)."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext as _

from statements.admin.addresses import review_address
from statements.exports.tables import table_lines
from statements.models import Import, ImportFile, ImportResult

_MARKS = re.compile(
    "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)  # of direction: a page needs them, a table does not


def download(imported: Import, request: HttpRequest) -> StreamingHttpResponse:
    """Every result, in UTF-8 with the mark by which Excel knows it."""
    response = StreamingHttpResponse(_lines(imported, request), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{imported.pk}.csv"'
    return response


def _lines(imported: Import, request: HttpRequest) -> Iterator[str]:
    heading = [_("الملف"), _("الموضع"), _("النتيجة"), _("السبب"), _("المقال"), _("العنوان على الشبكة")]
    return table_lines(heading, ([_plain(cell) for cell in row] for row in _rows(imported, request)))


def _rows(imported: Import, request: HttpRequest) -> Iterator[list]:
    for result in ImportResult.objects.of(imported).iterator(chunk_size=1000):
        article = result.article
        address = request.build_absolute_uri(review_address(article)) if article else ""
        yield [result.file, result.place, result.get_outcome_display(), result.reason, article or "", address]
    for file in imported.files.filter(state=ImportFile.State.FAILED).defer("content"):
        yield [file, "", file.get_state_display(), file.error, "", ""]


def _plain(cell: object) -> str:
    """Without marks of direction."""
    return _MARKS.sub("", str(cell))
