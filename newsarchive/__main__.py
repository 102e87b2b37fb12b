"""`python -m newsarchive`: prepare the archive, then run web server, queue worker and index follower.

All three end together; the embedded PostgreSQL, where there is one, ends with them.
"""

import contextlib
import errno
import fcntl
import os
import shlex
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import TextIO

import django
import psutil
from django.core.management import call_command
from django.db import connections
from honcho.manager import Manager
from honcho.printer import Printer

from newsarchive.database import check_server, keep_embedded, start_embedded, stop_embedded
from newsarchive.environment import EnvironmentProblem, port, var_directory

RUN = "NEWSARCHIVE_RUN"  # marks the processes of one run, by its process number
FREE_BYTES = 256 * 1024 * 1024  # initdb writes 40 MB, PostgreSQL's log of changes grows to 64 MB at once


def main() -> int:
    """Run until stopped; the exit status: 0 after Ctrl-C or a polite kill, 1 where something was in the way."""
    try:
        with only_one(), contextlib.suppress(KeyboardInterrupt):
            check_port(port())
            with database():
                prepare()
                return serve(port())
    except EnvironmentProblem as problem:
        print(f"newsarchive: {problem}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"newsarchive: {_told(error)}", file=sys.stderr)
        return 1
    return 0


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Hold the var directory for this run. Raises EnvironmentProblem where another run holds it."""
    folder = var_directory()
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < FREE_BYTES:
        raise EnvironmentProblem(f"The disk of {folder} is full: free at least {FREE_BYTES >> 20} MB there.")
    with (folder / "run.lock").open("a+") as lock:
        if not _holds(lock) and not (_end_orphans(lock) and _holds(lock)):
            raise EnvironmentProblem(f"This archive runs already (it holds {folder}): stop it first.")
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def check_port(number: int) -> None:
    """Raises EnvironmentProblem where `number` cannot be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except OSError as error:
            reason = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
            raise EnvironmentProblem(f"Port {number} {reason}; choose another: PORT=8001 make run") from None


@contextlib.contextmanager
def database() -> Iterator[None]:
    """Have DATABASE_URL set, for the three processes too: to an embedded PostgreSQL where it is not."""
    if os.environ.get("DATABASE_URL", "").strip():
        yield
        return
    os.environ["DATABASE_URL"] = start_embedded()
    stopping = threading.Event()
    keeper = threading.Thread(target=keep_embedded, args=[stopping], daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stopping.set()
        keeper.join()
        stop_embedded()


def prepare() -> None:
    """Tables, static files, first editor, first article; quick where they are there already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    check_server()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("first_editor")
    if os.environ.get("ARCHIVE_SAMPLE", "1") != "0":
        call_command("load_sample")
    connections.close_all()


def serve(number: int) -> int:
    """Run the three processes until one ends or this one is told to; the exit status."""
    manager = Manager(_Printer(sys.stdout, colour=False))
    environment = os.environ | {"PYTHONUNBUFFERED": "1", RUN: str(os.getpid())}
    for name, command in processes(number).items():
        manager.add_process(name, f"exec {shlex.join(command)}", env=environment)
    address = f"http://127.0.0.1:{number}"
    print(f"Archive {address}/   editors {address}/admin/   stop: Ctrl-C", flush=True)
    manager.loop()
    return 0 if manager.returncode in (130, 143) else manager.returncode or 1  # 128 + SIGINT, SIGTERM


def processes(number: int) -> dict[str, list[str]]:
    """The command of each process."""
    gunicorn = [
        sys.executable,
        "-m",
        "gunicorn",
        "newsarchive.wsgi",
        "--config",
        "python:newsarchive.gunicorn",
    ]
    kept = [sys.executable, "-m", "newsarchive.keep", sys.executable, "manage.py"]
    return {
        "web": [*gunicorn, "--bind", f"127.0.0.1:{number}"],
        "worker": [*kept, "procrastinate", "worker"],
        "index": [*kept, "follow_index"],
    }


class _Printer(Printer):
    """Loses lines where they cannot be written: a log on a full disk must not take the site down."""

    def write(self, message) -> None:
        with contextlib.suppress(OSError):
            super().write(message)


def _holds(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _end_orphans(lock: TextIO) -> bool:
    """End the three processes of a run that was itself killed; whether it was."""
    lock.seek(0)
    run = lock.read()
    if not run or _lives(int(run)):
        return False
    orphans = [process for process in psutil.process_iter() if _run_of(process) == run]
    for process in orphans:
        process.terminate()
    for process in psutil.wait_procs(orphans, timeout=10)[1]:
        process.kill()
    time.sleep(1)  # their pipes close, and with them the last holder of the lock
    return True


def _lives(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _run_of(process: psutil.Process) -> str | None:
    try:
        return process.environ().get(RUN)
    except psutil.Error:
        return None  # ended meanwhile, or somebody else's


def _told(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"The disk is full: free some space for {var_directory()}."
    return f"{error.strerror}: {error.filename}" if error.filename else str(error)


if __name__ == "__main__":
    sys.exit(main())
