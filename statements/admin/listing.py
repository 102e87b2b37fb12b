"""What all lists of the desk share."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from statements.admin import telling
from statements.admin.folded import search_folded


class ListAdmin(admin.ModelAdmin):
    """A list headed by the plural of what it lists; `folded_search` names the columns that are searched."""

    list_per_page = 50
    folded_search: list[str] = []

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return self.folded_search  # the box is shown where there are any

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        return search_folded(queryset, search_term, *self.folded_search), False

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        title = {"title": self.opts.verbose_name_plural}
        return super().changelist_view(request, title | (extra_context or {}))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        return super().history_view(request, object_id, {"title": _("السجل")} | (extra_context or {}))

    def construct_change_message(self, request: HttpRequest, form, formsets, add: bool = False):
        """Field by field what became what; of the rows under the form what came, went and changed."""
        if add:
            return super().construct_change_message(request, form, formsets, add)
        changes = [telling.changes_of_form(form), *map(telling.changes_of_rows, formsets or ())]
        return telling.told(_("غُيّر"), "؛ ".join(filter(None, changes)))
