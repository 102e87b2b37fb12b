"""An archive of its own for a measurement: an embedded PostgreSQL, workers, and what they use."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from benchmarks.intake_watch import Watch
from newsarchive.database import start_embedded, stop_embedded
from newsarchive.environment import BASE

PATIENCE = 3600  # seconds
OURS = "task_name IN ('extract_article', 'extract_articles', 'read_import_file', 'queue_strays')"


class Archive:
    """An empty archive in `var`; its server ends with the block."""

    def __init__(self, var: Path) -> None:
        self.var = var

    def __enter__(self) -> Archive:
        os.environ["ARCHIVE_VAR"] = str(self.var)
        self.url = start_embedded()
        self.environment = os.environ | {"DATABASE_URL": self.url, "PYTHONUNBUFFERED": "1"}
        self.run("migrate", "--verbosity=0")
        self.connection = psycopg.connect(self.url, autocommit=True)
        return self

    def __exit__(self, *_problem: object) -> None:
        self.connection.close()
        stop_embedded()

    def run(self, *command: str) -> None:
        """A management command, to its end. Raises CalledProcessError."""
        subprocess.run([sys.executable, "manage.py", *command], cwd=BASE, env=self.environment, check=True)

    def receive(self, table: Path) -> None:
        """Receive `table` as an upload is; whoever works reads it."""
        command = [sys.executable, "-m", "benchmarks.intake_receive", str(table)]
        subprocess.run(command, cwd=BASE, env=self.environment, check=True)

    @contextlib.contextmanager
    def working(self, count: int) -> Iterator[Watch]:
        """`count` workers, watched as long as the block lasts."""
        command = [sys.executable, "manage.py", "procrastinate", "worker"]
        with (self.var / "workers.log").open("a") as log:
            workers = [
                subprocess.Popen(
                    command, cwd=BASE, env=self.environment, stdout=log, stderr=subprocess.STDOUT
                )
                for _ in range(count)
            ]
        postmaster = int((self.var / "postgres" / "postmaster.pid").read_text().split()[0])
        try:
            with Watch({"workers": [w.pid for w in workers], "PostgreSQL": [postmaster]}) as watch:
                yield watch
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(60)

    def wait_until_done(self) -> None:
        """Until no job of an article or file waits or runs. Raises TimeoutError."""
        deadline = time.monotonic() + PATIENCE
        query = f"SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND {OURS})"
        while self.ask(query):
            if time.monotonic() > deadline:
                raise TimeoutError("Jobs still wait.")
            time.sleep(0.3)

    def ask(self, query: str) -> object:
        """The first value that `query` finds."""
        return self.connection.execute(query).fetchone()[0]

    def counters(self) -> dict[str, float]:
        """What PostgreSQL has written and committed so far, in rows, bytes and transactions."""
        time.sleep(1.1)  # sessions tell their numbers once a second
        row = self.connection.execute(
            "SELECT tup_inserted, tup_updated, tup_deleted, xact_commit, pg_current_wal_lsn() - '0/0',"
            " pg_database_size(datname) FROM pg_stat_database WHERE datname = current_database()"
        ).fetchone()
        return dict(
            zip(("inserted", "updated", "deleted", "commits", "wal", "size"), map(float, row), strict=True)
        )

    def build_index(self) -> int:
        """Publish every article and build the search index; its bytes."""
        self.connection.execute("UPDATE statements_article SET state = 'published'")
        self.run("rebuild_index")
        return sum(path.stat().st_size for path in (self.var / "index").rglob("*") if path.is_file())
