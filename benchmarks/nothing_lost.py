"""Kill an archive again and again while it takes articles in, and count what is lost.

    .venv/bin/python -m benchmarks.nothing_lost [--rounds 200] [--seed 1]

A round uploads small files of made-up news through the web, and at a random moment kills with SIGKILL
the web server, the queue's worker or every process of PostgreSQL; then the archive is started again
where it ended. At the end, once the queue is empty, every file that was answered «kept» must be there
with its bytes and its statements, and nothing may be there twice. Exits with 1 where anything is lost.
"""

from __future__ import annotations

import argparse
import hashlib
import http.cookiejar
import json
import os
import random
import re
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from pathlib import Path

import psutil
import psycopg

from tests.running import free_port, start, wait_for

PASSWORD = "a-long-password"
FILES = 8  # a round
VICTIMS = {"web": "gunicorn", "worker": "procrastinate worker", "database": "postgres"}


class Archive:
    """An archive of its own in a folder, started again whenever it ended."""

    def __init__(self, folder: Path) -> None:
        self.var, self.port, self.process = folder / "var", free_port(), None

    def run(self) -> None:
        """Have it run and answer."""
        for _ in range(5):
            if self.process is None or self.process.poll() is not None:
                self.process = start(
                    self.var, PORT=self.port, ARCHIVE_SAMPLE="0", ARCHIVE_EDITOR_PASSWORD=PASSWORD
                )
            try:
                return wait_for(self.port, self.process)
            except RuntimeError:
                continue
        raise RuntimeError(f"The archive does not start; see {self.var.with_suffix('.log')}")

    def processes(self, word: str) -> list[psutil.Process]:
        """Its processes whose command holds `word`."""
        found = []
        for process in psutil.process_iter():
            try:
                told = " ".join(process.cmdline())
                ours = str(self.var) in told or process.environ().get("ARCHIVE_VAR") == str(self.var)
            except psutil.Error:
                continue
            if ours and word in told and process.pid != os.getpid() and "newsarchive.keep" not in told:
                found.append(process)
        return found

    def address_of_database(self) -> str:
        told = next(
            value
            for process in self.processes("gunicorn")
            if (value := process.environ().get("DATABASE_URL"))
        )
        return told

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)


class Uploader(threading.Thread):
    """Sends files as the upload page does; `kept` are those that were answered so."""

    def __init__(self, port: str, texts: list[str]) -> None:
        super().__init__(daemon=True)
        self.base, self.texts, self.kept = f"http://127.0.0.1:{port}", texts, []
        self.begun = threading.Event()
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def run(self) -> None:
        try:
            self._log_in()
            begun = self._post("/admin/statements/article/upload/", {"coming": str(len(self.texts))})
            self.begun.set()
            for text in self.texts:
                name = f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.txt"
                if self._post(begun["files"], {}, file=(name, text.encode())).get("name") == name:
                    self.kept.append(text)
        except (OSError, urllib.error.URLError, ValueError, KeyError, TypeError):
            return  # what was not answered is not counted

    def _log_in(self) -> None:
        page = self.opener.open(f"{self.base}/admin/login/", timeout=20).read().decode()
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', page)[1]
        data = {"username": "editor", "password": PASSWORD, "csrfmiddlewaretoken": token, "next": "/admin/"}
        self.opener.open(
            f"{self.base}/admin/login/", urllib.parse.urlencode(data).encode(), timeout=20
        ).read()

    def _post(self, path: str, fields: dict[str, str], file: tuple[str, bytes] | None = None) -> dict:
        token = next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")
        boundary = uuid.uuid4().hex
        body = b"".join(_part(boundary, name, value.encode()) for name, value in fields.items())
        if file:
            body += _part(boundary, "file", file[1], file[0])
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Accept": "application/json",
            "X-CSRFToken": token,
            "Referer": self.base,
        }
        request = urllib.request.Request(self.base + path, body + f"--{boundary}--\r\n".encode(), headers)
        return json.loads(self.opener.open(request, timeout=20).read())


def _part(boundary: str, name: str, value: bytes, filename: str = "") -> bytes:
    more = f'; filename="{filename}"\r\nContent-Type: text/plain' if filename else ""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
    return head.encode() + value + b"\r\n"


def made_up(number: int) -> str:
    return (
        f"قال وزير خارجية أرخانيا سامر الحلواني إن بلاده ستفتح المعبر رقم {number} أمام المساعدات.\n"
        f"وأكد رئيس الوفد ليث المرداوي أن الجولة {number} من المحادثات كانت مفيدة للجانبين."
    )


def kill(archive: Archive, victim: str) -> int:
    """How many processes were killed."""
    processes = archive.processes(VICTIMS[victim])
    for process in processes:
        try:
            process.kill()
        except psutil.Error:
            continue
    return len(processes)


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
        " AND task_name IN ('extract_article', 'read_import_file')"
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
    options = parser.parse_args()
    dice, kept, killed = random.Random(options.seed), [], dict.fromkeys(VICTIMS, 0)
    with tempfile.TemporaryDirectory(prefix="archive-") as folder:
        os.chmod(folder, 0o755)
        archive = Archive(Path(folder))
        for number in range(options.rounds):
            archive.run()
            texts = [made_up(number * FILES + n) for n in range(FILES)]
            uploader = Uploader(archive.port, texts)
            uploader.start()
            uploader.begun.wait(20)
            time.sleep(dice.uniform(0, 1.5))
            victim = dice.choice(list(VICTIMS))
            killed[victim] += kill(archive, victim) > 0
            uploader.join(60)
            kept += uploader.kept
            print(
                f"round {number + 1}: {victim} killed, {len(uploader.kept)} of {FILES} files answered",
                flush=True,
            )
        archive.run()
        with psycopg.connect(archive.address_of_database(), autocommit=True) as connection:
            wait_until_done(connection)
            lost = losses(connection, kept)
        archive.stop()
    print(
        f"{options.rounds} rounds ({killed}), {len(kept)} files answered, {len(lost)} losses", *lost, sep="\n"
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
