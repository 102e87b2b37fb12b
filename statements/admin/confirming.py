"""An act on many articles at once asks before it is done: how many, which, and what readers will see."""

from django.contrib.admin import ModelAdmin, helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.models import Article, having_kin, kin_of_each

MANY = 20  # articles; as many as an editor sees at a glance are acted on at once
SHOWN = 20  # articles named on the page
ALONE = "alone"  # the answer that leaves out those with kin


def ask(
    model_admin: ModelAdmin,
    request: HttpRequest,
    articles: QuerySet[Article],
    *,
    action: str,
    title: str,
    warning: str,
    look_for_kin: bool = False,
    most: int = MANY,
) -> HttpResponse | None:
    """The page that asks, where more than `most` articles are meant, or one with kin where `look_for_kin`, and it
    was not yet answered; else None."""
    if "apply" in request.POST:
        return None
    count = articles.count()
    doubled = having_kin(articles) if look_for_kin else articles.none()
    doubled_count = doubled.count()
    if count <= most and not doubled_count:
        return None
    shown = list(doubled.select_related("outlet").defer("text")[:SHOWN])
    kin = kin_of_each(shown)
    context = model_admin.admin_site.each_context(request) | {
        "title": title,
        "warning": warning,
        "opts": model_admin.opts,
        "count": count,
        "articles": articles[:SHOWN],
        "doubled": [(article, kin.get(article.pk, [])) for article in shown],
        "doubled_count": doubled_count,
        "alone": ALONE,
        "action": action,
        "across": request.POST.get("select_across", "0"),
        "chosen": request.POST.getlist(helpers.ACTION_CHECKBOX_NAME),
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/desk/confirm_many.html", context)
