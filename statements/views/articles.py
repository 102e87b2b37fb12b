"""An article: its text with every statement marked where it stands, and the list of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from statements.models import Article, Statement


def article(request: HttpRequest, id: int) -> HttpResponse:
    articles = Article.objects.visible_to(request.user).select_related("outlet")
    article = get_object_or_404(articles, pk=id)
    context = {
        "article": article,
        "statements": _statements_of(article, request.user),
        "mentions": article.mentions.exclude(actor=None),
        "opening": _opening(article),
    }
    return render(request, "article.html", context)


def _opening(article: Article) -> str:
    """How the text repeats the heading: its first line is the "title", or "begins" with it; else empty.

    The page then shows it once: in the text, which stays whole.
    """
    first = " ".join(next(iter(article.text.strip().splitlines()), "").split())
    title = " ".join(article.title.split())
    if first == title:
        return "title"
    return "begins" if first.startswith(title) else ""


def _statements_of(article: Article, user) -> list[Statement]:
    """The standing statements in the order of the text, all sharing the one article already read."""
    statements = Statement.objects.visible_to(user).filter(article=article).order_by("start", "id")
    statements = list(statements.select_related("event").prefetch_related("parties__actor"))
    for statement in statements:
        statement.article = article
    return statements
