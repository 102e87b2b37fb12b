"""How the cost of extraction grows with the length of a text, and with the length of one line."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.gold import read_corpus
from statements.extraction import extract

_SIZES = (16, 64, 256, 1024, 2048)  # thousands of bytes in UTF-8
_LONGEST = 5 * 1024


def shapes() -> dict[str, Callable[[str], str]]:
    """Name -> what makes news text of that shape: as it is, one line, a line without stops or marks, one quotation."""
    return {
        "paragraphs": str,
        "one line": lambda text: re.sub(r"\s+", " ", text),
        "one line without stops": lambda text: re.sub(r"[\s.؟!…]+", " ", text),
        "one line without any marks": lambda text: re.sub(r"\W+", " ", text),
        "one open quotation": lambda text: "قال الوزير: «" + re.sub(r"[\s«»\"“”]+", " ", text),
        "a line a word": lambda text: re.sub(r"\s+", "\n", text),
    }


def print_lengths(shared: Path) -> None:
    """Print seconds of one core for each megabyte, by length and shape."""
    source = "\n".join(_enough(read_corpus(shared)))
    extract(source[:100_000])
    print(f"{'seconds a megabyte':30}", *(f"{size:>7} kB" for size in (*_SIZES, _LONGEST)))
    for name, shaped in shapes().items():
        text = shaped(source)
        cells = (_cost(_cut(text, size * 1024)) for size in (*_SIZES, _LONGEST))
        print(f"{name:30}", *(f"{cell:10.2f}" for cell in cells), flush=True)


def _enough(texts: Iterator[str]) -> Iterator[str]:
    """Texts for a little more than the longest size."""
    missing = _LONGEST * 1100
    while missing > 0 and (text := next(texts, None)) is not None:
        missing -= len(text.encode())
        yield text


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")


def _cost(text: str) -> float:
    start = time.process_time()
    extract(text)
    return (time.process_time() - start) / (len(text.encode()) / 2**20)
