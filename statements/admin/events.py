"""The list of events: which are one, which are not; they are corrected on the review page of their article."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.admin.addresses import review_address
from statements.admin.folded import search_folded
from statements.admin.grouped import Grouped, ToldByFilter
from statements.admin.list_way import remember
from statements.admin.listing import ListAdmin
from statements.models import Event, EventParticipant, visibility


class EventAdmin(Grouped, ListAdmin):
    list_display = ["title", "place", "day", "statement_count", "article_title", "told_by"]
    list_display_links = None
    list_filter = ["type", "edited", ToldByFilter, "day"]
    one = _("صارت مناسبة واحدة، ولا يفرقها استخراج جديد.")
    alone = _("المناسبة قائمة بنفسها، ولا يجمعها استخراج جديد مع غيرها.")
    folded_search = ["place", "article__title"]  # and the names of those who took part
    search_help_text = _("في أسماء المشاركين والأماكن وعناوين المقالات، بأي رسم")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Those at which something was said, and those an editor worked on."""
        standing = Q(statements__state__in=visibility.STANDING)
        rows = super().get_queryset(request).kept()
        rows = rows.annotate(statement_count=Count("statements", filter=standing, distinct=True))
        rows = rows.filter(Q(statement_count__gt=0) | Q(edited=True))
        return rows.select_related("article").prefetch_related("participants__actor")

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        listing = super().get_changelist_instance(request)
        remember(request, listing, "article")
        return listing

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        found, _more = super().get_search_results(request, queryset, search_term)
        named = search_folded(EventParticipant.objects.all(), search_term, "name").values("event")
        return (found | queryset.filter(pk__in=named) if search_term.strip() else found), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """Its own page deletes one without statements: the review page of its article."""
        return False

    def change_view(self, request: HttpRequest, object_id: str, *args, **kwargs) -> HttpResponse:
        event = self.get_object(request, object_id)
        if event is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return redirect(_address(event))

    @admin.display(description=_("المناسبة"), ordering="type")
    def title(self, event: Event) -> SafeString:
        return format_html('<a href="{}">{}</a>', _address(event), event)

    @admin.display(description=_("التصريحات"), ordering="statement_count")
    def statement_count(self, event: Event) -> int:
        return event.statement_count

    @admin.display(description=_("المقال"), ordering="article")
    def article_title(self, event: Event) -> str:
        return str(event.article)


def _address(event: Event) -> str:
    return f"{review_address(event.article)}?event={event.pk}#event-{event.pk}"
