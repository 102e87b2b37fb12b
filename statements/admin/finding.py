"""The article that an address of the desk names, for whoever may see it."""

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from statements.models import Article


def find_article(model_admin: ModelAdmin, request: HttpRequest, article_id: int) -> Article:
    article = Article.objects.select_related("outlet").filter(pk=article_id).first()
    if article is None:
        raise Http404
    if not model_admin.has_view_permission(request, article):
        raise PermissionDenied
    return article
