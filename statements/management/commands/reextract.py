"""Queue articles for the present extractor; the workers do the rest."""

from collections.abc import Iterator
from itertools import islice

from django.core.management.base import BaseCommand
from django.db.models import Exists, OuterRef, QuerySet

from statements.extraction import VERSION
from statements.models import Article, ExtractionRun
from statements.queueing import queue_extractions

BATCH = 2000  # articles a transaction


class Command(BaseCommand):
    help = "Queues every article that the present extractor has not read; nothing an editor decided changes."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--all", action="store_true", help="also those it has read")

    def handle(self, *, all: bool, **options) -> None:
        count = 0
        for articles in batches(Article.objects.all() if all else unread()):
            count += len(queue_extractions(articles))
            self.stdout.write(f"{count} queued")
        if not count:
            self.stdout.write(f"Nothing to do: extractor {VERSION} has read every article or is about to.")


def unread() -> QuerySet[Article]:
    """Articles that no run of the present version has read, and none is waiting or running for."""
    runs = ExtractionRun.objects.filter(article=OuterRef("pk"))
    read = runs.filter(state=ExtractionRun.State.DONE, version=VERSION)
    pending = runs.filter(state__in=[ExtractionRun.State.WAITING, ExtractionRun.State.RUNNING])
    return Article.objects.filter(~Exists(read), ~Exists(pending))


def batches(articles: QuerySet[Article]) -> Iterator[list[Article]]:
    """All of `articles`, BATCH at a time, without their texts."""
    rest = articles.only("pk").order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(rest, BATCH)):
        yield batch
