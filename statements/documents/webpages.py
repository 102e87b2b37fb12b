"""A saved web page (.html, .mhtml) becomes the text of its article, with its title, outlet and date.

The main text is found by trafilatura; captions, comments, related links and menus are left out.
"""

import datetime
import email
import email.policy
import re

from statements.documents.boilerplate import without_boilerplate
from statements.documents.bylines import author_of, byline
from statements.documents.datelines import around_headline, visible_day, without_head
from statements.documents.document import Document
from statements.documents.letters import decode
from statements.documents.mastheads import outlet_of
from statements.documents.problems import Damaged, NoTextFound

_LIST_LINE = "- "  # how trafilatura writes an item of a list
_DECLARED = re.compile(r"<\?xml[^>]*\?>|(<meta[^>]*?)\bcharset\s*=\s*[\"']?[\w-]+", re.IGNORECASE)


def read_page(content: bytes) -> Document:
    """The article of an HTML page. Raises NoTextFound, NotText."""
    page, encoding = decode(content)
    return _read(page, encoding)


def read_archived_page(content: bytes) -> Document:
    """The article of a page saved whole with its pictures (MHTML). Raises Damaged, NoTextFound."""
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    except RecursionError as error:  # parts within parts within parts
        raise Damaged("MHTML") from error
    if part is None:
        raise Damaged("MHTML")
    payload = part.get_payload(decode=True) or b""
    page, encoding = decode(payload)
    return _read(page, encoding, url=str(message.get("Snapshot-Content-Location", "")))


def _read(page: str, encoding: str, url: str = "") -> Document:
    page = _DECLARED.sub(r"\1", page)  # it is text now; a wrong declaration would be believed
    found = _main_text(page, url)
    whole = without_boilerplate((found.text or "").strip()) if found else ""
    if not whole or _is_list_of_links(whole):
        raise NoTextFound()
    url = next((told for told in (found.url, url) if told and told.startswith(("http://", "https://"))), "")
    title, outlet = (found.title or "").strip(), outlet_of(found.sitename or "")
    text, day = without_head(whole, title=title)
    above, below = around_headline(page, title=title, text=text)
    return Document(
        text=text,
        encoding=encoding,
        title=title,
        outlet=outlet,
        author=author_of(found.author or "", outlet=outlet) or byline("\n".join(below)) or byline(whole),
        date=_declared_day(page, url) or day or visible_day(above, below),
        url=url,
    )


def _main_text(page: str, url: str):
    """What trafilatura finds: text and what the page says of itself; None where it finds no text."""
    import trafilatura  # loaded where a page is read only: it takes a third of a second and 40 MB

    return trafilatura.bare_extraction(
        page,
        url=url or None,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        with_metadata=True,
    )


def _declared_day(page: str, url: str) -> datetime.date | None:
    """What the page declares and its address tells; no guessing from the text."""
    from htmldate import find_date

    told = find_date(page, url=url or None, extensive_search=False, original_date=True)
    return datetime.date.fromisoformat(told) if told else None


def _is_list_of_links(text: str) -> bool:
    """A front page, which names many articles and is none."""
    lines = text.splitlines()
    return 2 * sum(line.startswith(_LIST_LINE) for line in lines) > len(lines)
