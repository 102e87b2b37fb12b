"""Two editors on one article: who else is there, and whether the page still shows what is stored."""

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from statements.admin.finding import find_article
from statements.editing.history import mark
from statements.models import Presence


def here(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> JsonResponse:
    """What an open page asks every few seconds: {"told": who else is there, "mark": the last change}.

    Sent with `leaving` it says that the page was closed.
    """
    article = find_article(model_admin, request, article_id)
    if request.method == "POST" and "leaving" in request.POST:
        Presence.objects.filter(article=article, user=request.user).delete()
    elif request.method == "POST":
        Presence.objects.see(request.user, article)
    return JsonResponse({"told": told(request.user, article), "mark": mark(article)})


def told(user, article) -> str:
    """Who else has the article open, in words; empty where nobody has."""
    others = Presence.objects.beside(user, article)
    return _("يعمل على هذا المقال الآن أيضًا: %(who)s") % {"who": "، ".join(others)} if others else ""
