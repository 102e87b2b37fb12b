"""Queue articles for the present extractor; the workers do the rest."""

import sys
import time
from collections.abc import Iterator
from itertools import islice

from django.core.management.base import BaseCommand
from django.db.models import Exists, OuterRef, QuerySet
from tqdm import tqdm

from statements.extraction import VERSION
from statements.models import Article, ExtractionRun
from statements.queueing import queue_extractions

BATCH = 2000  # articles a transaction
LOOK_EVERY = 2.0  # seconds

State = ExtractionRun.State


class Command(BaseCommand):
    help = (
        "Queues every article that the present extractor has not read, behind whatever editors wait for; nothing "
        "an editor decided changes. May be stopped and started again at any moment."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--all", action="store_true", help="also those it has read")
        parser.add_argument(
            "--wait", action="store_true", help="follow the workers to the end; exit with 1 where any failed"
        )

    def handle(self, *, all: bool, wait: bool, **options) -> None:
        queued = queue(Article.objects.kept() if all else unread())
        if not queued:
            self.stdout.write(f"Nothing to do: extractor {VERSION} has read every article or is about to.")
            return
        self.stdout.write(f"{len(queued)} queued")
        if wait and follow(queued):
            sys.exit(1)


def queue(articles: QuerySet[Article]) -> list[int]:
    """Queue all of `articles`, telling how far it is; the primary keys of their runs, in their order."""
    queued: list[int] = []
    with _bar(articles.count(), "queued") as bar:
        for some in batches(articles):
            queued += [run.pk for run in queue_extractions(some)]
            bar.update(len(some))
    return queued


def follow(queued: list[int]) -> int:
    """Tell how far the runs are until none of them waits or runs any more; how many failed."""
    with _bar(len(queued), "extracted") as bar:
        while left := len(_still(queued, State.WAITING, State.RUNNING)):
            bar.update(len(queued) - left - bar.n)
            time.sleep(LOOK_EVERY)
        bar.update(len(queued) - bar.n)
        failed = len(_still(queued, State.FAILED))
        bar.set_postfix(failed=failed)
    return failed


def _still(queued: list[int], *states: str) -> set[int]:
    """Those of `queued` in one of `states`; runs that others asked for meanwhile stand among them."""
    rows = ExtractionRun.objects.filter(pk__gte=queued[0], pk__lte=queued[-1], state__in=states)
    return set(rows.values_list("pk", flat=True)) & set(queued)


def unread() -> QuerySet[Article]:
    """Articles that no run of the present version has read, and none is waiting or running for."""
    runs = ExtractionRun.objects.filter(article=OuterRef("pk"))
    read = runs.filter(state=State.DONE, version=VERSION)
    pending = runs.filter(state__in=[State.WAITING, State.RUNNING])
    return Article.objects.kept().filter(~Exists(read), ~Exists(pending))


def batches(articles: QuerySet[Article]) -> Iterator[list[Article]]:
    """All of `articles`, BATCH at a time, without their texts."""
    rest = articles.only("pk").order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _bar(total: int, what: str) -> tqdm:
    return tqdm(total=total, desc=what, unit="article", disable=None, file=sys.stderr)
