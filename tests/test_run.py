"""`python -m newsarchive` where something is in its way: one line on standard error, status not 0."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.running import environment_of, free_port, start, wait_for

WORKER = str([sys.executable, "manage.py", "procrastinate", "worker"])


def run(tmp_path, **settings) -> subprocess.CompletedProcess:
    """Start the archive with its data in `tmp_path` and wait for it to give up."""
    environment = environment_of(tmp_path / "var") | settings
    command = [sys.executable, "-m", "newsarchive"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def assert_gives_up(done: subprocess.CompletedProcess, *words: str) -> None:
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


def test_busy_port_is_told(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = str(other.getsockname()[1])
        assert_gives_up(run(tmp_path, PORT=number), number, "in use")


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "٨٠٠٠"])
def test_nonsense_port_is_told(tmp_path, port):
    assert_gives_up(run(tmp_path, PORT=port), "PORT")


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://user@localhost/name",
        "postgresql://localhost",
        "postgresql://localhost:port/name",
        "postgresql://[::1/x",
    ],
)
def test_wrong_database_url_is_told(tmp_path, url):
    assert_gives_up(run(tmp_path, PORT="8765", DATABASE_URL=url), "DATABASE_URL")


def test_database_that_does_not_answer_is_told(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, not listening: connections are refused
        url = f"postgresql://nobody@127.0.0.1:{free.getsockname()[1]}/archive"
        assert_gives_up(run(tmp_path, PORT="8765", DATABASE_URL=url), "does not answer")


def test_flag_that_is_neither_0_nor_1_is_told(tmp_path):
    assert_gives_up(run(tmp_path, PORT="8765", DEBUG="yes"), "DEBUG")


def test_var_directory_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    assert_gives_up(run(tmp_path, PORT="8765", ARCHIVE_VAR=str(tmp_path / "file" / "var")), str(tmp_path))


def test_run_that_was_killed_leaves_nothing_in_the_way(tmp_path):
    var, ports = tmp_path / "var", (free_port(), free_port())
    first = start(var, PORT=ports[0], ARCHIVE_SAMPLE="0")
    wait_for(ports[0], first)
    first.kill()
    first.wait()
    second = start(var, PORT=ports[1], ARCHIVE_SAMPLE="0")
    wait_for(ports[1], second)
    second.send_signal(signal.SIGINT)
    assert second.wait(timeout=60) == 0
    assert not processes_of(var)


def test_killed_worker_is_started_again_and_the_site_stays_up(tmp_path):
    var, port = tmp_path / "var", free_port()
    process = start(var, PORT=port, ARCHIVE_SAMPLE="0")
    wait_for(port, process)
    killed = wait_for_worker(var)
    killed.kill()
    assert wait_for_worker(var, other_than=killed).pid != killed.pid
    wait_for(port, process)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 0
    assert not processes_of(var)


def test_killed_postgresql_is_started_again(tmp_path):
    var, port = tmp_path / "var", free_port()
    process = start(var, PORT=port, ARCHIVE_SAMPLE="0")
    wait_for(port, process)
    server = psutil.Process(int((var / "postgres" / "postmaster.pid").read_text().split()[0]))
    for killed in [server, *server.children()]:
        killed.kill()
    wait_for(port, process)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 0
    assert not processes_of(var)


def wait_for_worker(var: Path, other_than: psutil.Process | None = None) -> psutil.Process:
    """The queue's worker of the archive in `var`, once there is one."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for process in processes_of(var):
            if process != other_than and _words_of(process).startswith(WORKER):
                return process
        time.sleep(0.1)
    raise AssertionError("no worker runs")


def processes_of(var: Path) -> list[psutil.Process]:
    """Whatever of an archive still runs: PostgreSQL names its folder, the others have it in their environment."""
    return [process for process in psutil.process_iter() if str(var) in _words_of(process)]


def _words_of(process: psutil.Process) -> str:
    try:
        return f"{process.cmdline()} {process.environ()}" if process.status() != psutil.STATUS_ZOMBIE else ""
    except psutil.Error:
        return ""
