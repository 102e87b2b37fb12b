"""Imports: files are received at once, bytes and job in one transaction; a worker reads them into articles.

What was received is never lost: a worker that is ended in the middle of a file has stored whole
batches with their results, and the next one goes on behind them.
"""

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator

from django.contrib.admin.models import ADDITION, LogEntry
from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from statements.documents import PageCompanions, Part, TooLarge, UnknownColumns, size_limit
from statements.documents.confined import read_confined
from statements.intake import Outcome, keep_file, take_in
from statements.models import Import, ImportFile, ImportResult, SourceFile
from statements.outages import is_outage
from statements.publications import NOTHING_SAID, Metadata
from statements.queueing import queue_reading
from statements.tasks import RETRY

BATCH = 50  # articles a transaction
State = ImportFile.State


def start(
    *, metadata: Metadata = NOTHING_SAID, by=None, origin: str = Import.Origin.UPLOAD, expected: int = 1
) -> Import:
    """A new import of `expected` files; `metadata` goes to all its articles, title and link only to one that
    comes alone."""
    return Import.objects.create(
        origin=origin,
        outlet=metadata.outlet,
        date=metadata.date,
        title=metadata.title,
        url=metadata.url,
        created_by=by,
        expected=expected,
    )


@transaction.atomic
def receive(imported: Import, *, name: str, content: bytes) -> ImportFile:
    """Keep a file of the import and queue its reading; once this is committed it cannot be lost."""
    file = keep(imported, name=name, content=content)
    queue_reading(file.pk)
    return file


