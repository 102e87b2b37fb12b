"""Errors that readers reported: seen with a way to the statement, settled one by one or together."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.admin.listing import ListAdmin
from statements.models import ErrorReport


class SettledFilter(admin.SimpleListFilter):
    title, parameter_name = _("الحال"), "settled"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        return [("no", _("لم يُسوَّ")), ("yes", _("سُوّي"))]

    def queryset(self, request: HttpRequest, reports: QuerySet) -> QuerySet:
        if self.value() not in ("no", "yes"):
            return reports
        return reports.filter(settled_at__isnull=self.value() == "no")


class ErrorReportAdmin(ListAdmin):
    list_display = ["what", "told_shortly", "review", "created_at", "settled_at"]
    list_filter = [SettledFilter, "what"]
    folded_search = ["told", "page"]
    fields = ["what", "told", "review", "public_page", "email", "created_at", "settled_at"]
    readonly_fields = fields
    actions = ["settle"]
    list_select_related = ["statement"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("ما الصواب؟"))
    def told_shortly(self, report: ErrorReport) -> str:
        return f"{report.told[:120]}…" if len(report.told) > 120 else report.told

    @admin.display(description=_("المراجعة"))
    def review(self, report: ErrorReport) -> SafeString | str:
        if report.statement is None:
            return self.public_page(report)
        address = reverse("admin:statements_article_review", args=[report.statement.article_id])
        return format_html(
            '<a href="{}#statement-{}">{}</a>', address, report.statement_id, _("راجع التصريح")
        )

    @admin.display(description=_("الصفحة"))
    def public_page(self, report: ErrorReport) -> SafeString:
        return format_html('<a href="{0}"><bdi dir="ltr">{0}</bdi></a>', report.page)

    @admin.action(description=_("سوِّ المحدد من البلاغات"), permissions=["change"])
    def settle(self, request: HttpRequest, reports: QuerySet) -> None:
        reports.filter(settled_at=None).update(settled_at=timezone.now())
