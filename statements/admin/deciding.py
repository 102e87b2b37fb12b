"""What a press of a button on the review page decides of one statement, or of all that are left."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.admin import review
from statements.admin.addresses import review_address
from statements.admin.finding import find_article
from statements.admin.versions import version
from statements.editing import review as decisions
from statements.editing import settling
from statements.models import Article, Difference, Statement

ACTS: dict[str, Callable] = {
    "confirm": decisions.confirm,
    "unconfirm": decisions.unconfirm,
    "reject": decisions.reject,
    "accept": settling.accept,
    "refuse": settling.refuse,
    "restore": decisions.restore,
}
ONWARD = (
    "confirm",
    "reject",
    "accept",
    "refuse",
)  # done with this one; what was taken back is to be looked at again


@transaction.atomic
def decide(model_admin: ModelAdmin, request: HttpRequest, article_id: int, statement_id: int) -> HttpResponse:
    """Do as the pressed button (`act`) says; after a yes or no go on to the next undecided one."""
    article = lock_article(model_admin, request, article_id)
    statement = find_statement(article, statement_id)
    act = request.POST.get("act")
    if request.method != "POST" or act not in ACTS:
        return redirect(review_address(article))
    if statement is None:
        return gone(request, article)
    if request.POST.get("version") != version(statement) or _other_difference(request, statement):
        messages.error(request, changed_words(statement))
        return redirect(review_address(statement))
    ACTS[act](statement, by=request.user)
    following = _next_undecided(article, statement) if act in ONWARD else None
    return redirect(review_address(following or statement))


@transaction.atomic
def confirm_all(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """Confirm what nobody has decided on and the extractor is sure of, if that is what the page showed."""
    article = lock_article(model_admin, request, article_id)
    if request.method != "POST":
        return redirect(review_address(article))
    undecided = article.statements.filter(state=Statement.State.MACHINE)
    sure = undecided.filter(confidence__gte=review.DOUBTFUL).values_list("pk", flat=True)
    if sorted(request.POST.getlist("undecided")) != sorted(map(str, sure)):
        messages.error(request, _("تغيّرت تصريحات المقال بعد أن فتحت الصفحة. راجعها ثم أكدها."))
        return redirect(review_address(article))
    done = decisions.confirm_all(article, by=request.user, least=review.DOUBTFUL)
    told = _told_confirmed(len(done))
    if done:
        messages.success(request, f"{told} {_told_left(undecided.count())}".strip())
    return redirect(review_address(article))


def _told_confirmed(count: int) -> str:
    return ngettext("أُكِّد تصريح واحد.", "أُكِّد %(n)d تصريحًا.", count) % {"n": count}


def _told_left(count: int) -> str:
    """How many the extractor was unsure of are left; empty where none are."""
    if not count:
        return ""
    return ngettext("بقي تصريح واحد مشكوك فيه لم يُراجَع.", "بقي %(n)d تصريحًا مشكوكًا فيها لم تُراجَع.", count) % {
        "n": count
    }


def _other_difference(request: HttpRequest, statement: Statement) -> bool:
    """Whether the extractor sees something else by now than the page showed."""
    difference = Difference.objects.filter(statement=statement, state=Difference.State.OPEN).first()
    shown = request.POST.get("difference")
    return shown is not None and shown != (difference.noted_at.isoformat() if difference else "")


def lock_article(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> Article:
    """The article, nobody else deciding or recording on it until the transaction ends."""
    article = find_article(model_admin, request, article_id)
    if not model_admin.has_change_permission(request, article):
        raise PermissionDenied
    Article.objects.select_for_update().only("pk").get(pk=article.pk)
    return article


def find_statement(article: Article, statement_id: int) -> Statement | None:
    """The statement as it now stands, if it is still in the article."""
    return next((s for s in review.statements_of(article) if s.pk == statement_id), None)


def _next_undecided(article: Article, after: Statement) -> Statement | None:
    """The next one in the text that nobody has decided on, round to the beginning."""
    undecided = list(article.statements.filter(state=Statement.State.MACHINE).order_by("start", "id"))
    later = [s for s in undecided if (s.start, s.pk) > (after.start, after.pk)]
    return next(iter(later or undecided), None)


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
