"""The queue's page: what waits, runs and failed is seen there, and what failed is run again."""

import datetime
import json

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from statements import importing, queueing
from statements.models import Article, ExtractionRun, ImportFile
from statements.templatetags.desk import ago, ahead
from tests.builders import build_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]
State = ExtractionRun.State
ADDRESS = "/admin/queue/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def build_failed(number: int, error: str = "RecursionError: too deep", **fields) -> ExtractionRun:
    article = build_article(f"قال سامر الحلواني إن المعبر رقم {number} سيُفتح.", title=f"خبر المعبر {number}")
    fields = {"state": State.FAILED, "attempts": 3, "finished_at": timezone.now()} | fields
    return ExtractionRun.objects.create(article=article, error=error, **fields)


def build_failed_file() -> ImportFile:
    file = importing.keep(importing.start(), name="مجلد/خبر.pdf", content=b"%PDF")
    ImportFile.objects.update(state=ImportFile.State.FAILED, error="OSError: broken")
    return file


def jobs() -> list[tuple[str, dict]]:
    waiting = ProcrastinateJob.objects.filter(status="todo").order_by("id")
    return list(waiting.values_list("task_name", "args"))


def live_worker() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")


def test_empty_queue_says_so(desk):
    page = desk.get(ADDRESS).text
    for words in ("لا مهمة تنتظر", "لا مهمة جارية", "لم تخفق أي مهمة", "الطابور فارغ", "لا عامل يعمل"):
        assert words in page
    assert "فلا يُقرأ ملف" not in page  # nothing waits for a worker


def test_what_waits_runs_and_failed_is_shown_with_error_age_and_attempts(desk):
    live_worker()
    build_failed(1, finished_at=timezone.now() - datetime.timedelta(minutes=5))
    build_failed_file()
    for number, state in ((2, State.WAITING), (3, State.WAITING), (4, State.RUNNING), (5, State.DONE)):
        build_failed(number, error="", state=state)
    page = desk.get(ADDRESS).text
    for words in ("مهمتان تنتظران", "مهمة واحدة جارية", "مهمتان أخفقتا", "يعمل عامل واحد"):
        assert words in page
    for words in ("خبر المعبر 1", "RecursionError: too deep", "3 محاولات", "قبل 5", "لا تُعاد وحدها"):
        assert words in page
    assert "خبر.pdf" in page
    assert "OSError: broken" in page
    assert "خبر المعبر 4" in page
    assert "خبر المعبر 5" not in page


def test_failure_that_was_made_good_since_is_no_news(desk):
    failed = build_failed(1)
    ExtractionRun.objects.create(article=failed.article, state=State.DONE)
    assert "لم تخفق أي مهمة" in desk.get(ADDRESS).text


def test_work_without_a_worker_is_told(desk):
    queueing.queue_extraction(build_article("مقال"))
    assert "لا عامل يعمل الآن" in desk.get(ADDRESS).text


def test_next_try_is_told(desk):
    failed = build_failed(1)
    queueing.queue_singly([failed], priority=queueing.SOON, after=datetime.timedelta(minutes=4, seconds=30))
    page = desk.get(ADDRESS).text
    assert "تُعاد وحدها" in page
    assert "بعد 4" in page


def test_one_failed_task_is_run_again_at_once_and_not_a_second_time_by_itself(desk):
    failed, other = build_failed(1), build_failed(2)
    queueing.queue_singly([failed], priority=queueing.SOON, after=datetime.timedelta(hours=1))
    page = desk.post(ADDRESS, {"one": f"run-{failed.pk}"}, follow=True).text
    assert "أُعيدت مهمة واحدة إلى الطابور" in page
    assert jobs() == [("extract_article", {"run_id": failed.pk})]
    job = ProcrastinateJob.objects.get()
    assert (job.scheduled_at, job.priority) == (None, queueing.NOW)
    assert ExtractionRun.objects.get(pk=failed.pk).state == State.WAITING
    assert ExtractionRun.objects.get(pk=other.pk).state == State.FAILED


