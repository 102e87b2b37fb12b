"""Store an article once, keep its file, and queue its extraction, all in one transaction."""

import datetime
import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from statements.documents import MAX_BYTES, Document, DocumentProblem, TooLarge, fingerprint, read_document
from statements.extraction.normalize import fold
from statements.models import Article, Outlet, SourceFile
from statements.tasks import queue_extraction

STORED, ALREADY_THERE, REFUSED = "stored", "already_there", "refused"

log = logging.getLogger(__name__)


class AlreadyStored(Exception):
    """The archive has this text already, as `article`."""

    def __init__(self, article: Article):
        super().__init__(_("هذا المقال موجود في الأرشيف."))
        self.article = article


class File(Protocol):
    """An uploaded or opened file: django.core.files.base.File and its kin."""

    name: str | None
    size: int

    def read(self, num_bytes: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an editor says of an article; every field may be left empty."""

    outlet: str = ""
    date: datetime.date | None = None
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: `article` is the one stored or already there, `reason` is for a person."""

    name: str
    outcome: str  # STORED, ALREADY_THERE or REFUSED
    article: Article | None = None
    reason: str = ""


def take_in(files: Iterable[File], *, metadata: Metadata, by=None) -> list[Result]:
    """Store each of `files` as an article of its own; a result for each, in their order.

    Outlet and date go to all of them. Title and link belong to one article: with several files
    they are left out. A file that cannot be stored never stops the others.
    """
    files = list(files)
    if len(files) > 1:
        metadata = Metadata(outlet=metadata.outlet, date=metadata.date)
    return [_take_in(file, metadata, by) for file in files]


def pasted(text: str) -> File:
    """Pasted text as a file without a name, for take_in."""
    return ContentFile(text.encode(), name="")


@transaction.atomic
def store_article(
    *,
    document: Document,
    content: bytes,
    filename: str = "",
    outlet: str = "",
    date: datetime.date | None = None,
    title: str = "",
    url: str = "",
    by=None,
) -> Article:
    """The new article of `document`, its file `content` beside it, its extraction queued.

    Empty metadata is taken from the document. Raises AlreadyStored where the archive has the text;
    of two callers with the same text at the same moment one stores it and the other is told.
    """
    article = Article(
        text=document.text,
        fingerprint=fingerprint(document.text),
        outlet=find_outlet(outlet or document.outlet),
        date=date or document.date,
        title=title or document.title,
        url=url,
        created_by=by,
    )
    _insert_once(article)
    SourceFile.objects.create(
        article=article,
        name=filename[-255:],
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        encoding=document.encoding,
    )
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


def _take_in(file: File, metadata: Metadata, by) -> Result:
    name = file.name or ""
    try:
        content = _read(file)
        article = store_article(
            document=read_document(name, content),
            content=content,
            filename=name,
            outlet=metadata.outlet,
            date=metadata.date,
            title=metadata.title,
            url=metadata.url,
            by=by,
        )
    except AlreadyStored as problem:
        return Result(name, ALREADY_THERE, problem.article, str(problem))
    except DocumentProblem as problem:
        return Result(name, REFUSED, reason=str(problem))
    except (DatabaseError, OSError):
        log.exception("%s could not be stored", name or "pasted text")
        return Result(name, REFUSED, reason=_("تعذّر حفظ الملف لخلل في الخادم: أعد المحاولة بعد قليل."))
    return Result(name, STORED, article)


def _read(file: File) -> bytes:
    """All bytes of `file`; one that is too large is refused without reading it."""
    if file.size > MAX_BYTES:
        raise TooLarge()
    return file.read()
