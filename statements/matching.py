"""Which stored row is which newly found quotation or event: plain values, no database.

Two are paired by their cue, or else by how much of their content they share; each at most once,
the surest pairs first.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

# Half of the content of both together: less is another utterance, more is the same one, cut otherwise.
SAME_UTTERANCE = 0.5

Ranges = Sequence[Sequence[int]]
A = TypeVar("A", bound=Hashable)
B = TypeVar("B", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Where one stands in the text: [start, end] pairs of the content, and the cue's or None."""

    spans: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None

    def likeness(self, other: "Utterance") -> float:
        """0 for two utterances, up to 1 for the same content, 2 to 3 where the cue is the same."""
        shared = share(self.spans, other.spans)
        if self.cue is not None and self.cue == other.cue:
            return 2 + shared
        return shared if shared >= SAME_UTTERANCE else 0.0


def share(some: Ranges, others: Ranges) -> float:
    """Code points in both, as a share of those in either (Jaccard's index)."""
    both = sum(max(0, min(e, end) - max(s, start)) for s, e in some for start, end in others)
    either = sum(end - start for start, end in (*some, *others)) - both
    return both / either if either else 0.0


def pair(rows: Iterable[A], found: Iterable[B], likeness: Callable[[A, B], object]) -> dict[B, A]:
    """The row of each of `found` that has one.

    `likeness` gives what sorts, greatest first, and is false for strangers. Equals are taken in
    the order given, so the same input always gives the same pairs.
    """
    rows, found = list(rows), list(found)
    likely = [(likeness(row, one), -r, -f) for r, row in enumerate(rows) for f, one in enumerate(found)]
    pairs: dict[B, A] = {}
    taken: set[int] = set()
    for _score, r, f in sorted((entry for entry in likely if entry[0]), reverse=True):
        if -r not in taken and found[-f] not in pairs:
            pairs[found[-f]] = rows[-r]
            taken.add(-r)
    return pairs
