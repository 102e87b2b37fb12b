"""What the queue's workers do: load, extract, record. The work itself is done elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from statements import extraction
from statements.known_actors import gazetteer
from statements.models import Article, ExtractionRun
from statements.recording import Recorded, record

ATTEMPTS = 5
RETRY = RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=4)  # after 4, 16, 64, 256 seconds
LOST_AFTER = 30  # seconds without a sign of life from a worker; it gives one every 10

_GIVEN_UP = {"state": ExtractionRun.State.FAILED, "error": f"worker lost {ATTEMPTS} times"}


def queue_extraction(article: Article) -> ExtractionRun:
    """Ask for an extraction of `article`: run and job are stored in the caller's transaction."""
    run = ExtractionRun.objects.create(article=article)
    extract_article.configure(lock=f"article-{article.pk}").defer(run_id=run.pk)
    return run


def extract_now(article: Article) -> Recorded:
    """Extract `article` here and now, without the queue. Raises whatever goes wrong."""
    return _extract(ExtractionRun.objects.create(article=article))


@app.task(name="extract_article", retry=RETRY)
def extract_article(run_id: int) -> None:
    """Do the run that was queued; a run whose article is gone is nobody's loss."""
    run = ExtractionRun.objects.select_related("article").filter(pk=run_id).first()
    if run:
        _extract(run)


@app.periodic(cron="* * * * *")
@app.task(name="retry_lost_jobs", pass_context=True)
async def retry_lost_jobs(context: JobContext, timestamp: int) -> None:
    """Put the jobs of killed workers back into the queue; a job that kills every worker is given up."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(
        task_name="extract_article", seconds_since_heartbeat=LOST_AFTER
    ):
        if job.attempts < ATTEMPTS:
            await manager.retry_job(job)
        else:
            await manager.finish_job(job, Status.FAILED, delete_job=False)
            await ExtractionRun.objects.filter(pk=job.task_kwargs["run_id"]).aupdate(**_GIVEN_UP)


@app.periodic(cron="7 3 * * *")
@app.task(name="forget_old_jobs", pass_context=True)
async def forget_old_jobs(context: JobContext, timestamp: int) -> None:
    """Jobs that succeeded a week ago need not be kept: the runs tell what was done."""
    await context.app.job_manager.delete_old_jobs(nb_hours=7 * 24)


def _extract(run: ExtractionRun) -> Recorded:
    with _told_in(run):
        article = run.article
        found = extraction.extract(article.text, published=article.date, gazetteer=gazetteer())
        return record(article, found)


@contextmanager
def _told_in(run: ExtractionRun) -> Iterator[None]:
    """Keep the run's state: running, then done, or failed with the error."""
    _tell(run, ExtractionRun.State.RUNNING, version=extraction.VERSION)
    try:
        yield
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        _tell(run, ExtractionRun.State.FAILED, error=reason, finished_at=timezone.now())
        raise
    _tell(run, ExtractionRun.State.DONE, finished_at=timezone.now(), error="")


def _tell(run: ExtractionRun, state: str, **fields) -> None:
    ExtractionRun.objects.filter(pk=run.pk).update(state=state, **fields)
