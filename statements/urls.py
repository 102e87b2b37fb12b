"""Addresses of the public pages. Slugs are Arabic words."""

import unicodedata

from django.urls import include, path, register_converter

from statements import views
from statements.models.slugs import SLUG_LENGTH


class WordsConverter:
    """Letters, digits and hyphens of any script, in NFC: the slug of an actor."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        slug = unicodedata.normalize("NFC", value)
        if len(slug) > SLUG_LENGTH or not all(c.isalnum() or c in "-_" for c in slug):
            raise ValueError(value)
        return slug

    def to_url(self, value: str) -> str:
        return value


register_converter(WordsConverter, "words")

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/", views.cut_short, {"list": "articles"}),
    path("articles/<int:id>/", views.article, name="article"),
    path("statements/", views.cut_short, {"list": "statements"}),
    path("statements/<int:id>/", views.statement, name="statement"),
    path("statements/<int:id>/citation.<str:kind>", views.cite, name="cite"),
    path("actors/", views.actor_list, name="actors"),
    path("actors/<words:slug>/", views.actor, name="actor"),
    path("portraits/<slug:digest>.jpg", views.portrait, name="portrait"),
    path("actors/<words:slug>/to/<words:other>/", views.actor_to, name="actor_to"),
    path("actors/<words:slug>/network/", views.actor_network, name="actor_network"),
    path("events/<int:id>/network/", views.event_network, name="event_network"),
    path("events/", views.event_list, name="events"),
    path("events/<int:id>/", views.event, name="event"),
    path("outlets/", views.outlet_list, name="outlets"),
    path("outlets/<words:slug>/", views.outlet, name="outlet"),
    path("quality/", views.quality, name="quality"),
    path("calendar/", views.choose_calendar, name="calendar"),
    path("report/", views.report, name="report"),
    path("search/", views.search, name="search"),
    path("search/over-time/", views.over_time, name="over_time"),
    path("search/names/", views.names, name="names"),
    path("search/help/", views.search_help, name="search_help"),
    path("search/by/<str:name>/", views.facet, name="facet"),
    path("search/follow/", views.save, name="saved"),
    path("following/<str:token>/confirm/", views.confirm, name="saved_confirm"),
    path("following/<str:token>/leave/", views.leave, name="saved_leave"),
    path("api/v1/", include("statements.api.urls")),
]
