"""The search page: how long one takes, and how many a second two server processes give to four readers."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

from django.test import Client

from benchmarks.search.timing import Times
from newsarchive.environment import BASE

READERS = 4
SECONDS = 20


def page(client: Client, address: str) -> None:
    response = client.get(f"/search/?{address}")
    assert response.status_code == 200


@contextmanager
def server(url: str) -> Iterator[int]:
    """Two processes of gunicorn as `make run` starts them; the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "newsarchive.wsgi",
        "--config",
        "python:newsarchive.gunicorn",
    ]
    serving = subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}"], cwd=BASE, env=os.environ | {"DATABASE_URL": url}
    )
    try:
        _until_it_answers(port)
        yield port
    finally:
        serving.send_signal(signal.SIGTERM)
        serving.wait(30)


def read(port: int, addresses: list[str]) -> tuple[float, Times]:
    """Pages a second that READERS get in SECONDS, and how long each waits for one (ms)."""
    each: list[float] = []
    until = time.perf_counter() + SECONDS
    readers = [
        threading.Thread(target=_read, args=(port, addresses[n::READERS], until, each))
        for n in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return len(each) / SECONDS, Times(each)


def _read(port: int, addresses: list[str], until: float, each: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for address in cycle(addresses):
        if time.perf_counter() > until:
            return
        started = time.perf_counter()
        connection.request("GET", f"/search/?{address}", headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        assert response.status == 200, response.status
        each.append((time.perf_counter() - started) * 1000)


def _until_it_answers(port: int) -> None:
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/search/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("The server does not answer.")
