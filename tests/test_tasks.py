"""The queue: every article that is stored is extracted, by whichever worker lives."""

import datetime
import os
import subprocess
import sys
import time
from urllib.parse import quote, urlencode

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from newsarchive.environment import BASE
from statements import extraction, queueing, tasks
from statements.documents import Document
from statements.extraction.annotations import Quotation, Span
from statements.intake import keep_file, store_article
from statements.models import Article, ExtractionRun, Statement
from tests.builders import build_article
from tests.conftest import PHONE_CALL
from tests.extractions import phone_call

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]
working = pytest.mark.django_db(transaction=True)  # a worker has a connection of its own
State = ExtractionRun.State
OTHER = "قال ليث البارودي إن بلاده ترفض ذلك."


@pytest.fixture(autouse=True)
def extractor(monkeypatch):
    """An extractor that knows the phone call and finds nothing elsewhere."""

    def extract(text, *, published=None, gazetteer=None):
        return phone_call(text) if text == PHONE_CALL else extraction.Extraction(version="1")

    monkeypatch.setattr(extraction, "extract", extract)
    monkeypatch.setattr(extraction, "VERSION", "1")


@pytest.fixture
def broken(monkeypatch):
    """An extractor that fails on the phone call."""

    def extract(text, **options):
        if text == PHONE_CALL:
            raise RecursionError("too deep")
        return extraction.Extraction(version="1")

    monkeypatch.setattr(extraction, "extract", extract)


def store(text: str = PHONE_CALL) -> Article:
    return store_article(document=Document(text, "utf_8"), source=keep_file(text.encode()))


def run_of(article: Article) -> ExtractionRun:
    return article.latest_run()


@pytest.fixture
def work(monkeypatch, queue):
    """A worker that does all that is due and ends."""
    # Its thread's connection must not outlive it, or the test database could not be dropped.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)

    def run():
        with app.replace_connector(app.connector.get_worker_connector()) as working:
            working.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    return run


@working
def test_worker_extracts_what_was_stored(work):
    article = store()
    work()
    run = run_of(article)
    assert (run.state, run.version, run.error) == (State.DONE, "1", "")
    assert run.finished_at <= timezone.now()
    assert article.statements.count() == 3


@working
def test_article_that_cannot_be_extracted_is_told_and_tried_again_later(work, broken):
    article, other = store(), store(OTHER)
    before = timezone.now()
    work()
    run = run_of(article)
    assert (run.state, run.error) == (State.FAILED, "RecursionError: too deep")
    job = ProcrastinateJob.objects.get(args={"run_id": run.pk})
    assert (job.status, job.attempts) == ("todo", 1)
    assert job.scheduled_at > before
    assert run_of(other).state == State.DONE


@working
def test_last_attempt_is_the_last(work, broken):
    article = store()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [tasks.ATTEMPTS])
    work()
    job = ProcrastinateJob.objects.get(args={"run_id": run_of(article).pk})
    assert job.status == "failed"
    assert run_of(article).state == State.FAILED


@working
def test_failed_article_is_extracted_once_the_fault_is_gone(work, broken, monkeypatch):
    article = store()
    work()
    monkeypatch.setattr(extraction, "extract", lambda text, **options: phone_call(text))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now()")
    work()
    assert (run_of(article).state, run_of(article).error) == (State.DONE, "")
    assert article.statements.count() == 3


