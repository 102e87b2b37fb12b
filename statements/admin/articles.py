"""The list of articles and what is done to a whole article; its statements are reviewed in review.py."""

from functools import partial

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from statements.admin import review, upload
from statements.admin.addresses import review_address, upload_address
from statements.admin.badges import article_badge, run_badge
from statements.admin.filters import ReviewFilter, RunFilter
from statements.admin.folded import search_folded
from statements.admin.progress import with_progress
from statements.models import Article, Statement


class ArticleAdmin(admin.ModelAdmin):
    list_display = ["name", "outlet", "date", "badge", "review", "extraction", "created_at"]
    list_display_links = None
    list_filter = [
        "state",
        RunFilter,
        ReviewFilter,
        ("outlet", admin.RelatedOnlyFieldListFilter),
        "created_at",
    ]
    list_select_related = ["outlet"]
    list_per_page = 50
    search_fields = ["title"]  # shows the box; search_folded does the search
    search_help_text = _("ابحث في العنوان والنص وجهة النشر، بأي رسم للهمزة والياء والتاء")
    actions = ["publish", "unpublish", "extract_again"]
    ordering = ["-created_at", "-id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return with_progress(super().get_queryset(request))

    def get_search_results(self, request, queryset, search_term: str):
        return search_folded(queryset, search_term, "title", "outlet__name", "text"), False
