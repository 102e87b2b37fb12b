"""The list of actors that may be one, to go through: what speaks for it, and a button for each answer."""

from collections.abc import Iterable
from itertools import chain

from django.contrib.admin import ModelAdmin
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.actors.stored_doubles import stored_doubles
from statements.countries import names
from statements.editing.roles import MERGE
from statements.models import Actor, LikelyDouble, Party

PAIRS = 30  # a page

EVIDENCE = {
    "name": gettext_lazy("اسم واحد: %(words)s"),
    "spelling": gettext_lazy("رسم قريب: %(words)s"),
    "office": gettext_lazy("منصب واحد: %(words)s"),
    "country": gettext_lazy("بلد واحد: %(words)s"),
}


def doubles_page(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The likeliest pairs first."""
    page = Paginator(stored_doubles(), PAIRS).get_page(request.GET.get("page"))
    _count_statements(chain(*(pair.both for pair in page)))
    context = model_admin.admin_site.each_context(request) | {
        "title": _("جهات قد تكون واحدة"),
        "opts": model_admin.opts,
        "page": page,
        "pairs": [(pair, list(_evidence(pair))) for pair in page],
        "may_merge": request.user.has_perm(MERGE),
    }
    return render(request, "admin/desk/actor_doubles.html", context)


def _count_statements(actors: Iterable[Actor]) -> None:
    """Give each actor `told_in`, the number of statements it has a part in, in one query."""
    actors = list(actors)
    parties = Party.objects.filter(actor__in=actors).order_by().values_list("actor")
    counts = dict(parties.annotate(count=Count("statement", distinct=True)))
    for actor in actors:
        actor.told_in = counts.get(actor.pk, 0)


def _evidence(pair: LikelyDouble):
    for kind, words in pair.evidence:
        yield EVIDENCE[kind] % {"words": names().get(words, words) if kind == "country" else words}
