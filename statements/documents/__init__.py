"""A file or a pasted page becomes Documents: text, title, and what the file says of itself.

Knows no database. A plain text is kept letter for letter: only line ends are made "\\n", the byte
order mark and the white space at the very end are left out.
"""

from statements.documents.document import Document, Part, find_headline, fingerprint
from statements.documents.problems import (
    MAX_BYTES,
    MAX_TABLE_BYTES,
    BrokenRow,
    Damaged,
    DocumentProblem,
    EmptyDocument,
    EmptyRow,
    Encrypted,
    Garbled,
    NoArabic,
    NoTextFound,
    NotText,
    PageCompanions,
    Scanned,
    TooDeep,
    TookTooLong,
    TooLarge,
    TooMuchUnpacked,
    TooShort,
    UnknownColumns,
    UnsafePath,
    UnsafeXML,
    UnsupportedFormat,
)
from statements.documents.reading import read_document, read_file, size_limit

__all__ = [
    "MAX_BYTES",
    "MAX_TABLE_BYTES",
    "BrokenRow",
    "Damaged",
    "Document",
    "DocumentProblem",
    "EmptyDocument",
    "EmptyRow",
    "Encrypted",
    "Garbled",
    "NoArabic",
    "NoTextFound",
    "NotText",
    "PageCompanions",
    "Part",
    "Scanned",
    "TooDeep",
    "TooLarge",
    "TooMuchUnpacked",
    "TooShort",
    "TookTooLong",
    "UnknownColumns",
    "UnsafePath",
    "UnsafeXML",
    "UnsupportedFormat",
    "find_headline",
    "fingerprint",
    "read_document",
    "read_file",
    "size_limit",
]
