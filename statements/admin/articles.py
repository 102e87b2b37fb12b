"""The list of articles, what is done to several at once, and the addresses of the desk's own pages.

An article is changed on its review page (review.py), and added by uploading it (upload.py).
"""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from statements.admin import (
    article_acts,
    confirming,
    correcting,
    deciding,
    deleting,
    describing,
    history_page,
    opening,
    presence,
    publishing,
    reprints,
    reshaping,
    review,
    upload,
)
from statements.admin.addresses import review_address, upload_address
from statements.admin.filters import (
    AgainFilter,
    ImportFilter,
    KinFilter,
    ReviewFilter,
    RunFilter,
    StateFilter,
    listed,
)
from statements.admin.list_way import remember
from statements.admin.listing import ListAdmin
from statements.admin.progress import with_progress
from statements.editing import badges, roles
from statements.models import Article, ExtractionRun, having_kin, kin_of_each


class ArticleAdmin(ListAdmin):
    list_display = ["headline", "outlet", "published_on", "badge", "progress", "extraction", "received"]
    list_display_links = None
    list_filter = [
        StateFilter,
        RunFilter,
        ReviewFilter,
        KinFilter,
        ("outlet", admin.RelatedOnlyFieldListFilter),
        "date",
        ImportFilter,
        AgainFilter,
    ]
    list_select_related = ["outlet"]
    folded_search = ["title", "outlet__name", "text"]
    search_help_text = _("في العنوان والنص وجهة النشر، بأي رسم للهمزة والياء والتاء المربوطة")
    actions = ["publish", "unpublish", "describe", "extract_again", "put_in_bin", "restore", "purge"]
    ordering = ["-created_at", "-id"]
    empty_value_display = _("غير معروفة")  # of the one column that may be empty, the outlet

    def get_urls(self) -> list[URLPattern]:
        def at(address: str, view, name: str) -> URLPattern:
            view = partial(opening.tell_of_bin(view), self)
            return path(address, self.admin_site.admin_view(view), name=f"statements_article_{name}")

        one = "<int:article_id>"
        return [
            at("upload/", upload.upload, "upload"),
            at("upload/<int:import_id>/files/", upload.receive_file, "upload_file"),
            at(f"{one}/review/", review.review, "review"),
            at(f"{one}/publish/", article_acts.publish, "publish"),
            at(f"{one}/join/", reprints.join, "join"),
            at(f"{one}/part/", reprints.part, "part"),
            at(f"{one}/publications/remove/", reprints.remove, "remove_publication"),
            at(f"{one}/extract/", article_acts.extract, "extract"),
            at(f"{one}/details/", article_acts.describe, "describe"),
            at(f"{one}/reports/settle/", article_acts.settle, "settle"),
            at(f"{one}/file/", article_acts.original, "original"),
            at(f"{one}/confirm-all/", deciding.confirm_all, "confirm_all"),
            at(f"{one}/statements/add/", correcting.add, "add_statement"),
            at(f"{one}/statements/<int:statement_id>/decide/", deciding.decide, "decide"),
            at(f"{one}/statements/<int:statement_id>/correct/", correcting.correct, "correct"),
            at(f"{one}/statements/<int:statement_id>/content/", reshaping.recontent, "recontent"),
            at(f"{one}/statements/<int:statement_id>/split/", reshaping.split, "split"),
            at(f"{one}/statements/<int:statement_id>/join/", reshaping.join, "join"),
            at(f"{one}/undo/", reshaping.undo, "undo"),
            at(f"{one}/history/revert/", history_page.revert, "revert"),
            at(f"{one}/restore/", deleting.restore, "restore"),
            at(f"{one}/here/", presence.here, "here"),
            at(f"{one}/events/<int:event_id>/correct/", correcting.correct_event, "correct_event"),
            at(f"{one}/events/<int:event_id>/delete/", correcting.delete_event, "delete_event"),
            *super().get_urls(),
        ]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(roles.PUBLISH)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return with_progress(super().get_queryset(request))

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        named = {"title": listed(request)}
        return super().changelist_view(request, named | (extra_context or {}))

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """With the kin of each article on the page, for `headline`."""
        listing = super().get_changelist_instance(request)
        remember(request, listing)
        rows = list(listing.result_list)
        kin = kin_of_each(rows)
        for article in rows:
            article.kin = kin.get(article.pk, [])
        listing.result_list = rows
        return listing

    def add_view(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(upload_address())

    def change_view(self, request: HttpRequest, object_id: str, *args, **kwargs) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return redirect(review_address(article))

    def history_view(self, request: HttpRequest, object_id: str, *args, **kwargs) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return history_page.history_page(self, request, article.pk)

    def delete_view(self, request: HttpRequest, object_id: str, *args, **kwargs) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return deleting.delete_page(self, request, article)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.is_deleted)

    def get_actions(self, request: HttpRequest) -> dict:
        """In the bin what is done there, elsewhere the rest; deleting is the archive's own."""
        in_bin = request.GET.get("state__exact") == Article.State.DELETED
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return {name: act for name, act in actions.items() if (name in ("restore", "purge")) == in_bin}

    @admin.display(description=_("المقال"), ordering="title")
    def headline(self, article: Article) -> SafeString:
        link = format_html('<a href="{}">{}</a>', review_address(article), article)
        alike = render_to_string("admin/desk/_alike.html", {"others": article.kin})
        return format_html('{}<div class="desk-alike">{}</div>', link, alike) if article.kin else link

    @admin.display(description=_("تاريخ النشر"), ordering="date")
    def published_on(self, article: Article) -> str:
        return date_format(article.date, "j F Y") if article.date else "—"

    @admin.display(description=_("الحالة"), ordering="state")
    def badge(self, article: Article) -> SafeString:
        return badges.article_badge(article)

    @admin.display(description=_("التصريحات"), ordering="statement_count")
    def progress(self, article: Article) -> str:
        return badges.review_progress(article)

    @admin.display(description=_("الاستخراج"), ordering="run_state")
    def extraction(self, article: Article) -> SafeString | str:
        shown = badges.run_badge(article.run_state)
        if article.run_state != ExtractionRun.State.FAILED:
            return shown
        return format_html('{}<p class="desk-error" dir="auto">{}</p>', shown, article.run_error[:200])

    @admin.display(description=_("أُدخل"), ordering="created_at")
    def received(self, article: Article) -> str:
        return date_format(timezone.localtime(article.created_at), "j F Y، H:i")

    @admin.action(description=_("نشر المقالات المختارة"), permissions=["publish"])
    def publish(self, request: HttpRequest, articles: QuerySet[Article]) -> HttpResponse | None:
        drafts = articles.filter(state=Article.State.DRAFT, publication_of=None)
        warning = _("تظهر للقراء كلها، وما لم يراجعه محرر من تصريحاتها يظهر بعلامة «استخراج آلي».")
        title = _("نشر المقالات المختارة")
        if page := confirming.ask(
            self, request, drafts, action="publish", title=title, warning=warning, look_for_kin=True
        ):
            return page
        if request.POST.get("apply") == confirming.ALONE:
            drafts = drafts.exclude(pk__in=having_kin(drafts).values("pk"))
        published = list(drafts.values_list("pk", flat=True))
        count = self._do(request, drafts, Article.publish)
        self._tell(request, ngettext("نُشر مقال واحد.", "نُشر %(n)d مقالًا.", count), count)
        publishing.tell_lacks(request, Article.objects.filter(pk__in=published))
        return None

    @admin.action(description=_("سحب المقالات المختارة من النشر"), permissions=["publish"])
    def unpublish(self, request: HttpRequest, articles: QuerySet[Article]) -> HttpResponse | None:
        published = articles.filter(state=Article.State.PUBLISHED)
        warning = _("لا يراها القراء بعد ذلك ولا تصريحاتها، وتبقى مسودات عند المحررين.")
        title = _("سحب المقالات المختارة من النشر")
        if page := confirming.ask(self, request, published, action="unpublish", title=title, warning=warning):
            return page
        count = self._do(request, published, Article.unpublish)
        return self._tell(request, ngettext("سُحب مقال واحد.", "سُحب %(n)d مقالًا.", count), count)

    @admin.action(description=_("تغيير جهة النشر أو التاريخ أو الحالة"), permissions=["change"])
    def describe(self, request: HttpRequest, articles: QuerySet[Article]) -> HttpResponse | None:
        return describing.describe_many(self, request, articles)

    @admin.action(description=_("استخراج التصريحات من جديد"), permissions=["change"])
    def extract_again(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        count = self._do(request, articles, article_acts.queue_again, _("طُلب استخراج جديد"))
        told = ngettext("طُلب استخراج مقال واحد.", "طُلب استخراج %(n)d مقالًا.", count)
        self._tell(request, told, count)

    @admin.action(description=_("نقل المقالات المختارة إلى المحذوفات"), permissions=["delete"])
    def put_in_bin(self, request: HttpRequest, articles: QuerySet[Article]) -> HttpResponse | None:
        title = _("نقل المقالات المختارة إلى المحذوفات")
        warning = _("لا يراها أحد بعد ذلك ولا تصريحاتها، وتُعاد من المحذوفات متى شئت كما كانت.")
        if page := confirming.ask(
            self, request, articles, action="put_in_bin", title=title, warning=warning, most=0
        ):
            return page
        count = self._do(request, articles, partial(Article.put_in_bin, by=request.user))
        told = ngettext("نُقل مقال واحد إلى المحذوفات.", "نُقل %(n)d مقالًا إلى المحذوفات.", count)
        return self._tell(request, told, count)

    @admin.action(description=_("إعادة المقالات المختارة"), permissions=["delete"])
    def restore(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        count = self._do(request, articles, deleting.bring_back)
        self._tell(request, ngettext("عاد مقال واحد مسودة.", "عاد %(n)d مقالًا مسودات.", count), count)

    @admin.action(description=_("حذف المقالات المختارة نهائيًا"), permissions=["delete"])
    def purge(self, request: HttpRequest, articles: QuerySet[Article]) -> HttpResponse | None:
        title = _("حذف المقالات المختارة نهائيًا")
        warning = _("تُمحى المقالات وتصريحاتها وما قرره المحررون فيها وملفاتها الأصلية، ولا سبيل إلى إعادتها.")
        if page := confirming.ask(
            self, request, articles, action="purge", title=title, warning=warning, most=0
        ):
            return page
        count = self._do(request, articles, deleting.purge)
        return self._tell(request, ngettext("مُحي مقال واحد.", "مُحي %(n)d مقالًا.", count), count)

    @transaction.atomic
    def _do(self, request: HttpRequest, articles: QuerySet[Article], act, told: str = "") -> int:
        """Do `act` to each article; to how many it was done (an act that answers False was not).

        `told` is for the history of an act that changes nothing in the article itself.
        """
        done = [article for article in articles.order_by("pk") if act(article) is not False]
        for article in done if told else ():
            self.log_change(request, article, told)
        return len(done)

    def _tell(self, request: HttpRequest, told: str, count: int) -> None:
        self.message_user(request, told % {"n": count}, messages.SUCCESS if count else messages.INFO)
