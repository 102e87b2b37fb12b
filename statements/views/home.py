"""The first page: what readers may see, newest first, to editors as well."""

from django.db.models import Count, F, Prefetch
from django.shortcuts import render

from statements.models import Actor, Article, Event, EventParticipant, Statement
from statements.models.visibility import published_statement

STATEMENTS, ACTORS, EVENTS = 10, 10, 6


def home(request):
    statements = Statement.objects.published()
    context = {
        "statements": statements.with_parts().newest()[:STATEMENTS],
        "actors": Actor.objects.most_quoted()[:ACTORS],
        "events": _latest_events(),
        "statement_count": statements.count(),
        "article_count": Article.objects.published().count(),
    }
    return render(request, "home.html", context)


def _latest_events():
    participants = Prefetch("participants", EventParticipant.objects.select_related("actor"))
    return (
        Event.objects.published()
        .annotate(statement_count=Count("statements", filter=published_statement("statements__")))
        .prefetch_related(participants)
        .order_by(F("day").desc(nulls_last=True), "-id")[:EVENTS]
    )
