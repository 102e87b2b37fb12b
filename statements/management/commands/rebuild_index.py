"""Build the search index anew from PostgreSQL, beside the one in use."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from statements.search.building import Damaged, rebuild
from statements.search.following import first_line
from statements.search.index import Busy


class Command(BaseCommand):
    help = "Builds the search index anew while the old one goes on answering, then turns over to it."

    def handle(self, *, verbosity: int, **options) -> None:
        started = time.monotonic()
        try:
            count = rebuild(self._say if verbosity > 1 or self.stdout.isatty() else lambda what, count: None)
        except (Busy, Damaged, OSError, OperationalError) as error:
            raise CommandError(first_line(error)) from None
        if verbosity:
            self.stdout.write(f"{count} documents in {time.monotonic() - started:.1f} s.")

    def _say(self, what: str, count: int) -> None:
        self.stdout.write(f"\r{what}: {count}", ending="" if self.stdout.isatty() else "\n")
        self.stdout.flush()
