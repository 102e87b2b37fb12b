"""Take in files, folders and archives from the command line; see docs/running.md."""

import argparse
import datetime
import hashlib
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy
from tqdm import tqdm

from statements import importing, importing_again
from statements.documents.companions import is_litter, page_companions
from statements.intake import Outcome
from statements.models import Import, ImportFile, ImportResult
from statements.outages import is_outage
from statements.publications import Metadata

State = ImportFile.State
NOT_THERE = gettext_lazy("لا ملف ولا مجلد بهذا المسار: صحّحه وشغّل الأمر من جديد.")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to take in under `name`, or a folder of so many page companions, which are none."""

    name: str
    path: Path
    companions: int = 0


class Command(BaseCommand):
    help = (
        "Takes in files, folders (with all that is in them) and archives, and queues the extraction of their "
        "articles. Can be stopped at any moment; started again with the same paths it goes on where it was. "
        "Exits with 1 where anything was refused or is not there."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        wins = "of all of them, whatever a file says; left out, each file's own word counts"
        parser.add_argument("--outlet", default="", help=f"the publisher {wins}")
        parser.add_argument("--date", type=_day, help=f"the day of publication, YYYY-MM-DD, {wins}")
        parser.add_argument("--quiet", action="store_true", help="print only what was refused, and the sums")

    def handle(self, *, paths: list[Path], outlet: str, date: datetime.date | None, **options) -> None:
        if Import._meta.db_table not in connection.introspection.table_names():
            raise CommandError(
                "This database holds no archive: set DATABASE_URL or ARCHIVE_VAR as the running archive has them."
            )
        missing = [path for path in paths if not path.exists()]
        if len(missing) == len(paths):
            raise CommandError(f"No such file or folder: {', '.join(map(str, missing))}")
        found = list(_found(paths))
        imported = importing.start(
            metadata=Metadata(outlet, date), origin=Import.Origin.COMMAND, expected=len(found)
        )
        with _finishing_the_batch() as stopped, _outage_told():
            sums = self._take_in(imported, found, stopped, quiet=options["quiet"])
        if not imported.files.exists():  # stopped before the first
            imported.delete()
        self.stdout.write(
            "Articles: {stored} stored, {already_there} already there, {refused} refused.".format(**sums)
        )
        if sums[Outcome.PASSED_OVER]:
            self.stdout.write("Folders of page companions passed over: {passed_over}.".format(**sums))
        if stopped:
            raise CommandError("Stopped. Start it again with the same paths to go on.", returncode=130)
        if sums[Outcome.REFUSED]:
            sys.exit(1)

    def _take_in(self, imported: Import, found: list[Found], stopped: list, *, quiet: bool) -> dict[str, int]:
        sums = dict.fromkeys(Outcome.values, 0)
        with tqdm(found, unit="file", disable=None, file=sys.stderr) as bar:
            for item in bar:
                if stopped:
                    break
                for result in _results(imported, item):
                    sums[result.outcome] += 1
                    if not quiet or result.outcome == Outcome.REFUSED:
                        bar.write(_line(item.path, result), file=self.stdout._out)
                bar.set_postfix(articles=sum(sums.values()), refused=sums[Outcome.REFUSED])
        return sums


def _results(imported: Import, item: Found) -> list[ImportResult]:
    """What became of `item`; an earlier import's answer where that read the same bytes to the end."""
    if item.companions:
        return _answers(importing.pass_over(imported, name=item.name, count=item.companions))
    if not item.path.exists():  # mistyped, or gone meanwhile
        return _answers(importing.refuse(imported, name=item.name, size=0, reason=str(NOT_THERE)))
    content = item.path.read_bytes()
    if before := _read_before(content):
        return _answers(importing_again.answer_again(imported, name=item.name, before=before))
    if large := importing.refuse_large(imported, name=item.name, size=len(content)):
        return _answers(large)
    file = importing.keep(imported, name=item.name, content=content)
    importing.read(file)
    return _answers(file)


def _read_before(content: bytes) -> ImportFile | None:
    """The file of an earlier import whose answer still holds: its articles are there. One of which nothing
    could be taken in is read again, for the reader may know more today."""
    digest = hashlib.sha256(content).hexdigest()
    done = ImportFile.objects.filter(sha256=digest, state=State.DONE).defer("content")
    deleted = ImportResult.objects.filter(  # since it was read
        article=None, outcome__in=[Outcome.STORED, Outcome.ALREADY_THERE]
    )
    taken = ImportResult.objects.filter(file=OuterRef("pk"), article__isnull=False)
    return done.filter(Exists(taken)).exclude(pk__in=deleted.values("file")).order_by("-id").first()


def _answers(file: ImportFile) -> list[ImportResult]:
    file.refresh_from_db(fields=["state", "known_columns"])
    if file.state == State.UNCLEAR:
        reason = f"no known column ({', '.join(file.known_columns)}): choose in the admin, {file.imported}"
        return [ImportResult(file=file, position=0, outcome=Outcome.REFUSED, reason=reason)]
    return list(file.results.select_related("article"))


def _line(path: Path, result: ImportResult) -> str:
    place = f" › {result.place}" if result.place else ""
    told = f"article {result.article_id}" if result.article_id else result.reason
    return f"{result.outcome}\t{path}{place}\t{told}"


def _found(paths: list[Path]) -> Iterator[Found]:
    """The files of `paths`, folders with all that is in them, in order; left out are hidden ones and what systems leave.

    A file of a folder is named by its path from that folder on, the folder's own name first.
    """
    for path in paths:
        if not path.is_dir():
            yield Found(path.name, path)
            continue
        inside = sorted(p for p in path.rglob("*") if p.is_file() and not _is_hidden(p.relative_to(path)))
        yield from _named(path.resolve(), {p.relative_to(path).as_posix(): p for p in inside})


def _named(folder: Path, inside: dict[str, Path]) -> Iterator[Found]:
    companions = page_companions(inside)
    for below, count in Counter(companions.values()).items():
        yield Found(f"{folder.name}/{below}", folder / below, count)
    for name, path in inside.items():
        if name not in companions:
            yield Found(f"{folder.name}/{name}", path)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or is_litter(path.as_posix())


def _day(told: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(told)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{told} is no day: write it as 2021-05-12") from None


@contextmanager
def _outage_told() -> Iterator[None]:
    """A database that goes away or a full disk ends the command with a sentence."""
    try:
        yield
    except (DatabaseError, OSError) as error:
        if not is_outage(error):
            raise
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"{reason}\nStart it again with the same paths to go on.", returncode=75) from None


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
