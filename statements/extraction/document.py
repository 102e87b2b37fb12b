"""A text cut into tokens: the parallel lists that every step of extraction reads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import compress

from .annotations import Span
from .dates import DateMention
from .normalize import letters
from .tokens import NUMBER, WORD


@dataclass(slots=True)
class Document:
    """A text cut into tokens: `words` folded, `kinds` one letter each, offsets in code points."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    match: list[int] = field(default_factory=list)  # the other mark of a pair, else -1
    depth: list[int] = field(default_factory=list)  # how many pairs a token stands in
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    dates: tuple[DateMention, ...] = ()  # in order of the text
    known: dict[int, tuple[int, str]] = field(
        default_factory=dict
    )  # names the caller knows: first -> end, kind
    lines: dict = field(default_factory=dict)  # told with a colon and no verb: first token -> clause
    names: set[str] = field(default_factory=set)  # folded words of the people met so far
    _memory: dict = field(default_factory=dict)
    _names_met: int = 0
    _where: dict[Callable[[str], object], list[int]] = field(default_factory=dict)
    writes_ala: bool = False  # the preposition is written على, so that علي is a name
    writes_hamza: bool = True  # أ is written, so that هنا is «here»

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, i: int) -> str:
        """Token `i` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def written(self, i: int) -> str:
        """Token `i` in plain letters without vowel signs, yet with its own hamza, ya and ta."""
        return letters(self.raw(i))

    def span(self, first: int, end: int) -> Span:
        """The text from token `first` up to, not including, token `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def of(self, first: int, end: int) -> str:
        """The words of the text from token `first` up to token `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""

    def is_word(self, i: int) -> bool:
        return 0 <= i < len(self.kinds) and self.kinds[i] == WORD

    def has_words(self, first: int, end: int) -> bool:
        """Whether tokens `first` up to `end` are more than marks: «")"» says nothing and names nobody."""
        return any(kind in (WORD, NUMBER) for kind in self.kinds[first:end])

    def where(self, test: Callable[[str], object], first: int, end: int) -> list[int]:
        """The tokens of a range whose word passes a test of words, which is asked once a text."""
        if test not in self._where:
            self._where[test] = list(compress(range(len(self.words)), map(test, self.words)))
        found = self._where[test]
        return found[bisect_left(found, first) : bisect_left(found, end)]

    def memory(self) -> dict:
        """What later steps have read already, forgotten when a new name is met: names decide where others end."""
        if self._names_met != len(self.names):
            self._memory, self._names_met = {}, len(self.names)
        return self._memory

    def at(self, offset: int) -> int:
        """The token at `offset`, or the next one."""
        return bisect_left(self.ends, offset + 1)
