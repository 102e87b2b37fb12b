"""How sure a quotation is: how often the rule that made it was right on annotated articles.

`data/confidence.tsv` holds the counts; a rule used seldom leans towards the average of all.
"""

from __future__ import annotations

from functools import cache

from .vocabulary import rows

_LEANING = 4  # uses of the average rule that every rule starts with


@cache
def read_table() -> dict[str, tuple[int, int]]:
    """Rule -> (times used, times right)."""
    rows.cache_clear()
    _average.cache_clear()
    return {rule: (int(used), int(right)) for rule, used, right in rows("confidence")}


def confidence_of(rule: str) -> float:
    """The share of right statements to expect of a rule, between 0 and 1."""
    used, right = read_table().get(rule, (0, 0))
    return (right + _LEANING * _average()) / (used + _LEANING)


@cache
def _average() -> float:
    """The share of right statements over all rules."""
    used, right = (sum(row[i] for row in read_table().values()) for i in (0, 1))
    return right / used if used else 0.5
