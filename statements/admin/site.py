"""The admin site, in the archive's words."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class ArchiveAdminSite(AdminSite):
    site_header = _("أرشيف التصريحات: مكتب التحرير")
    site_title = _("أرشيف التصريحات")
    index_title = _("مكتب التحرير")
