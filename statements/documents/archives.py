"""A .zip becomes its files. What could hurt is refused before it is unpacked."""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from statements.documents.companions import is_litter, page_companions
from statements.documents.problems import (
    Damaged,
    DocumentProblem,
    Encrypted,
    PageCompanions,
    TooLarge,
    TooMuchUnpacked,
    UnsafePath,
    UnsafeXML,
)

MEGABYTE = 1024 * 1024
MAX_ENTRIES = 20_000
MAX_UNPACKED = 500 * MEGABYTE
MAX_RATIO = 200  # unpacked to packed bytes of one entry: text reaches 20, a bomb 1,000

_ARABIC_WORD = re.compile(r"(?<!\w)[ء-غف-ي]{2,}(?!\w)")
_DOCTYPE = b"<!DOCTYPE"
_BEGINNING = 4096  # bytes
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


def refuse_bomb(content: bytes, form: str) -> None:
    """Raises Damaged, TooMuchUnpacked where a zipped file (.zip, .docx, .xlsx) would unpack to too much."""
    with _opened(content, form) as archive:
        _refuse_bomb(archive, form)


def refuse_entities(content: bytes, form: str) -> None:
    """Raises UnsafeXML where a part of a Word or Excel file declares a document type, which none of theirs may."""
    with _opened(content, form) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith((".xml", ".rels")) and _DOCTYPE in _beginning(archive, entry):
                raise UnsafeXML()


def read_archive(content: bytes, max_bytes: int) -> Iterator[tuple[str, bytes | DocumentProblem]]:
    """Path and bytes of each file, in the archive's order; a bad entry is answered on its own.

    The companions of its saved pages are answered once a folder.

    Raises Damaged, TooMuchUnpacked.
    """
    with _opened(content, "ZIP") as archive:
        _refuse_bomb(archive, "ZIP")
        files = [(_name(entry), entry) for entry in archive.infolist() if not entry.is_dir()]
        files = [(name, entry) for name, entry in files if not is_litter(name)]
        companions = page_companions(name for name, _entry in files)
        for folder, count in Counter(companions.values()).items():
            yield folder, PageCompanions(count)
        for name, entry in files:
            if name not in companions:
                yield name, _read(archive, entry, name, max_bytes)


def _opened(content: bytes, form: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Damaged(form) from error


def _beginning(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as file:
            return file.read(_BEGINNING).replace(b"\x00", b"")  # UTF-16 has every other byte empty
    except _BROKEN:
        return b""  # its reader will say what is wrong


def _refuse_bomb(archive: zipfile.ZipFile, form: str) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise TooMuchUnpacked(form)
    for entry in entries:
        if entry.file_size > MEGABYTE and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise TooMuchUnpacked(form)


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's path; names zipped on an Arabic Windows are read as they were meant."""
    if entry.flag_bits & 0x800:  # the archive says UTF-8
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf_8")
    except UnicodeDecodeError:
        return max(
            (raw.decode(codec, "replace") for codec in ("cp437", "cp720", "cp1256")), key=_arabic_words
        )


def _arabic_words(name: str) -> int:
    """How many letters stand in Arabic words of several: a wrong code page makes signs and single letters."""
    return sum(map(len, _ARABIC_WORD.findall(name)))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, max_bytes: int):
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return UnsafePath()
    if entry.flag_bits & 1:
        return Encrypted()
    if entry.file_size > max_bytes:
        return TooLarge(max_bytes)
    try:
        with archive.open(entry) as file:
            content = file.read(entry.file_size + 1)  # never more than the archive admits to
    except _BROKEN:
        return Damaged("ZIP")
    return content if len(content) <= entry.file_size else Damaged("ZIP")
