"""A full disk and a database that goes away, in the middle of uploading and of the workers' jobs.

Processes that are killed, 200 at random moments: benchmarks/nothing_lost.py.
"""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from tests.misfortunes import (
    PASSWORD,
    Archive,
    database_gone,
    database_silent,
    full_disk,
    small_disk,
)
from tests.sending import Answer, Sender

SECONDS = 10  # that it lasts
MANY = 100_000  # words; a file that PostgreSQL must find new room for


def made_up(number: int, words: int = 0) -> str:
    """An article with two statements, and some words after them."""
    return (
        f"قال وزير خارجية أرخانيا سامر الحلواني إن بلاده ستفتح المعبر رقم {number} أمام المساعدات.\n"
        f"وأكد رئيس الوفد ليث المرداوي أن الجولة {number} من المحادثات كانت مفيدة للجانبين.\n"
        + "".join(f"كلمة{number}و{n} " for n in range(words))
    ).strip()


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """An archive that runs, on a small disk of its own.

    Not in pytest's folder: another run of pytest closes that to the user that PostgreSQL runs as.
    """
    folder = Path(tempfile.mkdtemp(prefix="archive-"))
    try:
        with small_disk(folder, 600):
            running = Archive(folder)
            running.run()
            yield running
            running.stop()
            print(
                running.var.with_suffix(".log").read_text()[-20_000:]
            )  # pytest shows it where a test failed
    except PermissionError as error:
        pytest.skip(f"a disk that can be filled needs root, to mount it: {error}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Upload:
    """Files sent one by one; `kept` are those that were answered so, `refused` the other answers."""

    def __init__(self, archive: Archive) -> None:
        self.sender = Sender(archive.port, PASSWORD)
        self.begun = self.sender.begin(99).told
        self.kept: list[str] = []
        self.refused: list[Answer] = []

    def send(self, text: str) -> Answer:
        answer = self.sender.send(self.begun["files"], f"{len(self.kept)}.txt", text.encode())
        if answer.status == 201:
            self.kept.append(text)
        else:
            self.refused.append(answer)
        return answer

    def send_for(self, seconds: float, texts: Iterator[str]) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.send(next(texts))
            time.sleep(0.2)


def texts(start: int, words: int = 0) -> Iterator[str]:
    number = start
    while True:
        yield made_up(number, words)
        number += 1


def wait(seconds: float, happened: Callable[[], bool]) -> None:
    """Until it happened, whatever the database answers meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if happened():
                return
        except (psycopg.Error, TypeError):
            pass
        time.sleep(0.5)
    raise AssertionError(f"not within {seconds} seconds")


def is_idle(archive: Archive) -> bool:
    """Whether no job of ours waits or runs."""
    with archive.connect() as connection:
        return not connection.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
            " AND task_name IN ('extract_article', 'extract_articles', 'read_import_file')"
        ).fetchone()[0]


def assert_all_there_once(archive: Archive, kept: list[str]) -> None:
    """Every text that was kept has one article with its bytes and its two statements."""
    wait(240, lambda: is_idle(archive))
    with archive.connect() as connection:
        for text in kept:
            rows = connection.execute(
                "SELECT s.content,"
                " (SELECT count(*) FROM statements_statement t WHERE t.article_id = a.id AND t.state = 'machine')"
                " FROM statements_article a JOIN statements_sourcefile s ON s.id = a.source_id"
                " WHERE s.sha256 = %s",
                [hashlib.sha256(text.encode()).hexdigest()],
            ).fetchall()
            assert [(bytes(content), n) for content, n in rows] == [(text.encode(), 2)]


def assert_told(answers: list[Answer], words: str) -> None:
    """Each in Arabic, with what is wrong and what to do, and never an error of ours."""
    assert answers
    for answer in answers:
        assert answer.status == 503, answer
        assert words in answer.errors
        assert "أرسله من جديد" in answer.errors


def test_full_disk_is_told_and_loses_nothing(archive):
    upload = Upload(archive)
    upload.send_for(2, texts(1000))
    with full_disk(archive.var.parent):
        upload.send_for(SECONDS, texts(2000, MANY))
        page = upload.sender.get("/admin/statements/article/")
    assert_told(upload.refused, "امتلأ قرص الخادم")
    assert page.status == 200 or "ليفرغ مكانًا" in page.page
    for text in (made_up(3000), made_up(2000, MANY)):
        wait(60, lambda text=text: upload.send(text).status == 201)
    assert_all_there_once(archive, list(dict.fromkeys(upload.kept)))


def test_database_gone_for_ten_seconds_is_told_and_loses_nothing(archive):
    upload = Upload(archive)
    upload.send_for(2, texts(4000))
    with database_gone(archive):
        upload.send_for(SECONDS, texts(5000))
        page = upload.sender.get("/")
    assert_told(upload.refused, "قاعدة البيانات لا تجيب")
    assert (page.status, "حدّث الصفحة" in page.page) == (503, True)
    wait(60, lambda: upload.send(made_up(6000)).status == 201)
    assert_all_there_once(archive, upload.kept)


def test_database_silent_for_ten_seconds_keeps_the_editor_waiting_and_loses_nothing(archive):
    upload = Upload(archive)
    upload.send_for(2, texts(7000))
    with ThreadPoolExecutor(1) as pool:
        with database_silent(archive):
            answer = pool.submit(upload.send, made_up(8000))
            time.sleep(SECONDS)
        if answer.result().status != 201:  # it had to connect, and waits ten seconds for that
            assert_told(upload.refused, "قاعدة البيانات لا تجيب")
    wait(60, lambda: upload.send(made_up(8001)).status == 201)
    assert_all_there_once(archive, upload.kept)
