"""The archive of statements as a Django application."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class StatementsConfig(AppConfig):
    name = "statements"
    verbose_name = _("أرشيف التصريحات")

    def ready(self) -> None:
        # After the permissions themselves, which django.contrib.auth makes on the same signal.
        post_migrate.connect(import_module("statements.editing.roles").keep_groups, sender=self)
