"""Read a copy of the whole archive into an empty database."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from newsarchive import backups
from statements.models import Article


class Command(BaseCommand):
    help = "Reads what back_up wrote into an empty database (a new ARCHIVE_VAR or DATABASE_URL), all of it or nothing."
    requires_system_checks = ()  # they read tables that are not there yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **options) -> None:
        if not file.is_file():
            raise CommandError(f"{file} is not there.")
        if not backups.is_empty():
            raise CommandError("The database is not empty; set ARCHIVE_VAR or DATABASE_URL to a new one.")
        try:
            backups.load(file)
        except backups.NoBackup as error:
            raise CommandError(f"Nothing was read: {error}") from None
        call_command("migrate", verbosity=0)  # the copy may be of an earlier version
        self.stdout.write(
            f"{Article.objects.count():,} articles. The search index is built at the next start."
        )
