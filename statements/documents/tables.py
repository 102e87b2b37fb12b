"""A table (.csv, .xlsx, .jsonl) becomes its articles, a row each.

Columns are known by their names, Arabic or English, in any spelling of theirs.
"""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from statements.documents.document import Document, possible_day
from statements.documents.letters import decode
from statements.documents.problems import Damaged, DocumentProblem, EmptyRow, UnknownColumns
from statements.extraction.dates import find_dates
from statements.extraction.normalize import fold

# Field of a Document -> names its column may have; compared folded, without the article and signs.
COLUMNS = {
    "text": "نص|نص المقال|نص الخبر|متن|محتوى|تفاصيل|خبر|مقال|text|body|content|article|article text|full text|story",
    "title": "عنوان|عنوان المقال|عنوان الخبر|title|headline|heading|subject",
    "outlet": "جهة النشر|مصدر|صحيفة|وكالة|موقع|ناشر|outlet|source|publisher|publication|agency|newspaper|site",
    "date": "تاريخ|تاريخ النشر|يوم|date|published|published at|publish date|publication date|pubdate|day|datetime",
    "url": "رابط|عنوان الصفحة|وصلة|url|link|href|address|source url|permalink",
}
Row = tuple[int, Document | DocumentProblem]  # the number of a row, from 1, and what it became

_SIGNS = re.compile(r"[\W_]+")
_FIELD_LIMIT = 20_000_000  # characters of one cell of a CSV: more than any file may have


def read_csv(content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The articles of a CSV with commas, semicolons or tabs. Raises NotText, UnknownColumns, Damaged."""
    text, encoding = decode(content)
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        dialect = csv.Sniffer().sniff(text[:20_000].partition("\n")[0], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        yield from _rows(csv.reader(io.StringIO(text, newline=""), dialect), columns, encoding)
    except csv.Error as error:
        raise Damaged("CSV") from error


def read_workbook(content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The articles of all sheets of an .xlsx; a sheet after the first without a column of texts is none.

    Rows are counted on from sheet to sheet. Raises Damaged, UnknownColumns.
    """
    import python_calamine  # loaded where a workbook is read only

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=True) for name in book.sheet_names]
    except (python_calamine.CalamineError, IndexError) as error:
        raise Damaged("Excel") from error
    before = 0
    for at, rows in enumerate(sheets):
        try:
            yield from ((before + number, document) for number, document in _rows(rows, columns, "utf_8"))
        except UnknownColumns:
            if at == 0:
                raise
        before += len(rows)


def read_json_lines(content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The articles of a .jsonl, an object a line; a line that is none is answered on its own."""
    text, encoding = decode(content)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _from_json(line, columns, encoding)


def _from_json(line: str, columns: Mapping[str, str] | None, encoding: str) -> Document | DocumentProblem:
    try:
        told = json.loads(line)
        if not isinstance(told, dict):
            raise ValueError
        fields = columns or find_columns(told)
        return _document({field: told.get(column) for field, column in fields.items()}, encoding)
    except UnknownColumns as problem:
        return problem
    except (ValueError, RecursionError):
        return Damaged("JSON")


def _rows(rows: Iterable[list], columns: Mapping[str, str] | None, encoding: str) -> Iterator[Row]:
    rows = iter(rows)
    head = [str(cell).strip() for cell in next(rows, [])]
    fields = columns or find_columns(head)
    places = {field: head.index(column) for field, column in fields.items() if column in head}
    if "text" not in places:
        raise UnknownColumns(head)
    for number, row in enumerate(rows, 2):
        if any(str(cell).strip() for cell in row):
            cells = {field: row[at] if at < len(row) else "" for field, at in places.items()}
            yield number, _document(cells, encoding)


def find_columns(names: Iterable[str]) -> dict[str, str]:
    """Field of a Document -> the name of its column. Raises UnknownColumns where none holds the text."""
    names = list(names)
    found = {}
    for field, known in COLUMNS.items():
        meant = {_plain(name) for name in known.split("|")}
        column = next((name for name in names if _plain(str(name)) in meant), None)
        if column is not None:
            found[field] = column
    if "text" not in found:
        raise UnknownColumns([str(name) for name in names])
    return found


def _plain(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in _SIGNS.sub(" ", fold(name).lower()).split())


def _document(cells: Mapping[str, object], encoding: str) -> Document | EmptyRow:
    said = {field: str(cell).strip() for field, cell in cells.items() if cell is not None and field != "date"}
    if not said.get("text"):
        return EmptyRow()
    return Document(
        text=said.get("text", "").replace("\r\n", "\n").replace("\r", "\n"),
        encoding=encoding,
        title=said.get("title", ""),
        outlet=said.get("outlet", ""),
        date=read_day(cells.get("date")),
        url=said.get("url", "") if said.get("url", "").startswith(("http://", "https://")) else "",
    )


_ISO_DAY = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_EUROPEAN_DAY = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")


def read_day(told: object) -> datetime.date | None:
    """The day a cell tells: a date of the workbook, 2021-05-12, 12/05/2021 (day first), else None."""
    if isinstance(told, datetime.datetime):
        return possible_day(told.date())
    if isinstance(told, datetime.date):
        return possible_day(told)
    if not isinstance(told, str):
        return None
    folded = fold(told)  # digits of every script
    try:
        if found := _ISO_DAY.match(folded):
            return possible_day(datetime.date(*map(int, found.groups())))
        if found := _EUROPEAN_DAY.match(folded):
            return possible_day(datetime.date(*map(int, reversed(found.groups()))))
    except ValueError:
        return None
    return next((possible_day(date.day) for date in find_dates(told[:80]) if date.day), None)
