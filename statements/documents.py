"""A file or a pasted page becomes a Document: title, text and what the file says of itself.

Knows no database. The text is the file's own, letter for letter: only line ends are made "\\n",
the byte order mark and the white space at the very end are left out.

    DocumentProblem
    ├── EmptyDocument      nothing but white space
    ├── TooLarge           more than MAX_BYTES
    ├── UnsupportedFormat  a PDF, a Word file, a web page … whatever its name says
    ├── NotText            binary, or letters in no encoding we know
    └── NoArabic           text, but hardly a word of Arabic
"""

import datetime
import hashlib
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements.extraction.normalize import fold

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE

# charset-normalizer's guess is held to these. Measured on 250 corpus articles, whole and cut to
# 200 and to 60 letters, in each encoding: none mistaken; with a free choice 3 of 500 files of 60
# letters in the two Arabic code pages were taken for Cyrillic (November 2026, 3.5.2;
# tests/test_documents.py repeats it where the corpus is at hand).
ENCODINGS = ["utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp1256", "iso8859_6"]
CODE_PAGES = ("cp1256", "iso8859_6")  # every byte is a letter of theirs, so they read anything

# The leanest of 3,000 corpus articles has 150 Arabic letters, and 76 % of its letters are Arabic.
MIN_ARABIC_LETTERS = 10
MIN_ARABIC_SHARE = 0.3

HEADLINE_WORDS = range(3, 21)
HEADLINE_LETTERS = 150

_ARABIC_LETTER = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdf9\ufe70-\ufefc]"
)
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\ufffe\uffff]")  # white space among the controls may stay
_LINE_END = re.compile(r"\r\n?")
_SUFFIX = re.compile(r"\.([A-Za-z]\w{1,4})$")  # article.docx
_HTML = re.compile(rb"\s*(<!doctype html|<html|<\?xml)", re.IGNORECASE)

_SIGNATURES = (
    (b"%PDF-", gettext_lazy("PDF")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", gettext_lazy("Word أو Excel (صيغة قديمة)")),
    (b"{\\rtf", gettext_lazy("RTF")),
    (b"\x89PNG", gettext_lazy("صورة")),
    (b"\xff\xd8\xff", gettext_lazy("صورة")),
    (b"GIF8", gettext_lazy("صورة")),
    (b"Rar!", gettext_lazy("أرشيف مضغوط")),
    (b"7z\xbc\xaf\x27\x1c", gettext_lazy("أرشيف مضغوط")),
    (b"\x1f\x8b", gettext_lazy("أرشيف مضغوط")),
)
_OFFICE = (
    (b"word/", gettext_lazy("Word")),
    (b"xl/", gettext_lazy("Excel")),
    (b"opendocument.text", gettext_lazy("OpenDocument")),
)


class DocumentProblem(Exception):
    """This file cannot become an article; str() is a sentence in Arabic that says what to do."""


class EmptyDocument(DocumentProblem):
    def __init__(self):
        super().__init__(_("الملف فارغ: اختر ملفًا فيه نص المقال، أو الصق النص."))


class TooLarge(DocumentProblem):
    def __init__(self):
        limit = MAX_BYTES // MEGABYTE
        super().__init__(
            ngettext(
                "الملف أكبر من %(n)d ميغابايت: اقسمه إلى ملفات أصغر، مقال في كل ملف.",
                "الملف أكبر من %(n)d ميغابايت: اقسمه إلى ملفات أصغر، مقال في كل ملف.",
                limit,
            )
            % {"n": limit}
        )


class UnsupportedFormat(DocumentProblem):
    def __init__(self, form: str):
        super().__init__(
            _("هذا ملف ⁨%(form)s⁩ وليس نصًّا عاديًّا: انسخ نص المقال والصقه، أو احفظه بصيغة ⁦.txt⁩ ثم ارفعه.")
            % {"form": form}
        )


class NotText(DocumentProblem):
    def __init__(self):
        super().__init__(
            _("الملف ليس نصًّا مقروءًا أو ترميزه غير معروف: احفظه بصيغة ⁦.txt⁩ بترميز ⁦UTF-8⁩ ثم ارفعه.")
        )


class NoArabic(DocumentProblem):
    def __init__(self):
        super().__init__(_("لا يكاد يوجد نص عربي في الملف: تأكد أنه ملف المقال وأن حروفه تظهر سليمة."))


@dataclass(frozen=True, slots=True)
class Document:
    """What was read. `title`, `outlet` and `date` are empty where the file says nothing of them."""

    text: str
    encoding: str  # a Python codec name; "utf_8" for pasted text
    title: str = ""
    outlet: str = ""
    date: datetime.date | None = None


def read_document(name: str, content: bytes) -> Document:
    """The document in `content`, the bytes of the file `name` ("" for pasted text).

    Raises a DocumentProblem where it cannot become an article.
    """
    if len(content) > MAX_BYTES:
        raise TooLarge()
    _refuse_other_formats(name, content)
    text, encoding = _decode(content)
    text = _LINE_END.sub("\n", text).rstrip()
    _refuse_unreadable(text)
    return Document(text=text, encoding=encoding, title=find_headline(text))


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


def _refuse_other_formats(name: str, content: bytes) -> None:
    for signature, form in _SIGNATURES:
        if content.startswith(signature):
            raise UnsupportedFormat(form)
    if content.startswith(b"PK\x03\x04"):
        raise UnsupportedFormat(next((form for sign, form in _OFFICE if sign in content), "ZIP"))
    if _HTML.match(content.removeprefix(b"\xef\xbb\xbf")):
        raise UnsupportedFormat(_("صفحة ويب"))
    suffix = _SUFFIX.search(name)
    if suffix and suffix[1].lower() not in ("txt", "text"):
        raise UnsupportedFormat(suffix[1].upper())


def _decode(content: bytes) -> tuple[str, str]:
    """The text and the codec it was read with."""
    guess = from_bytes(content, cp_isolation=ENCODINGS).best()
    if guess is None or (guess.encoding in CODE_PAGES and _is_damaged_utf_8(content)):
        raise NotText()
    return str(guess).removeprefix("\ufeff"), guess.encoding


def _is_damaged_utf_8(content: bytes) -> bool:
    """Whether `content` is UTF-8 but for a few bytes: the code pages would make «ط§ظ„» of it."""
    return 5 * len(_ARABIC_LETTER.findall(content.decode("utf-8", "ignore"))) > len(content)


def _refuse_unreadable(text: str) -> None:
    if not text:
        raise EmptyDocument()
    if _CONTROL.search(text):  # PostgreSQL cannot keep a NUL, and no article has a bell
        raise NotText()
    arabic = len(_ARABIC_LETTER.findall(text))
    if arabic < max(MIN_ARABIC_LETTERS, MIN_ARABIC_SHARE * len(_LETTER.findall(text))):
        raise NoArabic()
