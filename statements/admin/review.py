"""The review page: the article with its marks on one side, its statements as cards on the other.

Here the page is put together; deciding.py, correcting.py and article_acts.py answer its forms.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.admin import presence
from statements.admin.addresses import review_address
from statements.admin.finding import find_article
from statements.admin.forms import DetailsForm, EventForm, StatementForm
from statements.admin.list_way import list_way
from statements.admin.progress import BUSY, next_article
from statements.admin.versions import version
from statements.editing.differing import open_differences
from statements.editing.history import changed_by, changed_statements, mark
from statements.editing.history_words import ToldChange, tell_changes
from statements.models import (
    Article,
    Difference,
    ErrorReport,
    Event,
    Presence,
    Statement,
    appearances_of,
    kin_of,
)

DOUBTFUL = 0.5  # below it a card says that the extractor was unsure: an even chance is not doubt yet
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
    reports = _reports(article)
    cards = _cards(article, standing, order, reports)
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
        "set_aside": [Card.of(one, reports=reports) for one in statements if not one.stands],
        "undecided": sum(not card.statement.is_reviewed for card in cards),
        "sure": [card.statement for card in cards if card.statement.state == MACHINE and not card.doubtful],
        "events": _event_cards(article, statements, opened),
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
        "may_undo": changed_by(article, request.user),
        "list_way": way,
        "following": way.following if way else next_article(article, request.user),
        "reports": ErrorReport.objects.open().filter(statement=None, page=article.get_absolute_url()),
    }
    return render(request, "admin/desk/review.html", context, status=status)


def _cards(
    article: Article, standing: list[Statement], order: str, reports: Mapping[int, Sequence[ErrorReport]]
) -> list["Card"]:
    """The cards of the statements that stand, numbered as in the text."""
    told = {"changed": changed_statements(article), "views": _other_views(article), "reports": reports}
    cards = [Card.of(statement, number, **told) for number, statement in enumerate(standing, 1)]
    return sorted(cards, key=lambda card: card.doubt) if order == BY_DOUBT else cards


def _rights(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> dict[str, bool]:
    return {
        "may_change": model_admin.has_change_permission(request, article),
        "may_publish": model_admin.has_publish_permission(request),
        "may_delete": model_admin.has_delete_permission(request, article),
    }


def statements_of(article: Article) -> list[Statement]:
    """All of them, rejected and withdrawn too, in the order of the text, with all that a card shows."""
    statements = (
        article.statements.select_related("event", "reviewed_by")
        .prefetch_related("parties__actor", "event__participants__actor")
        .order_by("start", "id")
    )
    return [_with(article, statement) for statement in statements]


def events_of(article: Article) -> list[Event]:
    return [
        _with(article, event)
        for event in article.events.prefetch_related("participants__actor").order_by("pk")
    ]


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as the page shows it; `number` is its figure in the text, None where it is not marked."""

    statement: Statement
    version: str
    number: int | None = None
    changed: bool = False  # the history has something to tell of it
    difference: "OtherView | None" = None
    reports: Sequence[ErrorReport] = ()  # what readers say is wrong with it, not yet settled

    @classmethod
    def of(
        cls,
        statement: Statement,
        number: int | None = None,
        *,
        changed: Iterable[int] = (),
        views: "Mapping[int, OtherView] | None" = None,
        reports: Mapping[int, Sequence[ErrorReport]] | None = None,
    ) -> "Card":
        other, told = (views or {}).get(statement.pk), (reports or {}).get(statement.pk, ())
        return cls(statement, version(statement), number, statement.pk in changed, other, told)

    @property
    def doubt(self) -> tuple:
        """What sorts the most doubtful first: what readers or a new extraction see otherwise, then its own confidence."""
        return not self.reports, self.difference is None, self.percent, self.number

    @property
    def doubtful(self) -> bool:
        return self.statement.state == MACHINE and self.statement.confidence < DOUBTFUL

    @property
    def percent(self) -> int:
        return round(self.statement.confidence * 100)


@dataclass(frozen=True, slots=True)
class OtherView:
    """What the extractor now sees otherwise than an editor decided; no `change` where it finds nothing."""

    difference: Difference
    change: ToldChange | None

    @property
    def token(self) -> str:
        return self.difference.noted_at.isoformat()


def _reports(article: Article) -> dict[int, list[ErrorReport]]:
    """What readers reported of its statements and nobody settled, by the statement's key."""
    found: dict[int, list[ErrorReport]] = {}
    for report in ErrorReport.objects.open().filter(statement__article=article):
        found.setdefault(report.statement_id, []).append(report)
    return found


def _other_views(article: Article) -> dict[int, OtherView]:
    found = open_differences(article)
    told = iter(tell_changes(article, [change for _one, change in found if change]) if found else [])
    return {one.statement_id: OtherView(one, next(told) if change else None) for one, change in found}


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as the page shows it; `empty` where it may be deleted, for nothing was said at it."""

    event: Event
    version: str
    empty: bool


def _event_cards(article: Article, statements: list[Statement], opened: Open | None) -> list[EventCard]:
    """The events with statements, those an editor worked on, and the one whose form is open."""
    used = {statement.event_id for statement in statements if statement.state != Statement.State.WITHDRAWN}
    open_one = opened.pk if opened and opened.sort == "event" else None
    return [
        EventCard(event, version(event), event.pk not in used)
        for event in events_of(article)
        if event.pk in used or event.edited or event.pk == open_one
    ]


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


def _with(article: Article, row):
    """`row` with its article at hand: the cards and marks read the text many times."""
    row.article = article
    return row
