"""Words and names that are spelled nearly alike (rapidfuzz)."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_NEAR = 70  # of 100: «ضريف» and «ظريف» are 75 alike
_SPREAD = 10  # between the nearest name and others that may be meant


def closest(typed: str, names: Iterable[str], most: int) -> list[str]:
    """The names most like what was typed, and those hardly less like it; the nearest first."""
    found = process.extract(typed, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=most)
    return [name for name, score, _at in found if score > found[0][1] - _SPREAD]


def letters_otherwise(one: str, other: str, most: int) -> int:
    """How many letters are otherwise, swapped with a neighbour, missing or too many; `most` + 1 where more are."""
    return OSA.distance(one, other, score_cutoff=most)
