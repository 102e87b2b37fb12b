"""manage.py reextract: every article the present extractor has not read is queued, and followed where asked."""

import pytest
from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from statements import extraction, queueing, tasks
from statements.management.commands import reextract as command
from statements.models import Article, ExtractionRun
from tests.builders import build_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]
State = ExtractionRun.State


@pytest.fixture(autouse=True)
def extractor(monkeypatch):
    """An extractor of version 1 that finds nothing."""
    monkeypatch.setattr(extraction, "extract", lambda text, **told: extraction.Extraction(version="1"))
    use_version(monkeypatch, "1")


def use_version(monkeypatch, version: str) -> None:
    monkeypatch.setattr(extraction, "VERSION", version)
    monkeypatch.setattr(command, "VERSION", version)


def articles(count: int) -> list[Article]:
    return [build_article(f"قال سامر الحلواني إن المعبر رقم {n} سيُفتح.") for n in range(count)]


def reextract(capsys, *options: str) -> str:
    call_command("reextract", *options)
    return capsys.readouterr().out


def jobs() -> list[tuple]:
    return list(ProcrastinateJob.objects.order_by("id").values_list("task_name", "priority"))


def do_all(_seconds: float = 0) -> None:
    for job in ProcrastinateJob.objects.all():
        tasks.extract_articles(job.args.get("run_ids") or [job.args["run_id"]])


def test_articles_of_an_older_extractor_are_queued_and_no_others(capsys, monkeypatch):
    old, new, waiting = articles(3)
    tasks.extract_now(old)
    queueing.queue_extraction(waiting)
    use_version(monkeypatch, "2")
    tasks.extract_now(new)
    assert reextract(capsys) == "1 queued\n"
    assert [article.runs.count() for article in (old, new, waiting)] == [2, 1, 1]
    assert "Nothing to do" in reextract(capsys)


def test_all_articles_are_queued_when_asked_for_in_batches_of_jobs_of_many(capsys, monkeypatch):
    for article in articles(5):
        tasks.extract_now(article)
    monkeypatch.setattr(command, "BATCH", 3)
    monkeypatch.setattr(queueing, "TOGETHER", 2)
    assert reextract(capsys, "--all") == "5 queued\n"
    many, single = ("extract_articles", queueing.LATER), ("extract_article", queueing.LATER)
    assert jobs() == [many, many, many]
    assert reextract(capsys, "--all") == "5 queued\n"
    assert jobs()[3:] == [many, many, many]
    assert single not in jobs()


def test_waiting_for_the_workers_ends_with_their_work(capsys, monkeypatch):
    articles(3)
    monkeypatch.setattr(command.time, "sleep", do_all)
    assert reextract(capsys, "--wait") == "3 queued\n"
    assert list(ExtractionRun.objects.values_list("state", flat=True)) == [State.DONE] * 3


def test_waiting_tells_by_its_status_that_an_article_failed(capsys, monkeypatch):
    def fail(text, **told):
        if "1" in text:
            raise RecursionError("too deep")
        return extraction.Extraction(version="1")

    articles(3)
    monkeypatch.setattr(extraction, "extract", fail)
    monkeypatch.setattr(command.time, "sleep", do_all)
    with pytest.raises(SystemExit) as ended:
        reextract(capsys, "--wait")
    assert ended.value.code == 1
    assert ExtractionRun.objects.get(state=State.FAILED).attempts > 0
