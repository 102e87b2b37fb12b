"""A Word file (.docx) becomes its paragraphs, with those of its tables, in their order."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from statements.documents.bylines import byline
from statements.documents.datelines import day_of_head
from statements.documents.document import HEADLINE_LETTERS, HEADLINE_WORDS, Document, told_title
from statements.documents.problems import Damaged

_HEADLINE_STYLES = ("Title", "Heading", "العنوان", "عنوان")


def read_word(content: bytes) -> Document:
    """The text of a .docx; its headline, else the title that its properties tell. Raises Damaged."""
    import docx  # loaded where a Word file is read only
    from docx.opc.exceptions import PackageNotFoundError

    try:
        file = docx.Document(io.BytesIO(content))
        text = "\n".join(_paragraphs(file.iter_inner_content()))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise Damaged("Word") from error  # SyntaxError: lxml's for XML that is not well formed
    title = _headline(file.paragraphs) or told_title(file.core_properties.title or "", text)
    return Document(text=text, encoding="utf_8", title=title, author=byline(text), date=day_of_head(text))


def _headline(paragraphs) -> str:
    """The first paragraph where its style or its letters make it a headline; it stays part of the text."""
    first = next((p for p in paragraphs if p.text.strip()), None)
    if first is None:
        return ""
    style = first.style.name if first.style is not None else ""
    bold = all(run.bold for run in first.runs if run.text.strip())
    line = " ".join(first.text.split())
    fits = len(line.split()) in HEADLINE_WORDS and len(line) <= HEADLINE_LETTERS and not line.endswith(".")
    return line if fits and (style.startswith(_HEADLINE_STYLES) or (bold and first.runs)) else ""


def _paragraphs(items) -> Iterator[str]:
    """The text of paragraphs and, cell by cell, of tables; a merged cell once."""
    for item in items:
        if hasattr(item, "rows"):
            seen = set()
            for cell in (cell for row in item.rows for cell in row.cells):
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    yield from _paragraphs(cell.iter_inner_content())
        elif item.text.strip():
            yield item.text
