"""A table (.csv, .xlsx, .jsonl, .json) becomes its articles, a row each."""

import csv
import io
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from statements.documents.bylines import author_of
from statements.documents.columns import (
    HEADING_ROWS,
    SAMPLES,
    find_heading,
    known_columns,
    recognised_columns,
    sample,
)
from statements.documents.days import read_day
from statements.documents.document import Document, Heading
from statements.documents.letters import decode
from statements.documents.markup import without_markup
from statements.documents.problems import (
    MAX_BYTES,
    MAX_TABLE_BYTES,
    BrokenRow,
    Damaged,
    DocumentProblem,
    EmptyRow,
    TooLarge,
    UnknownColumns,
)

# The number of a row, from 1, and what it became; before the first, with 0, what the columns are called.
Row = tuple[int, Document | DocumentProblem | Heading]

_FIELD_LIMIT = MAX_TABLE_BYTES  # characters of one cell of a CSV; whoever reads it judges its length
MAX_COLUMNS = 500  # what stands to the left of these is not looked at
_LONGEST = 2000  # letters looked at of a title or an outlet
_DELIMITERS = ",;\t|"
_SAMPLE = 100_000  # characters in which the delimiter is looked for
_FIRST = 2 * HEADING_ROWS  # rows in which the heading is looked for, with those that show what is below it


def read_csv(content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The articles of a CSV with commas, semicolons or tabs. Raises NotText, UnknownColumns, Damaged."""
    text, encoding = decode(content)
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        yield from _rows(
            csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), columns, encoding
        )
    except csv.Error as error:
        raise Damaged("CSV") from error


def read_workbook(content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The articles of all sheets of an .xlsx; a sheet without a column of texts is none, unless all are.

    Rows are counted on from sheet to sheet. Raises Damaged, UnknownColumns.
    """
    before, unknown, any_read = 0, None, False
    for rows in _sheets(content):
        try:
            for number, document in _rows(rows, columns, "utf_8"):
                any_read = True
                yield (before + number if number else 0), document
        except UnknownColumns as problem:
            unknown = unknown or (problem if rows else None)
        before += len(rows)
    if unknown and not any_read:
        raise unknown


def read_json_lines(content: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The articles of a .jsonl, an object a line, or of a .json, objects in a list; what is no object is answered
    on its own.

    Raises NotText; Damaged where none of several is an object; UnknownColumns where none of the first objects has a key that is known for the text.
    """
    text, encoding = decode(content)
    objects = _whole(text) or _lines(text)
    first = [told for _number, told in objects[:HEADING_ROWS]]
    keys, samples = _keys([told for one in first if (told := _object(one))])
    if columns is None and keys and "text" not in known_columns(keys):
        raise UnknownColumns(keys, samples)
    if len(objects) > 1 and not keys:
        raise Damaged("JSON")
    yield 0, Heading(keys, samples)
    recognised = recognised_columns(keys, samples)
    for number, told in objects:
        yield number, _from_json(told, columns, recognised, encoding)


def _whole(text: str) -> list[tuple[int, dict]]:
    """The objects of a text that is one value: a list of them, one that has such a list («articles»), or one alone."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return []
    if isinstance(told, dict):
        told = next(filter(_is_list_of_objects, told.values()), [told])
    return list(enumerate(told, 1)) if _is_list_of_objects(told) else []


def _is_list_of_objects(told: object) -> bool:
    return isinstance(told, list) and bool(told) and all(isinstance(one, dict) for one in told)


def _lines(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into most cells alike. Quotation marks are always "…" with "" inside:
    csv.Sniffer guesses these too, and wrongly where texts have several lines."""
    return max(_DELIMITERS, key=lambda sign: _likeness(text[:_SAMPLE], sign))


def _likeness(text: str, delimiter: str) -> tuple[float, int]:
    """How many of the first rows have the commonest width, in parts of one, and that width; 0 for a single cell."""
    rows = itertools.islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _FIRST)
    widths = Counter(len(row) for row in rows if any(row))
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return (count / widths.total(), width) if width > 1 else (0.0, 1)


def _sheets(content: bytes) -> list[list[list]]:
    import python_calamine  # loaded where a workbook is read only

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=True) for name in book.sheet_names]
    except (python_calamine.CalamineError, IndexError) as error:
        raise Damaged("Excel") from error


def _keys(objects: list[dict]) -> tuple[list[str], list[list[str]]]:
    """The keys of `objects`, each once, and what the first of them say."""
    keys = list(dict.fromkeys(key for told in objects for key in told))
    return keys, [[sample(told.get(key)) for key in keys] for told in objects[:SAMPLES]]


def _from_json(
    one: dict | str, columns: Mapping[str, str] | None, recognised: Mapping[str, str], encoding: str
) -> Document | DocumentProblem:
    if isinstance(one, str) and len(one) > MAX_BYTES:
        return TooLarge(MAX_BYTES)
    told = _object(one)
    if told is None:
        return BrokenRow()
    known = known_columns(told)
    if not columns and "text" not in known:
        return UnknownColumns(list(told))
    fields = columns or recognised | known
    return _document({field: told.get(column) for field, column in fields.items()}, encoding)


def _object(one: dict | str) -> dict | None:
    """An object, or the one that a line says; none for a line longer than an article may be."""
    if isinstance(one, dict) or len(one) > MAX_BYTES:
        return one if isinstance(one, dict) else None
    try:
        told = json.loads(one)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _rows(rows: Iterable[list], columns: Mapping[str, str] | None, encoding: str) -> Iterator[Row]:
    rows = (row[:MAX_COLUMNS] for row in rows)
    first = list(itertools.islice(rows, _FIRST))
    heading, places, named = find_heading(first, columns)
    yield 0, named
    for number, row in enumerate(itertools.chain(first[heading:], rows), heading + 1):
        if any(str(cell).strip() for cell in row):
            cells = {field: row[at] if at < len(row) else "" for field, at in places.items()}
            yield number, _document(cells, encoding)


def _document(cells: Mapping[str, object], encoding: str) -> Document | EmptyRow:
    said = {field: _words(cell) for field, cell in cells.items() if cell is not None and field != "date"}
    said |= {
        field: without_markup(words)
        for field, words in said.items()
        if field != "url" and len(words) <= MAX_BYTES  # what is longer is refused
    }
    if not said.get("text"):
        return EmptyRow()
    date = read_day(cells.get("date"))
    return Document(
        text=said["text"].replace("\r\n", "\n").replace("\r", "\n"),
        encoding=encoding,
        title=" ".join(said.get("title", "")[:_LONGEST].split()),
        outlet=" ".join(said.get("outlet", "")[:_LONGEST].split()),
        author=author_of(said.get("author", ""), outlet=said.get("outlet", "")),
        date=date,
        url=said.get("url", "") if said.get("url", "").startswith(("http://", "https://")) else "",
        no_date="" if date else sample(cells.get("date")),
    )


def _words(cell: object) -> str:
    """The cell as it is shown: a workbook keeps 2021 as 2021.0."""
    return str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()
