"""Create the archive's first editor, once, and print the password; see `make run`."""

import os
import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "editor"


class Command(BaseCommand):
    help = (
        "Creates the first editor unless there is one. ARCHIVE_EDITOR_PASSWORD, if set, becomes the password."
    )

    def handle(self, **options) -> None:
        users = get_user_model().objects
        wanted = os.environ.get("ARCHIVE_EDITOR_PASSWORD", "")
        if not users.filter(is_superuser=True).exists():
            password = wanted or secrets.token_urlsafe(12)
            users.create_superuser(NAME, password=password)
            self.stdout.write(f"First editor: {NAME}   password: {'as you set it' if wanted else password}")
        elif wanted:
            self._set_password(users.filter(username=NAME).first(), wanted)

    def _set_password(self, editor, wanted: str) -> None:
        if editor and not editor.check_password(wanted):
            editor.set_password(wanted)
            editor.save()
            self.stdout.write(f"The password of {NAME} is now as you set it in ARCHIVE_EDITOR_PASSWORD.")
