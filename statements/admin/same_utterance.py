"""The page of one utterance that several articles quote: put together and apart, in words compared."""

import datetime
import re

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from statements.admin.grouped import tell_decided
from statements.grouping.decisions import leave_to_machine, put_apart, put_together
from statements.grouping.likeness import likeness
from statements.models import GroupDecision, Statement

AROUND = datetime.timedelta(days=3)  # the machine itself looks no further than a day
LOOKED_AT, OFFERED = 300, 12  # statements


def versions_page(model_admin: ModelAdmin, request: HttpRequest, statement_id: int) -> HttpResponse:
    """The statement, who else quotes it, who may, and what was decided about it."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    known = Statement.objects.kept().standing().with_parts()
    statement = get_object_or_404(known, pk=statement_id)
    if request.method == "POST":
        if not model_admin.has_change_permission(request):
            raise PermissionDenied
        _decide(request, statement)
        return redirect("admin:statements_statement_versions", statement_id)
    versions = list(statement.versions().kept().standing().exclude(pk=statement.pk).with_parts())
    decisions = GroupDecision.objects.filter(
        of="statement", before__has_key=str(statement.pk), undone_at=None
    )
    context = model_admin.admin_site.each_context(request) | {
        "title": _("تصريح واحد في مقالات عدة"),
        "opts": model_admin.opts,
        "statement": statement,
        "versions": versions,
        "candidates": _candidates(statement, versions),
        "decisions": decisions.select_related("by"),
        "may_change": model_admin.has_change_permission(request),
    }
    return render(request, "admin/desk/statement_versions.html", context)


def _decide(request: HttpRequest, statement: Statement) -> None:
    """As the pressed button (`act`) says, with the statement `other` where there is one."""
    act, other = request.POST.get("act"), _meant(request.POST.get("other", ""))
    if act == "together" and (other is None or other.article_id == statement.article_id):
        messages.error(request, _("لم يُجمع شيء: اكتب رقم تصريح قائم في مقال آخر، أو عنوان صفحته."))
    elif act == "together":
        decision = put_together([statement, other], by=request.user)
        tell_decided(request, decision, _("صارا تصريحًا واحدًا، ولا يفرقهما استخراج جديد."))
    elif act == "apart":
        one = other if other and other.group_id == statement.group_id else statement
        tell_decided(request, put_apart(one, by=request.user), _("لم يعد معه، ولا يجمعهما استخراج جديد."))
    elif act == "left":
        tell_decided(request, leave_to_machine(statement, by=request.user), _("تُرك للآلة أن تجمعه مع غيره."))


def _meant(typed: str) -> Statement | None:
    """The statement of a number, or of the address of its page, that an editor typed or pasted."""
    number = re.fullmatch(r"(?:.*/statements/)?(\d{1,18})/?(?:[?#].*)?", typed.strip(), re.ASCII)
    return number and Statement.objects.kept().standing().filter(pk=number[1]).first()


def _candidates(statement: Statement, versions: list[Statement]) -> list[Statement]:
    """What the same speakers said around the day in other articles, the likest first."""
    speakers = [party.actor_id for party in statement.speakers if party.actor_id]
    if not speakers or not statement.day:
        return []
    days = statement.day - AROUND, statement.day + AROUND
    others = (
        Statement.objects.kept()
        .standing()
        .filter(parties__role="speaker", parties__actor__in=speakers, day__range=days)
    )
    others = others.exclude(Q(article=statement.article_id) | Q(pk__in=[one.pk for one in versions]))
    return _likest(statement, others.distinct().with_parts()[:LOOKED_AT])


def _likest(statement: Statement, others: QuerySet[Statement]) -> list[Statement]:
    words = statement.content
    alike = sorted(others, key=lambda one: -likeness(words, one.content))
    return alike[:OFFERED]
