"""Imports in the admin: how far each is, what became of every file and article in it, and what to do then."""

import csv
from collections.abc import Iterator
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements import importing
from statements.admin.addresses import review_address
from statements.admin.listing import ListAdmin
from statements.admin.progress import in_work
from statements.models import Article, Import, ImportFile, ImportResult

ROWS = 100  # results a page
Outcome, State = ImportResult.Outcome, ImportFile.State


class ColumnsForm(forms.Form):
    """Which column of a table holds what of an article."""

    text = forms.ChoiceField(label=_("نص المقال"))
    title = forms.ChoiceField(label=_("العنوان"), required=False)
    outlet = forms.ChoiceField(label=_("جهة النشر"), required=False)
    date = forms.ChoiceField(label=_("تاريخ النشر"), required=False)
    url = forms.ChoiceField(label=_("الرابط"), required=False)

    def __init__(self, columns: list[str], *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(column, column) for column in columns if column]
        for name, field in self.fields.items():
            field.choices = [("", _("اختر العمود") if name == "text" else _("لا يوجد")), *choices]

    def columns(self) -> dict[str, str]:
        """Field of an article -> column, of those that were chosen."""
        return {field: column for field, column in self.cleaned_data.items() if column}


class ImportAdmin(ListAdmin):
    list_display = ["named", "began", "created_by", "origin", "became"]
    list_display_links = None
    list_select_related = ["created_by"]
    list_filter = ["origin", ("created_by", admin.RelatedOnlyFieldListFilter)]
    actions = None
    folded_search = ["files__name"]
    search_help_text = _("في أسماء الملفات")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        found, _may_double = super().get_search_results(request, queryset, search_term)
        return found.distinct(), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        def at(address: str, view, name: str) -> URLPattern:
            return path(
                address, self.admin_site.admin_view(partial(view, self)), name=f"statements_import_{name}"
            )

        return [
            at("<int:import_id>/change/", show, "change"),
            at("<int:import_id>/results.csv", download, "download"),
            at("<int:import_id>/files/<int:file_id>/again/", read_again, "again"),
            *super().get_urls(),
        ]

    @admin.display(description=_("الإدخال"), ordering="id")
    def named(self, imported: Import) -> SafeString:
        return format_html('<a href="{}">{}</a>', imported.get_absolute_url(), imported)

    @admin.display(description=_("بدأ"), ordering="created_at")
    def began(self, imported: Import) -> str:
        return date_format(timezone.localtime(imported.created_at), "j F Y، H:i")

    @admin.display(description=_("ما صار"))
    def became(self, imported: Import) -> SafeString:
        return format_html(
            _("ملفات: {files} · أُدخل: {stored} · موجود من قبل: {there} · رُفض: {refused}"),
            files=(counts := imported.counts())["files"],
            stored=counts["stored"],
            there=counts["already_there"],
            refused=counts["refused"] + counts["failed"],
        )


def show(model_admin: ImportAdmin, request: HttpRequest, import_id: int) -> HttpResponse:
    """How far the import is; the results, a hundred a page, those of one outcome where asked."""
    imported = _find(model_admin, request, import_id)
    outcome = request.GET.get("outcome", "")
    results = _results(imported)
    if outcome in Outcome.values:
        results = results.filter(outcome=outcome)
    counts = imported.counts()
    extracting = in_work(_articles(imported)).count()
    page = Paginator(results, ROWS).get_page(request.GET.get("page"))
    context = model_admin.admin_site.each_context(request) | {
        "title": str(imported),
        "opts": model_admin.opts,
        "imported": imported,
        "counts": counts,
        "busy": counts["unread"] > 0,
        "read_files": counts["files"] - counts["unread"],
        "extracting": extracting,
        "extracted": counts["stored"] - extracting,
        "troubled": _troubled(imported),
        "held_up": imported.files.filter(state=State.WAITING).exclude(error="").exists(),
        "page": page,
        "outcome": outcome,
        "left_out": (imported.title or imported.url) and counts["stored"] + counts["already_there"] > 1,
        "only": _only_article(counts, page),
    }
    return render(request, "admin/desk/import.html", context)


def download(model_admin: ImportAdmin, request: HttpRequest, import_id: int) -> StreamingHttpResponse:
    """Every result as CSV, in UTF-8 with the mark by which Excel knows it."""
    imported = _find(model_admin, request, import_id)
    response = StreamingHttpResponse(_lines(imported, request), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{imported.pk}.csv"'
    return response


def read_again(model_admin: ImportAdmin, request: HttpRequest, import_id: int, file_id: int) -> HttpResponse:
    """Read a file that failed again, or a table with the columns the editor chose."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    imported = _find(model_admin, request, import_id)
    file = get_object_or_404(
        imported.files.filter(state__in=[State.FAILED, State.UNCLEAR]).defer("content"), pk=file_id
    )
    columns = file.columns
    if file.state == State.UNCLEAR:
        form = ColumnsForm(file.known_columns, request.POST)
        if not form.is_valid():
            messages.error(request, _("اختر العمود الذي فيه نص المقال."))
            return redirect(imported)
        columns = form.columns()
    importing.read_again(file, columns)
    messages.success(request, _("أُعيد الملف إلى القراءة."))
    return redirect(imported)


def _find(model_admin: ImportAdmin, request: HttpRequest, import_id: int) -> Import:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    return get_object_or_404(Import, pk=import_id)


def _results(imported: Import) -> QuerySet[ImportResult]:
    files = ImportFile.objects.defer("content", "known_columns", "columns")
    return (
        ImportResult.objects.filter(file__in=files.filter(imported=imported))
        .select_related("file", "article")
        .defer("file__content", "article__text")
    )


def _articles(imported: Import) -> QuerySet[Article]:
    stored = ImportResult.objects.filter(file__imported=imported, outcome=Outcome.STORED)
    return Article.objects.filter(pk__in=stored.values("article"))


def _troubled(imported: Import) -> list[tuple[ImportFile, ColumnsForm | None]]:
    """Files that wait for an editor: what failed, and tables whose columns are unknown, with their form."""
    files = imported.files.filter(state__in=[State.FAILED, State.UNCLEAR]).defer("content")[:ROWS]
    return [
        (file, ColumnsForm(file.known_columns, auto_id=f"file-{file.pk}-%s") if file.known_columns else None)
        for file in files
    ]


def _only_article(counts: dict[str, int], page) -> Article | None:
    """The article of an import that has one, for the way on to its review."""
    results = list(page)
    return results[0].article if len(results) == 1 and counts["unread"] == 0 else None


class _Echo:
    """What csv writes to: a line comes back instead of being kept."""

    def write(self, line: str) -> str:
        return line


def _lines(imported: Import, request: HttpRequest) -> Iterator[str]:
    write = csv.writer(_Echo()).writerow
    yield "\ufeff"
    yield write([_("الملف"), _("الموضع"), _("النتيجة"), _("السبب"), _("المقال"), _("العنوان على الشبكة")])
    for result in _results(imported).iterator(chunk_size=1000):
        article = result.article
        address = request.build_absolute_uri(review_address(article)) if article else ""
        row = [result.file, result.place, result.get_outcome_display(), result.reason, article or "", address]
        yield write([_harmless(str(cell)) for cell in row])
    for file in imported.files.filter(state=State.FAILED).defer("content"):
        yield write([_harmless(str(file)), "", file.get_state_display(), file.error, "", ""])


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula, told as text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
