"""A job is queued in the transaction that stores what it is about, in a worker as elsewhere."""

import pytest
from django.db import connections, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from statements import importing
from statements.models import ExtractionRun, Import

TABLE = "\n".join(f'{{"text": "قال سامر الحلواني إن المعبر رقم {n} سيُفتح قريباً."}}' for n in range(3))

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("queue")]


@pytest.fixture
def in_a_worker(monkeypatch):
    """What a task sees: the app speaks to the queue over connections of its own."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    connector = app.connector.get_worker_connector()
    with app.replace_connector(connector) as working, working.open():
        yield


def waiting() -> list[str]:
    return list(ProcrastinateJob.objects.values_list("task_name", flat=True))


def read_and_fail(imported: Import) -> None:
    with transaction.atomic():
        importing.read(importing.receive(imported, name="table.jsonl", content=TABLE.encode()))
        assert len(waiting()) > 1
        raise ZeroDivisionError


@pytest.mark.usefixtures("in_a_worker")
def test_jobs_of_a_transaction_that_fails_are_never_there():
    imported = importing.start()
    with pytest.raises(ZeroDivisionError):
        read_and_fail(imported)
    assert (waiting(), ExtractionRun.objects.count()) == ([], 0)
