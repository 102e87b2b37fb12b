"""What is done to a statement by one key or one selection: content, split, join; and the way back from any act."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from statements.admin.addresses import review_address
from statements.admin.history_page import publishes
from statements.admin.opening import changed_words, of_statement, posted
from statements.admin.versions import version
from statements.editing import reshaping, reverting
from statements.editing import review as decisions
from statements.editing.history_words import tell
from statements.editing.locating import WordsProblem, find_content, locate
from statements.editing.quoting import without_marks
from statements.grouping.decisions import DecidedSince
from statements.grouping.decisions import undo as undo_decision
from statements.models import Article, GroupDecision, Statement

Act = Callable[[HttpRequest, Statement], None]


def _reshaping(act: Act) -> Callable[..., HttpResponse]:
    """The view that does `act` to the statement as the editor saw it, and goes back to its card; what cannot be is told."""

    @of_statement
    @wraps(act)
    def view(
        model_admin: ModelAdmin, request: HttpRequest, article: Article, statement: Statement
    ) -> HttpResponse:
        if request.POST.get("version") != version(statement):
            messages.error(request, changed_words(statement))
            return redirect(review_address(statement))
        try:
            with transaction.atomic():
                act(request, statement)
        except WordsProblem as problem:
            messages.error(request, str(problem))
        return redirect(review_address(statement))

    return view


@_reshaping
def recontent(request: HttpRequest, statement: Statement) -> None:
    """The words selected in the article (`content`, near the code point `near`) become the content."""
    text = statement.article.text
    spans = find_content(text, request.POST.get("content", "").splitlines() or [""], _near(request))
    decisions.correct(statement, by=request.user, spans=without_marks(text, spans), kind="")


@_reshaping
def split(request: HttpRequest, statement: Statement) -> None:
    """Cut the content before the word selected in it (`words`, near the code point `near`)."""
    at = locate(statement.article.text, request.POST.get("words", ""), _near(request) or statement.start)[0]
    reshaping.split(statement, at, by=request.user)


@_reshaping
def join(request: HttpRequest, statement: Statement) -> None:
    """Make the statement after it in the text a part of this one."""
    other = reshaping.following(statement)
    if other is None:
        messages.info(request, _("ليس بعده تصريح في المقال يُضم إليه."))
    else:
        reshaping.join(statement, other, by=request.user)


@posted
def undo(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Take back the editor's own last act on the article."""
    last = reverting.last_act(article, request.user)
    decision = _last_decision(article, request.user)
    if decision and (last is None or decision.at > last.at):
        return _undo_decision(request, article, decision)
    if last is None:
        messages.info(request, _("ليس لك على هذا المقال فعل تتراجع عنه."))
        return redirect(review_address(article))
    if publishes(last) and not model_admin.has_publish_permission(request):
        messages.error(request, _("النشر لرئيس التحرير، والتراجع عنه له."))
        return redirect(review_address(article))
    try:
        reverting.undo(article, by=request.user)
    except reverting.ChangedSince:
        messages.error(request, _("غُيّر هذا بعد فعلك، فلم يُتراجع عنه. انظر سجل المقال."))
        return redirect(review_address(article))
    told = tell(article, [last])
    messages.success(request, _("تم التراجع عن: %(act)s") % {"act": told[0].title if told else _("تغيير")})
    return redirect(review_address(_touched(last) or article))


def _last_decision(article: Article, user) -> GroupDecision | None:
    """The editor's last decision about what other articles tell too, if it stands."""
    return GroupDecision.objects.filter(articles=article, by=user, undone_at=None).first()


def _undo_decision(request: HttpRequest, article: Article, decision: GroupDecision) -> HttpResponse:
    try:
        undo_decision(decision, by=request.user)
    except DecidedSince:
        messages.error(request, _("غُيّر هذا بعد فعلك، فلم يُتراجع عنه. انظر سجل المقال."))
    else:
        messages.success(request, _("تم التراجع عن: %(act)s") % {"act": decision.get_act_display()})
    return redirect(review_address(article))


def _near(request: HttpRequest) -> int:
    raw = request.POST.get("near", "")
    return int(raw) if raw.isdecimal() and len(raw) < 10 else 0


def _touched(act) -> Statement | None:
    """The first statement the act changed that still stands."""
    pks = [change.pk for change in act.changes if change.sort == "statement"]
    return next((s for s in Statement.objects.filter(pk__in=pks).order_by("start") if s.stands), None)
