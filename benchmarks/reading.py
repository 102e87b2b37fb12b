"""How long a reader waits for each kind of page while four read at once, and how heavy and how many queries it is.

    .venv/bin/python -m benchmarks.reading --folder FOLDER [--seconds 10]

FOLDER is an archive with its index, as `python -m benchmarks.search --folder FOLDER --only-make` leaves it, or
the var folder of any other. Rows are taken evenly from all of them, actors from those who speak most. Needs the
two cores for itself; what a page costs of one core (the web processes alone) hardly depends on that.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import threading
import time
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import psutil

from benchmarks.search.archive import open_archive
from benchmarks.search.timing import Times

READERS, ADDRESSES = 4, 200
WARMING = 2  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seconds", type=int, default=10, help="for each kind of page")
    options = parser.parse_args()
    open_archive(options.folder.resolve())
    from benchmarks.search.pages import server  # its imports need Django set up on the folder
    from newsarchive.database import start_embedded

    kinds = addresses()
    print(
        "| page | p50 / p95 ms | a second | ms of a core | kB compressed | queries |\n|---|---|---|---|---|---|"
    )
    with server(start_embedded()) as port:
        for kind, found in kinds.items():
            if not found:
                print(f"| {kind} | none: is there an index? | | | | |")
                continue
            read(port, found[: 2 * READERS], WARMING)  # both processes have read their templates
            before = worked()
            times = read(port, found, options.seconds)
            cost = 1000 * (worked() - before) / len(times.each)
            weight, count = weighed(found[0])
            rate = len(times.each) / options.seconds
            print(
                f"| {kind} | {times} | {rate:.0f} | {cost:.0f} | {weight / 1000:.1f} | {count} |", flush=True
            )


def addresses() -> dict[str, list[str]]:
    """Up to ADDRESSES of each kind of page."""
    from statements.models import Actor, Article, Event, Outlet, Statement

    slugs, words = busiest(Actor), spoken(Statement)
    actors = [f"/actors/{quote(slug)}/" for slug in slugs]
    return {
        "home": ["/"],
        "statement": [f"/statements/{pk}/" for pk in evenly(Statement)],
        "article": [f"/articles/{pk}/" for pk in evenly(Article)],
        "event": [f"/events/{pk}/" for pk in evenly(Event)],
        "actor": actors,
        "actor in a year": [f"{actor}?from=2021&until=2021" for actor in actors],
        "all an actor said": [f"{actor}?list=said&page=3" for actor in actors],
        "two actors": [
            f"{one}to/{quote(other)}/" for one, other in zip(actors, slugs[1:] + slugs[:1], strict=True)
        ],
        "actor's network": [f"{actor}network/" for actor in actors],
        "list of actors": [f"/actors/?page={number}" for number in range(1, 21)],
        "list of events": [f"/events/?page={number}" for number in range(1, 21)],
        "list of outlets": ["/outlets/"],
        "outlet": [f"/outlets/{quote(slug)}/" for slug in Outlet.objects.values_list("slug", flat=True)],
        "quality": ["/quality/"],
        "search": [f"/search/?q={quote(word)}" for word in words],
        "search in articles": [f"/search/?what=articles&q={quote(word)}" for word in words],
        "over time": [f"/search/over-time/?q={quote(word)}" for word in words],
    }


def evenly(model) -> list[int]:
    """Ids of published rows, spread over all of them."""
    last = model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    wanted = {1 + last * number // ADDRESSES for number in range(ADDRESSES)}
    return list(model.objects.published().filter(pk__in=wanted).order_by("pk").values_list("pk", flat=True))


def spoken(model) -> list[str]:
    """A word of each of some statements, the fifth: common and rare ones."""
    rows = model.objects.filter(pk__in=evenly(model)).select_related("article")
    return [words[4] for row in rows if len(words := row.content.split()) > 4]


def busiest(model) -> list[str]:
    """Slugs of those who speak most, as the index counts."""
    from statements.search.criteria import Criteria
    from statements.search.searching import Found

    counts = Found(Criteria()).counts("speaker", most=ADDRESSES)
    return list(model.objects.published().filter(pk__in=counts).values_list("slug", flat=True))


def worked() -> float:
    """Seconds of a core that the web processes have used so far."""
    processes = psutil.Process().children(recursive=True)
    serving = [one for one in processes if any("gunicorn" in word for word in one.cmdline())]
    return sum(times.user + times.system for times in (one.cpu_times() for one in serving))


def read(port: int, found: list[str], seconds: float) -> Times:
    """How long each of READERS waits for a page (ms)."""
    each: list[float] = []
    until = time.perf_counter() + seconds
    readers = [
        threading.Thread(target=_read, args=(port, found[n:] + found[:n], until, each))
        for n in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return Times(each)


def _read(port: int, found: list[str], until: float, each: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for address in cycle(found):
        if time.perf_counter() > until:
            return
        started = time.perf_counter()
        connection.request("GET", quote(address, safe="/?&=%"))
        response = connection.getresponse()
        response.read()
        assert response.status in (200, 302), (response.status, address)
        each.append((time.perf_counter() - started) * 1000)


def weighed(address: str) -> tuple[int, int]:
    """Bytes of a page compressed, and its queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address, follow=True).content
    return len(gzip.compress(page)), len(queries)


if __name__ == "__main__":
    main()
