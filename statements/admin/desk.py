"""What the first page of the admin shows: what to review, what failed, what came in last."""

from django.http import HttpRequest

from statements.admin.progress import awaiting_review, failed, in_work, with_progress
from statements.models import Article, Statement

ROWS = 8  # of each list; the links under them lead to all


def desk(request: HttpRequest) -> dict:
    """The context of the desk; empty for somebody who may not see articles."""
    if not request.user.has_perm("statements.view_article"):
        return {}
    articles = Article.objects.select_related("outlet", "created_by").order_by("-created_at", "-id")
    return {
        "to_review": with_progress(awaiting_review(articles))[:ROWS],
        "failures": failed(articles)[:ROWS],
        "latest": with_progress(articles)[:ROWS],
        "numbers": _numbers(),
    }


def _numbers() -> dict[str, int]:
    articles = Article.objects.order_by()
    return {
        "to_review": awaiting_review(articles).count(),
        "in_work": in_work(articles).count(),
        "failed": failed(articles).count(),
        "published": articles.published().count(),
        "unchecked": Statement.objects.published().filter(state=Statement.State.MACHINE).count(),
    }
