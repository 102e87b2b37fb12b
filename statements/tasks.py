"""What the queue's workers do: load, extract, record. The work itself is done elsewhere."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from statements import extraction
from statements.kinship import find_kin
from statements.known_actors import gazetteer
from statements.models import Article, ExtractionRun, ImportFile
from statements.queueing import queue_jobs
from statements.recording import Recorded, record

NOW, LATER = 0, -1  # priorities: what an editor waits for goes before what is only brought up to date
ATTEMPTS = 5
RETRY = RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=4)  # after 4, 16, 64, 256 seconds
LOST_AFTER = 30  # seconds without a sign of life from a worker, which gives one every 10
GIVEN_UP = f"WorkerLost: {ATTEMPTS} workers ended while they did this"

State = ExtractionRun.State


def queue_extraction(article: Article) -> ExtractionRun:
    """Ask for an extraction of `article`; run and job are stored in the caller's transaction."""
    return queue_extractions([article], priority=NOW)[0]


@transaction.atomic
def queue_extractions(articles: Iterable[Article], *, priority: int = LATER) -> list[ExtractionRun]:
    """Ask for an extraction of each of `articles`, in two statements however many there are."""
    runs = ExtractionRun.objects.bulk_create([ExtractionRun(article=article) for article in articles])
    queue_jobs(_job(run, priority) for run in runs)
    return runs


def extract_now(article: Article) -> Recorded:
    """Extract `article` without waiting for a worker: the run that waits for one, else a new one.

    Raises whatever goes wrong.
    """
    waiting = article.runs.filter(state=State.WAITING).order_by("-id").first()
    return _extract(waiting or ExtractionRun.objects.create(article=article))


@app.task(name="extract_article", retry=RETRY)
def extract_article(run_id: int) -> None:
    """Do the run that was queued, unless it was done meanwhile or its article is gone."""
    run = ExtractionRun.objects.select_related("article").exclude(state=State.DONE).filter(pk=run_id).first()
    if run:
        _extract(run)


@app.periodic(cron="* * * * *")
@app.task(name="retry_lost_jobs", pass_context=True)
async def retry_lost_jobs(context: JobContext, timestamp: int) -> None:
    """Put the jobs of killed workers back into the queue; one that ends every worker is given up."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=LOST_AFTER):
        if job.attempts + 1 < ATTEMPTS:
            await jobs.retry_job(job)
        else:
            await jobs.finish_job(job, Status.FAILED, delete_job=False)
            await _give_up(job.task_name, job.task_kwargs)


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


def _job(run: ExtractionRun, priority: int):
    """The job of `run`; those of one article are done one after the other."""
    options = extract_article.configure(lock=f"article-{run.article_id}", priority=priority)
    return options.make_new_job(run_id=run.pk)


def _extract(run: ExtractionRun) -> Recorded:
    with _told_in(run):
        article = run.article
        found = extraction.extract(article.text, published=article.date, gazetteer=gazetteer())
        recorded = record(article, found)
        find_kin(article)
        return recorded


@contextmanager
def _told_in(run: ExtractionRun) -> Iterator[None]:
    """Keep the run's state: running, then done, or failed with the error."""
    _tell(run, State.RUNNING, version=extraction.VERSION, error="", finished_at=None)
    try:
        yield
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".replace("\x00", "")
        _tell(run, State.FAILED, error=reason, finished_at=timezone.now())
        raise
    _tell(run, State.DONE, finished_at=timezone.now())


def _tell(run: ExtractionRun, state: str, **fields) -> None:
    ExtractionRun.objects.filter(pk=run.pk).update(state=state, **fields)
