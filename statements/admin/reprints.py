"""One report that several carried: of two articles one is made another publication of the other, and back."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from statements.admin.addresses import review_address
from statements.admin.opening import lock_article, posted
from statements.models import Article, Publication, kin_of
from statements.publications import make_article, make_publication


@transaction.atomic
def join(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """Make the article another publication of its kin `of`; then on to that one, with a way back."""
    other_id = _key(request.POST.get("of", ""))
    both = Article.objects.filter(pk__in=[article_id, other_id]).order_by("pk")
    list(both.select_for_update().values("pk"))  # in one order, whoever presses what at one moment
    copy = lock_article(model_admin, request, article_id)
    if request.method != "POST":
        return redirect(review_address(copy))
    of = kin_of(copy).filter(pk=other_id).first()
    if of is None:
        messages.error(
            request, _("لم يعد المقالان كما كانا حين فتحت الصفحة، فلم يتغير شيء. انظر ما صارا إليه.")
        )
        return redirect(review_address(copy))
    if copy.is_published and not model_admin.has_publish_permission(request):
        raise PermissionDenied
    make_publication(copy, of)
    model_admin.log_change(request, copy, _("صار نشرًا آخر للمقال «%(of)s»") % {"of": of})
    model_admin.log_change(request, of, _("صار المقال «%(copy)s» نشرًا آخر له") % {"copy": copy})
    messages.success(request, render_to_string("admin/desk/_joined.html", {"copy": copy}, request))
    return redirect(review_address(of))


@posted
def part(model_admin: ModelAdmin, request: HttpRequest, copy: Article) -> HttpResponse:
    """Let the article, another publication so far, be one of its own again; back to where that was pressed."""
    if copy.publication_of_id:
        of = copy.publication_of
        make_article(copy)
        model_admin.log_change(
            request, copy, _("عاد مقالًا مستقلًا، وكان نشرًا آخر للمقال «%(of)s»") % {"of": of}
        )
        model_admin.log_change(request, of, _("عاد المقال «%(copy)s» مستقلًا عنه") % {"copy": copy})
        told = _("عاد المقال «%(copy)s» مستقلًا، وهو مسودة: انشره إن شئت أن يراه القراء.") % {"copy": copy}
        messages.success(request, told)
        if request.POST.get("at") == "report":
            return redirect(review_address(of))
    return redirect(review_address(copy))


@posted
def remove(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Forget that the text was published elsewhere too; the history says where."""
    rows = Publication.objects.filter(article__in=[article, *article.copies.only("pk")])
    row = rows.filter(pk=_key(request.POST.get("publication", ""))).first()
    if row:
        named = "، ".join(filter(None, [str(row.outlet or ""), str(row.date or ""), row.url]))
        row.delete()
        model_admin.log_change(request, article, _("أُزيل نشر آخر: %(what)s") % {"what": named})
        messages.success(request, _("أُزيل من مرات النشر: %(what)s") % {"what": named})
    return redirect(review_address(article))


def _key(value: str) -> int:
    """A primary key that was sent; 0, which no row has, for anything else."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else 0
