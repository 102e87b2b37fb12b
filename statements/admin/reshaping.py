"""What is done to a statement by one key or one selection: content, split, join; and the way back from any act."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from statements.admin.addresses import review_address
from statements.admin.deciding import changed_words, find_statement, gone, lock_article
from statements.admin.history_page import publishes
from statements.admin.versions import version
from statements.editing import reshaping, reverting
from statements.editing import review as decisions
from statements.editing.history_words import tell
from statements.editing.locating import WordsProblem, find_content, locate
from statements.editing.quoting import without_marks
from statements.models import Statement

Act = Callable[[HttpRequest, Statement], None]


def recontent(
    model_admin: ModelAdmin, request: HttpRequest, article_id: int, statement_id: int
) -> HttpResponse:
    """The words selected in the article (`content`, near the code point `near`) become the content."""

    def act(request: HttpRequest, statement: Statement) -> None:
        text = statement.article.text
        spans = find_content(text, request.POST.get("content", "").splitlines() or [""], _near(request))
        decisions.correct(statement, by=request.user, spans=without_marks(text, spans), kind="")

    return _reshape(model_admin, request, article_id, statement_id, act)


def split(model_admin: ModelAdmin, request: HttpRequest, article_id: int, statement_id: int) -> HttpResponse:
    """Cut the content before the word selected in it (`words`, near the code point `near`)."""

    def act(request: HttpRequest, statement: Statement) -> None:
        near = _near(request) or statement.start
        at = locate(statement.article.text, request.POST.get("words", ""), near)[0]
        reshaping.split(statement, at, by=request.user)

    return _reshape(model_admin, request, article_id, statement_id, act)


def join(model_admin: ModelAdmin, request: HttpRequest, article_id: int, statement_id: int) -> HttpResponse:
    """Make the statement after it in the text a part of this one."""

    def act(request: HttpRequest, statement: Statement) -> None:
        other = reshaping.following(statement)
        if other is None:
            messages.info(request, _("ليس بعده تصريح في المقال يُضم إليه."))
        else:
            reshaping.join(statement, other, by=request.user)

    return _reshape(model_admin, request, article_id, statement_id, act)


@transaction.atomic
def undo(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """Take back the editor's own last act on the article."""
    article = lock_article(model_admin, request, article_id)
    if request.method != "POST":
        return redirect(review_address(article))
    last = reverting.last_act(article, request.user)
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


def _reshape(
    model_admin: ModelAdmin,
    request: HttpRequest,
    article_id: int,
    statement_id: int,
    act: Act,
) -> HttpResponse:
    """Do `act` to the statement as the editor saw it, and go back to its card; what cannot be is told."""
    with transaction.atomic():
        article = lock_article(model_admin, request, article_id)
        if request.method != "POST":
            return redirect(review_address(article))
        statement = find_statement(article, statement_id)
        if statement is None:
            return gone(request, article)
        if request.POST.get("version") != version(statement):
            messages.error(request, changed_words(statement))
            return redirect(review_address(statement))
        try:
            with transaction.atomic():
                act(request, statement)
        except WordsProblem as problem:
            messages.error(request, str(problem))
        return redirect(review_address(statement))


def _near(request: HttpRequest) -> int:
    raw = request.POST.get("near", "")
    return int(raw) if raw.isdecimal() and len(raw) < 10 else 0


def _touched(act) -> Statement | None:
    """The first statement the act changed that still stands."""
    pks = [change.pk for change in act.changes if change.sort == "statement"]
    return next((s for s in Statement.objects.filter(pk__in=pks).order_by("start") if s.stands), None)
