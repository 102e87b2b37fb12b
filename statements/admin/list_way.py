"""The list an editor came from: «the next article» is the next one of it, however it was filtered and sorted.

Kept in the session, as the acts of the review page lead back to plain addresses; the list that was opened last.
"""

from dataclasses import dataclass

from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.http import HttpRequest

from statements.models import Article

LIST = "statements.list"
KEPT = 1000  # rows of a list, from the page that was looked at


@dataclass(frozen=True, slots=True)
class ListWay:
    """On through the list at `address`: the article after this one, None at its end, and how many come after."""

    address: str
    following: Article | None
    left: int


def remember(request: HttpRequest, listing: ChangeList, article: str = "pk") -> None:
    """Keep the list for the review pages that are opened from it, if the editor filtered, searched or sorted it.

    `article` is the field of its rows that holds the article's key.
    """
    if request.method != "GET":
        return
    if not set(listing.params) - {PAGE_VAR}:
        request.session.pop(LIST, None)
        return
    first = (listing.page_num - 1) * listing.list_per_page
    keys = listing.queryset.values_list(article, flat=True)[first : first + KEPT]
    request.session[LIST] = {"address": request.get_full_path(), "articles": list(dict.fromkeys(keys))}


def list_way(request: HttpRequest, article: Article) -> ListWay | None:
    """The way on from `article` in the list it was opened from; None where it is in none."""
    known = request.session.get(LIST) or {}
    if article.pk not in known.get("articles", ()):
        return None
    later = known["articles"][known["articles"].index(article.pk) + 1 :]
    there = set(Article.objects.filter(pk__in=later).values_list("pk", flat=True))
    later = [pk for pk in later if pk in there]
    following = Article.objects.defer("text").get(pk=later[0]) if later else None
    return ListWay(known["address"], following, len(later))
