"""Put the sample article into an archive that has no article yet; see `make run`."""

import datetime
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from statements.documents import read_document
from statements.intake import keep_file, store_article
from statements.models import Article
from statements.publications import Metadata
from statements.tasks import extract_now

FILE = Path(__file__).parents[2] / "sample" / "mehr-2021-05-12.txt"
OUTLET = "وكالة مهر للأنباء"
TITLE = "ظريف: نقف مع الشعب الفلسطيني ونفخر بدفع ثمن هذا الموقف"  # his words, as the article has them
DATE = datetime.date(2021, 5, 12)


class Command(BaseCommand):
    help = "Takes the sample article in and publishes it, unless the archive has articles already."

    def handle(self, **options) -> None:
        if Article.objects.exists():
            self.stdout.write("Sample article: not needed, the archive has articles.")
        else:
            count = load_sample().statements.count()
            self.stdout.write(f"Sample article: published with {count} statements.")


@transaction.atomic
def load_sample() -> Article:
    """Stored, extracted and published, or nothing of it."""
    content = FILE.read_bytes()
    document = read_document(FILE.name, content)
    article = store_article(
        document=document,
        source=keep_file(content, name=FILE.name, encoding=document.encoding),
        metadata=Metadata(outlet=OUTLET, date=DATE, title=TITLE),
    )
    extract_now(article)
    article.publish()
    return article
