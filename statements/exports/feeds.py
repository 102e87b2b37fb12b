"""Rows as an Atom feed (RFC 4287): the first of them, an entry each."""

import datetime
from collections.abc import Iterable
from itertools import islice

from django.db.models import Model
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from statements.exports.columns import Absolute
from statements.models import Article, Event, Statement
from statements.pages.wording import balanced, headline

ENTRIES = 50


def atom_feed(rows: Iterable[Model], title: str, request: HttpRequest) -> str:
    """The feed's XML: entries are of the article's day, updated when they were reviewed, published or taken in."""
    absolute = request.build_absolute_uri
    feed = Atom1Feed(
        title=title,
        link=absolute(_page_of(request)),
        feed_url=absolute(),
        description="",
        language=get_language(),
    )
    for row in islice(rows, ENTRIES):
        feed.add_item(**_entry(row, absolute))
    return feed.writeString("utf-8")


def _page_of(request: HttpRequest) -> str:
    """The page that the feed follows."""
    query = request.GET.copy()
    query.pop("format", None)
    return request.path + (f"?{query.urlencode()}" if query else "")


def _day(article: Article) -> datetime.datetime | None:
    """The beginning of the day on which the outlet published it; without one, when the archive did."""
    if not article.date:
        return article.published_at
    return make_aware(datetime.datetime.combine(article.date, datetime.time.min))


def _taken_in(article: Article) -> datetime.datetime:
    """The moment readers got it; of an article without one, that of its upload. Never the present one, which
    would make every entry new at every fetch."""
    return article.published_at or article.created_at


def _entry(row: Model, absolute: Absolute) -> dict:
    address = absolute(row.get_absolute_url())
    entry = {"title": str(row), "link": address, "unique_id": address, "description": ""}
    if isinstance(row, Statement):
        return entry | {
            "title": headline(row),
            "description": balanced(row),
            "author_name": _("، ").join(str(party) for party in row.speakers),
            "updateddate": row.reviewed_at or _taken_in(row.article),
            "pubdate": _day(row.article),
        }
    if isinstance(row, Article):
        return entry | {"updateddate": _taken_in(row), "pubdate": _day(row)}
    if isinstance(row, Event):
        return entry | {"updateddate": _taken_in(row.article), "pubdate": _day(row.article)}
    return entry | {"updateddate": getattr(row, "created_at", None)}
