"""Which column of a table holds what of an article, and which of its lines names the columns.

Columns are known by their names, Arabic or English, in any spelling of theirs.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _

from statements.documents.days import read_day
from statements.documents.document import Heading
from statements.documents.problems import UnknownColumns
from statements.extraction.normalize import fold

# Field of a Document -> names its column may have; compared folded, without the article and signs.
COLUMNS = {
    "text": "نص|نص المقال|نص الخبر|متن|محتوى|مضمون|تفاصيل|خبر|مقال|text|body|content|article|article text|full text|story|post content|content html|articlebody|article body|body text|نص كامل",
    "title": "عنوان|عنوان المقال|عنوان الخبر|عنوان رئيسي|عنوان رئيس|عنوان المادة|عنوان الموضوع|اسم المقال|اسم الخبر|مانشيت|title|headline|heading|subject|post title|article title|main title",
    "outlet": "جهة النشر|جهة|مصدر|صحيفة|جريدة|مجلة|وكالة|موقع|قناة|ناشر|وسيلة الإعلام|وسيلة|اسم جهة النشر|اسم الجهة|"
    "اسم المصدر|اسم الصحيفة|اسم الجريدة|اسم المجلة|اسم الوكالة|اسم الموقع|اسم القناة|اسم الناشر|outlet|source|publisher|publication|agency|newspaper|site|site name|media|source name",
    "author": "كاتب|اسم الكاتب|كاتب المقال|محرر|صحفي|مراسل|author|authors|byline|writer|by|creator|reporter|post author",
    "date": "تاريخ|تاريخ النشر|يوم|date|published|published at|publish date|publication date|pubdate|day|datetime|datepublished|date published|publishdate|post date|تاريخ الخبر|تاريخ المقال",
    "url": "رابط|عنوان الصفحة|وصلة|url|link|href|address|source url|permalink|post url|guid|رابط المقال|رابط الخبر",
}
HEADING_ROWS = 10  # a heading is looked for in these: a name of the list and empty lines may stand above it
LONGEST_NAME = 60  # letters of a column's name; a longer cell is a text
SAMPLES = 3  # rows shown to an editor who is to name the columns
SAMPLE_LETTERS = 160  # of each of their cells

_LONG = 10 * SAMPLE_LETTERS
_SIGNS = re.compile(r"[\W_]+")


def find_heading(rows: Sequence[list], told: Mapping[str, str] | None) -> tuple[int, dict[str, int], Heading]:
    """The number of rows up to and with the heading, field of a Document -> place of its column, the heading.

    `rows` are the first of the table, `told` is what an editor said. Raises UnknownColumns where no
    row names a column of texts.
    """
    names = [_names(row) for row in rows[:HEADING_ROWS]]
    for count, row in enumerate(names, 1):
        samples = _samples(rows[count:])
        fields = told or recognised_columns(row, samples)
        if "text" in fields and set(fields.values()) <= set(row):
            places = {field: row.index(column) for field, column in fields.items()}
            return count, places, Heading(row, samples)
    heading = _likely_heading(rows)
    columns = names[heading] if heading is not None else _names([""] * max(map(len, rows), default=0))
    if told and set(told.values()) <= set(columns):  # a table without names of columns
        places = {field: columns.index(column) for field, column in told.items()}
        return 0, places, Heading(columns, _samples(rows))
    raise UnknownColumns(columns, _samples(rows[0 if heading is None else heading + 1 :]))


def known_columns(names: Iterable[str]) -> dict[str, str]:
    """Field of a Document -> the name of its column, of those that are known."""
    found = {}
    for field, known in COLUMNS.items():
        meant = {_plain(name) for name in known.split("|")}
        column = next((name for name in names if _plain(str(name)) in meant), None)
        if column is not None:
            found[field] = column
    return found


def recognised_columns(columns: Sequence[str], samples: Sequence[list[str]]) -> dict[str, str]:
    """Field of a Document -> column, as a table is read that nobody named the columns of.

    Known names, and for the title one that only speaks of a title («العنوان الصحفي») above cells like titles:
    what else is likely may be wrong, and is left for an editor to choose.
    """
    found = known_columns(columns)
    cells = _cells(columns, samples)
    for column in columns:
        left = "title" not in found and column not in found.values() and cells[column]
        if left and _TITLES & set(_plain(column).split()) and all(map(_is_heading, cells[column])):
            found["title"] = column
    return found


def likely_columns(columns: list[str], samples: list[list[str]]) -> dict[str, str]:
    """What to offer an editor: columns that are known by their names, and else by what stands in them."""
    cells = _cells(columns, samples)
    found = recognised_columns(columns, samples)
    for field, fits in _LIKELY.items():
        left = [column for column in columns if column not in found.values() and cells[column]]
        likely = [column for column in left if all(map(fits, cells[column]))]
        if field not in found and likely:
            found[field] = max(likely, key=lambda column: sum(map(len, cells[column])))
    return found


def _cells(columns: Sequence[str], samples: Sequence[list[str]]) -> dict[str, list[str]]:
    """What stands below each column in the samples."""
    return {
        column: [row[at] for row in samples if at < len(row) and row[at]] for at, column in enumerate(columns)
    }


def _is_heading(cell: str) -> bool:
    return len(cell) < SAMPLE_LETTERS and not _LIKELY["url"](cell) and "@" not in cell


_TITLES = {"عنوان", "title", "headline"}  # words that make the name of a column speak of a title

# In the order in which they are told apart; of several columns the one with the longest cells.
_LIKELY: dict[str, Callable[[str], bool]] = {
    "url": lambda cell: cell.startswith(("http://", "https://")),
    "date": lambda cell: len(cell) < 40 and read_day(cell) is not None,
    "text": lambda cell: len(cell) > 15,
    "title": lambda cell: 15 < len(cell) < SAMPLE_LETTERS,
}


def _likely_heading(rows: Sequence[list]) -> int | None:
    """The first row of several short cells; None where the first such row has a text in it."""
    for number, row in enumerate(rows[:HEADING_ROWS]):
        cells = [str(cell).strip() for cell in row if str(cell).strip()]
        if len(cells) > 1:
            return number if all(len(cell) <= LONGEST_NAME for cell in cells) else None
    return 0 if rows and len(_names(rows[0])) == 1 and len(str(rows[0][0])) <= LONGEST_NAME else None


def _names(row: list) -> list[str]:
    """The cells as names of columns, each once: «العمود 2» where there is none, «نص (2)» for the second of a name."""
    names: list[str] = []
    for number, cell in enumerate(row, 1):
        name = " ".join(str(cell).split()) or _("العمود %(number)d") % {"number": number}
        names.append(f"{name} ({number})" if name in names else name)
    return names


def _samples(rows: Sequence[list]) -> list[list[str]]:
    full = [row for row in rows if any(str(cell).strip() for cell in row)]
    return [[sample(cell) for cell in row] for row in full[:SAMPLES]]


def sample(cell: object) -> str:
    """The beginning of a cell, for an editor to know its column by."""
    words = "" if cell is None else " ".join(str(cell)[:_LONG].split())  # a cell may have 200 MB
    return words if len(words) <= SAMPLE_LETTERS else words[: SAMPLE_LETTERS - 1] + "…"


@lru_cache(maxsize=1000)  # every line of a .jsonl names its columns again
def _plain(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in _SIGNS.sub(" ", fold(name).lower()).split())
