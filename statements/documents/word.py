"""A Word file (.docx) becomes its paragraphs, with those of its tables, in their order."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from statements.documents.document import Document
from statements.documents.problems import Damaged


def read_word(content: bytes) -> Document:
    """The text of a .docx; a title its properties tell. Raises Damaged."""
    import docx  # loaded where a Word file is read only
    from docx.opc.exceptions import PackageNotFoundError

    try:
        file = docx.Document(io.BytesIO(content))
        text = "\n".join(_paragraphs(file.iter_inner_content()))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise Damaged("Word") from error  # SyntaxError: lxml's for XML that is not well formed
    return Document(text=text, encoding="utf_8", title=(file.core_properties.title or "").strip())


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
