"""Write a copy of the whole archive into one file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from newsarchive import backups


class Command(BaseCommand):
    help = "Writes the whole archive, uploaded files among it, into FILE while it goes on working."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **options) -> None:
        if file.exists():
            raise CommandError(f"{file} is there already; give a copy a name of its own.")
        try:
            backups.save(file)
        except (backups.NoBackup, OSError) as error:
            raise CommandError(f"No copy was made: {error}") from None
        self.stdout.write(f"{file}: {file.stat().st_size / 1e6:,.1f} MB.")
