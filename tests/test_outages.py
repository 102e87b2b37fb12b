"""A machine in trouble: told with 503 and what to do, and never held against a file or an article."""

import asyncio
import errno

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError, InterfaceError, OperationalError, ProgrammingError
from django.test import Client
from procrastinate.jobs import Job

from newsarchive.worker import end_where_the_end_of_a_job_is_lost
from statements import importing, tasks
from statements.models import Import, ImportFile, Statement
from statements.outages import is_full_disk, is_outage
from statements.views import errors
from tests.pages import shown

UPLOAD = "/admin/statements/article/upload/"
JSON = {"accept": "application/json"}


def told(kind: type[Exception], state: str | None) -> Exception:
    """An error as Django raises it for one of the database's with this SQLSTATE."""
    error = kind("told")
    error.__cause__ = psycopg.errors.lookup(state)() if state else psycopg.OperationalError()
    return error


FULL = told(OperationalError, "53100")
AWAY = told(OperationalError, None)


@pytest.mark.parametrize(
    ("error", "outage", "full"),
    [
        (AWAY, True, False),
        (FULL, True, True),
        (InterfaceError("the connection is closed"), True, False),
        (told(OperationalError, "57P03"), True, False),
        (told(OperationalError, "40P01"), True, False),  # a deadlock asks for another try
        (OSError(errno.ENOSPC, "No space left on device"), True, True),
        (told(OperationalError, "54000"), False, False),  # the article's own fault, again and again
        (told(DataError, "22021"), False, False),
        (told(ProgrammingError, "42601"), False, False),
        (OSError(errno.EACCES, "no"), False, False),
        (ValueError("no"), False, False),
    ],
)
def test_outage_is_told_from_a_fault_of_what_was_sent(error, outage, full):
    assert (is_outage(error), is_full_disk(error)) == (outage, full)


@pytest.fixture
def desk(client, editor):
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    return client


@pytest.fixture
def struck(monkeypatch):
    """From now on files cannot be kept, for this reason."""

    def strike(error: Exception) -> None:
        def fail(*args, **kwargs):
            raise error

        monkeypatch.setattr(importing, "receive", fail)

    return strike


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "words"),
    [(FULL, "امتلأ قرص الخادم"), (AWAY, "قاعدة البيانات لا تجيب الآن")],
)
def test_editor_is_told_in_a_sentence_what_to_do(desk, struck, error, words):
    begun = desk.post(UPLOAD, {"coming": 1}, headers=JSON).json()
    struck(error)
    answer = desk.post(begun["files"], {"file": SimpleUploadedFile("a.txt", b"x")}, headers=JSON)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    [sentence] = answer.json()["errors"]["__all__"]
    assert words in sentence
    assert "أرسله من جديد" in sentence
    page = desk.post(UPLOAD, {"text": "نص"})
    assert (page.status_code, words in shown(page)) == (503, True)
    assert Import.objects.count() == 1  # the second left nothing half done


@pytest.mark.django_db
def test_our_own_fault_is_no_outage(desk, struck):
    struck(ZeroDivisionError())
    page = desk.post(UPLOAD, {"text": "نص"})
    assert (page.status_code, "حدث خطأ عندنا" in shown(page)) == (500, True)


def test_reader_is_told_without_asking_the_database(monkeypatch):
    """This test may not touch the database: whatever the page asked of it would fail the test."""

    def away():
        raise AWAY

    monkeypatch.setattr(Statement.objects, "published", away)
    page = Client(raise_request_exception=False).get("/")
    assert (page.status_code, "حدّث الصفحة" in shown(page)) == (503, True)


def test_request_that_is_too_large_is_refused_unread(monkeypatch, client):
    monkeypatch.setattr(errors, "MAX_REQUEST", 1024 * 1024)
    page = client.post(UPLOAD, {"files": SimpleUploadedFile("a.txt", b"x" * 2 * 1024 * 1024)})
    assert (page.status_code, "أكبر من 1 ميغابايت" in shown(page)) == (413, True)


@pytest.mark.django_db
def test_too_many_files_at_once_are_told_as_such(desk, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    page = desk.post(UPLOAD, {"files": [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(3)]})
    assert (page.status_code, "أكثر من 2 ملف" in shown(page)) == (413, True)


@pytest.mark.django_db
def test_too_long_a_text_is_told_as_such(desk, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    page = desk.post(UPLOAD, {"text": "ع" * 200})
    assert (page.status_code, "احفظه ملفًا وارفعه" in shown(page)) == (413, True)


def attempted(times: int) -> Job:
    return Job(id=1, queue="default", lock=None, queueing_lock=None, task_name="x", attempts=times)


def test_job_is_tried_again_as_long_as_an_outage_lasts_and_five_times_otherwise():
    assert tasks.RETRY.get_retry_decision(exception=AWAY, job=attempted(99))
    assert tasks.RETRY.get_retry_decision(exception=ValueError(), job=attempted(4))
    assert tasks.RETRY.get_retry_decision(exception=ValueError(), job=attempted(5)) is None


@pytest.mark.django_db
def test_file_that_an_outage_keeps_from_being_read_waits_and_the_editor_is_told(desk, monkeypatch, queue):
    desk.post(UPLOAD, {"text": "قال الوزير إن الحوار هو السبيل."})
    file = ImportFile.objects.get()

    def fail(*args):
        raise FULL

    with monkeypatch.context() as full:
        full.setattr(importing, "_take_in", fail)
        with pytest.raises(OperationalError):
            importing.read_import_file(file.pk)
    page = desk.get(file.imported.get_absolute_url())
    assert "ملفاتك محفوظة" in shown(page)
    importing.read_import_file(file.pk)
    assert "ملفاتك محفوظة" not in shown(desk.get(file.imported.get_absolute_url()))
    assert file.results.get().outcome == "stored"


class Worker:
    def __init__(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


@pytest.mark.parametrize("lost", [False, True])
def test_worker_ends_where_the_end_of_a_job_could_not_be_told(lost):
    """Or the job would be in the hands of a living worker for ever."""
    worker = Worker()

    async def job():
        async def work():
            return None

        await end_where_the_end_of_a_job_is_lost(work, None, worker)
        if lost:  # what procrastinate does after the work: tell the database
            raise OperationalError("No space left on device")

    async def run():
        await asyncio.gather(asyncio.create_task(job()), return_exceptions=True)
        await asyncio.sleep(0)

    asyncio.run(run())
    assert worker.stopped == lost
