"""How far each article is: extracted or not, how many statements, how many of them reviewed."""

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from statements.editing.roles import PUBLISH
from statements.models import Article, ExtractionRun, ImportResult, Statement

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


def next_article(article: Article, user) -> Article | None:
    """The article to review after this one: the next row of its import, then those of the import before, then in
    the order of the desk and round to its beginning.

    One whose statements are all decided waits for nobody but who may publish it.
    """
    waiting = awaiting_review(Article.objects.exclude(pk=article.pk)).order_by("-created_at", "-id")
    if not user.has_perm(PUBLISH):
        undecided = Statement.objects.filter(article=OuterRef("pk"), state=Statement.State.MACHINE)
        waiting = waiting.filter(Exists(undecided))
    if row := _next_row(article, waiting):
        return row.article
    older = Q(created_at__lt=article.created_at) | Q(created_at=article.created_at, pk__lt=article.pk)
    return waiting.filter(older).first() or waiting.first()


def _next_row(article: Article, waiting: QuerySet[Article]) -> ImportResult | None:
    """The row after the article's own, as the pages of the imports list them, whose article waits."""
    stored = ImportResult.objects.filter(outcome=ImportResult.Outcome.STORED).select_related("file")
    own = stored.filter(article=article).order_by("-pk").first()
    if own is None:
        return None
    rows = stored.select_related("article").filter(article__in=waiting.order_by().values("pk"))
    later = Q(file__gt=own.file_id) | Q(file=own.file_id, position__gt=own.position)
    same, before = Q(file__imported=own.file.imported_id), Q(file__imported__lt=own.file.imported_id)
    rows = rows.filter(same & later | before)
    return rows.order_by("-file__imported_id", "file_id", "position").first()


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
