"""Imports in the admin: the list of them, and the addresses of their pages."""

from collections import Counter

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.admin import import_page, import_table
from statements.admin.listing import ListAdmin
from statements.models import Import


class BeganFilter(admin.DateFieldListFilter):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("وقت البدء")


class EnteredByFilter(admin.RelatedOnlyFieldListFilter):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("المُدخِل")


class ImportAdmin(ListAdmin):
    list_display = ["named", "began", "entered_by", "origin", "became"]
    list_display_links = None
    list_select_related = ["created_by"]
    list_filter = [("created_at", BeganFilter), "origin", ("created_by", EnteredByFilter)]
    actions = None
    folded_search = ["files__name", "outlet"]
    search_help_text = _("في أسماء الملفات وجهة النشر التي كُتبت عند الرفع")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        found, _may_double = super().get_search_results(request, queryset, search_term)
        return found.distinct(), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Import]:
        return super().get_queryset(request).with_counts()

    def get_urls(self) -> list[URLPattern]:
        def at(address: str, view, name: str) -> URLPattern:
            return path(address, self.admin_site.admin_view(view), name=f"statements_import_{name}")

        return [
            at("<int:import_id>/change/", self.show, "change"),
            at("<int:import_id>/results.csv", self.download, "download"),
            at("<int:import_id>/files/<int:file_id>/again/", self.read_again, "again"),
            *super().get_urls(),
        ]

    @admin.display(description=_("الإدخال"), ordering="id")
    def named(self, imported: Import) -> SafeString:
        """Its number, and what an editor knows it by."""
        link = format_html('<a href="{}">{}</a>', imported.get_absolute_url(), imported)
        return format_html('{} <span class="desk-quiet"><bdi>{}</bdi></span>', link, imported.known_by())

    @admin.display(description=_("المُدخِل"), ordering="created_by")
    def entered_by(self, imported: Import) -> str:
        by_command = imported.origin == Import.Origin.COMMAND and not imported.created_by
        return imported.get_origin_display() if by_command else str(imported.created_by or "—")

    @admin.display(description=_("وقت البدء"), ordering="created_at")
    def began(self, imported: Import) -> str:
        return date_format(timezone.localtime(imported.created_at), "j F Y، H:i")

    @admin.display(description=_("النتيجة"))
    def became(self, imported: Import) -> SafeString:
        files, outcomes = Counter(imported.file_counts), Counter(imported.outcome_counts)
        waits = format_html(" · <b>{}</b>", _("ينتظر تسمية أعمدته: %(n)d") % {"n": files["unclear"]})
        return format_html(
            _("ملفات: {files} · أُدخل: {stored} · موجود من قبل: {there} · رُفض: {refused}") + "{waits}",
            files=files["all"]
            if files["all"] >= imported.expected
            else _("%(n)d من %(all)d") % {"n": files["all"], "all": imported.expected},
            stored=outcomes["stored"],
            there=outcomes["already_there"],
            refused=outcomes["refused"] + files["failed"],
            waits=waits if files["unclear"] else "",
        )

    def show(self, request: HttpRequest, import_id: int) -> HttpResponse:
        return import_page.show(self, request, self._find(request, import_id))

    def download(self, request: HttpRequest, import_id: int) -> HttpResponse:
        return import_table.download(self._find(request, import_id), request)

    def read_again(self, request: HttpRequest, import_id: int, file_id: int) -> HttpResponse:
        return import_page.read_again(request, self._find(request, import_id), file_id)

    def _find(self, request: HttpRequest, import_id: int) -> Import:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Import, pk=import_id)
