"""The admin site, in the archive's words; its first page is the editors' desk."""

from functools import partial

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from statements.admin.desk import desk
from statements.admin.queue import queue


class ArchiveAdminSite(AdminSite):
    site_header = _("أرشيف التصريحات: مكتب التحرير")
    site_title = _("أرشيف التصريحات")
    index_title = _("مكتب التحرير")
    enable_nav_sidebar = False  # the review page needs the width; the header carries the links

    def index(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return super().index(request, desk(request) | (extra_context or {}))

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return super().login(request, {"title": _("تسجيل الدخول")} | (extra_context or {}))

    def get_urls(self) -> list[URLPattern]:
        return [path("queue/", self.admin_view(partial(queue, self)), name="queue"), *super().get_urls()]
