"""An act on many articles at once asks before it is done: how many, which, and what readers will see."""

from django.contrib.admin import ModelAdmin, helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.models import Article

MANY = 20  # articles; as many as an editor sees at a glance are acted on at once
SHOWN = 20  # articles named on the page


def ask(
    model_admin: ModelAdmin,
    request: HttpRequest,
    articles: QuerySet[Article],
    *,
    action: str,
    title: str,
    warning: str,
) -> HttpResponse | None:
    """The page that asks, where more than MANY articles are meant and it was not yet answered; else None."""
    count = articles.count()
    if count <= MANY or "apply" in request.POST:
        return None
    context = model_admin.admin_site.each_context(request) | {
        "title": title,
        "warning": warning,
        "opts": model_admin.opts,
        "count": count,
        "articles": articles[:SHOWN],
        "action": action,
        "across": request.POST.get("select_across", "0"),
        "chosen": request.POST.getlist(helpers.ACTION_CHECKBOX_NAME),
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/desk/confirm_many.html", context)
