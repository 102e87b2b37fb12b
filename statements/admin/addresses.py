"""Where things are done: addresses of the desk's own pages."""

from django.urls import reverse

from statements.models import Article, Statement


def upload_address() -> str:
    return reverse("admin:statements_article_upload")


def review_address(target: Article | Statement) -> str:
    """The review page of an article; of a statement: the same page, at its card."""
    if isinstance(target, Statement):
        return f"{_review(target.article_id)}#statement-{target.pk}"
    return _review(target.pk)


def _review(article_id: int) -> str:
    return reverse("admin:statements_article_review", args=[article_id])
