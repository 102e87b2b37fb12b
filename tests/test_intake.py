"""Articles are stored once, with their bytes and their job, whatever else is uploaded beside them."""

import datetime
import hashlib
import json
import threading

import pytest
from django.db import DataError, OperationalError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from statements import importing, intake
from statements.documents import Document
from statements.intake import keep_file, store_article
from statements.models import (
    Article,
    ArticleSketch,
    ExtractionRun,
    ImportFile,
    ImportResult,
    Outlet,
    SourceFile,
)
from statements.publications import Metadata, find_outlet
from tests.conftest import PHONE_CALL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]
DAY = datetime.date(2021, 5, 12)
STORED, ALREADY_THERE, REFUSED, _PASSED_OVER = ImportResult.Outcome
DOCUMENT = Document(text=PHONE_CALL, encoding="utf_8")


def upload(*contents: str | bytes, **metadata) -> list[ImportResult]:
    """Files of one import, received and read."""
    imported = importing.start(metadata=Metadata(**metadata))
    for n, content in enumerate(contents):
        content = content if isinstance(content, bytes) else content.encode()
        importing.receive(imported, name=f"{n}.txt", content=content)
    for file in imported.files.all():
        importing.read_import_file(file.pk)
    return list(ImportResult.objects.filter(file__imported=imported))


def upload_table(rows: str) -> list[ImportResult]:
    """A file of many articles, received and read."""
    file = importing.receive(importing.start(), name="table.jsonl", content=rows.encode())
    importing.read_import_file(file.pk)
    return list(file.results.all())


def waiting_jobs() -> list[int]:
    """The runs that wait to be done, by their numbers."""
    jobs = ProcrastinateJob.objects.filter(status="todo", task_name__startswith="extract_article")
    told = jobs.values_list("args", flat=True)
    return [run for args in told for run in args.get("run_ids", [args.get("run_id")])]


def test_many_articles_are_stored_in_few_queries(django_assert_max_num_queries, monkeypatch):
    rows = "\n".join(json.dumps({"text": f"{PHONE_CALL} {n}", "outlet": "الأفق"}) for n in range(30))
    file = importing.receive(importing.start(), name="table.jsonl", content=rows.encode())
    with django_assert_max_num_queries(30):
        importing.read_import_file(file.pk)
    assert Article.objects.count() == len(set(waiting_jobs())) == 30
    assert ArticleSketch.objects.count() == 30
    assert bytes(SourceFile.objects.get().content) == rows.encode()


def test_text_that_comes_twice_in_one_file_is_stored_once_and_published_twice():
    rows = [{"text": PHONE_CALL, "outlet": name} for name in ("الأفق", "الضفة", "الأفق")]
    results = upload_table("\n".join(map(json.dumps, rows)))
    assert [r.outcome for r in results] == [STORED, ALREADY_THERE, ALREADY_THERE]
    assert len({r.article for r in results}) == 1
    assert [p.outlet.name for p in results[0].article.publications.all()] == ["الضفة"]


def test_article_is_stored_with_what_the_editor_said(editor):
    said = Metadata(outlet="وكالة الأفق", date=DAY, title="اتصال", url="https://example.org/1")
    source = keep_file(PHONE_CALL.encode(), name="a.txt", encoding="utf_8")
    article = store_article(document=DOCUMENT, source=source, metadata=said, by=editor)
    article.refresh_from_db()
    assert (article.text, article.outlet.name, article.date) == (PHONE_CALL, "وكالة الأفق", DAY)
    assert (article.title, article.url, article.created_by) == ("اتصال", "https://example.org/1", editor)
    assert not article.is_published


def test_bytes_of_the_file_are_kept():
    content = PHONE_CALL.replace("\n", "\r\n").encode("cp1256")
    [result] = upload(content)
    file = result.article.source
    assert bytes(file.content) == content
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert (file.name, file.encoding) == ("0.txt", "cp1256")
    assert result.article.text == PHONE_CALL


def test_extraction_is_queued_with_the_article():
    [result] = upload(PHONE_CALL)
    run = result.article.latest_run()
    assert run.state == ExtractionRun.State.WAITING
    assert waiting_jobs() == [run.pk]


def test_article_that_is_rolled_back_leaves_no_job():
    with transaction.atomic():
        upload(PHONE_CALL)
        assert len(waiting_jobs()) == 1
        transaction.set_rollback(True)
    assert waiting_jobs() == []
    assert not Article.objects.exists()


def test_pasted_text_goes_the_same_way():
    file = importing.receive(importing.start(), name="", content=PHONE_CALL.encode())
    importing.read_import_file(file.pk)
    result = file.results.get()
    assert (result.outcome, result.article.text) == (STORED, PHONE_CALL)
    assert str(result.article.source) == "نص ملصق"


def test_same_article_again_is_answered_with_the_first():
    [first] = upload(PHONE_CALL)
    [second] = upload(PHONE_CALL.replace("«", '"').replace("»", '"').replace("أ", "ا"))
    assert (second.outcome, second.article) == (ALREADY_THERE, first.article)
    assert second.reason == "هذا المقال موجود في الأرشيف."
    assert (Article.objects.count(), len(waiting_jobs())) == (1, 1)


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ({"outlet": "صحيفة الضفة", "url": "https://example.org/2"}, "وأُضيفت إليه جهة النشر هذه ورابطها."),
        ({"outlet": "صحيفة الضفة"}, "وأُضيفت إليه جهة النشر هذه."),
        ({"url": "https://example.org/2"}, "وأُضيف إليه هذا الرابط."),
        ({"outlet": "وكالة الأفق"}, "هذا المقال موجود في الأرشيف."),
    ],
)
def test_what_was_added_to_an_article_is_told(again, told):
    for metadata in (Metadata("وكالة الأفق", url="https://example.org/1"), Metadata(**again)):
        file = importing.receive(importing.start(metadata=metadata), name="", content=PHONE_CALL.encode())
        importing.read_import_file(file.pk)
    assert file.results.get().reason.endswith(told)


