"""Ten kinds of query, each asked in the words of the archive; the same ones for every way of searching."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks.search.first_written import Asked
from benchmarks.search.speech import Speech

ORDERS = ("relevance", "newest")


@dataclass(frozen=True)
class Question:
    """One query: the parameters of the search page, and what PostgreSQL is asked instead."""

    parameters: dict[str, str]
    asked: Asked

    def address(self, order: str) -> str:
        """The query string of the search page."""
        return urlencode(self.parameters | {"sort": order})


class Kinds:
    """Makes questions; `speakers` are (id, slug, name) of those who say most."""

    def __init__(self, speech: Speech, speakers: list[tuple[int, str, str]], seed: int = 1):
        self.speech, self.speakers = speech, speakers
        self.random = random.Random(seed)

    def all(self) -> dict[str, Callable[[], Question]]:
        return {
            "rare word": lambda: self._words(self._word(4000, 20_000)),
            "middling word": lambda: self._words(self._word(600, 2000)),
            "common word": lambda: self._words(self._word(40, 300)),
            "huge word": lambda: self._words(self._word(0, 20)),
            "two words": lambda: self._words(self._word(40, 600), self._word(40, 600)),
            "phrase": lambda: self._words(f'"{self._word(0, 60)} {self._word(0, 60)}"'),
            "without": lambda: self._words(self._word(40, 300), f"-{self._word(20, 60)}"),
            "word, speaker": self._with_speaker,
            "word, dates": self._with_dates,
            "name": lambda: self._words(self.random.choice(self.speakers)[2]),
        }

    def questions(self, name: str, count: int) -> Iterator[Question]:
        make = self.all()[name]
        return (make() for _ in range(count))

    def _word(self, first: int, last: int) -> str:
        """A word of that rank in frequency, the commonest being 0; of three letters at least but among the huge."""
        words = self.speech.words[first : min(last, len(self.speech.words))]
        return self.random.choice([word for word in words if last < 100 or len(word) > 2] or words)

    def _words(self, *words: str) -> Question:
        return Question({"q": " ".join(words)}, Asked(" ".join(words)))

    def _with_speaker(self) -> Question:
        pk, slug, _name = self.random.choice(self.speakers)
        word = self._word(40, 300)
        return Question({"q": word, "speaker": slug}, Asked(word, speaker=pk))

    def _with_dates(self) -> Question:
        year, word = self.random.randint(2006, 2020), self._word(40, 300)
        days = {"from": f"{year}-01-01", "until": f"{year + 2}-12-31"}
        return Question({"q": word, **days}, Asked(word, first=days["from"], last=days["until"]))
