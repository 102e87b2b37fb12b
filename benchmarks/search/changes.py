"""How soon a change is found while a thousand statements a second change."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections

from benchmarks.search.timing import Times
from newsarchive.environment import BASE
from statements.models import Article, Statement
from statements.search import index, log, searching
from statements.search.building import read_position
from statements.search.criteria import Criteria
from statements.search.reading import read_query
from statements.search.searching import Found

A_SECOND = 1000  # statements
AT_ONCE = 50  # of one transaction: what an extraction of five articles records
PATIENCE = 120  # seconds


@contextmanager
def follower(url: str) -> Iterator[None]:
    """The follower as its own process."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "follow_index"], cwd=BASE, env=os.environ | {"DATABASE_URL": url}
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)


class Changing(threading.Thread):
    """Changes A_SECOND statements a second until told to stop; `made` says how many it did."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.stopping, self.made, self.took = threading.Event(), 0, 0.0

    def run(self) -> None:
        last, chance = Statement.objects.order_by("-id").values_list("id", flat=True)[0], random.Random(3)
        started = time.perf_counter()
        while not self.stopping.is_set():
            first = chance.randrange(1, max(2, last - AT_ONCE))
            some = Statement.objects.filter(pk__gte=first, pk__lt=first + AT_ONCE)
            some.update(sense=chance.choice(("said", "added", "noted", "told")))
            self.made += AT_ONCE
            self.took = time.perf_counter() - started
            time.sleep(max(0.0, self.made / A_SECOND - self.took))
        connections.close_all()


def delays(count: int) -> Times:
    """Milliseconds from the commit of each of `count` changes to the moment a reader finds it."""
    article = Article.objects.create(text="", title="كلمة", fingerprint="of the benchmark", state="published")
    try:
        return Times(_delays(article, count))
    finally:
        article.delete()


def settle() -> None:
    """Wait until the follower has read the whole log, however much of it an earlier run left."""
    while not has_read_everything():
        time.sleep(0.5)


def has_read_everything() -> bool:
    """Whether the index in use has come to the end of the log."""
    opened = index.reader()
    if opened is None:
        return False
    try:
        return not log.holds_more(read_position(opened.schema, opened.searcher))
    except (ValueError, TypeError):
        return False


def _delays(article: Article, count: int) -> list[float]:
    """As many as are found: a follower that has fallen behind by PATIENCE has told enough."""
    each: list[float] = []
    for number in range(count):
        each.append(_delay(article, number))
        if each[-1] == float("inf"):
            break
    return each


def _delay(article: Article, number: int) -> float:
    Article.objects.filter(pk=article.pk).update(title=f"علامة{number}")
    started = time.perf_counter()
    criteria = Criteria("article", read_query(f'"علامة {number}"'))
    while not Found(criteria).total:
        searching.forget()
        if time.perf_counter() - started > PATIENCE:
            return float("inf")
        time.sleep(0.002)
    return (time.perf_counter() - started) * 1000
