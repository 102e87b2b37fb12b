"""The words of HTML, a line a block; scripts and captions left out."""

import re

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main "
        "nav ol p section table td th tr ul",
    )
)
_DROPPED = frozenset(("script", "style", "noscript", "template", "title", "figcaption", "iframe", "select"))


def plain_text(markup: str) -> str:
    """The lines of a fragment of HTML."""
    import lxml.html  # loaded where markup is read only

    return _lines_of(lxml.html.fragment_fromstring(markup, create_parent="div")) if markup.strip() else ""


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
