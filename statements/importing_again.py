"""What comes a second time: a file that failed, a table with other columns, the bytes of an earlier import."""

from django.db import transaction
from django.db.models import Q, Subquery
from django.utils.translation import gettext as _

from statements.importing import tell
from statements.intake import Outcome
from statements.models import Article, Import, ImportFile, ImportResult, SourceFile, Statement
from statements.models.visibility import DECIDED
from statements.queueing import queue_reading


@transaction.atomic
def answer_again(imported: Import, *, name: str, before: ImportFile) -> ImportFile:
    """A file that was read before, to the end, answered without reading it: what was stored then is there."""
    file = ImportFile.objects.create(
        imported=imported,
        name=name[-1000:],
        size=before.size,
        sha256=before.sha256,
        state=ImportFile.State.DONE,
    )
    there = _("هذا المقال موجود في الأرشيف.")
    results = list(before.results.all())
    for result in results:
        result.pk, result.file = None, file
        if result.outcome == Outcome.STORED:
            result.outcome, result.reason = Outcome.ALREADY_THERE, there
    ImportResult.objects.bulk_create(results, batch_size=1000)
    return file


@transaction.atomic
def read_again(file: ImportFile, columns: dict[str, str] | None = None) -> int:
    """Put a file that failed back into the queue; a table with the columns an editor told.

    A table that was read with other columns loses what came of that: its drafts that no editor has touched
    and no other import had. The answer is how many of its articles stay all the same.
    """
    left = 0
    if file.state == ImportFile.State.DONE:
        _bring_back_bytes(file)
        left = _take_back(file)
    tell(file, ImportFile.State.WAITING, columns=columns)
    queue_reading(file.pk)
    return left


def _bring_back_bytes(file: ImportFile) -> None:
    """They were left to the articles stored from them, which now go."""
    kept = SourceFile.objects.filter(sha256=file.sha256).values("content")[:1]
    ImportFile.objects.filter(pk=file.pk, content=None).update(content=Subquery(kept))


def _take_back(file: ImportFile) -> int:
    stored = Article.objects.filter(pk__in=file.results.filter(outcome=Outcome.STORED).values("article"))
    touched = Statement.objects.filter(state__in=DECIDED)
    elsewhere = ImportResult.objects.exclude(file=file).filter(article__in=stored)
    stays = Q(state=Article.State.PUBLISHED) | Q(pk__in=touched.values("article"))
    stays |= Q(pk__in=elsewhere.values("article"))
    left = stored.filter(stays).count()
    stored.exclude(stays).delete()
    file.results.all().delete()
    return left
