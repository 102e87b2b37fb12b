"""The lines of a PDF's pages become paragraphs, without the heads and feet of the pages."""

import itertools
import re

from statements.documents.pdf_lines import Line
from statements.documents.pdf_order import mirrored

SHORT = 0.85  # of the block's width: a line that ends earlier ends its paragraph
ONE_HEIGHT = 12  # points


def drop_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the lines that stand at one height of several pages, at head or foot, numbers aside."""
    heights: dict[str, list[float]] = {}
    for lines in pages:
        for words, base in {_words(line): line.base for line in _edges(lines)}.items():
            heights.setdefault(words, []).append(base)
    often = {words for words, found in heights.items() if _at_one_height(found, len(pages))}
    return [[line for line in lines if not _runs(line, lines, often)] for lines in pages]


def _at_one_height(bases: list[float], pages: int) -> bool:
    return len(bases) > max(1, pages // 3) and max(bases) - min(bases) < ONE_HEIGHT


def _edges(lines: list[Line]) -> list[Line]:
    """The two highest and the two lowest lines of a page of more than three."""
    heights = sorted({round(line.base) for line in lines})
    return (
        [line for line in lines if round(line.base) in heights[:2] + heights[-2:]] if len(heights) > 3 else []
    )


def _runs(line: Line, lines: list[Line], often: set[str]) -> bool:
    at_edge = any(line is other for other in _edges(lines))
    return at_edge and (_words(line) in often or _is_browsers(line.text))


_BROWSERS = re.compile(r"^(https?|file)://\S+$|^\d+\s*/\s*\d+$|^\d+/\d+/\d+, \d+:\d+")


def _is_browsers(text: str) -> bool:
    """What a browser prints around a page: its address, the page's number, the moment of printing."""
    return bool(_BROWSERS.match(text))


def _words(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def join_lines(pages: list[list[Line]]) -> str:
    """Lines become paragraphs: one ends where its line stops short, or a gap or a larger letter follows."""
    paragraphs: list[str] = []
    last: Line | None = None
    for lines in pages:
        left = min((line.left for line in lines), default=0)
        right = max((line.right for line in lines), default=0)
        usual = _usual_gap(lines)
        for line in lines:
            if last is not None and _goes_on(last, line, left, right, usual):
                paragraphs[-1] += " " + line.text
            else:
                paragraphs.append(line.text)
            last = line
    return mirrored("\n".join(paragraphs))


def _usual_gap(lines: list[Line]) -> float:
    """The distance of the lines of one paragraph: most are, but a page of many short ones has wider gaps."""
    gaps = sorted(a.base - b.base for a, b in itertools.pairwise(lines) if a.base > b.base)
    return gaps[int(0.3 * len(gaps))] if gaps else 0.0


def _goes_on(last: Line, line: Line, left: float, right: float, usual: float) -> bool:
    """Whether a line goes on the paragraph of the one before; over the end of a page or column, too."""
    gap = last.base - line.base
    if abs(last.height - line.height) > 0.35 * max(last.height, line.height):
        return False
    if gap > 0 and gap > (1.3 if _ends(last.text) else 1.8) * usual:
        return False
    return last.left - left < (1 - SHORT) * (right - left) or not _ends(last.text)


def _ends(text: str) -> bool:
    return text.rstrip(' "»”)').endswith((".", "!", "؟", "?", ":"))
