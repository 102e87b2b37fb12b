"""What workers do by themselves: strays are queued, grown tables analysed."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from statements import queueing, upkeep
from statements.models import ExtractionRun, Outlet
from tests.builders import build_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]


def queued_runs() -> list[int]:
    told = ProcrastinateJob.objects.values_list("args", flat=True)
    return sorted(run for args in told for run in args.get("run_ids", [args.get("run_id")]))


def test_runs_that_no_job_is_about_are_queued_once():
    articles = [build_article(f"مقال رقم {n}") for n in range(5)]
    queueing.queue_extraction(articles[0])
    queueing.queue_extractions(articles[1:3])
    strays = [ExtractionRun.objects.create(article=article) for article in articles[3:]]
    ExtractionRun.objects.create(article=articles[0], state=ExtractionRun.State.DONE)
    upkeep.queue_strays(timestamp=0)
    assert len(queued_runs()) == 3  # they are young: whoever made them may be about to queue them
    ExtractionRun.objects.update(created_at=timezone.now() - datetime.timedelta(hours=1))
    for _ in range(2):
        upkeep.queue_strays(timestamp=0)
        assert len(queued_runs()) == 5
    assert {run.pk for run in strays} <= set(queued_runs())


@pytest.mark.django_db(transaction=True)
def test_table_that_has_much_grown_is_counted_again():
    def counted() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'statements_outlet'")
            return cursor.fetchone()[0]

    Outlet.objects.bulk_create(Outlet(name=f"صحيفة {n}", slug=f"صحيفة-{n}") for n in range(2000))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE statements_outlet SET (autovacuum_enabled = off)")
        cursor.execute("SELECT pg_stat_force_next_flush()")
    upkeep.analyze_grown_tables(timestamp=0)
    assert counted() == 2000
