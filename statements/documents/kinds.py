"""What a file is: told by its bytes, and by its name where bytes do not tell."""

import io
import re
import zipfile

from django.utils.translation import gettext_lazy as _

from statements.documents.problems import Damaged, DocumentProblem, UnsupportedFormat

TEXT, PAGE, ARCHIVED_PAGE, WORD, PDF = "text", "page", "archived page", "word", "pdf"
CSV, WORKBOOK, JSON_LINES, FEED, ARCHIVE = "csv", "workbook", "json lines", "feed", "archive"

_SUFFIXES = {
    "txt": TEXT, "text": TEXT, "md": TEXT,
    "html": PAGE, "htm": PAGE, "xhtml": PAGE,
    "mhtml": ARCHIVED_PAGE, "mht": ARCHIVED_PAGE,
    "csv": CSV, "tsv": CSV,
    "jsonl": JSON_LINES, "ndjson": JSON_LINES, "json": JSON_LINES,
    "rss": FEED, "atom": FEED,
}  # fmt: skip
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _("Word أو Excel (صيغة قديمة)")),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", _("الصور")),
    (b"\xff\xd8\xff", _("الصور")),
    (b"GIF8", _("الصور")),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "GZIP"),
)
_SUFFIX = re.compile(r"\.([A-Za-z]\w{1,5})$")  # article.docx
_FEED = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_PAGE = re.compile(rb"\s*(<!doctype html|<html|<head|<body)", re.IGNORECASE)
_ARCHIVED = re.compile(
    rb"\A(From|MIME-Version|Content-Type|Snapshot-Content-Location|Subject):", re.IGNORECASE
)
_BEGINNING = 4096  # bytes


def kind_of(name: str, content: bytes) -> str:
    """One of the kinds above for the file `name` ("" for pasted text). Raises UnsupportedFormat."""
    for signature, form in _SIGNATURES:
        if content.startswith(signature):
            raise UnsupportedFormat(form)
    beginning = content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()
    suffix = _suffix(name)
    if beginning.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"PK\x03\x04") or content.startswith(b"PK\x05\x06"):
        return _zipped(content)
    if suffix in _SUFFIXES and suffix not in ("txt", "text"):
        return _SUFFIXES[suffix]
    return _by_beginning(beginning) or _by_suffix(suffix)


def may_hold_many(name: str, content: bytes) -> bool:
    """Whether the file is of a kind that holds any number of articles; what cannot be told holds none."""
    try:
        return kind_of(name, content) in (CSV, WORKBOOK, JSON_LINES, FEED, ARCHIVE)
    except DocumentProblem:
        return False


def _suffix(name: str) -> str:
    found = _SUFFIX.search(name)
    return found[1].lower() if found else ""


def _by_beginning(beginning: bytes) -> str:
    plain = beginning.replace(b"\x00", b"")  # UTF-16 has every other byte empty
    if _FEED.search(plain[:_BEGINNING]) and plain.lstrip(b"\xff\xfe").startswith(b"<"):
        return FEED
    if _PAGE.match(_COMMENT.sub(b"", plain.lstrip(b"\xff\xfe"))):
        return PAGE
    if _ARCHIVED.match(plain) and b"multipart/related" in plain:
        return ARCHIVED_PAGE
    return ""


_BINARY = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "zip": "ZIP"}


def _by_suffix(suffix: str) -> str:
    if suffix in ("", "txt", "text", "xml"):
        return TEXT
    if suffix in _BINARY:
        raise Damaged(_BINARY[suffix])  # named so, and nothing of the kind in it
    raise UnsupportedFormat(suffix.upper())


def _zipped(content: bytes) -> str:
    """Told by the names inside: an archive may hold Word files and is none."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return _damaged_zip(content)
    if "word/document.xml" in names:
        return WORD
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return WORKBOOK
    if "mimetype" in names and "content.xml" in names:
        raise UnsupportedFormat("OpenDocument")
    if "ppt/presentation.xml" in names:
        raise UnsupportedFormat("PowerPoint")
    return ARCHIVE


def _damaged_zip(content: bytes) -> str:
    """What a cut file was to be, for the message that tells of it."""
    if b"word/document.xml" in content:
        return WORD
    return WORKBOOK if b"xl/workbook.xml" in content else ARCHIVE
