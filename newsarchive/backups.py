"""A copy of the whole archive in one file, made and read back by PostgreSQL's own programs.

Everything is in the database, the uploaded files among it; the search index is built from it.
"""

import os
import subprocess
from pathlib import Path

from django.db import connection

from newsarchive.database import programs


class NoBackup(Exception):
    """PostgreSQL's program gave up; the message is its own last line."""


def save(target: Path) -> None:
    """Write the archive as it stands at this moment, while it goes on working. Raises NoBackup, OSError.

    `target` is there when it is whole: until then the copy is beside it, under another name.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        _run("pg_dump", "--format=custom", f"--file={part}")
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def load(source: Path) -> None:
    """Read such a file into an empty database: all of it, or nothing. Raises NoBackup."""
    _run(
        "pg_restore",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        f"--dbname={_name()}",
        str(source),
    )


def is_empty() -> bool:
    """Whether the database has no table yet."""
    return not connection.introspection.table_names()


def _name() -> str:
    return connection.settings_dict["NAME"]


def _run(program: str, *arguments: str) -> None:
    told = connection.get_connection_params()
    where = {
        "PGHOST": "host",
        "PGPORT": "port",
        "PGUSER": "user",
        "PGPASSWORD": "password",
        "PGSSLMODE": "sslmode",
    }
    environment = {name: str(told[key]) for name, key in where.items() if told.get(key)}
    done = subprocess.run(
        [programs() / program, "--no-password", *arguments],
        env=os.environ | environment | {"PGDATABASE": _name()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoBackup((done.stderr.strip() or program).splitlines()[-1])
