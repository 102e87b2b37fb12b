"""The words of HTML, a line a block; scripts and captions left out."""

import html
import re

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main "
        "nav ol p section table td th tr ul",
    )
)
_TAG = re.compile(
    r"</?(p|a|div|br|span|strong|em|b|i|u|h[1-6]|ul|ol|li|img|figure|blockquote|table|tr|td)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8});", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[caption\b.*?\[/caption\]|\[/?(?:gallery|embed|audio|video)\b[^\]]*\]", re.DOTALL)
_DROPPED = frozenset(("script", "style", "noscript", "template", "title", "figcaption", "iframe", "select"))


def plain_text(markup: str) -> str:
    """The lines of a fragment of HTML."""
    import lxml.html  # loaded where markup is read only

    return _lines_of(lxml.html.fragment_fromstring(markup, create_parent="div")) if markup.strip() else ""


def without_markup(words: str) -> str:
    """What a cell of a table says: content systems export it as HTML, or with «&quot;» for a mark."""
    import lxml.etree

    try:
        if _TAG.search(words):
            words = plain_text(_SHORTCODE.sub("", words))
        elif _ENTITY.search(words):
            words = html.unescape(words)
        return plain_text(words) if _TAG.search(words) else words  # some escape their markup twice
    except (lxml.etree.LxmlError, ValueError):  # letters that no markup may have
        return words


def page_lines(page: str) -> list[str]:
    """The lines of a whole page, in the order of its source; none where it cannot be parsed."""
    import lxml.etree
    import lxml.html

    try:
        return _lines_of(lxml.html.document_fromstring(page)).split("\n")
    except (lxml.etree.LxmlError, ValueError):
        return []


def _lines_of(root) -> str:
    pieces: list[str] = []
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
