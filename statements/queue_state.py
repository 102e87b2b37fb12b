"""What is in the queue, as an editor sees it: files to be read and articles to be extracted, not jobs.

An extraction counts by the latest run of its article; one that failed and was done again since is no news.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

from statements.importing_again import read_again
from statements.models import ExtractionRun, ImportFile
from statements.queueing import queue_again
from statements.tasks import LOST_AFTER

Key = tuple[str, int]  # RUN or FILE, and its primary key
RUN, FILE = "run", "file"
WAITING, RUNNING, FAILED = "waiting", "running", "failed"
SILENT_AFTER = 12  # seconds; a worker gives a sign of life every 5
OF_EDITORS = (
    "read_import_file",
    "extract_article",
    "extract_articles",
)  # tasks that this page tells one by one

_FILE_STATES = {
    WAITING: ImportFile.State.WAITING,
    RUNNING: ImportFile.State.READING,
    FAILED: ImportFile.State.FAILED,
}


@dataclass(frozen=True, slots=True)
class Task:
    """A file or an extraction in the queue; `about` is the ImportFile or the ExtractionRun itself."""

    kind: str
    about: ImportFile | ExtractionRun
    since: datetime.datetime  # asked for; of what failed: when it did, where that is known
    next_try: datetime.datetime | None = None

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.about.pk}"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """A task of the workers' own that failed: its name, when it did last, and how often."""

    task: str
    failed: datetime.datetime
    times: int


def counts() -> dict[str, int]:
    """How many tasks are in each state."""
    return {state: _files(state).count() + _runs(state).count() for state in (WAITING, RUNNING, FAILED)}


def keys(state: str, limit: int | None = None) -> list[Key]:
    """The tasks in `state`: files first, then extractions as they were asked for; the failed, latest first."""
    order = "-pk" if state == FAILED else "pk"
    found = [(FILE, pk) for pk in _files(state).order_by(order).values_list("pk", flat=True)[:limit]]
    return found + [(RUN, pk) for pk in _runs(state).order_by(order).values_list("pk", flat=True)[:limit]]


def load(wanted: Iterable[Key]) -> list[Task]:
    """The tasks of these keys, in their order, in a fixed number of queries."""
    wanted = list(wanted)
    files = ImportFile.objects.defer("content").select_related("imported").in_bulk(_of(wanted, FILE))
    runs = ExtractionRun.objects.select_related("article__outlet").in_bulk(_of(wanted, RUN))
    tries = _next_tries(_of(wanted, RUN))
    tasks = []
    for kind, pk in wanted:
        if kind == FILE and pk in files:
            tasks.append(Task(FILE, files[pk], files[pk].imported.created_at))
        elif kind == RUN and pk in runs:
            run = runs[pk]
            tasks.append(Task(RUN, run, run.finished_at or run.created_at, tries.get(pk)))
    return tasks


@transaction.atomic
def run_again(wanted: Iterable[Key]) -> int:
    """Put those of `wanted` that failed back into the queue; how many did."""
    wanted = list(wanted)
    files = _files(FAILED).filter(pk__in=_of(wanted, FILE)).select_for_update().defer("content")
    runs = _runs(FAILED).filter(pk__in=_of(wanted, RUN)).order_by("pk").select_for_update(of=("self",))
    for file in (files := list(files)):
        read_again(file, file.columns)
    queue_again(runs := list(runs))
    return len(files) + len(runs)


def workers() -> dict[str, int]:
    """How many workers are `living`, and `silent`: not heard of of late, their jobs not yet given to others."""
    with connection.cursor() as cursor:
        cursor.execute(_WORKERS, {"silent": SILENT_AFTER, "lost": LOST_AFTER})
        return dict(zip(("living", "silent"), cursor.fetchone(), strict=True))


_WORKERS = """
    SELECT count(*) FILTER (WHERE age <= %(silent)s), count(*) FILTER (WHERE age > %(silent)s)
    FROM (SELECT extract(epoch FROM now() - last_heartbeat) AS age FROM procrastinate_workers) workers
    WHERE age <= %(lost)s
"""


def failed_upkeep() -> list[Upkeep]:
    """What workers do by themselves and could not do, each once, the latest first; done since, it is no news."""
    with connection.cursor() as cursor:
        cursor.execute(_FAILED_UPKEEP, [list(OF_EDITORS)])
        return [Upkeep(*row) for row in cursor.fetchall()]


# Of one task about one thing (a search that is followed) the last failure counts, unless a later job did it.
_FAILED_UPKEEP = """
    WITH last AS (
        SELECT task_name, max(id) FILTER (WHERE status = 'failed') AS failed, count(*) FILTER (WHERE status = 'failed')
        FROM procrastinate_jobs WHERE status IN ('failed', 'succeeded') AND task_name <> ALL(%s)
        GROUP BY task_name, args - 'timestamp'
        HAVING max(id) FILTER (WHERE status = 'failed') > coalesce(max(id) FILTER (WHERE status = 'succeeded'), 0)
    )
    SELECT task_name, (SELECT max(at) FROM procrastinate_events WHERE job_id = max(failed)), sum(count)::int
    FROM last GROUP BY task_name ORDER BY max(failed) DESC
"""


def _files(state: str) -> QuerySet[ImportFile]:
    return ImportFile.objects.filter(state=_FILE_STATES[state])


def _runs(state: str) -> QuerySet[ExtractionRun]:
    runs = ExtractionRun.objects.filter(state=state)  # its states have the names of the queue's
    later = ExtractionRun.objects.filter(article=OuterRef("article"), pk__gt=OuterRef("pk"))
    return runs.filter(~Exists(later)) if state == FAILED else runs


def _of(wanted: list[Key], kind: str) -> list[int]:
    return [pk for its_kind, pk in wanted if its_kind == kind]


def _next_tries(runs: list[int]) -> dict[int, datetime.datetime]:
    """When the queue itself will try these runs again, by run; those it gave up on are left out."""
    jobs = ProcrastinateJob.objects.filter(
        status="todo", task_name="extract_article", scheduled_at__isnull=False, args__run_id__in=runs
    )
    return {job.args["run_id"]: job.scheduled_at for job in jobs} if runs else {}
