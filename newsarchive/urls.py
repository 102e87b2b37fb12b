"""Addresses: the admin's and the archive's own."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("statements.urls")),
]

handler400 = "statements.views.errors.bad_request"
handler404 = "statements.views.errors.page_not_found"
handler500 = "statements.views.errors.server_error"
