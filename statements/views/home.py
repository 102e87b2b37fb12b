"""The first page: what readers may see, newest first, to editors as well."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.models import Actor, Article, Event, Statement
from statements.models.statements import StatementQuerySet
from statements.views.events import lines_of

STATEMENTS, ACTORS, EVENTS = 10, 10, 6
OF_ONE_ARTICLE = 3  # so that one long article does not fill the page
_LOOKED_AT = 300


def home(request: HttpRequest) -> HttpResponse:
    statements = Statement.objects.published()
    context = {
        "statements": _latest_statements(statements),
        "actors": Actor.objects.most_quoted()[:ACTORS],
        "events": lines_of(Event.objects.published().newest()[:EVENTS]),
        "statement_count": statements.count(),
        "article_count": Article.objects.published().count(),
    }
    return render(request, "home.html", context)


def _latest_statements(statements: StatementQuerySet) -> list[Statement]:
    """The newest, a few of each article; more of one only where the others do not fill the page."""
    newest = list(statements.newest().values_list("pk", "article_id")[:_LOOKED_AT])
    seen, first, more = Counter(), [], []
    for pk, article in newest:
        seen[article] += 1
        (first if seen[article] <= OF_ONE_ARTICLE else more).append(pk)
    shown = set((first + more)[:STATEMENTS])
    rows = statements.with_parts().in_bulk(shown)
    return [rows[pk] for pk, _article in newest if pk in rows]
