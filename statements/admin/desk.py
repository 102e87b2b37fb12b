"""What the first page of the admin shows: what to review, what failed, what came in last."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from statements.admin.progress import BUSY, awaiting_review, failed, in_work, with_progress, with_run
from statements.models import Article, Difference, ErrorReport, ExtractionRun, Statement

ROWS = 8  # of each list; the links under them lead to all


def desk(request: HttpRequest) -> dict:
    """The context of the desk; empty for somebody who may not see articles."""
    if not request.user.has_perm("statements.view_article"):
        return {}
    articles = Article.objects.kept().select_related("outlet", "created_by").order_by("-created_at", "-id")
    return {
        "to_review": with_progress(awaiting_review(articles))[:ROWS],
        "failures": failed(articles)[:ROWS],
        "latest": with_progress(_elsewhere(articles))[:ROWS],
        "numbers": _numbers(),
    }


def _elsewhere(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Articles of neither other list: with the extractor, or published."""
    extracting = Q(run_state=None) | Q(run_state__in=BUSY)
    done = Q(state=Article.State.PUBLISHED, run_state=ExtractionRun.State.DONE)
    return with_run(articles).filter(extracting | done)


def _numbers() -> dict[str, int]:
    articles = Article.objects.kept().order_by()
    return {
        "to_review": awaiting_review(articles).count(),
        "in_work": in_work(articles).count(),
        "failed": failed(articles).count(),
        "published": articles.published().count(),
        "otherwise": Difference.objects.filter(state=Difference.State.OPEN).count(),
        "reports": ErrorReport.objects.open().count(),
        "unchecked": Statement.objects.published().filter(state=Statement.State.MACHINE).count(),
    }
