"""The page on quality: how well extraction does, what the marks mean, how to report an error."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from statements.known_outlets import known_outlet
from statements.models import Outlet, Statement
from statements.pages import quality as measured

# What each figure of the annotated articles asks, in words; in the order of the page.
QUESTIONS = {
    "found": _("التصريح"),
    "exact": _("التصريح بحدوده تمامًا"),
    "who_said_what": _("التصريح ومعه متحدثه"),
    "who_said_what_to_whom": _("التصريح ومعه متحدثه ومخاطَبه"),
    "addressees": _("المخاطَبون وحدهم"),
    "events": _("المناسبات"),
    "reported_by": _("من نقل الكلام"),
}


def quality(request: HttpRequest) -> HttpResponse:
    gold = measured.gold()
    labels = dict(Statement.Kind.choices)
    context = {
        "gold": gold,
        "gold_outlets": [row | {"name": _called(row["name"])} for row in gold["outlets"]],
        "figures": [(label, gold["figures"][name]) for name, label in QUESTIONS.items()],
        "kinds": [(labels[kind], row) for kind, row in gold["kinds"].items()],
        "reviewed": measured.reviewed(),
    }
    return render(request, "quality.html", context)


def _called(name: str) -> str:
    """An outlet's name, or «outlet/agency», in the language of the page."""
    return " / ".join(Outlet(name=one, **asdict(known_outlet(one))).called for one in name.split("/"))