def keep(imported: Import, *, name: str, content: bytes) -> ImportFile:
    """Keep a file of the import, for whoever called to read."""
    return ImportFile.objects.create(
        imported=imported,
        name=name[-1000:],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def pass_over(imported: Import, *, name: str, count: int) -> ImportFile:
    """A folder of `count` page companions is told of and not read."""
    return _answer_unread(imported, name, 0, Outcome.PASSED_OVER, str(PageCompanions(count)))


def refuse_large(imported: Import, *, name: str, size: int) -> ImportFile | None:
    """A file larger than its kind may be is answered without being read; None for one that is not."""
    limit = size_limit(name)
    if size <= limit:
        return None
    return _answer_unread(imported, name, size, Outcome.REFUSED, str(TooLarge(limit)))


def refuse(imported: Import, *, name: str, size: int, reason: str) -> ImportFile:
    """A file that is not to be read is answered with `reason`."""
    return _answer_unread(imported, name, size, Outcome.REFUSED, reason)


@transaction.atomic
def _answer_unread(imported: Import, name: str, size: int, outcome: str, reason: str) -> ImportFile:
    file = ImportFile.objects.create(imported=imported, name=name[-1000:], size=size, state=State.DONE)
    ImportResult.objects.create(file=file, position=0, outcome=outcome, reason=reason)
    return file


@app.task(name="read_import_file", retry=RETRY)
def read_import_file(file_id: int) -> None:
    """Read a received file into articles, unless that was done meanwhile or its import is gone."""
    file = ImportFile.objects.select_related("imported").exclude(state=State.DONE).filter(pk=file_id).first()
    if file:
        read(file)


def read(file: ImportFile) -> None:
    """Store the articles of `file` and what became of each; called again, it goes on where it was.

    Raises whatever keeps it from going on, and says so in the file's state.
    """
    tell(file, State.READING, attempts=F("attempts") + 1)
    try:
        content, file.content = bytes(file.content or b""), None  # there may be hundreds of megabytes
        parts = iter(read_confined(file.name, content, file.columns))
        del content
        first = list(itertools.islice(parts, 2))
        if unknown := _unknown_columns(first):
            return tell(file, State.UNCLEAR, known_columns=unknown.columns, samples=unknown.samples)
        if first and (heading := first[0].heading) and first[0].entry is None:
            tell(file, State.READING, known_columns=heading.columns, samples=heading.samples)
        keep = _Kept(file)
        for batch in _batches(_unstored(file, itertools.chain(first, parts), alone=len(first) == 1)):
            _take_in(file, batch, keep)
    except Exception as error:
        # An outage passes: the job is tried again.
        state = State.WAITING if is_outage(error) else State.FAILED
        tell(file, state, error=f"{type(error).__name__}: {error}".replace("\x00", ""))
        raise
    # The bytes are with the stored articles now (an archive's with each of its entries); what was refused
    # or there already was answered, and needs none. Of a table another column may be meant: it may be read again.
    needed = first and first[0].heading and not SourceFile.objects.filter(sha256=file.sha256).exists()
    return tell(file, State.DONE, **({} if needed else {"content": None}))


def _unknown_columns(first: list[Part]) -> UnknownColumns | None:
    """The problem of a file that is a table none of whose columns is known to hold the text."""
    problem = first[0].problem if len(first) == 1 and not first[0].place else None
    return problem if isinstance(problem, UnknownColumns) else None


def _unstored(
    file: ImportFile, parts: Iterable[Part], *, alone: bool
) -> Iterator[tuple[int, Part, Metadata]]:
    """What is not yet stored of the file: position, article, and what the editor said of it."""
    alone = alone and max(file.imported.expected, file.imported.files.count()) == 1
    metadata = _metadata(file.imported, alone=alone)
    done = file.results.count()
    yield from ((at, part, metadata) for at, part in enumerate(parts) if at >= done)


def _metadata(imported: Import, *, alone: bool) -> Metadata:
    if alone:
        return Metadata(imported.outlet, imported.date, imported.title, imported.url)
    return Metadata(imported.outlet, imported.date)


def _batches(parts: Iterable) -> Iterator[list]:
    parts = iter(parts)
    while batch := list(itertools.islice(parts, BATCH)):
        yield batch


@transaction.atomic
def _take_in(
    file: ImportFile, batch: list[tuple[int, Part, Metadata]], keep: Callable[[Part], SourceFile]
) -> None:
    """Articles and results of a batch, all or none."""
    by = file.imported.created_by
    taken_in = take_in([(part, metadata) for _at, part, metadata in batch], keep=keep, by=by)
    results = [(at, part, result) for (at, part, _m), result in zip(batch, taken_in, strict=True)]
    if by:
        stored = [result.article for _at, _part, result in results if result.outcome == Outcome.STORED]
        LogEntry.objects.log_actions(by.pk, stored, ADDITION, change_message=str(_("رُفع")))
    ImportResult.objects.bulk_create(
        ImportResult(
            file=file,
            position=at,
            place=part.place[-1000:],
            outcome=result.outcome,
            reason=result.reason,
            article=result.article,
        )
        for at, part, result in results
    )


class _Kept:
    """The kept file of each article: the received one, or the archive's entry it was read from.

    Articles that follow each other come from one entry mostly, so the last is remembered.
    """

    def __init__(self, file: ImportFile):
        self.file = file
        self.last: tuple[bytes | None, SourceFile] | None = None

    def __call__(self, part: Part) -> SourceFile:
        if self.last is None or self.last[0] != part.entry:
            self.last = part.entry, self._keep(part)
        return self.last[1]

    def _keep(self, part: Part) -> SourceFile:
        encoding = part.document.encoding
        if part.entry is None:
            return _keep_received(self.file, encoding)
        return keep_file(part.entry, name=part.name.rsplit("/", 1)[-1], encoding=encoding)


def _keep_received(file: ImportFile, encoding: str) -> SourceFile:
    """The received bytes as a kept file, copied by the database itself: there may be hundreds of megabytes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO statements_sourcefile (name, content, sha256, encoding)"
            " SELECT %s, content, sha256, %s FROM statements_importfile WHERE id = %s"
            " ON CONFLICT (sha256) DO NOTHING",
            [file.name.rsplit("/", 1)[-1][-255:], encoding, file.pk],
        )
    return SourceFile.objects.defer("content").get(sha256=file.sha256)


def tell(file: ImportFile, state: str, error: str = "", **fields) -> None:
    """Keep how far the file is."""
    ImportFile.objects.filter(pk=file.pk).update(state=state, error=error, **fields)
