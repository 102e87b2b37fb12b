"""What a press of a button on the review page decides of one statement, or of all that are left."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.admin.addresses import review_address
from statements.admin.cards import DOUBTFUL
from statements.admin.opening import changed_words, of_statement, posted
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


@of_statement
def decide(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, statement: Statement
) -> HttpResponse:
    """Do as the pressed button (`act`) says; after a yes or no go on to the next undecided one."""
    act = request.POST.get("act")
    if act not in ACTS:
        return redirect(review_address(article))
    if request.POST.get("version") != version(statement) or _other_difference(request, statement):
        messages.error(request, changed_words(statement))
        return redirect(review_address(statement))
    ACTS[act](statement, by=request.user)
    following = _next_undecided(article, statement) if act in ONWARD else None
    return redirect(review_address(following or statement))


@posted
def confirm_all(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Confirm what nobody has decided on and the extractor is sure of, if that is what the page showed."""
    undecided = article.statements.filter(state=Statement.State.MACHINE)
    sure = undecided.filter(confidence__gte=DOUBTFUL).values_list("pk", flat=True)
    if sorted(request.POST.getlist("undecided")) != sorted(map(str, sure)):
        messages.error(request, _("تغيّرت تصريحات المقال بعد أن فتحت الصفحة. راجعها ثم أكدها."))
        return redirect(review_address(article))
    done = decisions.confirm_all(article, by=request.user, least=DOUBTFUL)
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


def _next_undecided(article: Article, after: Statement) -> Statement | None:
    """The next one in the text that nobody has decided on, round to the beginning."""
    undecided = list(article.statements.filter(state=Statement.State.MACHINE).order_by("start", "id"))
    later = [s for s in undecided if (s.start, s.pk) > (after.start, after.pk)]
    return next(iter(later or undecided), None)
