"""What is put into the queue, always in the transaction of whoever calls, also inside a worker.

A worker's own app speaks to the queue over other connections: what a task defers through that is taken
by the next worker before the task has committed the rows it is about, or although it never does.
"""

import datetime
from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import DEFAULT_QUEUE, Job
from procrastinate.manager import JobManager

from statements.models import Article, ExtractionRun

# Priorities: what an editor waits for goes before thousands of new articles, and these before old ones
# that are only brought up to date.
NOW, SOON, LATER = 0, -1, -2
TOGETHER = 20  # articles a job, about half a second's work; a job costs as much as a small article

_queue = JobManager(DjangoConnector())


def queue_extraction(article: Article) -> ExtractionRun:
    """Ask for an extraction of `article`, which somebody waits for."""
    return queue_extractions([article], priority=NOW)[0]


@transaction.atomic
def queue_extractions(articles: Iterable[Article], *, priority: int = LATER) -> list[ExtractionRun]:
    """Ask for an extraction of each of `articles`, in two statements however many there are."""
    runs = ExtractionRun.objects.bulk_create([ExtractionRun(article=article) for article in articles])
    queue_runs(runs, priority=priority)
    return runs


def queue_runs(runs: Iterable[ExtractionRun], *, priority: int) -> None:
    """Have `runs` done, many in one job."""
    if len(runs := list(runs)) == 1:
        return queue_singly(runs, priority=priority)
    some = (runs[at : at + TOGETHER] for at in range(0, len(runs), TOGETHER))
    return queue_jobs(_job("extract_articles", priority, run_ids=[run.pk for run in part]) for part in some)


@transaction.atomic
def queue_again(runs: Iterable[ExtractionRun]) -> None:
    """Have failed runs done now, and not once more when the queue would have tried them by itself."""
    runs = list(runs)
    pks = [run.pk for run in runs]
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'todo' AND task_name = 'extract_article'"
            " AND (args->>'run_id')::bigint = ANY(%s)",
            [pks],
        )
    waiting = {"state": ExtractionRun.State.WAITING, "error": "", "finished_at": None}
    ExtractionRun.objects.filter(pk__in=pks).update(**waiting)
    queue_runs(runs, priority=NOW if len(runs) <= TOGETHER else SOON)


def queue_singly(
    runs: Iterable[ExtractionRun], *, priority: int, after: datetime.timedelta | None = None
) -> None:
    """A job for each of `runs`, to be done `after` a while; those of one article one after the other."""
    at = after and timezone.now() + after
    queue_jobs(
        _job("extract_article", priority, lock=f"article-{run.article_id}", scheduled_at=at, run_id=run.pk)
        for run in runs
    )


def queue_reading(file_id: int) -> None:
    """Ask for a received file to be read; a file is read by one worker at a time."""
    queue_jobs([_job("read_import_file", NOW, lock=f"import-file-{file_id}", file_id=file_id)])


def queue_jobs(jobs: Iterable[Job]) -> None:
    """Queue `jobs` in one statement, over Django's connection."""
    if jobs := list(jobs):
        _queue.batch_defer_jobs(jobs)


def _job(task: str, priority: int, *, lock: str | None = None, scheduled_at=None, **arguments) -> Job:
    return Job(
        queue=DEFAULT_QUEUE,
        task_name=task,
        priority=priority,
        lock=lock,
        queueing_lock=None,
        scheduled_at=scheduled_at,
        task_kwargs=arguments,
    )
