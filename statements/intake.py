"""Store articles once, many at a time, and queue their extraction in the same transaction."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.db import DataError, IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from statements.documents import Document, PageCompanions, Part, fingerprint
from statements.kinship import sketch
from statements.models import Article, ImportResult, SourceFile
from statements.publications import NOTHING_SAID, Metadata, find_outlet, publish_again
from statements.queueing import NOW, SOON, queue_extractions

Outcome = ImportResult.Outcome

log = logging.getLogger(__name__)


class AlreadyStored(Exception):
    """The archive has this text already, as `article`."""

    def __init__(self, article: Article):
        super().__init__(_("هذا المقال موجود في الأرشيف."))
        self.article = article


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article of a file: `article` is the one stored or already there."""

    outcome: str  # an ImportResult.Outcome
    article: Article | None = None
    reason: str = ""  # for a person


def keep_file(content: bytes, *, name: str = "", encoding: str = "") -> SourceFile:
    """The archive's copy of a file, byte for byte; the one it has where it has these bytes."""
    fields = {"name": name[-255:], "content": content, "encoding": encoding}
    files = SourceFile.objects.defer("content")
    return files.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=fields)[0]


@transaction.atomic
def store_article(
    *, document: Document, source: SourceFile, metadata: Metadata = NOTHING_SAID, by=None
) -> Article:
    """The new article of `document`, read from the file `source`, its extraction queued.

    Empty metadata is taken from the document. Raises AlreadyStored where the archive has the text;
    of two callers with the same text at the same moment one stores it and the other is told.
    """
    part = Part("", document=document)
    [result] = take_in([(part, metadata)], keep=lambda _part: source, by=by)
    if result.outcome == Outcome.ALREADY_THERE:
        raise AlreadyStored(result.article)
    return result.article


def take_in(
    batch: Sequence[tuple[Part, Metadata]], *, keep: Callable[[Part], SourceFile], by=None
) -> list[Result]:
    """Store the articles of `batch`, none twice, and queue their extraction; a Result for each, in its order.

    `keep` gives the kept file of a part, asked for where the article is new. Runs in the caller's transaction.
    Raises a DatabaseError where the database cannot store anything now, so that it is tried again.
    """
    texts = [part.document and fingerprint(part.document.text) for part, _metadata in batch]
    there = _stored(texts)
    outlet_of, new = cache(find_outlet), {}
    for (part, metadata), text in zip(batch, texts, strict=True):
        if text and text not in there and text not in new:
            outlet = outlet_of(metadata.outlet or part.document.outlet)
            new[text] = _article(part, metadata, fingerprint=text, outlet=outlet, source=keep(part), by=by)
    results = there | _store(list(new.values()), SOON if len(batch) > 1 else NOW)
    return [
        _answer(part, metadata, results, text, new)
        for (part, metadata), text in zip(batch, texts, strict=True)
    ]


def _stored(fingerprints: Iterable[str | None]) -> dict[str, Result]:
    """The articles the archive has, by the fingerprints of their texts."""
    articles = Article.objects.defer("text").filter(fingerprint__in=[text for text in fingerprints if text])
    return {one.fingerprint: Result(Outcome.ALREADY_THERE, one) for one in articles.order_by()}


def _article(part: Part, metadata: Metadata, *, fingerprint: str, outlet, source: SourceFile, by) -> Article:
    document = part.document
    return Article(
        text=document.text,
        fingerprint=fingerprint,
        outlet=outlet,
        author=document.author[:200],
        date=metadata.date or document.date,
        title=(metadata.title or document.title)[:500],
        url=metadata.url or document.url,
        source=source,
        source_place=part.place[-500:],
        created_by=by,
    )


def _store(articles: list[Article], priority: int) -> dict[str, Result]:
    """Results by fingerprint. All in a few statements, or one by one where that is not possible."""
    if not articles:
        return {}
    try:
        with transaction.atomic():
            Article.objects.bulk_create(articles)
            sketch(articles)
            queue_extractions(articles, priority=priority)
        return {article.fingerprint: Result(Outcome.STORED, article) for article in articles}
    except (IntegrityError, DataError) as error:
        if len(articles) == 1:
            return {articles[0].fingerprint: _not_stored(articles[0], error)}
    return {text: result for one in articles for text, result in _store([one], priority).items()}


def _not_stored(article: Article, error: IntegrityError | DataError) -> Result:
    """Stored by somebody else this moment, or refused by the database. Raises `error` where it is neither."""
    if there := _stored([article.fingerprint]):
        return there[article.fingerprint]
    if isinstance(error, IntegrityError):
        raise error
    log.error("%s %s could not be stored", article.source, article.source_place, exc_info=error)
    return Result(Outcome.REFUSED, reason=_("في النص ما لا يمكن حفظه: انسخه من مصدره من جديد ثم الصقه."))


def _answer(part: Part, metadata: Metadata, results: dict, text: str | None, new: dict) -> Result:
    """What became of one part; the first of several with one text, taken out of `new`, is the one stored."""
    if part.problem:
        passed = isinstance(part.problem, PageCompanions)
        return Result(Outcome.PASSED_OVER if passed else Outcome.REFUSED, reason=str(part.problem))
    result = results[text]
    if result.outcome == Outcome.REFUSED:
        return result
    if result.outcome == Outcome.STORED and new.pop(text, None):
        return replace(result, reason=_told_of_day(part.document, metadata))
    told = publish_again(result.article, part.document, metadata)
    return Result(Outcome.ALREADY_THERE, result.article, told)


def _told_of_day(document: Document, metadata: Metadata) -> str:
    """Where the article's day is not what the file says in its place: why."""
    if metadata.date and document.date and metadata.date != document.date:
        return _("في الملف تاريخ آخر (%(day)s)، وأُخذ التاريخ الذي كتبته.") % {
            "day": date_format(document.date, "j F Y")
        }
    if document.no_date and not metadata.date:
        return _("في خانة التاريخ «%(told)s»، وليس تاريخًا.") % {"told": document.no_date[:60]}
    return ""
