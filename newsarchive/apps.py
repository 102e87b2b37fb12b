"""Django's admin, in the archive's own words."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class ArchiveAdminConfig(AdminConfig):
    default_site = "statements.admin.site.ArchiveAdminSite"

    def ready(self) -> None:
        super().ready()
        # Not in statements.admin itself: making the site imports that package, and what
        # it registered meanwhile would be lost with the half-made site.
        import_module("statements.admin.registered")
