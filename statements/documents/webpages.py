"""A saved web page (.html, .mhtml) becomes the text of its article, with its title, outlet and date.

The main text is found by trafilatura; captions, comments, related links and menus are left out.
"""

import datetime
import email
import email.policy
import re

from statements.documents.document import Document
from statements.documents.letters import decode
from statements.documents.problems import Damaged, NoTextFound

_LIST_LINE = "- "  # how trafilatura writes an item of a list
_DECLARED = re.compile(r"<\?xml[^>]*\?>|(<meta[^>]*?)\bcharset\s*=\s*[\"']?[\w-]+", re.IGNORECASE)


def read_page(content: bytes) -> Document:
    """The article of an HTML page. Raises NoTextFound, NotText."""
    page, encoding = decode(content)
    return _read(page, encoding)


def read_archived_page(content: bytes) -> Document:
    """The article of a page saved whole with its pictures (MHTML). Raises Damaged, NoTextFound."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    if part is None:
        raise Damaged("MHTML")
    payload = part.get_payload(decode=True) or b""
    page, encoding = decode(payload)
    return _read(page, encoding, url=str(message.get("Snapshot-Content-Location", "")))


def _read(page: str, encoding: str, url: str = "") -> Document:
    # Loaded where a page is read only: it takes a third of a second and 40 MB.
    import trafilatura
    from htmldate import find_date

    page = _DECLARED.sub(r"\1", page)  # it is text now; a wrong declaration would be believed
    found = trafilatura.bare_extraction(
        page,
        url=url or None,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        with_metadata=True,
    )
    text = (found.text or "").strip() if found else ""
    if not text or _is_list_of_links(text):
        raise NoTextFound()
    # From what the page declares and from its address; no guessing from the text.
    told = find_date(page, url=found.url or url or None, extensive_search=False, original_date=True)
    return Document(
        text=text,
        encoding=encoding,
        title=(found.title or "").strip(),
        outlet=(found.sitename or "").strip(),
        date=datetime.date.fromisoformat(told) if told else None,
        url=found.url or url,
    )


def _is_list_of_links(text: str) -> bool:
    """A front page, which names many articles and is none."""
    lines = text.splitlines()
    return 2 * sum(line.startswith(_LIST_LINE) for line in lines) > len(lines)
