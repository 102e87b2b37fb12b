"""Lines of a page or feed that are no words of its article: titles of others, calls to follow and to comment.

Only what begins as the lines of boilerplate.tsv do is left out; every other line stays, letter for letter.
"""

import re
from functools import cache
from pathlib import Path

from statements.extraction.normalize import fold

LONGEST_TITLE = 25  # words; a longer line is a paragraph
LONGEST_CALL = 60  # words of a line that asks to follow, to share, to comment; the rules for comments take 35

_SENTENCE_ENDS = (".", "؟", "!", "…", ":")


def without_boilerplate(text: str) -> str:
    """`text`, a paragraph a line, without such lines; as it is where nothing else would be left."""
    lines = _without_end(_without_related(text.split("\n")))
    return "\n".join(lines).strip("\n") or text


def _without_related(lines: list[str]) -> list[str]:
    """Without «اقرأ أيضًا» and the titles below it, up to the next line that is a paragraph."""
    kept, among_titles = [], False
    for line in lines:
        part = _part(line)
        if part == "related":
            among_titles = _is_heading(line)
        elif among_titles and (not line.strip() or _is_title(line)):
            continue
        else:
            among_titles = False
            kept += [] if part == "line" else [line]
    return kept


def _without_end(lines: list[str]) -> list[str]:
    while lines and (not lines[-1].strip() or _part(lines[-1])):
        lines = lines[:-1]
    return lines


def _is_heading(line: str) -> bool:
    """«اقرأ أيضًا:» alone; «اقرأ أيضًا: …» has its one title beside it."""
    return len(line.split()) <= 4


def _is_title(line: str) -> bool:
    return len(line.split()) <= LONGEST_TITLE and not line.rstrip().endswith(_SENTENCE_ENDS)


def _part(line: str) -> str:
    """What boilerplate.tsv calls the line; empty for a line of the article."""
    begins = _pattern().match(" ".join(fold(line).split()).lstrip("-–—*•|:.# "))
    fits = begins and len(line.split()) <= (
        LONGEST_TITLE if _parts()[begins[0]] == "related" else LONGEST_CALL
    )
    return _parts()[begins[0]] if fits else ""


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_parts(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?:(?<=\W)|(?!\w))", re.IGNORECASE)


@cache
def _parts() -> dict[str, str]:
    """Folded beginning -> its part."""
    lines = (Path(__file__).parent / "boilerplate.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {fold(begins): part for begins, part in rows if part != "part"}
