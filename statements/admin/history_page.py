"""The history of an article on the desk: who changed what when, before and after, and the way back."""

import datetime
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from statements.admin.finding import find_article
from statements.admin.opening import lock_article
from statements.editing import history, reverting
from statements.editing.history import Act
from statements.editing.history_words import ToldAct, tell
from statements.grouping.decisions import MODELS
from statements.models import Article, GroupDecision, Statement

ACTS = 50  # a page


def history_page(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """Every act on the article, newest first; `?statement=<pk>` only what was done to that one."""
    article = find_article(model_admin, request, article_id)
    wanted = request.GET.get("statement", "")
    statement = (
        article.statements.filter(pk=wanted).first() if wanted.isdecimal() and len(wanted) < 19 else None
    )
    lines = _lines(article, statement)
    context = model_admin.admin_site.each_context(request) | {
        "title": _("سجل «%(article)s»") % {"article": article},
        "opts": model_admin.opts,
        "article": article,
        "statement": statement,
        "page": Paginator(lines, ACTS).get_page(request.GET.get("page")),
        "mark": history.mark(article),
        "may_change": model_admin.has_change_permission(request, article),
        "may_publish": model_admin.has_publish_permission(request),
    }
    return render(request, "admin/desk/history.html", context)


@dataclass(frozen=True, slots=True)
class Line:
    """One act: of the history, of groups (`decision`), or of the log, which changed nothing that could be taken back."""

    at: datetime.datetime
    who: str
    title: str
    told: ToldAct | None = None
    decision: GroupDecision | None = None
    rows: tuple = ()  # those of the decision


def _lines(article: Article, statement: Statement | None) -> list[Line]:
    """Newest first; of one statement only what was done to it."""
    acts = tell(article, history.acts_of(article, statement=statement and statement.pk))
    lines = [Line(one.act.at, one.who, one.title, one) for one in acts]
    logged = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Article), object_id=str(article.pk)
    ).exclude(action_flag__in=[ADDITION, DELETION])
    lines += _decision_lines(article, statement)
    if statement is None:
        lines += [
            Line(
                one.action_time, one.user.get_full_name() or one.user.get_username(), one.get_change_message()
            )
            for one in logged.select_related("user")
        ]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _decision_lines(article: Article, statement: Statement | None) -> list[Line]:
    """What editors decided about rows of the article that other articles tell too."""
    decisions = GroupDecision.objects.filter(articles=article).select_related("by")
    if statement:
        decisions = decisions.filter(of=GroupDecision.Of.STATEMENT, before__has_key=str(statement.pk))
    return [
        Line(
            one.at,
            one.by.get_full_name() or one.by.get_username() if one.by else _("النظام"),
            one.get_act_display(),
            decision=one,
            rows=tuple(MODELS[one.of].objects.filter(pk__in=one.rows).select_related("article")),
        )
        for one in decisions
    ]


@transaction.atomic
def revert(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """Make what the act `key` changed what it was before, if the history is still what the page showed."""
    article = lock_article(model_admin, request, article_id)
    if request.method != "POST":
        return redirect(history_address(article))
    if request.POST.get("mark") != history.mark(article):
        messages.error(request, _("تغيّر المقال بعد أن فتحت السجل، فلم يُرجَع شيء. انظر ما صار إليه."))
        return redirect(history_address(article))
    key = request.POST.get("key", "")
    wanted = next((act for act in history.acts_of(article) if act.key == key), None)
    if wanted is None:
        messages.error(request, _("لم يعد هذا التغيير في السجل."))
    elif publishes(wanted) and not model_admin.has_publish_permission(request):
        messages.error(request, _("النشر لرئيس التحرير، والتراجع عنه له."))
    else:
        reverting.revert(article, key, by=request.user)
        messages.success(request, _("أُرجع ما كان قبل هذا التغيير."))
    return redirect(history_address(article))


def publishes(act: Act) -> bool:
    """Whether the act published the article or took it back."""
    return any(
        change.sort == "article" and change.before.values["state"] != change.after.values["state"]
        for change in act.changes
    )


def history_address(article: Article) -> str:
    return reverse("admin:statements_article_history", args=[article.pk])
