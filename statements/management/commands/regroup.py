"""Group again the statements and events of all articles; needed once for an archive older than groups."""

import sys
from itertools import islice

from django.core.management.base import BaseCommand
from tqdm import tqdm

from statements.grouping.groups import TOGETHER, group
from statements.models import Article, EventGroup, StatementGroup


class Command(BaseCommand):
    help = (
        "Finds statements that several articles quote and events that several articles tell. May be stopped and "
        "started again at any moment; what editors put together or apart stays so."
    )

    def handle(self, **options) -> None:
        # By day: what comes into one group is looked at together.
        keys = iter(list(Article.objects.order_by("date", "pk").values_list("pk", flat=True)))
        with tqdm(total=Article.objects.count(), unit="article", disable=None, file=sys.stderr) as bar:
            while some := list(islice(keys, TOGETHER)):
                group(some)
                bar.update(len(some))
        statements, events = StatementGroup.objects.count(), EventGroup.objects.count()
        self.stdout.write(f"{statements} statements and {events} events stand in several articles.")
