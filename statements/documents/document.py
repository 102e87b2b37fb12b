"""What was read from a file, and what tells one text from another."""

import datetime
import hashlib
from dataclasses import dataclass

from statements.documents.problems import DocumentProblem
from statements.extraction.normalize import fold

HEADLINE_WORDS = range(3, 21)
HEADLINE_LETTERS = 150
EARLIEST = datetime.date(1800, 1, 1)  # before the first Arabic newspapers; a Hijri year is no Gregorian one


@dataclass(frozen=True, slots=True)
class Document:
    """What was read. All but `text` and `encoding` are empty where the file says nothing of them."""

    text: str
    encoding: str  # a Python codec name; "utf_8" for pasted text and for formats that name none
    title: str = ""
    outlet: str = ""
    date: datetime.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What became of one article of a file: `document`, or the `problem` that keeps it from being one.

    `place` says where in the file it stands: "" for the whole file, the number of a row, the path of
    an archive's entry, or such a path with a number ("2021/may.csv › 12"). `name` and `entry` are those
    of an archive's entry, its bytes; `entry` is None where it was read from the file itself.
    """

    place: str
    name: str = ""
    entry: bytes | None = None
    document: Document | None = None
    problem: DocumentProblem | None = None


def fingerprint(text: str) -> str:
    """SHA-256, in hex, of the folded letters and digits of `text`.

    Texts that differ in spacing, vowels, hamza or punctuation alone have the same one.
    """
    letters = "".join(char for char in fold(text) if char.isalnum() and char != "ء")
    return hashlib.sha256(letters.encode()).hexdigest()


def find_headline(text: str) -> str:
    """The first line of `text` where it is plainly a headline, else "".

    Plainly: a line of 3 to 20 words set off by an empty one, without the mark that ends a
    sentence, before a text many times as long. It stays part of the text.
    """
    first, gap, rest = text.lstrip().partition("\n\n")
    line = first.strip()
    fits = len(line) <= HEADLINE_LETTERS and len(line.split()) in HEADLINE_WORDS
    ends = line.endswith((".", "،", ",", ":", "؛", "…", "-", "–", "!", ")", "]", "/"))
    alone = gap and "\n" not in line and len(rest) > 5 * len(line)
    return line if fits and alone and not ends else ""


def possible_day(day: datetime.date) -> datetime.date | None:
    """The day, unless no newspaper can have come out on it."""
    return day if EARLIEST <= day <= datetime.date.today() else None
