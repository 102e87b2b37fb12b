"""Where everything is, for programs and for the people who write them; and the schema, shown in a browser."""

from django.urls import reverse as path_of
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from drf_spectacular.renderers import OpenApiJsonRenderer2
from drf_spectacular.utils import extend_schema, inline_serializer
from drf_spectacular.views import SpectacularAPIView
from rest_framework import serializers
from rest_framework.renderers import BaseRenderer, JSONRenderer, TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from statements.api.pagination import MOST, PAGE
from statements.filters.sets import WITHOUT, StatementFilters
from statements.pages.directories import ActorListForm, EventListForm, OutletListForm

_LISTS = {
    "statements": _("التصريحات"),
    "articles": _("المقالات"),
    "actors": _("الجهات الفاعلة"),
    "events": _("المناسبات"),
    "outlets": _("جهات النشر"),
}
_FORMS = {"actors": ActorListForm, "events": EventListForm, "outlets": OutletListForm}
_NO_PARAMETER = ("what", "sort")  # of the pages' forms


class Root(APIView):
    """Where everything is: addresses for a program, a page for a browser."""

    renderer_classes = (JSONRenderer, TemplateHTMLRenderer)

    @extend_schema(responses=inline_serializer("Root", {"statements": serializers.URLField()}))
    def get(self, request: Request) -> Response:
        if request.accepted_renderer.format == "html":
            return Response(_described(), template_name="api.html")
        return Response({name: reverse(f"api:{name}", request=request) for name in (*_LISTS, "schema")})


class Schema(SpectacularAPIView):
    """The schema in OpenAPI 3: YAML or JSON as asked; to a browser JSON, which it shows and does not store."""

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[BaseRenderer, str]:
        if "text/html" in request.headers.get("Accept", ""):
            return OpenApiJsonRenderer2(), OpenApiJsonRenderer2.media_type
        return super().perform_content_negotiation(request, force)


def _described() -> dict:
    lists = [(label, path_of(f"api:{name}"), _parameters(name)) for name, label in _LISTS.items()]
    return {"lists": lists, "size": PAGE, "most": MOST, "without": WITHOUT}


def _parameters(name: str) -> list[tuple[str, str | Promise]]:
    """What narrows a list: names and labels, without those that leave values out."""
    if name in _FORMS:
        fields = _FORMS[name].base_fields
        return [(field, fields[field].label) for field in fields if field not in _NO_PARAMETER]
    fields = StatementFilters().form.fields
    shown = (field for field in fields if field != "what" and not field.startswith(WITHOUT))
    return [(field, fields[field].label) for field in shown]
