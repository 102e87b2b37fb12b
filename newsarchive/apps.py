"""Django's admin, in the archive's own words."""

from django.contrib.admin.apps import AdminConfig


class ArchiveAdminConfig(AdminConfig):
    default_site = "statements.admin.site.ArchiveAdminSite"
