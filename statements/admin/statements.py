"""The list of all statements, to look through; they are changed on the review page of their article."""

from functools import partial

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from statements.actors.linking import fold_name
from statements.admin.addresses import review_address
from statements.admin.folded import search_folded
from statements.admin.grouped import Grouped, ToldByFilter
from statements.admin.list_way import remember
from statements.admin.listing import ListAdmin
from statements.admin.same_utterance import versions_page
from statements.editing.badges import badge
from statements.models import Party, Statement
from statements.pages.wording import missing_marks


class EventTypeFilter(admin.ChoicesFieldListFilter):
    """By type of event; named so, for a statement has a kind too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("المناسبة")


class ArticleStateFilter(admin.ChoicesFieldListFilter):
    """By state of the article; a statement has one of its own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("نشر المقال")


class StatementAdmin(Grouped, ListAdmin):
    list_display = ["words", "who", "to_whom", "kind", "badge", "day", "article_title", "told_by"]
    one = _("صارت تصريحًا واحدًا تنقله مقالات عدة، ولا يفرقها استخراج جديد.")
    alone = _("التصريح قائم بنفسه، ولا يجمعه استخراج جديد مع غيره.")
    list_filter = [
        "state",
        ("article__state", ArticleStateFilter),
        "kind",
        ToldByFilter,
        ("event__type", EventTypeFilter),
        ("article__outlet", admin.RelatedOnlyFieldListFilter),
        "day",
    ]
    list_display_links = None
    ordering = [F("day").desc(nulls_last=True), "-article_id", "start"]
    folded_search = ["parties__name"]  # and every name and office of the actors
    search_help_text = _("في أسماء المتحدثين والمخاطَبين والناقلين ومناصبهم، بأي رسم")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Statement]:
        return super().get_queryset(request).kept().with_parts()

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        listing = super().get_changelist_instance(request)
        remember(request, listing, "article")
        return listing

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        for term in fold_name(search_term).split():
            known = Q(actor__names__folded__contains=term)
            people = search_folded(Party.objects.all(), term, "name") | Party.objects.filter(known)
            queryset = queryset.filter(pk__in=people.values("statement"))
        return queryset, False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(partial(versions_page, self))
        return [
            path("<int:statement_id>/versions/", view, name="statements_statement_versions"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Statement | None = None) -> bool:
        """A wrong statement is rejected, so that it does not come back with the next extraction."""
        return False

    def change_view(self, request: HttpRequest, object_id: str, *args, **kwargs) -> HttpResponse:
        statement = self.get_object(request, object_id)
        if statement is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return redirect(review_address(statement))

    @admin.display(description=_("المحتوى"))
    def words(self, statement: Statement) -> str:
        content = statement.content.join(missing_marks(statement))
        short = content[:120] + ("…" if len(content) > 120 else "")
        return format_html('<a href="{}">{}</a>', review_address(statement), short)

    @admin.display(description=_("المتحدث"))
    def who(self, statement: Statement) -> str:
        return _names(statement.speakers)

    @admin.display(description=_("المخاطَب"))
    def to_whom(self, statement: Statement) -> str:
        return _names(statement.addressees)

    @admin.display(description=_("الحالة"), ordering="state")
    def badge(self, statement: Statement) -> str:
        return badge(statement.state, statement.get_state_display())

    @admin.display(description=_("المقال"), ordering="article")
    def article_title(self, statement: Statement) -> str:
        return str(statement.article)


def _names(parties) -> str:
    return "، ".join(str(party.actor or party.name) for party in parties) or "—"
