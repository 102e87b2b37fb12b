"""A feed (RSS, Atom) becomes its articles: each entry with its text, title, link and day."""

import datetime
import re
from collections.abc import Iterator

from statements.documents.document import Document
from statements.documents.problems import Damaged, DocumentProblem, NoTextFound, UnsafeXML

_TAG = re.compile(r"</?(p|a|div|br|span|strong|em)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(content: bytes) -> Iterator[tuple[int, Document | DocumentProblem]]:
    """The entries of a feed, counted from 1. Raises Damaged, UnsafeXML."""
    import feedparser  # loaded where a feed is read only

    if _ENTITY.search(content):
        raise UnsafeXML()
    feed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise Damaged("RSS")
    outlet = (feed.feed.get("title") or "").strip()
    for number, entry in enumerate(feed.entries, 1):
        yield number, _document(entry, outlet, feed.get("encoding") or "utf_8")


def _document(entry, outlet: str, encoding: str) -> Document | DocumentProblem:
    bodies = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    text = plain_text(max(bodies, key=len))
    if _TAG.search(text):  # some feeds escape their markup twice
        text = plain_text(text)
    if not text:
        return NoTextFound()
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    link = entry.get("link", "")
    return Document(
        text=text,
        encoding=encoding,
        title=plain_text(entry.get("title", "")),
        outlet=outlet,
        date=datetime.date(*moment[:3]) if moment else None,
        url=link if link.startswith(("http://", "https://")) else "",
    )


_BLOCKS = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "figure"))
_DROPPED = frozenset(("script", "style", "figcaption", "iframe"))


def plain_text(markup: str) -> str:
    """The words of a fragment of HTML, a line a block; scripts and captions left out."""
    import lxml.html

    if not markup.strip():
        return ""
    pieces: list[str] = []
    root = lxml.html.fragment_fromstring(markup, create_parent="div")
    _collect(root, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(root, pieces: list[str]) -> None:
    """Walk in document order without recursion: markup may be nested thousands deep."""
    stack = [(root, False)]
    while stack:
        node, closing = stack.pop()
        block = node.tag in _BLOCKS
        if closing:
            pieces.append(("\n" if block else "") + (node.tail or ""))
            continue
        stack.append((node, True))
        if isinstance(node.tag, str) and node.tag not in _DROPPED:
            pieces.append(("\n" if block else "") + (node.text or ""))
            stack.extend((child, False) for child in reversed(node))
