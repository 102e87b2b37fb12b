"""Letters as they stand on a line of a page become letters as they are read.

The inverse of the Unicode Bidirectional Algorithm (UAX #9) for one line of an Arabic paragraph.
"""

import unicodedata

_OPENING, _CLOSING = "([{«‹", ")]}»›"


def logical(seen: str) -> str:
    """Letters told from right to left as they stand on the page -> as they are read.

    Numbers and Latin runs are turned back; in a line without Arabic everything is.
    """
    if not any(unicodedata.bidirectional(c) in ("R", "AL") for c in seen):
        return seen[::-1]
    found, at = [], 0
    for start, end in _left_to_right_runs(seen):
        found += [seen[at:start], seen[start:end][::-1]]
        at = end
    return "".join([*found, seen[at:]])


def _left_to_right_runs(seen: str) -> list[tuple[int, int]]:
    """Latin words with the spaces and numbers between them; numbers with their separators.

    A sign beside a number («%», «-») is drawn as its Arabic surroundings are: UAX #9, rule W2.
    """
    runs: list[list] = []  # start, end, whether it has Latin letters
    for at, char in enumerate(seen):
        kind = unicodedata.bidirectional(char)
        if kind not in ("L", "EN", "AN"):
            continue
        latin = kind == "L"
        if runs and _joins(seen[runs[-1][1] : at], latin or runs[-1][2], latin and runs[-1][2]):
            runs[-1][1:] = [at + 1, runs[-1][2] or latin]
        else:
            runs.append([at, at + 1, latin])
    return [(start, end) for start, end, _latin in runs]


def _joins(between: str, any_latin: bool, all_latin: bool) -> bool:
    """Whether what stands between two parts belongs to one run from left to right."""
    if not between:
        return True
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in between):
        return False
    if all_latin:
        return len(between) <= 3
    return (any_latin and between == " ") or between in (".", ",", "/", ":", "٫", "٬")


def mirrored(text: str) -> str:
    """Brackets and guillemets the right way round, kind by kind: some PDFs keep what is drawn, some what is meant."""
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        swapped = text.translate(str.maketrans({opening: closing, closing: opening}))
        if _balance(swapped, opening, closing) < _balance(text, opening, closing):
            text = swapped
    return text


def _balance(text: str, opening: str, closing: str) -> int:
    """How many brackets close nothing or stay open, read from the beginning."""
    depth = wrong = 0
    for char in text:
        if char == opening:
            depth += 1
        elif char == closing:
            wrong += depth == 0
            depth = max(0, depth - 1)
    return wrong + depth
