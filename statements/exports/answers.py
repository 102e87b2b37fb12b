"""?format= of a page: the same rows as a file or a feed."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db.models import Model, prefetch_related_objects
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils.http import content_disposition_header

from statements.api.serializers import SERIALIZERS
from statements.exports.feeds import atom_feed
from statements.exports.tables import csv_lines, xlsx_file
from statements.models import Statement

_BATCH = 500  # rows
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
}
_ALSO = {"json": "jsonl", "excel": "xlsx"}  # as the links are labelled


def asked_format(request: HttpRequest) -> str:
    """The format that ?format= asks for, "" for the page; also by the word of its link (json, excel).

    Raises Http404 for one that is none.
    """
    wanted = request.GET.get("format", "")
    wanted = _ALSO.get(wanted, wanted)
    if wanted and wanted not in FORMATS:
        raise Http404
    return wanted


def answer(request: HttpRequest, model: type[Model], rows: Iterable[Model], title: str) -> HttpResponseBase:
    """All `rows` (of one model, in their order) in the format asked for; a feed holds the first of them."""
    wanted = asked_format(request)
    kind, absolute = FORMATS[wanted], request.build_absolute_uri
    if wanted == "atom":
        return HttpResponse(atom_feed(rows, title, request), content_type=kind)
    if wanted in ("csv", "xlsx") and model is Statement:
        rows = _with_offices(rows)
    if wanted == "xlsx":
        response = FileResponse(xlsx_file(model, rows, absolute), content_type=kind)
    elif wanted == "csv":
        response = StreamingHttpResponse(csv_lines(model, rows, absolute), content_type=kind)
    else:
        response = StreamingHttpResponse(_json_lines(model, rows, request), content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, f"{_file_name(title)}.{wanted}")
    return response


def _with_offices(rows: Iterable[Statement]) -> Iterator[Statement]:
    """With what tells the offices of their speakers, read for many rows at once."""
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        prefetch_related_objects(batch, "parties__actor__names", "article__mentions")
        yield from batch


def _json_lines(model: type[Model], rows: Iterable[Model], request: HttpRequest) -> Iterator[str]:
    """The records of the API, a line each."""
    record = SERIALIZERS[model](context={"request": request}).to_representation
    for row in rows:
        yield json.dumps(record(row), ensure_ascii=False, default=str) + "\n"


def _file_name(title: str) -> str:
    """The words of the title as a name that every file system takes."""
    words = "".join(c if c.isalnum() or c == " " else " " for c in title).split()
    return "-".join(words)[:60].strip("-") or "archive"
