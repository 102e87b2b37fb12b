"""A PDF with a text layer becomes its text in reading order.

PDFium says where each letter stands; `pdf_lines` puts the letters into lines and the lines into the
order in which Arabic is read. A page without a text layer, or with letters that make no words, is
refused: nonsense is never stored.
"""

import ctypes

from statements.documents.bylines import byline
from statements.documents.document import Document, told_title
from statements.documents.letters import refuse_garbled
from statements.documents.pdf_lines import Glyph, Line, page_lines, without_risen
from statements.documents.pdf_paragraphs import drop_running_heads, join_lines
from statements.documents.printed import is_printed_by_browser, printed_article
from statements.documents.problems import Damaged, Encrypted, Scanned, TookTooLong, TooManyPages

MAX_PAGES = 200
MAX_LETTERS = 200_000  # of a page; a newspaper's has 40,000
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
_BLANK = 20  # letters; a page with fewer is a picture if it holds one, else blank
_COVERED = 0.3  # of the page, by pictures


def read_pdf(content: bytes) -> Document:
    """The text of a PDF, paragraph by paragraph. Raises Damaged, Encrypted, Scanned, Garbled, TooManyPages."""
    import pypdfium2  # loaded where a PDF is read only

    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD:
            raise Encrypted() from error
        raise Damaged("PDF") from error
    with file:
        title, creator, producer = (
            file.get_metadata_value(n).strip() for n in ("Title", "Creator", "Producer")
        )
        pages = _read_pages(_pages(file))
    foot = pages[0][-1].text if pages and pages[0] else ""
    text = join_lines(drop_running_heads(pages))
    document = Document(text=text, encoding="utf_8", title=told_title(title, text), author=byline(text))
    return printed_article(document, foot) if is_printed_by_browser(creator, producer) else document


def _pages(file) -> list:
    import pypdfium2

    if len(file) > MAX_PAGES:
        raise TooManyPages(MAX_PAGES)
    try:
        return [file[n] for n in range(len(file))]
    except pypdfium2.PdfiumError as error:
        raise Damaged("PDF") from error


def _read_pages(pages: list) -> list[list[Line]]:
    """The lines of each page. Raises Scanned, Garbled."""
    glyphs = without_risen([_glyphs(page) for page in pages])
    return [_lines(*page, n) for n, page in enumerate(zip(pages, glyphs, strict=True), 1)]


def _lines(page, glyphs: list[Glyph], number: int) -> list[Line]:
    if len(glyphs) < _BLANK and _is_picture(page):
        raise Scanned(number)
    lines = page_lines(glyphs, page.get_width())
    refuse_garbled("\n".join(line.text for line in lines), number)
    return lines


def _glyphs(page) -> list[Glyph]:
    import pypdfium2.raw as pdfium

    text, found = page.get_textpage(), []
    x, base = ctypes.c_double(), ctypes.c_double()
    if text.count_chars() > MAX_LETTERS:
        raise TookTooLong()
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if (
            code <= 0x20
            or code == 0xA0
            or 0xD800 <= code < 0xE000
            or pdfium.FPDFText_IsGenerated(text, at) == 1
        ):
            continue
        # Spaces stand where they please; the pen's place counts the white a letter brings with it.
        left, bottom, right, top = text.get_charbox(at, loose=True)
        pdfium.FPDFText_GetCharOrigin(text, at, x, base)
        found.append(Glyph(chr(code), min(left, x.value), right, base.value, top - bottom))
    return found


def _is_picture(page) -> bool:
    """Whether pictures cover a good part of the page."""
    import pypdfium2.raw as pdfium

    area = 0.0
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = item.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return area > _COVERED * page.get_width() * page.get_height()
