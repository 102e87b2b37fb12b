"""Addresses of the API: those of the pages under /api/v1/."""

from django.urls import path

from statements.api import lists, root, views

app_name = "api"
urlpatterns = [
    path("", root.Root.as_view(), name="root"),
    path("schema/", root.Schema.as_view(), name="schema"),
    path("statements/", views.StatementList.as_view(), name="statements"),
    path("statements/<int:id>/", views.StatementRecord.as_view(), name="statement"),
    path("articles/", views.ArticleList.as_view(), name="articles"),
    path("articles/<int:id>/", views.ArticleRecord.as_view(), name="article"),
    path("actors/", lists.ActorList.as_view(), name="actors"),
    path("actors/<words:slug>/", views.ActorRecord.as_view(), name="actor"),
    path("actors/<words:slug>/to/<words:other>/", views.BetweenTwo.as_view(), name="actor_to"),
    path("events/", lists.EventList.as_view(), name="events"),
    path("events/<int:id>/", views.EventRecord.as_view(), name="event"),
    path("outlets/", lists.OutletList.as_view(), name="outlets"),
    path("outlets/<words:slug>/", lists.OutletRecord.as_view(), name="outlet"),
]
