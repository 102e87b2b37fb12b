"""What the queue's workers do: load, extract, record. The work itself is done elsewhere."""

import datetime
import logging
from collections.abc import Iterable

from asgiref.sync import sync_to_async
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from statements import extraction
from statements.actors.known_actors import gazetteer
from statements.grouping.groups import group
from statements.kinship import find_kin, sketch_missing
from statements.models import Article, ExtractionRun, ImportFile
from statements.outages import is_outage
from statements.queueing import SOON, queue_singly
from statements.recording.articles import Recorded, record_all

ATTEMPTS = 5
RECORDED_TOGETHER = 5  # articles; more would hold their newcomers' names from other workers for too long
LONGEST_OUTAGE_WAIT = 60  # seconds
FIRST_WAIT = datetime.timedelta(seconds=4)
LOST_AFTER = 30  # seconds without a sign of life from a worker, which gives one every 5
GIVEN_UP = f"WorkerLost: {ATTEMPTS} workers ended while they did this"

State = ExtractionRun.State

log = logging.getLogger(__name__)


class _Retry(BaseRetryStrategy):
    """After 4, 16, 64, 256, 1024 seconds; a job that an outage stopped, until that is over."""

    failing = RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=4)

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if is_outage(exception):
            return RetryDecision(retry_in={"seconds": min(5 * (job.attempts + 1), LONGEST_OUTAGE_WAIT)})
        return self.failing.get_retry_decision(exception=exception, job=job)


RETRY = _Retry()


def extract_now(article: Article) -> Recorded:
    """Extract `article` without waiting for a worker: the run that waits for one, else a new one.

    Raises whatever goes wrong.
    """
    waiting = article.runs.filter(state=State.WAITING).order_by("-id").first()
    recorded = _extract([waiting or ExtractionRun.objects.create(article=article)])[0]
    group([article.pk])
    return recorded


@app.task(name="extract_article", retry=RETRY)
def extract_article(run_id: int) -> None:
    """Do the run that was queued, unless it was done meanwhile or its article is gone."""
    for run in _begin([run_id]):
        _extract([run])
    _group([run_id])


@app.task(name="extract_articles", retry=RETRY)
def extract_articles(run_ids: list[int]) -> None:
    """Do these runs; one that fails is queued on its own, to be tried again, and stops none of the others."""
    runs, failed = _begin(run_ids), []
    for at in range(0, len(runs), RECORDED_TOGETHER):
        failed += _failed(runs[at : at + RECORDED_TOGETHER])
    _group(run_ids)
    queue_singly(failed, priority=SOON, after=FIRST_WAIT)


def _failed(runs: list[ExtractionRun]) -> list[ExtractionRun]:
    """Those of `runs` that fail, each tried alone where they fail together; the others are done."""
    try:
        _extract(runs)
        return []
    except Exception:
        if len(runs) > 1:
            return [failed for run in runs for failed in _failed([run])]
        if runs[0].state != State.FAILED:  # an outage: all that is left waits until it is over
            raise
        log.exception("Article %s could not be extracted", runs[0].article_id)
        return runs


@app.periodic(cron="* * * * *")
@app.task(name="retry_lost_jobs", pass_context=True)
async def retry_lost_jobs(context: JobContext, timestamp: int) -> None:
    """Put the jobs of killed workers back into the queue; one that ends every worker is given up.

    One of many articles is taken apart: whichever of them ended the worker, the others go on.
    """
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=LOST_AFTER):
        if job.task_name == "extract_articles":
            await sync_to_async(_take_apart)(job)
            await jobs.finish_job(job, Status.FAILED, delete_job=True)
        elif job.attempts + 1 < ATTEMPTS:
            await jobs.retry_job(job)
        else:
            await jobs.finish_job(job, Status.FAILED, delete_job=False)
            await _give_up(job.task_name, job.task_kwargs)


def _take_apart(job: Job) -> None:
    """A job for each run that a lost one has not done."""
    queue_singly(_undone(job.task_kwargs["run_ids"]), priority=job.priority)
    _group(job.task_kwargs["run_ids"])


def _group(run_ids: Iterable[int]) -> None:
    """Group the articles of runs that are done, even by a worker that ended before it came to this."""
    done = ExtractionRun.objects.filter(pk__in=run_ids, state=State.DONE)
    group(list(done.order_by().values_list("article", flat=True).distinct()))


async def _give_up(task: str, about: dict) -> None:
    """What a job was to do is told to have failed, where editors see it."""
    if task == "extract_article":
        run = ExtractionRun.objects.filter(pk=about["run_id"])
        await run.aupdate(state=State.FAILED, error=GIVEN_UP, finished_at=timezone.now())
    elif task == "read_import_file":
        file = ImportFile.objects.filter(pk=about["file_id"])
        await file.aupdate(state=ImportFile.State.FAILED, error=GIVEN_UP)


@app.periodic(cron="7 3 * * *")
@app.task(name="forget_old_jobs", pass_context=True)
async def forget_old_jobs(context: JobContext, timestamp: int) -> None:
    """Jobs that succeeded a week ago need not be kept: the runs tell what was done."""
    await context.app.job_manager.delete_old_jobs(nb_hours=7 * 24)


def _undone(run_ids: Iterable[int]) -> QuerySet[ExtractionRun]:
    return ExtractionRun.objects.filter(pk__in=run_ids).exclude(state=State.DONE).order_by("pk")


def _begin(run_ids: Iterable[int]) -> list[ExtractionRun]:
    """Those of the runs that are not done and whose article is not gone, told to be running."""
    runs = list(_undone(run_ids).select_related("article"))
    for run in runs:
        run.state = State.RUNNING
    began = {"state": State.RUNNING, "version": extraction.VERSION, "error": "", "finished_at": None}
    rows = ExtractionRun.objects.filter(pk__in=[run.pk for run in runs])
    rows.update(attempts=F("attempts") + 1, **began)
    return runs


def _extract(runs: list[ExtractionRun]) -> list[Recorded]:
    """Extract, and record in one transaction; a single run tells how it failed. Raises whatever goes wrong."""
    try:
        sketch_missing(run.article for run in runs)  # committed before their kin are looked for
        found = [(run.article, _find(run.article)) for run in runs]
        with transaction.atomic():
            recorded = record_all(found)
            find_kin([run.article for run in runs])
            _end(runs, State.DONE)
        return recorded
    except Exception as error:
        if len(runs) == 1:
            state = State.WAITING if is_outage(error) else State.FAILED  # an outage passes
            _end(runs, state, error=f"{type(error).__name__}: {error}".replace("\x00", ""))
        raise


def _find(article: Article) -> extraction.Extraction:
    return extraction.extract(article.text, published=article.date, gazetteer=gazetteer())


def _end(runs: list[ExtractionRun], state: str, error: str = "") -> None:
    told = {"state": state, "version": extraction.VERSION, "error": error, "finished_at": timezone.now()}
    ExtractionRun.objects.filter(pk__in=[run.pk for run in runs]).update(**told)
    for run in runs:
        run.state = state
