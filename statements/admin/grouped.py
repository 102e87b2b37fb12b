"""Lists of what several articles tell of once: who else tells it, put together and apart, and the way back."""

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements.grouping.decisions import DecidedSince, put_apart, put_together, undo
from statements.models import GroupDecision

MOST_TOGETHER = 50  # rows


class ToldByFilter(admin.SimpleListFilter):
    """By whether several articles tell it; the address may also name one group."""

    title = gettext_lazy("من رواه")
    parameter_name = "told"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple]:
        return [("several", _("مقالات عدة")), ("one", _("مقال واحد"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() in ("several", "one"):
            return queryset.filter(group__isnull=self.value() == "one")
        number = self.value() or ""
        return queryset.filter(group=int(number)) if number.isascii() and number.isdecimal() else queryset


class Grouped(ModelAdmin):
    """Two actions and a column; what is listed has a `group`."""

    actions = ("put_together", "put_apart")
    one: str = ""  # what is told once its rows were put together
    alone: str = ""  # and once one was put apart

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.undo_decision)
        name = f"statements_{self.opts.model_name}_ungroup"
        return [path("groups/<int:decision_id>/undo/", view, name=name), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With how many are one with it, itself counted."""
        same = self.model.objects.filter(group=OuterRef("group")).order_by().values("group")
        rows = super().get_queryset(request)
        return rows.annotate(told_count=Subquery(same.annotate(count=Count("pk")).values("count")))

    @admin.display(description=gettext_lazy("رواه"))
    def told_by(self, row) -> SafeString | str:
        """How many articles tell it, as the way to their rows."""
        if not row.group_id:
            return ""
        words = ngettext("مقال واحد", "%(n)s مقال", row.told_count) % {"n": row.told_count}
        return format_html('<a href="?told={}">{}</a>', row.group_id, words)

    @admin.action(description=gettext_lazy("المختار واحد"), permissions=["change"])
    def put_together(self, request: HttpRequest, queryset: QuerySet) -> None:
        rows = list(queryset)
        if not 1 < len(rows) <= MOST_TOGETHER:
            self.message_user(request, _("اختر اثنين على الأقل، وخمسين على الأكثر."), messages.WARNING)
        else:
            tell_decided(request, put_together(rows, by=request.user), str(self.one))

    @admin.action(description=gettext_lazy("ليس مع غيره"), permissions=["change"])
    def put_apart(self, request: HttpRequest, queryset: QuerySet) -> None:
        for row in list(queryset[:MOST_TOGETHER]):
            tell_decided(request, put_apart(row, by=request.user), str(self.alone))

    def undo_decision(self, request: HttpRequest, decision_id: int) -> HttpResponse:
        """Take a decision back, then to where that was pressed (`back`)."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        decision = get_object_or_404(GroupDecision, pk=decision_id, of=self.opts.model_name)
        if request.method == "POST":
            tell_undone(request, decision)
        back = request.POST.get("back", "")
        allowed = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
        return redirect(back if allowed else f"admin:statements_{self.opts.model_name}_changelist")


def tell_decided(request: HttpRequest, decision: GroupDecision, words: str) -> None:
    """Say what was done, with a button that takes it back."""
    address = reverse(f"admin:statements_{decision.of}_ungroup", args=[decision.pk])
    shown = {"words": words, "address": address, "back": request.get_full_path()}
    messages.success(request, render_to_string("admin/desk/_grouped.html", shown, request))


def tell_undone(request: HttpRequest, decision: GroupDecision) -> bool:
    """Take the decision back and say so, or why not; whether it was."""
    try:
        undo(decision, by=request.user)
    except DecidedSince:
        messages.error(request, _("لم يتغير شيء: قُرر بعد ذلك شيء آخر في بعضها، فتراجع عن الأحدث أولًا."))
        return False
    messages.success(request, _("أُلغي القرار، وعاد كل شيء إلى ما كان معه."))
    return True
