"""A copy of the whole archive, written and read back by the real programs."""

import os
import subprocess
import sys
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from statements.models import Article, Statement

pytestmark = pytest.mark.django_db(transaction=True)


def manage(database: str, *arguments) -> subprocess.CompletedProcess:
    told = connection.settings_dict
    user = quote(told["USER"]) + (f":{quote(told['PASSWORD'])}" if told["PASSWORD"] else "")
    url = f"postgresql://{user}@/{quote(database, safe='')}?host={told['HOST']}&port={told['PORT']}"
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def empty_database():
    """The name of a new database on the server of the tests."""
    params = connection.get_connection_params() | {"dbname": "postgres"}
    params = {
        name: value
        for name, value in params.items()
        if name in ("host", "port", "user", "password", "dbname")
    }
    name = "restored_archive"
    with psycopg.connect(**params, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name}")
        yield name
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_archive_comes_back_whole_or_not_at_all(tmp_path, archive, empty_database):
    here = connection.settings_dict["NAME"]
    copy = tmp_path / "archive.dump"
    assert manage(here, "back_up", copy).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["archive.dump"]

    damaged = tmp_path / "damaged.dump"
    damaged.write_bytes(copy.read_bytes()[: copy.stat().st_size * 2 // 3])
    done = manage(empty_database, "restore", damaged)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr

    done = manage(empty_database, "restore", copy)  # of the damaged one nothing stayed
    assert done.returncode == 0, done.stderr
    assert f"{Article.objects.count()} articles" in done.stdout
    params = connection.get_connection_params() | {"dbname": empty_database}
    with psycopg.connect(**{name: params[name] for name in ("host", "user", "dbname")}) as restored:
        texts = restored.execute("SELECT text FROM statements_article ORDER BY id").fetchall()
        spans = restored.execute("SELECT spans FROM statements_statement ORDER BY id").fetchall()
    assert texts == list(Article.objects.order_by("pk").values_list("text"))
    assert spans == list(Statement.objects.order_by("pk").values_list("spans"))
    assert spans

    again = manage(empty_database, "restore", copy)
    assert again.returncode == 1
    assert "not empty" in again.stderr


def test_copy_is_never_written_over(tmp_path):
    copy = tmp_path / "archive.dump"
    copy.write_bytes(b"kept")
    done = manage(connection.settings_dict["NAME"], "back_up", copy)
    assert done.returncode == 1
    assert copy.read_bytes() == b"kept"
