"""The review page: the article with its marks on one side, its statements as cards on the other.

Here the page is put together; deciding.py, correcting.py and article_acts.py answer its forms.
"""

from dataclasses import dataclass

from django import forms
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.admin import presence
from statements.admin.addresses import review_address
from statements.admin.cards import cards_of, event_cards, events_of, statements_of
from statements.admin.finding import find_article
from statements.admin.forms import DetailsForm, EventForm, StatementForm
from statements.admin.list_way import list_way
from statements.admin.progress import BUSY, next_article
from statements.admin.versions import version
from statements.editing.history import changed_by, mark
from statements.grouping.decisions import has_decided
from statements.models import (
    Article,
    ErrorReport,
    Presence,
    Statement,
    appearances_of,
    kin_of,
)

ORDER, BY_DOUBT, BY_TEXT = "statements.review.order", "doubt", "text"
MACHINE = Statement.State.MACHINE


@dataclass(frozen=True, slots=True)
class Open:
    """The one form that is open on the page: of a statement, an event, the details, or a new statement.

    `changed` tells that somebody else changed the row since the editor saw it.
    """

    sort: str  # statement | event | details | new
    form: forms.Form
    pk: int | None = None
    changed: bool = False

    @property
    def anchor(self) -> str:
        """Where its card stands on the page."""
        return f"#{self.sort}-{self.pk}" if self.pk else ""


def review(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> HttpResponse:
    """The page; `?edit=<statement>|new|details` or `?event=<event>` opens a form on it."""
    article = find_article(model_admin, request, article_id)
    Presence.objects.see(request.user, article)
    return page(model_admin, request, article, _asked_for(request, article))


def _order(request: HttpRequest) -> str:
    """What the extractor was least sure of first, unless the editor asked for the order of the text."""
    if request.GET.get("order") in (BY_DOUBT, BY_TEXT):
        request.session[ORDER] = request.GET["order"]
    return request.session.get(ORDER, BY_DOUBT)


def page(
    model_admin: ModelAdmin,
    request: HttpRequest,
    article: Article,
    opened: Open | None = None,
    status: int = 200,
) -> HttpResponse:
    """The review page of `article`, one form open or none."""
    statements = statements_of(article)
    standing = [statement for statement in statements if statement.stands]
    order = _order(request)
    cards, set_aside = cards_of(article, statements, by_doubt=order == BY_DOUBT)
    way = list_way(request, article)
    run = article.latest_run()
    context = model_admin.admin_site.each_context(request) | _rights(model_admin, request, article)
    context |= {
        "title": str(article),
        "opts": model_admin.opts,
        "article": article,
        "here": review_address(article),
        "cards": cards,
        "standing": standing,
        "set_aside": set_aside,
        "undecided": sum(not card.statement.is_reviewed for card in cards),
        "sure": [card.statement for card in cards if card.statement.state == MACHINE and not card.doubtful],
        "events": event_cards(article, statements, opened.pk if opened and opened.sort == "event" else None),
        "run": run,
        "busy": run is not None and run.state in BUSY,
        "appearances": appearances_of(article),
        "kin": kin_of(article).select_related("outlet").defer("text"),
        "has_source": article.source_id is not None,
        "opened": opened,
        "order": order,
        "version": version(article),
        "mark": mark(article),
        "also_here": presence.told(request.user, article),
        "may_undo": changed_by(article, request.user) or has_decided(article, request.user),
        "list_way": way,
        "following": way.following if way else next_article(article, request.user),
        "reports": ErrorReport.objects.open().filter(statement=None, page=article.get_absolute_url()),
    }
    return render(request, "admin/desk/review.html", context, status=status)


def _rights(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> dict[str, bool]:
    return {
        "may_change": model_admin.has_change_permission(request, article),
        "may_publish": model_admin.has_publish_permission(request) and not article.is_deleted,
        "may_delete": model_admin.has_delete_permission(request, article),
    }


def _asked_for(request: HttpRequest, article: Article) -> Open | None:
    edit, event_id = request.GET.get("edit", ""), request.GET.get("event", "")
    if edit == "new":
        return Open("new", StatementForm(article=article, events=events_of(article)))
    if edit == "details":
        return Open("details", DetailsForm(article=article))
    if edit.isdecimal():
        statement = next((s for s in statements_of(article) if str(s.pk) == edit), None)
        return statement and open_statement(statement)
    if event_id.isdecimal():
        event = next((e for e in events_of(article) if str(e.pk) == event_id), None)
        return event and Open("event", EventForm(event=event), event.pk)
    return None


def open_statement(statement: Statement, data=None) -> Open:
    """The form of a statement, filled with `data` where it was sent."""
    article = statement.article
    return Open(
        "statement",
        StatementForm(data, article=article, events=events_of(article), statement=statement),
        statement.pk,
    )
