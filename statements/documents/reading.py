"""A file becomes its articles, one or thousands: each with its text, or with what keeps it from having one."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from statements.documents import kinds
from statements.documents.archives import read_archive, refuse_bomb, refuse_entities
from statements.documents.bylines import byline
from statements.documents.datelines import day_of_head
from statements.documents.document import Document, Heading, Part, find_headline
from statements.documents.feeds import read_feed
from statements.documents.kinds import kind_of
from statements.documents.letters import decode, refuse_garbled, refuse_unreadable
from statements.documents.patience import each_in_time
from statements.documents.pdf import read_pdf
from statements.documents.problems import (
    MAX_BYTES,
    MAX_TABLE_BYTES,
    DocumentProblem,
    EmptyDocument,
    TooDeep,
    TookTooLong,
    TooLarge,
    Unreadable,
)
from statements.documents.tables import Row, read_csv, read_json_lines, read_workbook
from statements.documents.webpages import read_archived_page, read_page
from statements.documents.word import read_word

log = logging.getLogger(__name__)

MAX_LETTERS = MAX_BYTES  # of an article, wherever it stands: as many as a file of one may have
MAX_NESTING = 1  # archives within an archive

_MANY_SUFFIXES = (".csv", ".tsv", ".xlsx", ".jsonl", ".ndjson", ".json", ".xml", ".rss", ".atom", ".zip")
_MANY = (kinds.CSV, kinds.WORKBOOK, kinds.JSON_LINES, kinds.FEED, kinds.ARCHIVE)


def read_file(name: str, content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Part]:
    """The articles of the file `name` ("" for pasted text), in its order; never raises a DocumentProblem.

    `columns` tells which column of a table holds which field of a Document; without it their names tell.
    """
    yield from each_in_time(_parts(name, content, columns, "", 0))


def size_limit(name: str) -> int:
    """The most bytes the file `name` may have: only those that hold many articles may be large."""
    return MAX_TABLE_BYTES if name.lower().endswith(_MANY_SUFFIXES) else MAX_BYTES


def read_document(name: str, content: bytes) -> Document:
    """The one article of a file that holds one. Raises a DocumentProblem, also where there are more."""
    first, *more = read_file(name, content)
    if first.problem:
        raise first.problem
    if more:
        raise ValueError(f"{name} holds more than one article")
    return first.document


def _parts(name: str, content: bytes, columns, place: str, depth: int) -> Iterator[Part]:
    entry = content if depth else None
    short = name.replace("\\", "/").rsplit("/", 1)[-1]
    try:
        kind = kind_of(name, content)
        limit = MAX_TABLE_BYTES if kind in _MANY else MAX_BYTES
        if len(content) > limit:
            raise TooLarge(limit)
        if not content.strip():
            raise EmptyDocument()
        if kind == kinds.ARCHIVE:
            yield from _of_archive(content, columns, place, depth)
        elif kind in _MANY:
            yield from _of_rows(_rows(kind, content, columns), Part(place, short, entry))
        else:
            within = "" if name else _("النص الملصق")
            yield _part(Part(place, short, entry), _READERS[kind](content), within)
    except DocumentProblem as problem:
        yield Part(place, short, entry, problem=problem)
    except MemoryError:
        yield Part(place, short, entry, problem=TookTooLong())
    except Exception:  # of a library, at a file made to hurt it: the others of an archive are still read
        log.exception("%s could not be read", short)
        yield Part(place, short, entry, problem=Unreadable())


def _of_rows(rows: Iterator[Row], whole: Part) -> Iterator[Part]:
    """A part a row of the file `whole`. Raises EmptyDocument where there is none."""
    empty, heading = True, None
    for number, row in rows:
        if isinstance(row, Heading):
            heading = heading or row
            continue
        place = _inside(whole.place, str(number))
        yield _part(replace(whole, place=place, heading=heading if empty else None), row, _("هذا السطر"))
        empty = False
    if empty:
        raise EmptyDocument()


def _of_archive(content: bytes, columns, place: str, depth: int) -> Iterator[Part]:
    if depth > MAX_NESTING:
        raise TooDeep()
    empty = True
    for path, entry in read_archive(content, MAX_TABLE_BYTES):
        empty = False
        inside = _inside(place, path)
        if isinstance(entry, DocumentProblem):
            yield Part(inside, problem=entry)
        else:
            yield from _parts(path, entry, columns, inside, depth + 1)
    if empty:
        raise EmptyDocument()


def _inside(place: str, what: str) -> str:
    return f"{place} › {what}" if place else what


def _rows(kind: str, content: bytes, columns) -> Iterator[Row]:
    if kind == kinds.FEED:
        return read_feed(content)
    if kind == kinds.WORKBOOK:
        refuse_bomb(content, "Excel")
        refuse_entities(content, "Excel")
        return read_workbook(content, columns)
    return (read_csv if kind == kinds.CSV else read_json_lines)(content, columns)


def _part(part: Part, read: Document | DocumentProblem, within: str) -> Part:
    """The part with what was read, once its text was looked at: nonsense is never stored."""
    if isinstance(read, DocumentProblem):
        return replace(part, problem=read)
    try:
        if len(read.text) > MAX_LETTERS:
            raise TooLarge(MAX_BYTES)
        refuse_unreadable(read.text, within)
        refuse_garbled(read.text, within=within)
    except DocumentProblem as problem:
        return replace(part, problem=problem)
    return replace(part, document=read)


def _read_text(content: bytes) -> Document:
    text, encoding = decode(content)
    text = text.rstrip()
    return Document(
        text=text, encoding=encoding, title=find_headline(text), author=byline(text), date=day_of_head(text)
    )


def _read_word(content: bytes) -> Document:
    refuse_bomb(content, "Word")
    refuse_entities(content, "Word")
    return read_word(content)


_READERS: dict[str, Callable[[bytes], Document]] = {
    kinds.TEXT: _read_text,
    kinds.PAGE: read_page,
    kinds.ARCHIVED_PAGE: read_archived_page,
    kinds.WORD: _read_word,
    kinds.PDF: read_pdf,
}
