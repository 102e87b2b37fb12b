"""How every act on an article begins: it is held, it is not in the bin, and the statement meant is still in it."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from statements.admin.addresses import review_address
from statements.admin.cards import statements_of
from statements.admin.finding import find_article
from statements.models import Article, Statement

View = Callable[..., HttpResponse]


def posted(view: View) -> View:
    """A view that changes an article: given the article, held in a transaction; who only looks is led to its page."""

    @wraps(view)
    @transaction.atomic
    def run(model_admin: ModelAdmin, request: HttpRequest, article_id: int, **kwargs) -> HttpResponse:
        article = lock_article(model_admin, request, article_id)
        if request.method != "POST":
            return redirect(review_address(article))
        return view(model_admin, request, article, **kwargs)

    return run


def of_statement(view: View) -> View:
    """As `posted`, of a view that changes one statement: given the statement as it now stands."""

    @wraps(view)
    def run(model_admin: ModelAdmin, request: HttpRequest, article: Article, statement_id: int):
        statement = find_statement(article, statement_id)
        if statement is None:
            return gone(request, article)
        return view(model_admin, request, article, statement)

    return posted(run)


class InBin(Exception):
    """The article was deleted: nothing is done to it until it is restored."""

    def __init__(self, article: Article):
        super().__init__(article.pk)
        self.article = article


def lock_article(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> Article:
    """The article, nobody else deciding or recording on it until the transaction ends. Raises InBin."""
    article = find_article(model_admin, request, article_id)
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if Article.objects.select_for_update().only("state").get(pk=article.pk).is_deleted:
        raise InBin(article)
    return article


def tell_of_bin(view: Callable) -> Callable:
    """The view, which tells where an act comes too late for an article that was deleted."""

    @wraps(view)
    def run(model_admin: ModelAdmin, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(model_admin, request, *args, **kwargs)
        except InBin as bin:
            messages.error(
                request, _("حُذف هذا المقال بعد أن فتحت الصفحة، فلم يُحفظ شيء. أعده من المحذوفات لتعمل عليه.")
            )
            return redirect(review_address(bin.article))

    return run


def find_statement(article: Article, statement_id: int) -> Statement | None:
    """The statement as it now stands, if it is still in the article."""
    return next((s for s in statements_of(article) if s.pk == statement_id), None)


def gone(request: HttpRequest, article: Article) -> HttpResponse:
    """Tell that the statement is no longer in the article."""
    messages.error(request, _("لم يعد هذا التصريح في المقال: أُعيد الاستخراج بعد أن فتحت الصفحة."))
    return redirect(review_address(article))


def changed_words(statement: Statement) -> str:
    who = statement.reviewed_by
    if who:
        return _("غيّر %(editor)s هذا التصريح بعد أن فتحت الصفحة، فلم يُحفظ قرارك. انظر ما صار إليه.") % {
            "editor": who.get_full_name() or who.get_username()
        }
    return _("تغيّر هذا التصريح بعد أن فتحت الصفحة، فلم يُحفظ قرارك. انظر ما صار إليه.")
