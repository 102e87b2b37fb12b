"""Filters of the article list that no field answers: how far extraction and review have come, the import."""

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from statements.admin.progress import BUSY
from statements.models import Article, ExtractionRun, Import, ImportResult

LATEST = 5  # imports offered


class RunFilter(admin.SimpleListFilter):
    title = _("الاستخراج")
    parameter_name = "run"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [*ExtractionRun.State.choices, ("busy", _("لم ينته بعد")), ("none", _("لم يُطلب"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.value():
            case None:
                return queryset
            case "none":
                return queryset.filter(run_state=None)
            case "busy":
                return queryset.filter(run_state__in=BUSY)
            case state:
                return queryset.filter(run_state=state)


class ReviewFilter(admin.SimpleListFilter):
    title = _("المراجعة")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("open", _("فيها ما لم يُراجَع")), ("done", _("رُوجعت كلها")), ("empty", _("بلا تصريحات"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.value():
            case "open":
                return queryset.filter(statement_count__gt=F("reviewed_count"))
            case "done":
                return queryset.filter(statement_count=F("reviewed_count"), statement_count__gt=0)
            case "empty":
                return queryset.filter(statement_count=0)
        return queryset


class ImportFilter(admin.SimpleListFilter):
    title = _("الإدخال")
    parameter_name = "import"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        chosen = Import.objects.filter(pk=self.value()) if (self.value() or "").isdecimal() else ()
        latest = [*Import.objects.order_by("-pk")[:LATEST], *chosen]
        return [(str(pk), name) for pk, name in {imported.pk: str(imported) for imported in latest}.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Articles that came with the import, those that were there before too."""
        if not (self.value() or "").isdecimal():
            return queryset
        results = ImportResult.objects.filter(file__imported=self.value())
        return queryset.filter(pk__in=results.values("article"))
