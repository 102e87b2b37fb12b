"""A feed (RSS, Atom) becomes its articles: each entry with its text, title, link and day."""

import datetime
import re
from collections.abc import Iterator

from statements.documents.boilerplate import without_boilerplate
from statements.documents.bylines import author_of
from statements.documents.document import Document
from statements.documents.markup import plain_text, without_markup
from statements.documents.mastheads import outlet_of
from statements.documents.problems import Damaged, DocumentProblem, NoTextFound, UnsafeXML

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(content: bytes) -> Iterator[tuple[int, Document | DocumentProblem]]:
    """The entries of a feed, counted from 1. Raises Damaged, UnsafeXML."""
    import feedparser  # loaded where a feed is read only

    if _ENTITY.search(content.replace(b"\x00", b"")):  # UTF-16 has every other byte empty
        raise UnsafeXML()
    feed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise Damaged("RSS")
    outlet = outlet_of(feed.feed.get("title") or "")
    for number, entry in enumerate(feed.entries, 1):
        yield number, _document(entry, outlet, feed.get("encoding") or "utf_8")


def _document(entry, outlet: str, encoding: str) -> Document | DocumentProblem:
    bodies = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    text = without_markup(plain_text(max(bodies, key=len)))  # some feeds escape their markup twice
    if not text:
        return NoTextFound()
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    link = entry.get("link", "")
    return Document(
        text=without_boilerplate(text),
        encoding=encoding,
        title=plain_text(entry.get("title", "")),
        outlet=outlet,
        author=author_of(entry.get("author") or "", outlet=outlet),
        date=datetime.date(*moment[:3]) if moment else None,
        url=link if link.startswith(("http://", "https://")) else "",
    )
