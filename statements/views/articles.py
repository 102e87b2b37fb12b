"""An article: its text with every statement marked where it stands, and the list of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from statements.exports import answer, asked_format
from statements.models import Article, Statement, appearances_of, kin_of

OTHERS = 10  # articles on the same occasion


def article(request: HttpRequest, id: int) -> HttpResponse:
    articles = Article.objects.visible_to(request.user).select_related("outlet")
    article = articles.filter(pk=id).first()
    if article is None:
        return _to_its_report(request, id)
    statements = _statements_of(article, request.user)
    if asked_format(request):
        return answer(request, Statement, statements, str(article))
    kin = list(kin_of(article).visible_to(request.user).select_related("outlet").defer("text"))
    context = {
        "article": article,
        "statements": statements,
        "mentions": article.mentions.exclude(actor=None),
        "begins_with_title": article.begins_with_title(),
        "appearances": [one for one in appearances_of(article) if one.outlet or one.url],
        "kin": kin,
        "same_occasion": _on_the_same_occasion(article, request.user, but=kin),
    }
    return render(request, "article.html", context)


def gone(request: HttpRequest) -> HttpResponse:
    """The page of an article that readers saw and a chief editor deleted."""
    return render(request, "article_gone.html", status=410)


def _to_its_report(request: HttpRequest, id: int) -> HttpResponse:
    """On to the article that an unseen one is another publication of. Raises Http404 where it is none."""
    if Article.objects.deleted().filter(pk=id).exists():
        return gone(request)
    return redirect(get_object_or_404(Article.objects.published(), copies=id))


def _on_the_same_occasion(article: Article, user, *, but: list[Article]) -> list[Article]:
    """Other articles that tell of an event of this one, the newest first."""
    groups = article.events.exclude(group=None).values("group")
    others = Article.objects.visible_to(user).filter(events__group__in=groups).distinct()
    others = others.exclude(pk__in=[article.pk, *(other.pk for other in but)])
    return list(others.select_related("outlet").defer("text").order_by("-date", "-pk")[:OTHERS])


def _statements_of(article: Article, user) -> list[Statement]:
    """The standing statements in the order of the text, all sharing the one article already read."""
    statements = Statement.objects.visible_to(user).filter(article=article).order_by("start", "id")
    statements = list(statements.select_related("event").prefetch_related("parties__actor"))
    for statement in statements:
        statement.article = article
    return statements
