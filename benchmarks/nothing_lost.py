"""Strike an archive again and again while it takes articles in, and count what is lost.

    .venv/bin/python -m benchmarks.nothing_lost [--rounds 200] [--seed 1] [--only full_disk,…]

A round uploads files of made-up news through the web, and at a random moment kills with SIGKILL the web
server, the queue's worker or every process of PostgreSQL, takes PostgreSQL away or lets it hang for ten
seconds, or fills the disk to the last byte (as root, who may mount a small one). Then the archive is
started again where it ended. At the end, once the queue is empty, every file that was answered «kept»
must be there with its bytes and its statements, and nothing may be there twice. Exits with 1 where
anything is lost, or was answered with an error of ours instead of what is wrong and what to do.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import sys
import tempfile
import threading
import time
import urllib.error
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import psycopg

from tests.misfortunes import (
    DATABASE,
    PASSWORD,
    WEB,
    WORKER,
    Archive,
    database_gone,
    database_silent,
    full_disk,
    kill,
    small_disk,
)
from tests.sending import Sender

FILES = 8  # a round
LASTS = 10  # seconds that the database is away
DISK = 1200  # megabytes
WORDS = 3000  # of every third file, so that PostgreSQL needs new room
PATIENCE = 30  # seconds that a file is sent again while the archive says that it is in trouble


class Uploader(threading.Thread):
    """Sends files as the upload page does; `kept` are those that were answered so."""

    def __init__(self, port: str, texts: list[str]) -> None:
        super().__init__(daemon=True)
        self.port, self.texts = port, texts
        self.kept: list[str] = []
        self.statuses: Counter[int] = Counter()
        self.begun = threading.Event()

    def run(self) -> None:
        try:
            sender = Sender(self.port, PASSWORD)
            address = sender.begin(len(self.texts)).told["files"]
            self.begun.set()
            for text in self.texts:
                self._send(sender, address, text)
        except (OSError, urllib.error.URLError, ValueError, KeyError, TypeError):
            return  # what was not answered is not counted

    def _send(self, sender: Sender, address: str, text: str) -> None:
        name = f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.txt"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = sender.send(address, name, text.encode())
            self.statuses[answer.status] += 1
            if answer.told.get("name") == name:
                self.kept.append(text)
                return
            time.sleep(1)


def made_up(number: int) -> str:
    """An article with two statements; every third one is long."""
    more = "".join(f" كلمة{number}و{n}" for n in range(WORDS)) if number % 3 == 0 else ""
    return (
        f"قال وزير خارجية أرخانيا سامر الحلواني إن بلاده ستفتح المعبر رقم {number} أمام المساعدات.\n"
        f"وأكد رئيس الوفد ليث المرداوي أن الجولة {number} من المحادثات كانت مفيدة للجانبين.\n{more}"
    ).rstrip()


def _kill(word: str) -> Callable[[Archive], bool]:
    return lambda archive: kill(archive, word) > 0


def _for_a_while(misfortune: Callable, about: Callable[[Archive], object]) -> Callable[[Archive], bool]:
    def strike(archive: Archive) -> bool:
        with misfortune(about(archive)):
            time.sleep(LASTS)
        return True

    return strike


STRIKES: dict[str, Callable[[Archive], bool]] = {
    "web killed": _kill(WEB),
    "worker killed": _kill(WORKER),
    "database killed": _kill(DATABASE),
    "database gone": _for_a_while(database_gone, lambda archive: archive),
    "database silent": _for_a_while(database_silent, lambda archive: archive),
    "full disk": _for_a_while(full_disk, lambda archive: archive.var.parent),
}


def losses(connection: psycopg.Connection, kept: list[str]) -> list[str]:
    """What is missing or there twice, a line each."""
    found = []
    for text in kept:
        digest = hashlib.sha256(text.encode()).hexdigest()
        rows = connection.execute(
            "SELECT a.id, s.content, (SELECT count(*) FROM statements_statement t WHERE t.article_id = a.id)"
            " FROM statements_article a JOIN statements_sourcefile s ON s.id = a.source_id WHERE s.sha256 = %s",
            [digest],
        ).fetchall()
        if len(rows) != 1:
            found.append(f"{len(rows)} articles: {text[:60]}")
        elif bytes(rows[0][1]) != text.encode():
            found.append(f"other bytes: {text[:60]}")
        elif rows[0][2] != 2:
            found.append(f"{rows[0][2]} statements: {text[:60]}")
    twice = connection.execute(
        "SELECT count(*) FROM (SELECT article_id, spans FROM statements_statement GROUP BY 1, 2"
        " HAVING count(*) > 1) AS doubled"
    ).fetchone()[0]
    return found + ([f"{twice} statements are there twice"] if twice else [])


def wait_until_done(connection: psycopg.Connection, seconds: int = 600) -> None:
    """Until no job waits or runs. Raises RuntimeError where that takes too long."""
    deadline = time.monotonic() + seconds
    query = (
        "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
        " AND task_name IN ('extract_article', 'extract_articles', 'read_import_file')"
    )
    while connection.execute(query).fetchone()[0]:
        if time.monotonic() > deadline:
            raise RuntimeError("Jobs still wait.")
        time.sleep(1)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(STRIKES), help="kinds, separated by commas")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="archive-") as folder, contextlib.ExitStack() as stack:
        os.chmod(folder, 0o755)
        kinds = [kind for kind in options.only.split(",") if kind in STRIKES]
        try:
            stack.enter_context(small_disk(Path(folder), DISK))
        except PermissionError as error:
            print(f"The disk is not filled, for none can be mounted: {error}")
            kinds.remove("full disk")
        return _report(
            *_strike_rounds(Archive(Path(folder)), options.rounds, random.Random(options.seed), kinds)
        )


def _strike_rounds(archive: Archive, rounds: int, dice: random.Random, kinds: list[str]) -> tuple:
    """Struck rounds by kind, answers by status, files kept and what of them is lost."""
    struck, statuses, kept = dict.fromkeys(kinds, 0), Counter(), []
    for number in range(rounds):
        archive.run()
        uploader = Uploader(archive.port, [made_up(number * FILES + n) for n in range(FILES)])
        uploader.start()
        uploader.begun.wait(20)
        time.sleep(dice.uniform(0, 1.5))
        kind = dice.choice(kinds)
        struck[kind] += STRIKES[kind](archive)
        uploader.join(90)
        kept += uploader.kept
        statuses += uploader.statuses
        print(f"round {number + 1}: {kind}, {len(uploader.kept)} of {FILES} files kept", flush=True)
    archive.run()
    with archive.connect() as connection:
        wait_until_done(connection)
        lost = losses(connection, kept)
    archive.stop()
    return struck, statuses, kept, lost


def _report(struck: dict[str, int], statuses: Counter, kept: list[str], lost: list[str]) -> int:
    ours = sum(n for status, n in statuses.items() if status not in (201, 503))
    print(
        f"{sum(struck.values())} rounds ({struck}), {len(kept)} files kept, {len(lost)} losses",
        *lost,
        sep="\n",
    )
    print(f"answers by status: {dict(statuses)}")
    return 1 if lost or ours else 0


if __name__ == "__main__":
    sys.exit(main())
