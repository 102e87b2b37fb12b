"""The follower as a process of its own: told to stop, killed, cut off from the database."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from statements.search import building
from tests.builders import build_article, build_statement

pytestmark = pytest.mark.django_db(transaction=True)


class FollowerProcess:
    """`manage.py follow_index` on the test's database and index."""

    def __init__(self, folder: Path):
        code = (
            "import django, sys; from django.conf import settings; django.setup();"
            f"settings.SEARCH_INDEX = {str(folder)!r};"
            f"settings.DATABASES['default']['NAME'] = {connection.settings_dict['NAME']!r};"
            "from django.core.management import execute_from_command_line;"
            "execute_from_command_line(['manage.py', 'follow_index'])"
        )
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "newsarchive.settings"}
        self.process = subprocess.Popen([sys.executable, "-c", code], env=environment)

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=10)


@pytest.fixture
def start_follower(archive_committed, search_index, settings):
    started = []

    def start() -> FollowerProcess:
        started.append(FollowerProcess(settings.SEARCH_INDEX))
        return started[-1]

    yield start
    for process in started:
        if process.process.poll() is None:
            process.stop(signal.SIGKILL)


def eventually(condition, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_follower_process_follows_and_ends_cleanly_when_told(
    start_follower, archive_committed, number, indexed
):
    process = start_follower()
    assert eventually(lambda: len(indexed()) == 3)
    archive_committed.draft.publish()
    published = time.monotonic()
    assert eventually(lambda: archive_committed.secret.pk in indexed())
    assert time.monotonic() - published < 1
    told = time.monotonic()
    assert process.stop(number) == 0
    assert time.monotonic() - told < 2


def test_a_follower_killed_at_any_time_loses_nothing(start_follower, archive_committed, indexed):
    words = ["أمل", "بحر", "تفاح", "ثلج", "جبل", "حقل"]
    article = build_article(". ".join(words))
    made = set()
    for round_, word in enumerate(words):
        process = start_follower()
        assert eventually(lambda: len(indexed()) >= 3 + len(made) - 1)
        made.add(build_statement(article, word).pk)
        time.sleep(0.005 * round_)  # a little later into the work each time
        process.stop(signal.SIGKILL)
    start_follower()
    assert eventually(lambda: made <= indexed())
    followed = indexed()
    building.rebuild()
    assert indexed() == followed


def test_a_follower_outlives_a_lost_connection(start_follower, archive_committed, indexed):
    process = start_follower()
    assert eventually(lambda: len(indexed()) == 3)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    archive_committed.draft.publish()
    assert eventually(lambda: archive_committed.secret.pk in indexed())
    assert process.stop(signal.SIGTERM) == 0
