"""Pages by cursor: what comes in or goes out meanwhile neither repeats a row nor skips one."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request

from statements.filters.results import Results

PAGE, MOST = 50, 200  # rows of a page: as it is, and as it may be asked for
_NO_CURSOR = _("المؤشر (cursor) غير صالح: ابدأ من الصفحة الأولى.")


class RowPages(CursorPagination):
    """Pages of a QuerySet, latest taken in first."""

    page_size, max_page_size, page_size_query_param = PAGE, MOST, "size"
    ordering = "-pk"
    invalid_cursor_message = _NO_CURSOR

    def paginate_queryset(self, queryset, request: Request, view=None) -> list[Model] | None:
        rows = super().paginate_queryset(queryset, request, view)
        self.base_url = _whole(request, request.query_params)
        return rows


def size_asked(request: Request) -> int:
    """Rows of a page as ?size= asks for them, within bounds; nonsense is the usual size."""
    wanted = request.query_params.get("size", "")
    return min(max(int(wanted), 1), MOST) if wanted.isdecimal() and len(wanted) < 6 else PAGE


def search_page(results: Results, request: Request, record: Callable[[Model], dict]) -> dict[str, Any]:
    """One page of a search as {count, next, results}; raises NotFound for a cursor that is none.

    By day the cursor is the place of the last row in the order of all; by relevance, which holds for one
    moment of the index only, it is the number of rows before.
    """
    size, cursor = size_asked(request), _read(request.query_params.get("cursor", ""))
    ids, ahead = results.after(cursor, size)
    rows: Sequence[Model] = results.fetch(ids)
    return {
        "count": results.total,
        "next": _address(request, _written(ahead)) if ahead else None,
        "results": [record(row) for row in rows],
    }


def _address(request: Request, cursor: str) -> str:
    query = request.query_params.copy()
    query["cursor"] = cursor
    return _whole(request, query)


def _whole(request: Request, query: QueryDict) -> str:
    """From the parameters as they were read: the query string may hold letters that were never encoded."""
    return f"{request.build_absolute_uri(request.path)}?{query.urlencode()}"


def _written(cursor: tuple[int, int]) -> str:
    return base64.urlsafe_b64encode(json.dumps(cursor).encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[int, int] | None:
    if not cursor:
        return None
    try:
        numbers = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        below, skip = numbers
    except (binascii.Error, ValueError, TypeError) as error:
        raise NotFound(_NO_CURSOR) from error
    if not all(type(number) is int and 0 <= number < 2**63 for number in (below, skip)):
        raise NotFound(_NO_CURSOR)
    return below, skip
