"""Which stored row is which newly found quotation or event: plain values, no database.

Two are paired by their cue, or else by how much of their content they share; each at most once,
the surest pairs first.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

# Half of the content of both together: less is another utterance, more is the same one, cut otherwise.
SAME_UTTERANCE = 0.5

BLOCK = 256  # code points; two that share content share a block, and few others do

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

    def places(self) -> set:
        """Keys of which two that are at all alike have one in common: the cue, the blocks touched."""
        blocks = {block for start, end in self.spans for block in range(start // BLOCK, end // BLOCK + 1)}
        return blocks | ({self.cue} if self.cue else set())


def share(some: Ranges, others: Ranges) -> float:
    """Code points in both, as a share of those in either (Jaccard's index)."""
    both = sum(max(0, min(e, end) - max(s, start)) for s, e in some for start, end in others)
    either = sum(end - start for start, end in (*some, *others)) - both
    return both / either if either else 0.0


def pair(
    rows: Iterable[A],
    found: Iterable[B],
    likeness: Callable[[A, B], object],
    keys: Callable[[A | B], Iterable[Hashable]] = lambda _: (None,),
) -> dict[B, A]:
    """The row of each of `found` that has one.

    `likeness` gives what sorts, greatest first, and is false for strangers; it is asked only of
    two that have one of their `keys` in common. Equals are taken in the order given, so the same
    input always gives the same pairs.
    """
    rows, found = list(rows), list(found)
    likely = [(likeness(rows[r], found[f]), -r, -f) for r, f in _meeting(rows, found, keys)]
    pairs: dict[B, A] = {}
    taken: set[int] = set()
    for _score, r, f in sorted((entry for entry in likely if entry[0]), reverse=True):
        if r not in taken and found[-f] not in pairs:
            pairs[found[-f]] = rows[-r]
            taken.add(r)
    return pairs


def _meeting(rows: list, found: list, keys: Callable) -> set[tuple[int, int]]:
    """Places in `rows` and `found` of those that share a key."""
    by_key: dict[Hashable, list[int]] = {}
    for r, row in enumerate(rows):
        for key in keys(row):
            by_key.setdefault(key, []).append(r)
    return {(r, f) for f, one in enumerate(found) for key in keys(one) for r in by_key.get(key, ())}
