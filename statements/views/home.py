"""The first page: what readers may see, newest first, to editors as well."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.models import Actor, Article, Event, Statement
from statements.search.criteria import Criteria
from statements.search.searching import Found
from statements.views.events import lines_of

STATEMENTS, ACTORS, EVENTS = 10, 10, 6
OF_ONE_ARTICLE = 3  # so that one long article does not fill the page
_LOOKED_AT = 300  # of the newest statements


def home(request: HttpRequest) -> HttpResponse:
    newest = Statement.objects.published().newest().values_list("pk", "article_id", "event_id")
    newest = list(newest[:_LOOKED_AT])
    context = {
        "statements": _latest_statements(newest),
        "actors": _most_quoted(),
        "events": _latest_events(newest),
        **_totals(),
    }
    return render(request, "home.html", context)


def _totals() -> dict[str, int]:
    """Counted by the index where there is one: in a large archive the database takes its time."""
    statements, articles = Found(Criteria()), Found(Criteria("article"))
    if statements.ready:
        return {"statement_count": statements.total, "article_count": articles.total}
    rows = {"statement_count": Statement.objects, "article_count": Article.objects}
    return {name: objects.published().count() for name, objects in rows.items()}


def _most_quoted() -> list[Actor]:
    """Speakers with their `statement_count`, most first; nobody unnamed."""
    found = Found(Criteria())
    if not found.ready:
        return list(Actor.objects.most_quoted()[:ACTORS])
    counts = found.counts("speaker", most=3 * ACTORS)
    rows = Actor.objects.published().exclude(kind=Actor.Kind.UNNAMED).in_bulk(counts)
    for pk, actor in rows.items():
        actor.statement_count = counts[pk]
    return sorted(rows.values(), key=lambda actor: (-actor.statement_count, actor.name))[:ACTORS]


def _latest_events(newest: list[tuple[int, int, int | None]]) -> list[Event]:
    """The occasions of the newest statements, each once."""
    ids = list(dict.fromkeys(event for _pk, _article, event in newest if event))
    events = Event.objects.filter(pk__in=ids).once().newest()
    return lines_of(events[:EVENTS])


def _latest_statements(newest: list[tuple[int, int, int | None]]) -> list[Statement]:
    """The newest, a few of each article; more of one only where the others do not fill the page."""
    seen, first, more = Counter(), [], []
    for pk, article, _event in newest:
        seen[article] += 1
        (first if seen[article] <= OF_ONE_ARTICLE else more).append(pk)
    shown = set((first + more)[:STATEMENTS])
    rows = Statement.objects.published().with_parts().in_bulk(shown)
    return [rows[pk] for pk, _article, _event in newest if pk in rows]
