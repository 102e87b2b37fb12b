"""A web page that a browser printed to PDF becomes its article: menus above the headline and links below go."""

import re
from dataclasses import replace

from statements.documents.boilerplate import without_boilerplate
from statements.documents.bylines import byline
from statements.documents.datelines import is_headline, without_head
from statements.documents.document import Document
from statements.documents.mastheads import outlet_of

ABOVE = 15  # lines above the headline: name of the site, menus, the day it was printed
LONGEST_ABOVE = 12  # words; a longer line is a paragraph, and then nothing is cut
_BROWSERS = re.compile(r"Mozilla|Firefox|Chrom|Safari|Skia/PDF|HeadlessChrome", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[-–—|]\s+|\s*\|\s*")  # «العنوان | الصحيفة»
_ADDRESS = re.compile(r"https?://[^\s/]+/\S+")


def is_printed_by_browser(creator: str, producer: str) -> bool:
    return bool(_BROWSERS.search(creator) or _BROWSERS.search(producer))


def printed_article(document: Document, foot: str) -> Document:
    """`document` without what is not its article, where its title is found as the headline; `foot` is the
    last line of a page, where browsers print the address."""
    lines = document.text.split("\n")
    parts = _BETWEEN.split(document.title)
    found = next((n for n, line in enumerate(lines[: ABOVE + 1]) if _headline(line, parts)), None)
    address = _ADDRESS.search(foot)
    document = replace(document, url=address[0] if address and "…" not in address[0] else "")
    if found is None or any(len(line.split()) > LONGEST_ABOVE for line in lines[:found]):
        return document
    title = _headline(lines[found], parts)
    rest = [part for part in parts if part != title]
    author = byline("\n".join(lines[found:]))
    text, day = without_head("\n".join(lines[found:]), title=title)
    return replace(
        document,
        text=without_boilerplate(text),
        title=title,
        author=author,
        date=day,
        outlet=outlet_of(" | ".join(rest)),
    )


def _headline(line: str, parts: list[str]) -> str:
    """The part of the title that the line repeats."""
    return next((part for part in parts if len(part.split()) > 2 and is_headline(line, part)), "")
