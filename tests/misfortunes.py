"""What befalls an archive: processes killed, its database away, its disk full."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg

from tests.running import free_port, start, wait_for

PASSWORD = "a-long-password"
WEB, WORKER, DATABASE = "gunicorn", "procrastinate worker", "postgres"
MEGABYTE = 1024 * 1024


class Archive:
    """An archive of its own in a folder, started again whenever it ended."""

    def __init__(self, folder: Path) -> None:
        self.var, self.port, self.process = folder / "var", free_port(), None

    def run(self) -> None:
        """Have it run and answer. Raises RuntimeError where it does not."""
        settings = {"PORT": self.port, "ARCHIVE_SAMPLE": "0", "ARCHIVE_EDITOR_PASSWORD": PASSWORD}
        for _ in range(5):
            if self.process is None or self.process.poll() is not None:
                self.process = start(self.var, TMPDIR=str(self.var.parent), **settings)
            with contextlib.suppress(RuntimeError):
                return wait_for(self.port, self.process)
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

    def connect(self) -> psycopg.Connection:
        """A connection to its database, which runs."""
        addresses = (process.environ().get("DATABASE_URL") for process in self.processes(WEB))
        return psycopg.connect(next(filter(None, addresses)), autocommit=True)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)


def kill(archive: Archive, word: str) -> int:
    """How many processes were killed."""
    processes = archive.processes(word)
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.kill()
    return len(processes)


@contextlib.contextmanager
def database_gone(archive: Archive) -> Iterator[None]:
    """PostgreSQL is killed and cannot be started again until the end."""
    control = archive.var / "postgres" / "global" / "pg_control"  # it does not start without
    hidden = control.rename(control.with_suffix(".away"))
    try:
        kill(archive, DATABASE)
        yield
    finally:
        hidden.rename(control)


@contextlib.contextmanager
def database_silent(archive: Archive) -> Iterator[None]:
    """PostgreSQL accepts and answers nothing until the end, as if its machine stood still."""
    held = archive.processes(DATABASE)
    for process in held:
        with contextlib.suppress(psutil.Error):
            process.suspend()
    try:
        yield
    finally:
        for process in held:
            with contextlib.suppress(psutil.Error):
                process.resume()


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A disk of its own at `folder`. Raises PermissionError where this system does not let us mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PermissionError(done.stderr.strip())
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


@contextlib.contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """No byte is left on the disk of `folder`, which is to be a small one, until the end."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        _fill(file)
        try:
            yield
        finally:
            filler.unlink()


def _fill(file) -> None:
    for size in (MEGABYTE, 4096, 1):
        with contextlib.suppress(OSError):
            while file.write(b"x" * size):
                pass
