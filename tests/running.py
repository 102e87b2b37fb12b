"""A whole archive of its own for a test: database, web server, worker and index follower."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

OURS = ("DATABASE_URL", "PORT", "ARCHIVE_EDITOR_PASSWORD", "ARCHIVE_SAMPLE", "DEBUG", "ALLOWED_HOSTS")


def environment_of(var: Path) -> dict[str, str]:
    """The environment of an archive that keeps its data in `var` and knows nothing of the tester's settings."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    return inherited | {"ARCHIVE_VAR": str(var)}


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def start(var: Path, **settings: str) -> subprocess.Popen:
    """Start an archive in the background; its output goes to `var`.log."""
    command = [sys.executable, "-m", "newsarchive"]
    with var.with_suffix(".log").open("a") as log:
        return subprocess.Popen(
            command, env=environment_of(var) | settings, stdout=log, stderr=subprocess.STDOUT
        )


def wait_for(port: str, process: subprocess.Popen, seconds: int = 120) -> None:
    """Wait until the archive answers. Raises RuntimeError where it ends before or takes too long."""
    deadline = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"The archive on port {port} does not answer (ended with {process.poll()}).")
