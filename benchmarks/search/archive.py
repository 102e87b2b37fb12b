"""The archive that is measured: a folder with an embedded PostgreSQL of its own, made once and used again."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import django

MADE = "made.json"  # what a folder was filled with, written once it is full


class NotTheSame(Exception):
    """The folder holds an archive of another size; the message is one line."""


def open_archive(folder: Path) -> None:
    """Set Django up on the archive in `folder`, with the tables and style sheets of this version."""
    os.environ["ARCHIVE_VAR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsarchive.settings"
    os.environ.pop("DATABASE_URL", None)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)  # PostgreSQL runs as a user of its own where this is root
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def fill(folder: Path, statements: int, actors: int, shared: Path, seed: int) -> float:
    """Fill the opened archive unless it is full already; the seconds it took (0 where it was).

    Raises NotTheSame where it holds something else.
    """
    from benchmarks.search.filling import Filling
    from benchmarks.search.speech import Speech
    from statements.models import Article

    wanted = {"statements": statements, "actors": actors, "seed": seed}
    if (made := folder / MADE).exists():
        if (found := json.loads(made.read_text())) != wanted:
            raise NotTheSame(f"{folder} holds {found}, not {wanted}.")
        return 0.0
    if Article.objects.exists():
        raise NotTheSame(f"{folder} holds an archive that was not filled to its end: remove it.")
    started = time.monotonic()
    Filling(Speech(shared, seed), statements, actors).fill()
    made.write_text(json.dumps(wanted))
    return time.monotonic() - started
