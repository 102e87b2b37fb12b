"""The page on quality: how well extraction does, what the marks mean, how to report an error."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from statements.models import Statement
from statements.pages import quality as measured

# What each figure of the annotated articles asks, in words; in the order of the page.
QUESTIONS = {
    "found": _("وجد التصريح"),
    "exact": _("بحدوده تمامًا"),
    "who_said_what": _("ومتحدثُه صحيح"),
    "who_said_what_to_whom": _("ومخاطَبُه كذلك"),
    "addressees": _("المخاطَبون وحدهم"),
    "events": _("المناسبات"),
    "reported_by": _("من نقل الكلام"),
}


def quality(request: HttpRequest) -> HttpResponse:
    gold = measured.gold()
    labels = dict(Statement.Kind.choices)
    context = {
        "gold": gold,
        "figures": [(label, gold["figures"][name]) for name, label in QUESTIONS.items()],
        "kinds": [(labels[kind], row) for kind, row in gold["kinds"].items()],
        "reviewed": measured.reviewed(),
    }
    return render(request, "quality.html", context)
