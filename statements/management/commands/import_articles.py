"""Take in files, folders and archives from the command line; see docs/running.md."""

import argparse
import datetime
import hashlib
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from statements import importing
from statements.intake import Metadata, Outcome
from statements.models import Import, ImportFile, ImportResult

State = ImportFile.State


class Command(BaseCommand):
    help = (
        "Takes in files, folders (with all that is in them) and archives, and queues the extraction of their "
        "articles. Can be stopped at any moment; started again with the same paths it goes on where it was. "
        "Exits with 1 where anything was refused."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--outlet", default="", help="who published them, where a file does not say")
        parser.add_argument("--date", type=_day, help="the day of publication, YYYY-MM-DD")
        parser.add_argument("--quiet", action="store_true", help="print only what was refused, and the sums")

    def handle(self, *, paths: list[Path], outlet: str, date: datetime.date | None, **options) -> None:
        missing = [path for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"No such file or folder: {', '.join(map(str, missing))}")
        if Import._meta.db_table not in connection.introspection.table_names():
            raise CommandError(
                "This database holds no archive: set DATABASE_URL or ARCHIVE_VAR as the running archive has them."
            )
        files = list(_files(paths))
        imported = importing.start(metadata=Metadata(outlet, date), origin=Import.Origin.COMMAND)
        with _finishing_the_batch() as stopped:
            sums = self._take_in(imported, files, stopped, quiet=options["quiet"])
        if not imported.files.exists():  # everything was there already
            imported.delete()
        self.stdout.write(
            "Articles: {stored} stored, {already_there} already there, {refused} refused.".format(**sums)
        )
        if stopped:
            raise CommandError("Stopped. Start it again with the same paths to go on.", returncode=130)
        if sums[Outcome.REFUSED]:
            sys.exit(1)

    def _take_in(self, imported: Import, files: list[Path], stopped: list, *, quiet: bool) -> dict[str, int]:
        sums = dict.fromkeys(Outcome.values, 0)
        with tqdm(files, unit="file", disable=None, file=sys.stderr) as bar:
            for path in bar:
                if stopped:
                    break
                for result in _results(imported, path):
                    sums[result.outcome] += 1
                    if not quiet or result.outcome == Outcome.REFUSED:
                        bar.write(_line(path, result), file=self.stdout._out)
                bar.set_postfix(articles=sum(sums.values()), refused=sums[Outcome.REFUSED])
        return sums


def _results(imported: Import, path: Path) -> list[ImportResult]:
    """What became of the file at `path`; an earlier import's answer where that read the same bytes to the end."""
    content = path.read_bytes()
    before = _read_before(content)
    if before:
        file = before
    elif large := importing.refuse_large(imported, name=path.name, size=len(content)):
        file = large
    else:
        file = importing.keep(imported, name=path.name, content=content)
        importing.read(file)
    return _answers(file, again=file is before)


def _read_before(content: bytes) -> ImportFile | None:
    digest = hashlib.sha256(content).hexdigest()
    done = ImportFile.objects.filter(sha256=digest, state=State.DONE).defer("content")
    deleted = ImportResult.objects.filter(article=None, outcome=Outcome.STORED)  # since it was read
    return done.exclude(pk__in=deleted.values("file")).order_by("-id").first()


def _answers(file: ImportFile, *, again: bool) -> list[ImportResult]:
    results = list(file.results.select_related("article"))
    file.refresh_from_db(fields=["state", "known_columns"])
    if file.state == State.UNCLEAR:
        names = ", ".join(file.known_columns)
        return [
            ImportResult(file=file, position=0, outcome=Outcome.REFUSED, reason=f"no known column: {names}")
        ]
    for result in results:
        if again and result.outcome == Outcome.STORED:
            result.outcome = Outcome.ALREADY_THERE
    return results


def _line(path: Path, result: ImportResult) -> str:
    place = f" › {result.place}" if result.place else ""
    told = f"article {result.article_id}" if result.article_id else result.reason
    return f"{result.outcome}\t{path}{place}\t{told}"


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files of `paths`, folders with all that is in them, in order; hidden ones left out."""
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (
                p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)
            )
        else:
            yield path


def _day(told: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(told)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{told} is no day: write it as 2021-05-12") from None


class _finishing_the_batch:
    """Ctrl-C and SIGTERM end the command behind the file it is at; the second Ctrl-C ends it at once."""

    def __enter__(self) -> list:
        self.stopped: list[int] = []
        self.before = {s: signal.signal(s, self._stop) for s in (signal.SIGINT, signal.SIGTERM)}
        return self.stopped

    def _stop(self, number: int, frame) -> None:
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped.append(number)

    def __exit__(self, *args) -> None:
        for number, handler in self.before.items():
            signal.signal(number, handler)
