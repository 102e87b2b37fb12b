"""Store articles once, keep their files, and queue their extraction, an article and its job in one transaction."""

import datetime
import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from statements.documents import Document, DocumentProblem, Part, TooLarge, fingerprint, size_limit
from statements.documents.confined import read_confined
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
    """What became of one article of a file: `article` is the one stored or already there.

    `name` is the file's, with the place in it where it holds more than one; `reason` is for a person.
    """

    name: str
    outcome: str  # STORED, ALREADY_THERE or REFUSED
    article: Article | None = None
    reason: str = ""


def take_in(files: Iterable[File], *, metadata: Metadata, by=None) -> list[Result]:
    """Store the articles of `files`; a result for each, in their order.

    Outlet and date go to all of them, title and link only to a file that holds one article and is
    alone. What cannot be stored never stops the rest.
    """
    files = list(files)
    if len(files) > 1:
        metadata = Metadata(outlet=metadata.outlet, date=metadata.date)
    return [result for file in files for result in _take_in(file, metadata, by)]


def pasted(text: str) -> File:
    """Pasted text as a file without a name, for take_in."""
    return ContentFile(text.encode(), name="")


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


def _take_in(file: File, metadata: Metadata, by) -> list[Result]:
    name = file.name or ""
    try:
        content = _read(file)
        parts = read_confined(name, content)
    except DocumentProblem as problem:
        return [Result(name, REFUSED, reason=str(problem))]
    except OSError:
        log.exception("%s could not be read", name)
        return [Result(name, REFUSED, reason=_("تعذّرت قراءة الملف لخلل في الخادم: أعد المحاولة بعد قليل."))]
    if len(parts) > 1:
        metadata = Metadata(outlet=metadata.outlet, date=metadata.date)
    return [_take_in_part(name, content, part, metadata, by) for part in parts]


def _take_in_part(name: str, content: bytes, part: Part, metadata: Metadata, by) -> Result:
    told = f"{name} › {part.place}" if part.place else name
    if part.problem:
        return Result(told, REFUSED, reason=str(part.problem))
    try:
        article = _store_part(name, content, part, metadata, by)
    except AlreadyStored as problem:
        return Result(told, ALREADY_THERE, problem.article, str(problem))
    except (DatabaseError, OSError):
        log.exception("%s could not be stored", told or "pasted text")
        return Result(told, REFUSED, reason=_("تعذّر حفظ الملف لخلل في الخادم: أعد المحاولة بعد قليل."))
    return Result(told, STORED, article)


@transaction.atomic
def _store_part(name: str, content: bytes, part: Part, metadata: Metadata, by) -> Article:
    """The article with its file; neither where the archive has the text."""
    content, name = (content, name) if part.entry is None else (part.entry, part.name)
    source = keep_file(content, name=name, encoding=part.document.encoding)
    return store_article(document=part.document, source=source, place=part.place, metadata=metadata, by=by)


def _read(file: File) -> bytes:
    """All bytes of `file`; one that is too large is refused without reading it."""
    limit = size_limit(file.name or "")
    if file.size > limit:
        raise TooLarge(limit)
    return file.read()
