"""What a reader typed, as a query: words that must all stand, "phrases", and -words that must not.

Anything can be typed; what makes no sense as syntax is read as words, and what holds no word is nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from statements.search.analysis import Token, analyse

MOST_WORDS = 32  # of one query; the rest is not looked at
_QUOTED = '"«»“”„‟″〝〞'
_PART = re.compile(
    rf"(?P<minus>(?<!\S)[-−–])?(?:[{_QUOTED}](?P<phrase>[^{_QUOTED}]*)[{_QUOTED}]|(?P<word>[^\s{_QUOTED}]+))"
)


@dataclass(frozen=True)
class Part:
    """One word or phrase. Each place holds the stems that satisfy it, usually one."""

    places: tuple[frozenset[str], ...]
    negated: bool = False

    def readings(self, most: int) -> list[tuple[str, ...]]:
        """The stems one after the other; where a place allows several, each combination, at most `most`."""
        return list(islice(product(*map(sorted, self.places)), most))

    def occurrences(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Spans of `tokens` (as `analyse` gives them) at which the part stands."""
        at: dict[int, list[Token]] = {}
        for token in tokens:
            at.setdefault(token.position, []).append(token)
        for position in at:
            places = [at.get(position + i, ()) for i in range(len(self.places))]
            if all(
                any(t.stem in stems for t in found) for stems, found in zip(self.places, places, strict=True)
            ):
                yield places[0][0].start, places[-1][0].end


@dataclass(frozen=True)
class Query:
    """A query that was read; without parts it asks for everything."""

    parts: tuple[Part, ...] = ()

    @cached_property
    def wanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.negated)

    @cached_property
    def unwanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.negated)

    def matches(self, text: str) -> bool:
        """Whether every wanted part stands in `text` and no unwanted one does."""
        tokens = analyse(text)
        stands = {part: any(True for _ in part.occurrences(tokens)) for part in self.parts}
        return all(stands[p] for p in self.wanted) and not any(stands[p] for p in self.unwanted)


def read_query(typed: str) -> Query:
    """The query in what was typed. Never raises."""
    parts: list[Part] = []
    words = 0
    for match in _PART.finditer(typed):
        places = _places(match["word"] if match["phrase"] is None else match["phrase"])
        words += len(places)
        if words > MOST_WORDS:
            break
        if places:
            parts.append(Part(places, negated=match["minus"] is not None))
    return Query(tuple(dict.fromkeys(parts)))


def _places(words: str) -> tuple[frozenset[str], ...]:
    stems: dict[int, set[str]] = {}
    for token in analyse(words):
        stems.setdefault(token.position, set()).add(token.stem)
    return tuple(frozenset(stems[position]) for position in sorted(stems))
