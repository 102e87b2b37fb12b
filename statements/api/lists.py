"""The lists of actors, events and outlets, narrowed by the parameters of their pages; latest taken in first."""

from django.db.models import Exists, OuterRef, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.exceptions import ValidationError
from rest_framework.generics import ListAPIView, RetrieveAPIView

from statements.api.errors import NoIndex
from statements.api.pagination import RowPages
from statements.api.parameters import PAGING, OnlyKnown
from statements.api.serializers import ActorSerializer, OutletSerializer, WholeEventSerializer
from statements.models import Actor, Article, Event, Outlet
from statements.pages.directories import (
    ActorListForm,
    EventListForm,
    ListForm,
    OutletListForm,
    narrowed,
    narrowed_events,
)
from statements.search.criteria import Criteria
from statements.search.searching import Found

_SORT = "sort"  # of a page: rows are told in the one order that pages by cursor can hold


def _names(form: type[ListForm]) -> list[str]:
    return [name for name in form.base_fields if name != _SORT]


def _described(form: type[ListForm]):
    fields = form.base_fields
    parameters = [OpenApiParameter(name, str, description=fields[name].label) for name in _names(form)]
    return extend_schema_view(get=extend_schema(parameters=parameters))


class _Narrowed(OnlyKnown, ListAPIView):
    """Rows that fit what `form` reads; ValidationError where it cannot be understood."""

    form: type[ListForm]
    pagination_class = RowPages

    @property
    def known(self) -> list[str]:
        return [*_names(self.form), *PAGING]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        form = self.form(self.request.query_params)
        if not form.is_valid():
            raise ValidationError({name: list(told) for name, told in form.errors.items()})
        return self.narrowed(queryset, form)

    def narrowed(self, rows: QuerySet, form: ListForm) -> QuerySet:
        return narrowed(rows, form)


@_described(ActorListForm)
class ActorList(_Narrowed):
    """Who speaks, is spoken to, relays or takes part in published statements."""

    serializer_class, form = ActorSerializer, ActorListForm

    def get_queryset(self) -> QuerySet[Actor]:
        return Actor.objects.published()

    def narrowed(self, rows: QuerySet, form: ListForm) -> QuerySet:
        """Raises NoIndex where names cannot be looked up."""
        if form.choice("q") and not Found(Criteria("actor")).ready:
            raise NoIndex
        return super().narrowed(rows, form)


@_described(EventListForm)
class EventList(_Narrowed):
    """Occasions at which published statements were made."""

    serializer_class, form = WholeEventSerializer, EventListForm

    def get_queryset(self) -> QuerySet[Event]:
        return published_events()

    def narrowed(self, rows: QuerySet, form: ListForm) -> QuerySet:
        return narrowed_events(rows, form)


@_described(OutletListForm)
class OutletList(_Narrowed):
    """Who published the articles."""

    serializer_class, form = OutletSerializer, OutletListForm

    def get_queryset(self) -> QuerySet[Outlet]:
        return _published_outlets()


class OutletRecord(OnlyKnown, RetrieveAPIView):
    """One outlet. What it published: /articles/?outlet=<slug>."""

    serializer_class, lookup_field = OutletSerializer, "slug"

    def get_queryset(self) -> QuerySet[Outlet]:
        return _published_outlets()


def published_events() -> QuerySet[Event]:
    """Published occasions with who took part."""
    published = Event.objects.published().select_related("article__outlet")
    return published.prefetch_related("participants__actor")


def _published_outlets() -> QuerySet[Outlet]:
    return Outlet.objects.filter(Exists(Article.objects.published().filter(outlet=OuterRef("pk"))))
