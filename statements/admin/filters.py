"""Filters of the article list that no field answers: how far extraction and review have come, the import, kin."""

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from statements.admin.progress import BUSY
from statements.models import (
    Article,
    Difference,
    ExtractionRun,
    Import,
    ImportResult,
    Outlet,
    Publication,
    having_kin,
)

LATEST = 5  # imports offered


def listed(request: HttpRequest) -> str:
    """What the list of articles is of: an import, or what an outlet brought again; else of articles."""
    imported, outlet = request.GET.get("import"), request.GET.get("again")
    if _is_key(imported) and (found := Import.objects.with_counts().filter(pk=imported).first()):
        return _("مقالات %(what)s") % {"what": " · ".join(filter(None, [str(found), found.known_by()]))}
    if _is_key(outlet) and (found := Outlet.objects.filter(pk=outlet).first()):
        return _("مقالات نشرتها %(outlet)s بعد غيرها") % {"outlet": found}
    return str(Article._meta.verbose_name_plural)


class StateFilter(admin.SimpleListFilter):
    """Drafts, what is published, what was made another publication of an article and is neither, and the bin,
    which nobody sees who does not ask for it."""

    title = _("الحالة")
    parameter_name = "state__exact"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [*Article.State.choices, ("copy", _("نشر آخر لمقال"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if self.value() == "copy":
            return queryset.kept().filter(publication_of__isnull=False)
        if self.value() in Article.State.values:
            copies = {} if self.value() == Article.State.DELETED else {"publication_of": None}
            return queryset.filter(state=self.value(), **copies)
        return queryset.kept()


class KinFilter(admin.SimpleListFilter):
    title = _("نصوص متقاربة")
    parameter_name = "kin"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("has", _("في الأرشيف ما يكاد يطابقه"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return having_kin(queryset) if self.value() == "has" else queryset


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
        return [
            ("open", _("فيها ما لم يُراجَع")),
            ("otherwise", _("فيها ما يراه استخراج جديد غير ما قُرر")),
            ("done", _("رُوجعت كلها")),
            ("empty", _("بلا تصريحات")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.value():
            case "open":
                return queryset.filter(statement_count__gt=F("reviewed_count"))
            case "otherwise":
                seen = Difference.objects.filter(state=Difference.State.OPEN).values("statement__article")
                return queryset.filter(pk__in=seen)
            case "done":
                return queryset.filter(statement_count=F("reviewed_count"), statement_count__gt=0)
            case "empty":
                return queryset.filter(statement_count=0)
        return queryset


class ImportFilter(admin.SimpleListFilter):
    title = _("الإدخال")
    parameter_name = "import"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        chosen = Import.objects.filter(pk=self.value()) if _is_key(self.value()) else ()
        latest = [*Import.objects.order_by("-pk")[:LATEST], *chosen]
        return [(str(pk), name) for pk, name in {imported.pk: str(imported) for imported in latest}.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Articles that the import brought: what was there before is not its own to change or publish."""
        if not _is_key(self.value()):
            return queryset
        stored = ImportResult.Outcome.STORED
        results = ImportResult.objects.filter(file__imported=self.value(), outcome=stored)
        return queryset.filter(pk__in=results.values("article"))


class AgainFilter(admin.SimpleListFilter):
    """Articles of others that an outlet published too; offered where the list of outlets leads to it."""

    title = _("نشرتها بعد غيرها")
    parameter_name = "again"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        chosen = Outlet.objects.filter(pk=self.value()) if _is_key(self.value()) else ()
        return [(str(outlet.pk), str(outlet)) for outlet in chosen]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not _is_key(self.value()):
            return queryset
        return queryset.filter(pk__in=Publication.objects.filter(outlet=self.value()).values("article"))


def _is_key(value: str | None) -> bool:
    """Whether the value in an address can be a primary key."""
    return value is not None and value.isascii() and value.isdecimal() and len(value) < 19