def lose_worker(attempts: int = 0) -> None:
    """A worker takes the only job and is killed: its last sign of life is long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        cursor.execute("SELECT procrastinate_fetch_job_v2(NULL, %s)", [cursor.fetchone()[0]])
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [attempts])


def look_after_lost_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'")
        assert cursor.fetchone() == (1,)
    tasks.retry_lost_jobs.defer(timestamp=0)


@working
def test_job_of_a_killed_worker_is_done_by_the_next(work):
    article = store()
    lose_worker()
    look_after_lost_jobs()
    work()
    assert run_of(article).state == State.DONE
    assert article.statements.count() == 3


def database_url() -> str:
    """Of the test database, for another process."""
    at = connection.settings_dict
    return f"postgresql://{quote(at['USER'])}:{quote(at['PASSWORD'])}@/{at['NAME']}?" + urlencode(
        {"host": at["HOST"], "port": at["PORT"] or 5432}
    )


def killed_in_the_middle(article: Article) -> None:
    """A worker process is killed while it records; the test holds the article until it is."""
    command = [sys.executable, str(BASE / "manage.py"), "procrastinate", "worker"]
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)
        worker = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": database_url()})
        deadline = time.monotonic() + 60
        while run_of(article).state != State.RUNNING and time.monotonic() < deadline:
            time.sleep(0.1)
        worker.kill()
        worker.wait()


@working
def test_worker_killed_in_the_middle_loses_nothing(work):
    article = store()
    killed_in_the_middle(article)
    assert (run_of(article).state, article.statements.count()) == (State.RUNNING, 0)
    with connection.cursor() as cursor:  # the time until it counts as lost
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    look_after_lost_jobs()
    work()
    assert (run_of(article).state, article.statements.count()) == (State.DONE, 3)


@working
def test_job_that_ends_every_worker_is_given_up_and_told(work):
    article = store()
    lose_worker(attempts=tasks.ATTEMPTS - 1)
    look_after_lost_jobs()
    work()
    assert (run_of(article).state, run_of(article).error) == (State.FAILED, tasks.GIVEN_UP)
    assert ProcrastinateJob.objects.get(task_name="extract_article").status == "failed"


@working
def test_job_of_a_living_worker_is_left_to_it(work):
    store()
    lose_worker()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now()")
    look_after_lost_jobs()
    work()
    assert ProcrastinateJob.objects.get(task_name="extract_article").status == "doing"


def test_two_jobs_of_one_article_are_not_done_at_once():
    article = store()
    queueing.queue_extraction(article)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        [worker] = cursor.fetchone()
        for _ in range(2):
            cursor.execute("SELECT procrastinate_fetch_job_v2(NULL, %s)", [worker])
    assert sorted(ProcrastinateJob.objects.values_list("status", flat=True)) == ["doing", "todo"]


def test_run_that_was_done_meanwhile_is_not_done_again(monkeypatch):
    article = store()
    tasks.extract_now(article)
    monkeypatch.setattr(extraction, "extract", None)  # whoever calls it fails
    tasks.extract_article(run_id=run_of(article).pk)
    assert article.runs.count() == 1


def test_run_of_a_deleted_article_is_nobodys_loss():
    run = run_of(store())
    Article.objects.all().delete()
    tasks.extract_article(run_id=run.pk)


def test_extraction_that_does_not_fit_fails_and_leaves_no_row(monkeypatch):
    wrong = extraction.Extraction(quotations=(Quotation("direct", (Span(0, 9999),)),))
    monkeypatch.setattr(extraction, "extract", lambda text, **options: wrong)
    article = store()
    with pytest.raises(ValueError, match="outside"):
        tasks.extract_now(article)
    assert run_of(article).state == State.FAILED
    assert "BadExtraction" in run_of(article).error
    assert not Statement.objects.exists()


def test_extractor_is_told_the_day_of_publication(monkeypatch):
    told = {}

    def extract(text, **options):
        told.update(options)
        return extraction.Extraction()

    monkeypatch.setattr(extraction, "extract", extract)
    tasks.extract_now(build_article(PHONE_CALL))
    assert told["published"] == datetime.date(2021, 5, 12)
    assert told["gazetteer"].actors_of("كلام لا يعرفه أحد") == ()


def test_thousands_are_queued_in_a_handful_of_statements(django_assert_max_num_queries, monkeypatch):
    monkeypatch.setattr(queueing, "TOGETHER", 20)
    articles = [build_article(f"{PHONE_CALL} {n}") for n in range(30)]
    with django_assert_max_num_queries(6):
        runs = [run.pk for run in queueing.queue_extractions(articles)]
    jobs = ProcrastinateJob.objects.values_list("task_name", "args", "priority")
    assert list(jobs.order_by("id")) == [
        ("extract_articles", {"run_ids": some}, queueing.LATER) for some in (runs[:20], runs[20:])
    ]


# Many articles in one job


def queue_together() -> list[Article]:
    """Two articles in one job, the first one the phone call."""
    articles = [build_article(text) for text in (PHONE_CALL, OTHER)]
    queueing.queue_extractions(articles)
    assert ProcrastinateJob.objects.get().task_name == "extract_articles"
    return articles


@working
def test_articles_of_one_job_are_all_extracted(work):
    articles = queue_together()
    work()
    assert [run_of(article).state for article in articles] == [State.DONE, State.DONE]
    assert articles[0].statements.count() == 3


@working
def test_article_that_fails_stops_none_of_its_job_and_is_tried_again_alone(work, broken):
    article, other = queue_together()
    before = timezone.now()
    work()
    assert (run_of(article).state, run_of(article).error) == (State.FAILED, "RecursionError: too deep")
    assert run_of(other).state == State.DONE
    job = ProcrastinateJob.objects.get(task_name="extract_article")
    assert (job.args, job.status) == ({"run_id": run_of(article).pk}, "todo")
    assert job.scheduled_at > before


@working
def test_lost_job_of_many_is_taken_apart_so_that_one_article_ends_no_other(work):
    article, other = queue_together()
    tasks.extract_articles([run_of(other).pk])
    lose_worker(attempts=tasks.ATTEMPTS)
    look_after_lost_jobs()
    work()
    jobs = ProcrastinateJob.objects.filter(task_name__startswith="extract")
    assert list(jobs.values_list("task_name", "args")) == [
        ("extract_article", {"run_id": run_of(article).pk})
    ]
    assert (run_of(article).state, article.statements.count()) == (State.DONE, 3)


def test_database_that_goes_away_fails_the_job_and_blames_no_article(monkeypatch):
    queue_together()
    monkeypatch.setattr(tasks, "_end", raise_away)
    with pytest.raises(OperationalError):
        tasks.extract_articles([run.pk for run in ExtractionRun.objects.all()])
    assert set(ExtractionRun.objects.values_list("state", flat=True)) == {State.RUNNING}
    assert ProcrastinateJob.objects.count() == 1


def raise_away(*told, **more):
    raise OperationalError("the connection is closed")
