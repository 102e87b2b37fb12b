"""The records and searches of the API. What a query string means is `filters`' business, as for the pages."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view, inline_serializer
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from statements.api.errors import Gone, NoIndex
from statements.api.lists import published_events
from statements.api.pagination import MOST, PAGE, RowPages, search_page
from statements.api.parameters import PAGING, OnlyKnown
from statements.api.serializers import (
    ArticleSerializer,
    StatementSerializer,
    WholeActorSerializer,
    WholeArticleSerializer,
    WholeEventSerializer,
)
from statements.filters.results import Results
from statements.filters.searches import search
from statements.filters.sets import SearchFilters, StatementFilters
from statements.models import Actor, Article, Statement


def _names(filters: type[SearchFilters]) -> tuple[str, ...]:
    """The parameters of a search; what is searched in is told by the address."""
    return tuple(name for name in filters.base_filters if name != "what")


def _parameters(filters: type[SearchFilters]) -> list[OpenApiParameter]:
    """The parameters of a search, described from its filters."""
    found = [
        OpenApiParameter(name, str, description=field.label, enum=_values(field) or None)
        for name, field in filters().form.fields.items()
        if name != "what"
    ]
    return [
        *found,
        OpenApiParameter("cursor", str, description="Where the page begins: taken from `next`."),
        OpenApiParameter("size", int, description=f"Rows of a page, {PAGE} unless told, at most {MOST}."),
    ]


def _values(field) -> list[str]:
    """The values of a fixed list; this module is loaded before there are tables to ask for others."""
    asks = hasattr(field, "queryset") or not getattr(field, "is_fixed", True)
    choices = [] if asks else getattr(field, "choices", [])
    return [str(value) for value, _label in choices if value]


def _page_of(name: str, serializer: type[serializers.Serializer]) -> serializers.Serializer:
    fields = {"count": serializers.IntegerField(), "next": serializers.URLField(allow_null=True)}
    return inline_serializer(name, fields | {"results": serializer(many=True)})


class Search(OnlyKnown, APIView):
    """Published rows that a search finds, newest first or by relevance."""

    known = (*_names(StatementFilters), *PAGING)
    what: str
    serializer_class: type[serializers.Serializer]

    def get(self, request: Request) -> Response:
        query = request.query_params.copy()
        query["what"] = self.what
        results = search(query)
        self.check(results)
        record = self.serializer_class(context={"request": request}).to_representation
        return Response(search_page(results, request, record))

    def check(self, results: Results) -> None:
        """Raises ValidationError where a parameter cannot be understood, NoIndex where nothing can be asked."""
        if results.form.errors:
            raise ValidationError({name: list(told) for name, told in results.form.errors.items()})
        if not results.ready:
            raise NoIndex


@extend_schema_view(
    get=extend_schema(
        operation_id="statements_list",
        parameters=_parameters(StatementFilters),
        responses=_page_of("StatementPage", StatementSerializer),
    )
)
class StatementList(Search):
    """Statements, searched and filtered as on the site: words, speaker, addressee, event, days …"""

    what, serializer_class = "statements", StatementSerializer


@extend_schema_view(
    get=extend_schema(
        operation_id="articles_list",
        parameters=_parameters(StatementFilters),
        responses=_page_of("ArticlePage", ArticleSerializer),
    )
)
class ArticleList(Search):
    """Articles with such words or such a statement in them."""

    what, serializer_class = "articles", ArticleSerializer


class StatementRecord(OnlyKnown, RetrieveAPIView):
    """One statement; 410 once it is no longer held to be right."""

    serializer_class, lookup_field = StatementSerializer, "id"

    def get_queryset(self):
        return Statement.objects.filter(article__in=Article.objects.published()).with_parts()

    def get_object(self) -> Statement:
        statement = super().get_object()
        if not statement.stands:
            raise Gone
        return statement


class ArticleRecord(OnlyKnown, RetrieveAPIView):
    """One article with its text and its statements."""

    serializer_class, lookup_field = WholeArticleSerializer, "id"

    def get_queryset(self):
        return Article.objects.published().select_related("outlet")


class ActorRecord(OnlyKnown, RetrieveAPIView):
    """One actor with its names and offices. What it said: /statements/?speaker=<slug>."""

    serializer_class, lookup_field = WholeActorSerializer, "slug"

    def get_queryset(self):
        return Actor.objects.published()

    def get_object(self) -> Actor:
        return _actor_at(self.kwargs["slug"])


class BetweenTwo(OnlyKnown, ListAPIView):
    """What either of two actors said to the other, latest taken in first."""

    serializer_class, pagination_class, known = StatementSerializer, RowPages, PAGING

    def get_queryset(self):
        slugs = self.kwargs.get("slug"), self.kwargs.get("other")
        if slugs[0] == slugs[1]:
            raise Http404
        one, other = map(_actor_at, slugs)
        return Statement.objects.published().between(one, other).with_parts()


def _actor_at(slug: str) -> Actor:
    """Who has this address, or took it over when two were merged."""
    if found := Actor.objects.published().at(slug):
        return found
    raise Http404


class EventRecord(OnlyKnown, RetrieveAPIView):
    """One occasion with who took part."""

    serializer_class, lookup_field = WholeEventSerializer, "id"

    def get_queryset(self):
        return published_events()
