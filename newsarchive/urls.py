"""Addresses: the admin's, what programs ask every site for, and the archive's own, in English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from statements import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("robots.txt", views.robots),
    path("favicon.ico", views.favicon),
    *i18n_patterns(path("", include("statements.urls")), prefix_default_language=False),
]

handler400 = "statements.views.errors.bad_request"
handler404 = "statements.views.errors.page_not_found"
handler500 = "statements.views.errors.server_error"
