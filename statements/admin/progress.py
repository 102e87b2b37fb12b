"""How far each article is: extracted or not, how many statements, how many of them reviewed."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from statements.models import Article, ExtractionRun, Statement

BUSY = (ExtractionRun.State.WAITING, ExtractionRun.State.RUNNING)


def with_progress(articles: QuerySet[Article]) -> QuerySet[Article]:
    """`articles` with run_state and run_error (of the latest run; None without one), statement_count
    (those that stand) and reviewed_count (of these, those an editor has seen)."""
    return with_run(articles).annotate(
        statement_count=_count(Statement.objects.standing()),
        reviewed_count=_count(Statement.objects.standing().exclude(state=Statement.State.MACHINE)),
    )


def with_run(articles: QuerySet[Article]) -> QuerySet[Article]:
    """`articles` with run_state and run_error of the latest run."""
    latest = ExtractionRun.objects.filter(article=OuterRef("pk")).order_by("-id")
    return articles.annotate(
        run_state=Subquery(latest.values("state")[:1]),
        run_error=Subquery(latest.values("error")[:1]),
    )


def awaiting_review(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Drafts whose extraction is done: what the editor should look at next."""
    drafts = with_run(articles).filter(state=Article.State.DRAFT, publication_of=None)
    return drafts.filter(run_state=ExtractionRun.State.DONE)


def failed(articles: QuerySet[Article]) -> QuerySet[Article]:
    return _latest_in(articles, [ExtractionRun.State.FAILED])


def in_work(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Articles that wait for the extractor or are in its hands."""
    return _latest_in(articles, BUSY)


def _latest_in(articles: QuerySet[Article], states) -> QuerySet[Article]:
    """Articles whose latest run is in one of `states`; few have any run there, so those are taken first."""
    ever = ExtractionRun.objects.filter(state__in=states).values("article")
    return with_run(articles.filter(pk__in=ever)).filter(run_state__in=states)


def _count(statements: QuerySet[Statement]) -> Coalesce:
    rows = statements.filter(article=OuterRef("pk")).order_by().values("article")
    return Coalesce(
        Subquery(rows.annotate(count=Count("pk")).values("count"), output_field=IntegerField()), 0
    )
