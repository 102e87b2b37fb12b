"""Deleting an article: into the bin, out of it as a draft, and for good; each page says what goes."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from statements.admin.addresses import review_address
from statements.admin.finding import find_article
from statements.grouping.groups import group
from statements.models import Article, Statement


@transaction.atomic
def delete_page(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Say what goes, and put the article in the bin; from there delete it for good."""
    _require(model_admin, request)
    article = Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
    if request.method != "POST":
        return _ask(model_admin, request, article)
    if not article.is_deleted:
        article.put_in_bin(by=request.user)
        messages.success(request, render_to_string("admin/desk/_binned.html", {"article": article}, request))
        return redirect("admin:statements_article_changelist")
    if "for_good" not in request.POST:
        return _ask(model_admin, request, article, unsure=True)
    told = _("مُحي «%(article)s» وكل ما فيه.") % {"article": article}
    purge(article)
    messages.success(request, told)
    return redirect("admin:statements_article_changelist")


@transaction.atomic
def restore(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """Bring the article back from the bin."""
    _require(model_admin, request)
    article = find_article(model_admin, request, article_id)
    if request.method == "POST":
        article = Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
        if bring_back(article):
            messages.success(request, _("عاد المقال مسودة، بتصريحاته وما قُرر فيها: انشره إن شئت."))
    return redirect(review_address(article))


def bring_back(article: Article) -> bool:
    """Restore the article, and group what it tells with what others tell; False where it was not in the bin."""
    if not article.is_deleted:
        return False
    article.restore()
    group([article.pk])
    return True


def purge(article: Article) -> bool:
    """Delete the article for good, if it is in the bin."""
    if article.is_deleted:
        article.delete()
    return article.pk is None


def _ask(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, *, unsure: bool = False
) -> HttpResponse:
    statements = article.statements.standing()
    title = _("حذف «%(article)s» نهائيًا") if article.is_deleted else _("حذف «%(article)s»")
    context = model_admin.admin_site.each_context(request) | {
        "title": title % {"article": article},
        "opts": model_admin.opts,
        "article": article,
        "statement_count": statements.count(),
        "reviewed_count": statements.exclude(state=Statement.State.MACHINE).count(),
        "event_count": article.events.count(),
        "copies": article.copies.select_related("outlet"),
        "unsure": unsure,
    }
    return render(request, "admin/desk/article_delete.html", context, status=422 if unsure else 200)


def _require(model_admin: ModelAdmin, request: HttpRequest) -> None:
    if not model_admin.has_delete_permission(request):
        raise PermissionDenied
