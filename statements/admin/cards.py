"""What the review page shows of each statement and event of an article: its card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery

from statements.admin.versions import version
from statements.editing.differing import open_differences
from statements.editing.history import changed_statements
from statements.editing.history_words import ToldChange, tell_changes
from statements.models import Article, Difference, ErrorReport, Event, Statement

DOUBTFUL = 0.5  # below it a card says that the extractor was unsure: an even chance is not doubt yet
MACHINE = Statement.State.MACHINE


@dataclass(frozen=True, slots=True)
class OtherView:
    """What the extractor now sees otherwise than an editor decided; no `change` where it finds nothing."""

    difference: Difference
    change: ToldChange | None

    @property
    def token(self) -> str:
        return self.difference.noted_at.isoformat()


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as the page shows it; `number` is its figure in the text, None where it is not marked."""

    statement: Statement
    version: str
    number: int | None = None
    changed: bool = False  # the history has something to tell of it
    difference: OtherView | None = None
    reports: Sequence[ErrorReport] = ()  # what readers say is wrong with it, not yet settled
    companions: int = 0  # statements of other articles that are the same utterance

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
class EventCard:
    """An event as the page shows it; `empty` where it may be deleted, for nothing was said at it."""

    event: Event
    version: str
    empty: bool


def cards_of(
    article: Article, statements: Sequence[Statement], *, by_doubt: bool
) -> tuple[list[Card], list[Card]]:
    """Cards of those that stand, numbered as in the text, and of those that do not."""
    changed, views, reports = changed_statements(article), _other_views(article), _reports(article)
    companions, standing = _companions(article), [one for one in statements if one.stands]
    cards = [
        Card(
            one,
            version(one),
            number,
            one.pk in changed,
            views.get(one.pk),
            reports.get(one.pk, ()),
            companions.get(one.pk, 0),
        )
        for number, one in enumerate(standing, 1)
    ]
    aside = [Card(one, version(one), reports=reports.get(one.pk, ())) for one in statements if not one.stands]
    return (sorted(cards, key=lambda card: card.doubt) if by_doubt else cards), aside


def event_cards(article: Article, statements: Sequence[Statement], open_one: int | None) -> list[EventCard]:
    """The events with statements, those an editor worked on, and the one whose form is open."""
    used = {statement.event_id for statement in statements if statement.state != Statement.State.WITHDRAWN}
    return [
        EventCard(event, version(event), event.pk not in used)
        for event in events_of(article)
        if event.pk in used or event.edited or event.pk == open_one
    ]


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


def _reports(article: Article) -> dict[int, list[ErrorReport]]:
    """What readers reported of its statements and nobody settled, by the statement's key."""
    found: dict[int, list[ErrorReport]] = {}
    for report in ErrorReport.objects.open().filter(statement__article=article):
        found.setdefault(report.statement_id, []).append(report)
    return found


def _companions(article: Article) -> Mapping[int, int]:
    """With how many of other articles each of its statements is one, by the statement's key."""
    same = Statement.objects.standing().kept().filter(group=OuterRef("group")).exclude(article=article.pk)
    same = same.order_by().values("group").annotate(count=Count("pk")).values("count")
    grouped = article.statements.exclude(group=None).order_by().annotate(companions=Subquery(same))
    return {pk: count or 0 for pk, count in grouped.values_list("pk", "companions")}


def _other_views(article: Article) -> dict[int, OtherView]:
    found = open_differences(article)
    told = iter(tell_changes(article, [change for _one, change in found if change]) if found else [])
    return {one.statement_id: OtherView(one, next(told) if change else None) for one, change in found}


def _with(article: Article, row):
    """`row` with its article at hand: the cards and marks read the text many times."""
    row.article = article
    return row
