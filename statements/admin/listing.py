"""What all lists of the desk share."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse


class ListAdmin(admin.ModelAdmin):
    """A list headed by the plural of what it lists."""

    list_per_page = 50

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        title = {"title": self.opts.verbose_name_plural}
        return super().changelist_view(request, title | (extra_context or {}))
