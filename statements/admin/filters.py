"""Filters of the article list that no field answers: how far extraction and review have come."""

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from statements.admin.progress import BUSY
from statements.models import Article, ExtractionRun


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
