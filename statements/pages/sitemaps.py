"""All public pages for search engines, in both languages: an index of sitemaps, each of a range of ids.

A range is found by the primary key however many rows lie before it; pages counted off by OFFSET would not be.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage
from django.db.models import DateTimeField, Exists, F, Max, OuterRef, QuerySet, Value
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from statements.languages import in_language
from statements.models import Actor, Article, Event, Outlet, Statement

IN_ONE = 1000  # ids of one sitemap, made in some 100 ms; the protocol allows 50,000 addresses
Row = tuple[str, datetime.datetime | None]  # an address of the site, when what it shows was last changed
LISTS = ("home", "search", "actors", "events", "outlets", "quality", "search_help")


@dataclass(frozen=True)
class Ranges:
    """What Django asks of a sitemap's paginator."""

    num_pages: int

    def validate(self, page: str | int) -> int:
        """The number of a range. Raises EmptyPage for one that is none."""
        number = int(page) if str(page).isdecimal() else 0
        if not 1 <= number <= self.num_pages:
            raise EmptyPage
        return number


class Pages(Sitemap):
    """The pages of one kind of rows, by ranges of their ids."""

    rows: QuerySet
    name: str
    address = "pk"  # the column that a page's address is made of

    @property
    def paginator(self) -> Ranges:
        greatest = self.rows.model.objects.aggregate(greatest=Max("pk"))["greatest"] or 0
        return Ranges(greatest // IN_ONE + 1)

    def get_urls(self, page: str | int = 1, site=None, protocol: str | None = None) -> list[dict]:
        """The addresses of one range. Raises EmptyPage (the view answers 404) for one that is none."""
        domain = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        rows = self.between(self.paginator.validate(page))
        return [entry for row in rows for entry in _entries(domain, *row)]

    def between(self, number: int) -> Iterator[Row]:
        """The public rows of a range."""
        first = (number - 1) * IN_ONE
        rows = self.rows.all().filter(pk__gte=first, pk__lt=first + IN_ONE).order_by("pk")
        pattern = reverse(self.name, args=["0"])
        for key, changed in rows.values_list(self.address, "changed"):
            yield iri_to_uri(pattern.replace("/0/", f"/{key}/")), changed


class Statements(Pages):
    name = "statement"
    rows = Statement.objects.published().annotate(changed=Greatest("reviewed_at", "article__published_at"))


class Articles(Pages):
    name = "article"
    rows = Article.objects.published().annotate(changed=F("published_at"))


class Events(Pages):
    name = "event"
    rows = Event.objects.published().annotate(changed=F("article__published_at"))


class Actors(Pages):
    """When something was last added to an actor is not kept."""

    name, address = "actor", "slug"
    rows = Actor.objects.published().annotate(changed=Value(None, DateTimeField()))


class Outlets(Pages):
    name, address = "outlet", "slug"
    rows = Outlet.objects.filter(Exists(Article.objects.published().filter(outlet=OuterRef("pk"))))
    rows = rows.annotate(changed=Value(None, DateTimeField()))


class Lists(Sitemap):
    """The first page, the lists, the explanations."""

    paginator = Ranges(1)

    def get_urls(self, page: str | int = 1, site=None, protocol: str | None = None) -> list[dict]:
        self.paginator.validate(page)
        domain = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        return [entry for name in LISTS for entry in _entries(domain, reverse(name), None)]


def _entries(domain: str, path: str, changed: datetime.datetime | None) -> Iterator[dict]:
    """What Django's template of a sitemap shows: the page in each language, with its versions."""
    versions = [(code, domain + in_language(path, code)) for code, _name in settings.LANGUAGES]
    named = [*versions, ("x-default", versions[0][1])]
    alternates = [{"lang_code": code, "location": address} for code, address in named]
    for _code, address in versions:
        yield {"location": address, "lastmod": changed, "alternates": alternates}


SITEMAPS = {
    "lists": Lists,
    "statements": Statements,
    "articles": Articles,
    "actors": Actors,
    "events": Events,
    "outlets": Outlets,
}
