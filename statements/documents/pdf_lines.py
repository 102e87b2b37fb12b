"""Letters with their places on a page become lines, from right to left, column by column.

A PDF keeps glyphs as they are drawn, from left to right or in any order, and its spaces where they
please. Here the places decide.
"""

import itertools
import statistics
import unicodedata
from dataclasses import dataclass

from statements.documents.pdf_order import logical

SPACE = 0.17  # of the letters' height: a wider gap parts words, where a page has too few to measure
TOUCHING, SURELY_SPACE = 0.05, 0.25  # below and above there is nothing to measure
COLUMN = 2.5  # of the letters' height: a wider gap parts columns
SAME_LINE = 0.4  # of the letters' height: how far above or below its line a letter may stand
CHANNEL = 0.6  # of the letters' height: a white stripe this wide down the page parts columns

_ALEFS = "اأإآٱ"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, its box and the line it stands on, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line in reading order and its box; `height` is that of its letters."""

    text: str
    left: float
    right: float
    base: float
    height: float


def page_lines(glyphs: list[Glyph], width: float) -> list[Line]:
    """The lines of a page, column by column from the right, each from top to bottom."""
    columns = _columns(_rows(glyphs), width)
    space = _narrowest_space([segment for column in columns for segment in column])
    lines = (_line(segment, space) for column in columns for segment in column)
    return [line for line in lines if line.text]


def without_risen(pages: list[list[Glyph]]) -> list[list[Glyph]]:
    """Pages without tall letters of the next one's first line: browsers draw these, unseen, at the foot too."""
    cleaned = []
    for page, following in zip(pages, [*pages[1:], []], strict=True):
        lowest = min((g.base for g in page), default=0.0)
        foot = {(g.text, round(g.left)) for g in page if g.base < lowest + 1}
        highest = max((g.base for g in following), default=0.0)
        head = {(g.text, round(g.left)) for g in following if g.base > highest - 1}
        cleaned.append([g for g in page if g.base >= lowest + 1] if foot < head else page)
    return cleaned


def _narrowest_space(segments: list[list[Glyph]]) -> float:
    """The gap, of the letters' height, above which words are parted: the middle of the widest step between gaps.

    Fonts differ: within words a browser's PDF has gaps up to 0.12, and another's whole space is 0.18.
    """
    gaps = sorted(g for segment in segments for g in _gaps(segment) if TOUCHING < g < SURELY_SPACE)
    steps = itertools.pairwise([TOUCHING, *gaps, SURELY_SPACE])
    return max((high - low, (low + high) / 2) for low, high in steps)[1] if len(gaps) >= 5 else SPACE


def _gaps(segment: list[Glyph]) -> list[float]:
    height, found, left = _height(segment), [], segment[0].left
    for glyph in segment[1:]:
        found.append((left - glyph.right) / height)
        left = min(left, glyph.left)
    return found


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs that stand on one line, from the top of the page down."""
    drawn = [g for g in glyphs if g.height > 0]
    height = _height(drawn) if drawn else 0.0
    rows: list[list[Glyph]] = []
    for glyph in sorted(drawn, key=lambda g: -g.base):
        if rows and rows[-1][0].base - glyph.base < SAME_LINE * height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _split(row: list[Glyph]) -> list[list[Glyph]]:
    """A row parted where the gap is that between columns."""
    row = sorted(row, key=lambda g: -g.right)
    height = statistics.median(g.height for g in row)
    parts, left = [[row[0]]], row[0].left
    for glyph in row[1:]:
        if left - glyph.right > COLUMN * height:
            parts.append([])
        parts[-1].append(glyph)
        left = min(left, glyph.left)
    return parts


def _columns(rows: list[list[Glyph]], width: float) -> list[list[list[Glyph]]]:
    """Segments by column, the right one first, where a white stripe runs down the middle of the page.

    Rows across the stripe (headlines) come first. Lines of two columns need not stand level, so each
    column is parted into rows of its own.
    """
    channel = _channel(rows, width)
    if channel is None:
        return [[s for row in rows for s in _split(row)]]
    across = [row for row in rows if any(g.left < channel < g.right for g in row)]
    beside = [g for row in rows if row not in across for g in row]
    right, left = [g for g in beside if g.left >= channel], [g for g in beside if g.left < channel]
    return [[s for row in part for s in _split(row)] for part in (across, _rows(right), _rows(left))]


def _channel(rows: list[list[Glyph]], width: float) -> float | None:
    """Where on the page, in points, the white stripe between two columns runs; None for one column."""
    if len(rows) < 5:
        return None
    need = CHANNEL * statistics.median(_height(row) for row in rows)
    covered = [0] * (int(width) + 2)
    for row in rows:
        for x in {x for g in row for x in range(max(0, int(g.left)), min(int(width), int(g.right)) + 1)}:
            covered[x] += 1
    best = None
    for start, end in _white(covered, int(0.3 * width), int(0.7 * width), 0.35 * len(rows)):
        both = sum(any(g.right <= start for g in row) and any(g.left >= end for g in row) for row in rows)
        if end - start >= need and both >= max(4, 0.4 * len(rows)):
            best = max(best or (0, 0.0), (end - start, (start + end) / 2))
    return best[1] if best else None


def _white(covered: list[int], first: int, last: int, most: float) -> list[tuple[int, int]]:
    """Stripes of the middle of the page that few rows cover."""
    found, start = [], None
    for x in range(first, last + 1):
        if covered[x] <= most and start is None:
            start = x
        elif covered[x] > most and start is not None:
            found.append((start, x))
            start = None
    return found if start is None else [*found, (start, last)]


def _line(glyphs: list[Glyph], space: float) -> Line:
    height, base = _height(glyphs), statistics.median(g.base for g in glyphs)
    words, left = [], None
    for cluster in _clusters(glyphs):
        here = cluster[0]
        if left is not None and left - here.right > height * space:
            words.append(" ")
        words.append(_in_order(cluster))
        left = here.left if left is None else min(left, here.left)
    text = unicodedata.normalize("NFKC", logical("".join(words))).strip()
    return Line(text, min(g.left for g in glyphs), max(g.right for g in glyphs), base, height)


def _height(glyphs: list[Glyph]) -> float:
    """The height of the taller letters: low ones would make narrow gaps look wide."""
    return sorted(g.height for g in glyphs)[int(0.8 * (len(glyphs) - 1))]


def _clusters(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Letters drawn as one glyph (a ligature, or a letter and its vowel) together, from right to left."""
    found: list[list[Glyph]] = []
    for glyph in sorted(
        (g for g in glyphs if not _is_vowel(g)), key=lambda g: (-(g.left + g.right), -g.right)
    ):
        if found and (glyph.left, glyph.right) == (found[-1][0].left, found[-1][0].right):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    for vowel in filter(_is_vowel, glyphs):
        if found:
            min(found, key=lambda c: abs(c[0].left + c[0].right - vowel.left - vowel.right)).append(vowel)
    return found


def _is_vowel(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.text[0]) > 0


def _in_order(cluster: list[Glyph]) -> str:
    """The letters of one glyph as they are read: «لا», whichever way round the PDF has them."""
    text = "".join(g.text for g in cluster)
    if len(text) > 1 and text[0] in _ALEFS and text[-1] == "ل":
        return text[::-1]
    return text
