"""Addresses: the admin's, what programs ask every site for, and the archive's own, in English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path

from statements import views
from statements.pages.sitemaps import SITEMAPS

urlpatterns = [
    path("admin/", admin.site.urls),
    path("robots.txt", views.robots),
    path("favicon.ico", views.favicon),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
    *i18n_patterns(path("", include("statements.urls")), prefix_default_language=False),
]

handler400 = "statements.views.errors.bad_request"
handler404 = "statements.views.errors.page_not_found"
handler500 = "statements.views.errors.server_error"