def test_chosen_tasks_are_run_again(desk):
    file, runs = build_failed_file(), [build_failed(n) for n in range(3)]
    chosen = [f"file-{file.pk}", f"run-{runs[0].pk}", f"run-{runs[2].pk}", "run-999999", "nonsense", "run-²"]
    page = desk.post(ADDRESS, {"chosen": "1", "task": chosen}, follow=True).text
    assert "أُعيدت 3 مهام إلى الطابور" in page
    told = [("read_import_file", {"file_id": file.pk})]
    assert jobs() == [*told, ("extract_articles", {"run_ids": [runs[0].pk, runs[2].pk]})]
    assert list(ExtractionRun.objects.filter(state=State.FAILED)) == [runs[1]]


def test_all_that_failed_is_run_again_also_what_other_pages_show(desk, django_assert_max_num_queries):
    for number in range(60):
        build_failed(number)
    page = desk.get(ADDRESS)
    assert page.text.count("خبر المعبر") == 25
    assert "صفحة 1 من 3" in page.text
    with django_assert_max_num_queries(25):
        desk.post(ADDRESS, {"all": "1"})
    assert not ExtractionRun.objects.filter(state=State.FAILED).exists()
    assert sum(len(args["run_ids"]) for _task, args in jobs()) == 60


def test_nothing_chosen_is_told(desk):
    build_failed(1)
    assert "لم تُعد أي مهمة" in desk.post(ADDRESS, {"chosen": "1"}, follow=True).text


def test_page_takes_the_same_number_of_queries_however_long_the_queue(desk, django_assert_max_num_queries):
    for number in range(40):
        build_failed(number, state=[State.FAILED, State.WAITING, State.RUNNING][number % 3])
    with django_assert_max_num_queries(23):
        desk.get(ADDRESS)


def test_strangers_see_no_queue_and_readers_of_the_desk_run_nothing(client, django_user_model):
    assert client.get(ADDRESS).status_code == 302
    reader = django_user_model.objects.create_user("reader", password="a-long-password", is_staff=True)
    client.force_login(reader)
    assert client.get(ADDRESS).status_code == 403
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    failed = build_failed(1)
    page = client.get(ADDRESS).text
    assert "RecursionError" in page
    assert "أعد كل ما أخفق" not in page
    assert client.post(ADDRESS, {"all": "1"}).status_code == 403
    assert ExtractionRun.objects.get(pk=failed.pk).state == State.FAILED


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0, "لحظات"),
        (1, "دقيقة"),
        (2, "دقيقتين"),
        (9, "9 دقائق"),
        (59, "59 دقيقة"),
        (60, "ساعة"),
        (150, "ساعتين"),
        (60 * 48, "يومين"),
        (60 * 24 * 12, "12 يومًا"),
    ],
)
def test_times_are_told_as_one_says_them(minutes, told):
    length = datetime.timedelta(minutes=minutes, seconds=5)
    assert ago(timezone.now() - length) == f"قبل {told}"
    assert ahead(timezone.now() + length) == f"بعد {told}"


def test_desk_leads_to_the_queue(desk):
    build_failed(1)
    assert desk.get("/admin/").text.count(f'href="{reverse("admin:queue")}"') == 2
    assert Article.objects.exists()


def test_worker_that_fell_silent_is_told_before_its_jobs_are_given_to_others(desk):
    live_worker()
    live_worker()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '20 seconds'"
            " WHERE id = (SELECT min(id) FROM procrastinate_workers)"
        )
    page = desk.get(ADDRESS).text
    assert "يعمل عامل واحد" in page
    assert "عامل واحد انقطع خبره" in page


def build_upkeep(status: str, task: str = "send_digest", **args) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args) VALUES ('default', %s, %s, %s)",
            [task, status, json.dumps(args)],
        )


def test_upkeep_that_failed_is_told_until_it_was_done(desk):
    for saved, status in ((1, "failed"), (2, "failed"), (2, "failed"), (3, "failed"), (3, "succeeded")):
        build_upkeep(status, saved_id=saved)
    build_upkeep("failed", "extract_articles", run_ids=[1])
    page = desk.get(ADDRESS).text
    assert "أعمال الصيانة التي أخفقت" in page
    assert "إرسال ما جدّ في بحث متابَع بالبريد" in page
    assert "3 مرات" in page
    build_upkeep("succeeded", saved_id=1)
    build_upkeep("succeeded", saved_id=2)
    assert "أعمال الصيانة" not in desk.get(ADDRESS).text


def test_lists_say_how_many_more_there_are(desk):
    live_worker()
    for number in range(13):
        build_failed(number, error="", state=State.WAITING)
    assert "و3 مهام أخرى" in desk.get(ADDRESS).text
