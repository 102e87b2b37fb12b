"""What is done to a whole article: publish, take back, extract again, describe, hand out its file."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from statements.admin import publishing, review
from statements.admin.addresses import review_address
from statements.admin.finding import find_article
from statements.admin.forms import DetailsForm
from statements.admin.opening import posted
from statements.admin.progress import BUSY
from statements.admin.versions import version
from statements.documents import find_headline
from statements.models import Article, ErrorReport, SourceFile
from statements.publications import find_outlet
from statements.queueing import queue_extraction


@posted
def publish(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Show the article to the public, or take it back, as the pressed button (`act`) says."""
    if not model_admin.has_publish_permission(request):
        raise PermissionDenied
    act = request.POST.get("act")
    if act == "publish" and article.publication_of_id:
        messages.error(request, _("هذا النص نشر آخر لمقال، فلا يُنشر وحده: اجعله مقالًا مستقلًا أولًا."))
    elif act == "publish":
        article.publish()
        messages.success(request, _("نُشر المقال."))
        publishing.tell_lacks(request, Article.objects.filter(pk=article.pk))
    elif act == "unpublish":
        article.unpublish()
        messages.success(request, _("سُحب المقال من النشر. لا يراه الآن إلا المحررون."))
    return redirect(review_address(article))


@posted
def extract(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Queue another extraction, unless one waits or runs."""
    if queue_again(article):
        messages.success(request, _("طُلب استخراج جديد. ما قرره المحررون يبقى كما هو."))
        model_admin.log_change(request, article, _("طُلب استخراج جديد"))
    else:
        messages.info(request, _("الاستخراج مطلوب من قبل ولم ينته بعد."))
    return redirect(review_address(article))


def queue_again(article: Article) -> bool:
    """Ask for an extraction; False where one waits or runs already."""
    run = article.latest_run()
    if run and run.state in BUSY:
        return False
    queue_extraction(article)
    return True


@posted
def describe(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Save title, outlet, date and link; a new date moves the statements that have no day of their own."""
    opened = review.Open("details", DetailsForm(request.POST, article=article))
    if request.POST.get("version") != version(article):
        return review.page(model_admin, request, article, replace(opened, changed=True), status=409)
    if not opened.form.is_valid():
        return review.page(model_admin, request, article, opened, status=422)
    before = article.date
    _describe(article, opened.form.cleaned_data)
    messages.success(request, _("حُفظت بيانات المقال."))
    if article.date != before and article.events.exclude(date_text="").exists():
        messages.warning(
            request, _("تغيّر تاريخ النشر: أعد الاستخراج لتُحسب منه أيام المناسبات مثل «أمس» و«الأربعاء».")
        )
    return redirect(review_address(article))


@posted
def settle(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Settle a reader's `report` on the article or one of its statements."""
    number = request.POST.get("report", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return redirect(review_address(article))
    report = ErrorReport.objects.open().filter(pk=number).select_related("statement").first()
    if report:
        report.settled_at = timezone.now()
        report.save(update_fields=["settled_at"])
        messages.success(request, _("سُوّي البلاغ."))
    statement = report and report.statement
    return redirect(review_address(statement if statement and statement.stands else article))


def original(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """The file as it was uploaded, byte for byte; to be saved, never to be shown by the browser."""
    article = find_article(model_admin, request, article_id)
    file = article.source
    if file is None:
        raise Http404
    response = HttpResponse(bytes(file.content), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, _safe_name(file, article))
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _describe(article: Article, said: dict) -> None:
    article.title = said["title"] or find_headline(article.text)
    article.url, article.author = said["url"], said["author"]
    article.outlet, article.date = find_outlet(said["outlet"]), said["date"]
    article.save(update_fields=["title", "author", "url", "outlet", "date"])
    without_day = Q(event=None) | Q(event__day=None)
    article.statements.filter(without_day).update(day=article.date)


def _safe_name(file: SourceFile, article: Article) -> str:
    """The uploaded name without what could lead out of a folder or break a header."""
    name = "".join(char for char in file.name.replace("\\", "/").split("/")[-1] if char.isprintable())
    return name.strip(". ") or f"article-{article.pk}.txt"
