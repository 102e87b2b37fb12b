"""A query: what must stand in a text and what must not, and where its parts stand in one.

`reading` makes it of what a reader typed; `searching` puts it to the index; `matches` asks it of one text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from itertools import islice, product

from statements.search.analysis import Token, analyse


class By(Enum):
    """How the places of a part are compared with words of a text."""

    STEM = "stem"
    BEGINNING = "beginning"  # of the word, with or without its particles
    SPELLING = "spelling"  # letter for letter


@dataclass(frozen=True)
class Part:
    """One word or phrase, or another one. Each place holds what satisfies it: stems, usually one."""

    places: tuple[frozenset[str], ...]
    negated: bool = False
    otherwise: "Part | None" = None  # satisfies the part as well
    by: By = By.STEM
    near: "Part | None" = None  # must stand at most `within` words away, before or after
    within: int = 0
    typed: str = field(default="", compare=False)
    quoted: bool = field(default=False, compare=False)  # it stood in quotation marks
    says_nothing: bool = field(default=False, compare=False)  # of what is looked for: `passing`

    def readings(self, most: int) -> list[tuple[str, ...]]:
        """The stems one after the other; where a place allows several, each combination, at most `most`."""
        return list(islice(product(*map(sorted, self.places)), most))

    def occurrences(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Spans of code points at which the part stands, of `tokens` as `analyse` gives them."""
        at = by_position(tokens)
        for first, last in self.standing(at):
            yield at[first][0].start, at[last][0].end

    def standing(self, at: dict[int, list[Token]]) -> Iterator[tuple[int, int]]:
        """Positions of the first and the last word, wherever the part stands; both parts of those near."""
        found = self._alone(at)
        if self.near:
            others = list(self.near.standing(at))
            pairs = [(one, two) for one in found for two in others if _distance(one, two) <= self.within]
            yield from dict.fromkeys(span for pair in pairs for span in pair)
        else:
            yield from found
        if self.otherwise:
            yield from self.otherwise.standing(at)

    def _alone(self, at: dict[int, list[Token]]) -> Iterator[tuple[int, int]]:
        length = len(self.places)
        for position in at:
            if all(self._fits(place, at.get(position + i, ())) for i, place in enumerate(self.places)):
                yield position, position + length - 1

    def _fits(self, place: frozenset[str], tokens: Sequence[Token]) -> bool:
        if self.by is By.STEM:
            return any(token.stem in place for token in tokens)
        if self.by is By.SPELLING:
            return any(token.spelled in place for token in tokens)
        beginnings = tuple(place)
        return any(token.word.startswith(beginnings) or token.base.startswith(beginnings) for token in tokens)


@dataclass(frozen=True)
class Field:
    """What a reader asks of the statement rather than of its words: «المتحدث:فلان»."""

    name: str  # speaker, to, country, agency, event, kind or date
    value: str
    negated: bool = False


@dataclass(frozen=True)
class Query:
    """A query that was read; without parts and fields it asks for everything."""

    parts: tuple[Part, ...] = ()
    is_cut: bool = False  # more was typed than is looked for
    fields: tuple[Field, ...] = ()
    unknown: tuple[str, ...] = field(default=(), compare=False)  # look like fields, were read as words
    passed: tuple[str, ...] = field(default=(), compare=False)  # words passed over
    dangling: str = field(default="", compare=False)  # «OR» with nothing after it, which was left out

    @cached_property
    def wanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.negated)

    @cached_property
    def unwanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.negated)

    @property
    def left(self) -> str:
        """What was typed of the parts that are looked for."""
        return " ".join(part.typed for part in self.parts)

    @property
    def is_plain(self) -> bool:
        """Whether it asks for words and phrases alone, as a name does."""
        return bool(self.parts) and not self.fields and not any(map(is_special, self.parts))

    def matches(self, text: str) -> bool:
        """Whether every wanted part stands in `text` and no unwanted one does; fields are not asked of a text."""
        at = by_position(analyse(text))
        stands = {part: any(True for _ in part.standing(at)) for part in self.parts}
        return all(stands[p] for p in self.wanted) and not any(stands[p] for p in self.unwanted)


def by_position(tokens: Sequence[Token]) -> dict[int, list[Token]]:
    at: dict[int, list[Token]] = {}
    for token in tokens:
        at.setdefault(token.position, []).append(token)
    return at


def either(one: Part, other: Part) -> Part:
    """A part that one or the other satisfies."""
    return replace(one, otherwise=either(one.otherwise, other) if one.otherwise else other)


def is_special(part: Part) -> bool:
    """Whether it asks for more than that its words stand."""
    is_or = part.otherwise is not None and part.otherwise.typed != part.typed  # else two readings of one word
    return part.negated or part.by is not By.STEM or is_or or part.near is not None


def _distance(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How many words stand between two stretches; those that overlap are no two."""
    first, second = sorted((one, other))
    return second[0] - first[1] - 1 if second[0] > first[1] else float("inf")