def test_one_bad_file_does_not_stop_the_others():
    results = upload(b"", PHONE_CALL, b"%PDF-1.7", PHONE_CALL, "قال ليث البارودي إن بلاده ترفض ذلك")
    assert [r.outcome for r in results] == [REFUSED, STORED, REFUSED, ALREADY_THERE, STORED]
    assert [r.file.name for r in results] == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]
    assert all(r.reason for r in results if r.outcome == REFUSED)


def test_article_the_database_cannot_hold_does_not_stop_the_others(monkeypatch, caplog):
    other = "قال ليث البارودي إن بلاده ترفض ذلك"
    sketch = intake.sketch

    def fail_on_one(articles):
        if any(article.text == PHONE_CALL for article in articles):
            raise DataError("too long")
        sketch(articles)

    monkeypatch.setattr(intake, "sketch", fail_on_one)
    rows = "\n".join(json.dumps({"text": text}) for text in (PHONE_CALL, other, PHONE_CALL))
    results = upload_table(rows)
    assert [r.outcome for r in results] == [REFUSED, STORED, REFUSED]
    assert "انسخه من مصدره" in results[0].reason
    assert "could not be stored" in caplog.text
    assert [a.text for a in Article.objects.all()] == [other]


def test_reading_that_is_stopped_goes_on_where_it_was(monkeypatch):
    """A worker ends between two batches: nothing is stored twice, nothing is left out."""
    monkeypatch.setattr(importing, "BATCH", 2)
    rows = "\n".join(f'"قال ليث البارودي في جولته رقم {n} إن بلاده ترفض ذلك"' for n in range(7))
    file = importing.receive(importing.start(), name="a.csv", content=f"text\n{rows}".encode())
    whole, calls = importing._take_in, []

    def stop_at_the_third(*args):
        calls.append(args)
        if len(calls) == 3:
            raise OperationalError("server closed the connection")
        whole(*args)

    with monkeypatch.context() as stopped:
        stopped.setattr(importing, "_take_in", stop_at_the_third)
        with pytest.raises(OperationalError):
            importing.read_import_file(file.pk)
    file.refresh_from_db()
    assert (file.state, file.results.count(), bytes(file.content) != b"") == (
        ImportFile.State.WAITING,
        4,
        True,
    )
    importing.read_import_file(file.pk)
    assert [r.position for r in file.results.all()] == list(range(7))
    assert Article.objects.count() == len(waiting_jobs()) == 7
    assert SourceFile.objects.count() == 1


def test_received_file_waits_with_its_bytes_and_its_job():
    file = importing.receive(importing.start(), name="a.txt", content=PHONE_CALL.encode())
    file.refresh_from_db()
    assert bytes(file.content) == PHONE_CALL.encode()
    [job] = ProcrastinateJob.objects.filter(status="todo")
    assert (job.task_name, job.args) == ("read_import_file", {"file_id": file.pk})


def test_file_goes_with_the_last_of_its_articles():
    rows = "\n".join(f'"قال ليث البارودي في جولته رقم {n} إن بلاده ترفض ذلك"' for n in range(2))
    file = importing.receive(importing.start(), name="a.csv", content=f"text\n{rows}".encode())
    importing.read_import_file(file.pk)
    first, second = Article.objects.all()
    first.delete()
    assert SourceFile.objects.exists()
    second.delete()
    assert not SourceFile.objects.exists()


def test_outlet_and_date_go_to_all_files_title_and_link_to_one_only():
    given = {"outlet": "الأفق", "date": DAY, "title": "عنوان", "url": "https://example.org/"}
    both = upload(PHONE_CALL, "قال ليث البارودي إن بلاده ترفض ذلك", **given)
    assert {(r.article.outlet.name, r.article.date, r.article.title) for r in both} == {("الأفق", DAY, "")}
    [one] = upload("قال ليث البارودي إن بلاده تدعم ذلك", **given)
    assert (one.article.title, one.article.url) == ("عنوان", "https://example.org/")


def test_headline_is_the_title_where_the_editor_gave_none():
    text = f"الحلواني يهاتف نظيره البارودي\n\n{PHONE_CALL}"
    assert upload(text)[0].article.title == "الحلواني يهاتف نظيره البارودي"


@pytest.mark.parametrize("name", ["وكالة الأفق", "  وكالة   الأفق ", "وكالة الافق", "وكالة الأُفُق"])
def test_outlet_is_found_in_any_spelling(name):
    outlet = Outlet.objects.create(name="وكالة الأفق")
    assert find_outlet(name) == outlet
    assert Outlet.objects.count() == 1


def test_no_name_is_no_outlet():
    assert find_outlet("  ") is None


@pytest.mark.django_db(transaction=True)
def test_one_of_two_uploads_at_the_same_moment_stores_the_article():
    start = threading.Barrier(4)
    outcomes = []

    def send():
        start.wait()
        try:
            outcomes.append(upload(PHONE_CALL, outlet="وكالة الأفق")[0].outcome)
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sorted(outcomes) == [ALREADY_THERE] * 3 + [STORED]
    assert Article.objects.count() == SourceFile.objects.count() == len(waiting_jobs()) == 1
    assert Outlet.objects.count() == 1
