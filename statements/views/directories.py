"""The lists of actors and of outlets, and the page of one outlet."""

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from statements import countries
from statements.exports import answer, asked_format
from statements.models import Actor, Article, Outlet, Statement
from statements.models.sorting import LETTERS
from statements.pages.charts import Timeline, timeline
from statements.pages.directories import (
    OTHER,
    ActorListForm,
    ListForm,
    OutletListForm,
    countries_of,
    list_actors,
    list_outlets,
    spoken,
)
from statements.pages.speaking import months_of
from statements.search.criteria import Criteria, Narrowing
from statements.search.people import near
from statements.search.searching import Found

ACTORS, OUTLETS = 60, 60  # of a page
LATEST, MOST = 10, 10  # of an outlet's page: articles or statements, actors


def actor_list(request: HttpRequest) -> HttpResponse:
    """All who said or were told anything; ?q=, ?kind=, ?country=, ?letter= and ?sort= as ActorListForm reads them."""
    form = ActorListForm(request.GET)
    ids = list_actors(form)
    if asked_format(request):
        return answer(request, Actor, _lines(ids), _("الجهات الفاعلة"))
    page = Paginator(ids, ACTORS).get_page(request.GET.get("page"))
    typed = form.choice("q")
    context = list_context(form, page) | {
        "actors": _lines(page.object_list),
        "near": near(typed) if typed and not ids else [],
        "is_unready": bool(typed) and not Found(Criteria("actor")).ready,
        "countries": countries_of(Actor),
    }
    return render(request, "actors.html", context)


def outlet_list(request: HttpRequest) -> HttpResponse:
    """All whose articles are published; ?kind=, ?country=, ?letter= and ?sort= as OutletListForm reads them."""
    form = OutletListForm(request.GET)
    outlets = list_outlets(form)
    if asked_format(request):
        return answer(request, Outlet, outlets, _("جهات النشر"))
    page = Paginator(outlets, OUTLETS).get_page(request.GET.get("page"))
    context = list_context(form, page) | {"countries": countries_of(Outlet)}
    return render(request, "outlets.html", context)


def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """An outlet's articles and statements, and whose words it carries: agencies, speakers."""
    published = Article.objects.published()
    seen = Article.objects.visible_to(request.user).filter(outlet=OuterRef("pk"))
    outlet = get_object_or_404(Outlet.objects.filter(Exists(seen)), slug=slug)
    articles = published.filter(outlet=outlet)
    found = _statements_of(outlet)
    context = {
        "outlet": outlet,
        "country": dict(countries.choices()).get(outlet.country, ""),
        "article_count": articles.count(),
        "statement_count": found.total if found.ready else _stored(outlet).count(),
        "articles": articles.order_by("-date", "-pk").defer("text")[:LATEST],
        "statements": _latest(found, outlet),
        "agencies": [row for row in _most(found, "reporter") if row[0].name not in outlet.names],
        "speakers": _most(found, "speaker"),
        "chart": _chart(found, outlet),
    }
    return render(request, "outlet.html", context)


def list_context(form: ListForm, page) -> dict:
    """What the templates of all lists show: choices made, letters, numbers of pages."""
    return {
        "form": form,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "letters": [*LETTERS, OTHER],
        "letter": form.choice("letter"),
        "chosen_kind": form.chosen_kind,
        "address_query": {name: form.choice(name) for name in form.fields},
    }


def _lines(ids: list[int]) -> list[Actor]:
    """The actors of a page with the numbers `said` and `told`."""
    if not ids:
        return []
    rows, counts = Actor.objects.published().in_bulk(ids), spoken()
    actors = [rows[pk] for pk in ids if pk in rows]
    for actor in actors:
        actor.said, actor.told = counts.said[actor.pk], counts.told[actor.pk]
    return actors


def _statements_of(outlet: Outlet) -> Found:
    return Found(Criteria(narrowed=(Narrowing((("outlet", (outlet.pk,)),)),)))


def _stored(outlet: Outlet) -> QuerySet[Statement]:
    return Statement.objects.published().filter(article__outlet=outlet)


def _latest(found: Found, outlet: Outlet) -> list[Statement]:
    """The newest statements with all that a line of a list shows."""
    if not found.ready:
        return list(_stored(outlet).with_parts().newest()[:LATEST])
    ids = found.ids(limit=LATEST)
    rows = Statement.objects.published().with_parts().in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _most(found: Found, role: str) -> list[tuple[Actor, int]]:
    """Who has this role in most of the statements, with the number."""
    counts = found.counts(role, most=MOST)
    rows = Actor.objects.published().in_bulk(counts)
    return [(rows[pk], count) for pk, count in counts.items() if pk in rows]


def _chart(found: Found, outlet: Outlet) -> Timeline | None:
    """Statements month by month; a bar leads to the search for them."""
    counts: Mapping = months_of(found.days())

    def address(when: str) -> str:
        return f"{reverse('search')}?{urlencode({'outlet': outlet.slug, 'from': when, 'until': when})}"

    return timeline(counts, {}, address)
