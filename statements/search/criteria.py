"""What is asked of the index: a query and what else the rows must be. Empty means any."""

import datetime
from dataclasses import dataclass, field

from statements.search.query import Query


@dataclass(frozen=True)
class Narrowing:
    """What rows must have, or must not where `negated`: one of the values in one of the fields of the index."""

    ways: tuple[tuple[str, tuple[int | str, ...]], ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    negated: bool = False


@dataclass(frozen=True)
class Criteria:
    """What to look for; `what` is "statement", "article" or "actor"."""

    what: str = "statement"
    query: Query = field(default_factory=Query)
    narrowed: tuple[Narrowing, ...] = ()  # each must hold
    alike: tuple[str, ...] = ()  # folded words: each, or one of nearly its spelling, stands in the row
    beginning: tuple[str, ...] = ()  # folded: a word of the row begins nearly like one of these
    by_relevance: bool = False
    oldest_first: bool = False
    below: int | None = None  # not newer than this place in the order of all (see Found.places)
    first_by: tuple[int, ...] = ()  # by relevance, what these speakers said comes first, newest first
    nothing: bool = False  # asks for what cannot be
