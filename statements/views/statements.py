"""A statement's permanent page. One that no longer stands is gone, and the page says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from statements.models import Article, Statement


def statement(request: HttpRequest, id: int) -> HttpResponse:
    seen = Article.objects.visible_to(request.user)
    statements = (
        Statement.objects.filter(article__in=seen).with_parts().prefetch_related("parties__actor__names")
    )
    statement = get_object_or_404(statements, pk=id)
    if not statement.stands:
        return render(request, "statement_gone.html", {"statement": statement}, status=410)
    context = {"statement": statement, "mentions": statement.article.mentions.exclude(actor=None)}
    return render(request, "statement.html", context | _place_in_article(statement))


def _place_in_article(statement: Statement) -> dict:
    """Its number among the article's statements, how many there are, and the two beside it (ids or None)."""
    standing = statement.article.statements.standing().order_by("start", "id")
    ids = [None, *standing.values_list("pk", flat=True), None]
    at = ids.index(statement.pk)
    return {"number": at, "statement_count": len(ids) - 2, "previous": ids[at - 1], "next": ids[at + 1]}
