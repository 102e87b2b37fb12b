"""Build the search index anew from PostgreSQL, beside the one in use."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from statements.search.building import Damaged, rebuild
from statements.search.following import first_line
from statements.search.index import Busy

TELL_EVERY = 5.0  # seconds between lines where nobody watches


class Command(BaseCommand):
    help = "Builds the search index anew while the old one goes on answering, then turns over to it."

    def handle(self, *, verbosity: int, **options) -> None:
        self.started = self.told = time.monotonic()
        self.is_watched = self.stdout.isatty()
        try:
            count = rebuild(self._tell if verbosity else lambda what, count, of: None)
        except (Busy, Damaged, OSError, OperationalError) as error:
            raise CommandError(first_line(error)) from None
        if verbosity:
            self.stdout.write(f"{count} documents in {time.monotonic() - self.started:.1f} s.")

    def _tell(self, what: str, count: int, of: int) -> None:
        """How far it is: on a terminal always, into a file at the end of each kind and now and then."""
        is_last = count >= of
        if not (self.is_watched or is_last or time.monotonic() - self.told > TELL_EVERY):
            return
        self.told = time.monotonic()
        line = f"{what}s: {count:,} of {max(count, of):,} after {self.told - self.started:.0f} s"
        self.stdout.write(
            f"\r{line}" if self.is_watched else line, ending="" if self.is_watched and not is_last else "\n"
        )
        self.stdout.flush()
