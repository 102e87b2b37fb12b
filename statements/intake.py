"""Store articles once, keep their files, and queue their extraction, an article and its job in one transaction."""

import datetime
import hashlib
import logging
from dataclasses import dataclass

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from statements.documents import Document, PageCompanions, Part, fingerprint
from statements.extraction.normalize import fold
from statements.kinship import sketch
from statements.models import Article, ImportResult, Outlet, Publication, SourceFile
from statements.queueing import queue_extraction

Outcome = ImportResult.Outcome

log = logging.getLogger(__name__)


class AlreadyStored(Exception):
    """The archive has this text already, as `article`."""

    def __init__(self, article: Article):
        super().__init__(_("هذا المقال موجود في الأرشيف."))
        self.article = article


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an editor says of an article; every field may be left empty."""

    outlet: str = ""
    date: datetime.date | None = None
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article of a file: `article` is the one stored or already there."""

    outcome: str  # an ImportResult.Outcome
    article: Article | None = None
    reason: str = ""  # for a person


def keep_file(content: bytes, *, name: str = "", encoding: str = "") -> SourceFile:
    """The archive's copy of a file, byte for byte; the one it has where it has these bytes."""
    fields = {"name": name[-255:], "content": content, "encoding": encoding}
    return SourceFile.objects.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=fields)[0]


@transaction.atomic
def store_article(
    *,
    document: Document,
    source: SourceFile,
    place: str = "",
    metadata: Metadata = Metadata(),
    by=None,
) -> Article:
    """The new article of `document`, read from `place` in its file, its extraction queued.

    Empty metadata is taken from the document. Raises AlreadyStored where the archive has the text;
    of two callers with the same text at the same moment one stores it and the other is told.
    """
    article = Article(
        text=document.text,
        fingerprint=fingerprint(document.text),
        outlet=find_outlet(metadata.outlet or document.outlet),
        date=metadata.date or document.date,
        title=(metadata.title or document.title)[:500],
        url=metadata.url or document.url,
        source=source,
        source_place=place[-500:],
        created_by=by,
    )
    _insert_once(article)
    sketch([article])
    queue_extraction(article)
    return article


def find_outlet(name: str) -> Outlet | None:
    """The outlet of that name in any spelling, made where there is none; None for an empty name."""
    name = " ".join(name.split())
    if not name:
        return None
    if outlet := _outlet_spelled_like(name):
        return outlet
    try:
        return Outlet.objects.get_or_create(name=name)[0]
    except IntegrityError:  # an outlet of another name took the same slug this moment
        return Outlet.objects.get_or_create(name=name)[0]


def _outlet_spelled_like(name: str) -> Outlet | None:
    """The archive knows hundreds of outlets, not thousands: comparing them all takes no time."""
    outlets = Outlet.objects.order_by("pk")
    same = [outlet for outlet in outlets if fold(outlet.name) == fold(name)]
    return next((outlet for outlet in same if outlet.name == name), same[0] if same else None)


def _insert_once(article: Article) -> None:
    """Insert unless the text is there; the unique fingerprint decides between two at once."""
    stored = Article.objects.filter(fingerprint=article.fingerprint)
    if not stored.exists():
        try:
            with transaction.atomic():
                article.save(force_insert=True)
            return
        except IntegrityError:
            if not stored.exists():
                raise
    raise AlreadyStored(stored.get())


def take_in(part: Part, *, name: str, content: bytes, metadata: Metadata, by=None) -> Result:
    """Store the article of `part`, read from the file `name` with the bytes `content`; never twice.

    Raises a DatabaseError where the database cannot store anything now, so that it is tried again.
    """
    if part.problem:
        passed = isinstance(part.problem, PageCompanions)
        return Result(Outcome.PASSED_OVER if passed else Outcome.REFUSED, reason=str(part.problem))
    try:
        return Result(Outcome.STORED, _store(part, name, content, metadata, by))
    except AlreadyStored as problem:
        return _published_again(problem.article, part.document, metadata)
    except DataError:
        log.exception("%s %s could not be stored", name, part.place)
        return Result(Outcome.REFUSED, reason=_("في النص ما لا يمكن حفظه: انسخه من مصدره من جديد ثم الصقه."))


def _published_again(article: Article, document: Document, metadata: Metadata) -> Result:
    """The answer for a text the archive has; who else published it, or where, is kept with the article."""
    outlet = find_outlet(metadata.outlet or document.outlet)
    url = metadata.url or document.url
    there = _("هذا المقال موجود في الأرشيف.")
    new_outlet = outlet is not None and outlet != article.outlet
    new_url = bool(url) and url != article.url
    date = metadata.date or document.date
    if _complete(article, outlet, date):
        there = _("هذا المقال موجود في الأرشيف، وأُكملت بياناته الناقصة.")
    elif new_outlet or new_url:
        fields = {"article": article, "outlet": outlet, "url": url}
        if Publication.objects.get_or_create(**fields, defaults={"date": date})[1]:
            there = _told_added(new_outlet, new_url)
    return Result(Outcome.ALREADY_THERE, article, there)


def _told_added(outlet: bool, url: bool) -> str:
    if outlet and url:
        return _("هذا المقال موجود في الأرشيف، وأُضيفت إليه جهة النشر هذه ورابطها.")
    if outlet:
        return _("هذا المقال موجود في الأرشيف، وأُضيفت إليه جهة النشر هذه.")
    return _("هذا المقال موجود في الأرشيف، وأُضيف إليه هذا الرابط.")


def _complete(article: Article, outlet: Outlet | None, date: datetime.date | None) -> bool:
    """Fill in outlet and day that nobody knew when the text first came; whether there was anything to fill."""
    news = {"outlet": outlet, "date": date}
    unknown = {field: value for field, value in news.items() if value and not getattr(article, field)}
    if not unknown or (outlet and article.outlet and outlet != article.outlet):
        return False
    for field, value in unknown.items():
        setattr(article, field, value)
    article.save(update_fields=[*unknown])
    article.statements.filter(day=None).update(day=article.date)
    return True


@transaction.atomic
def _store(part: Part, name: str, content: bytes, metadata: Metadata, by) -> Article:
    """The article with its file; neither where the archive has the text."""
    content, name = (content, name) if part.entry is None else (part.entry, part.name)
    source = keep_file(content, name=name.rsplit("/", 1)[-1], encoding=part.document.encoding)
    return store_article(document=part.document, source=source, place=part.place, metadata=metadata, by=by)
