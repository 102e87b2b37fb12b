"""Searches that readers follow by e-mail: seen, and deleted where a reader asks for it."""

from django.contrib import admin
from django.http import HttpRequest

from statements.models import SavedSearch


class SavedSearchAdmin(admin.ModelAdmin):
    list_display = ["title", "email", "created_at", "confirmed_at", "sent_until"]
    search_fields = ["email", "title"]
    fields = ["title", "email", "query", "created_at", "confirmed_at", "sent_until"]
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: SavedSearch | None = None) -> bool:
        return False
