"""Rows as a table: CSV line by line, and XLSX by way of a temporary file."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

import xlsxwriter
from django.db.models import Model
from django.utils.translation import get_language_bidi

from statements.exports.columns import Absolute, cells, headings

BOM = "\ufeff"  # by which Excel knows UTF-8
SHEET = 1_048_575  # rows below the heading, as many as XLSX allows
_WIDTH = 24  # characters


def csv_lines(model: type[Model], rows: Iterable[Model], absolute: Absolute) -> Iterator[str]:
    """The lines of a CSV file with Arabic headings, a row of the database each."""
    return table_lines(headings(model), (cells(row, absolute) for row in rows))


def table_lines(heading: list[str], rows: Iterable[list[str | int]]) -> Iterator[str]:
    """The lines of any CSV file (UTF-8 with a mark when encoded)."""
    write = csv.writer(_Echo()).writerow
    yield BOM + write(heading)
    for row in rows:
        yield write([harmless(cell) for cell in row])


def harmless(cell: str | int) -> str | int:
    """What a spreadsheet would run as a formula, told as text by an apostrophe before it (OWASP, CSV injection)."""
    starts = isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if starts else cell


class _Echo:
    """What csv writes to: a line comes back instead of being kept."""

    def write(self, line: str) -> str:
        return line


def xlsx_file(model: type[Model], rows: Iterable[Model], absolute: Absolute) -> IO[bytes]:
    """A temporary file, open at its beginning, with the rows on sheets of SHEET rows, right to left in Arabic."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (whoever sends it closes it)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet, at = None, SHEET
        for row in rows:
            if at == SHEET:
                sheet, at = _new_sheet(book, model), 0
            at += 1
            sheet.write_row(at, 0, [_short(cell) for cell in cells(row, absolute)])
        if sheet is None:
            _new_sheet(book, model)
    file.seek(0)
    return file


_LONGEST = 32_767  # code points of a cell, as many as XLSX allows


def _short(cell: str | int) -> str | int:
    return cell[: _LONGEST - 1] + "…" if isinstance(cell, str) and len(cell) > _LONGEST else cell


def _new_sheet(book: xlsxwriter.Workbook, model: type[Model]):
    sheet, names = book.add_worksheet(), headings(model)
    if get_language_bidi():
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(names) - 1, _WIDTH)
    sheet.write_row(0, 0, names, book.add_format({"bold": True}))
    return sheet
