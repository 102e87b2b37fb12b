"""Words, names and texts of a made-up archive: the same for the same seed and corpus."""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from statements.extraction.lexicon_tables import all_countries, given_names

CORPUS = Path("corpus/news.jsonl.gz")
_READ = 6000  # articles of the corpus
_WORDS = 60_000  # word forms, the commonest
_WORD = re.compile(r"[^\W\d_]+")
_OFFICES = ("وزير خارجية {}", "رئيس {}", "رئيس وزراء {}", "سفير {} لدى الأمم المتحدة", "وزير دفاع {}")
CUES = (
    ("وقال", "قال", "said", 30),
    ("وأكد", "أكد", "asserted", 14),
    ("وأضاف", "أضاف", "added", 12),
    ("وأوضح", "أوضح", "explained", 7),
    ("وأعلن", "أعلن", "announced", 7),
    ("وأشار", "أشار", "noted", 6),
    ("ودعا", "دعا", "called_on", 5),
    ("وحذر", "حذر", "warned", 4),
    ("ونفى", "نفى", "denied", 4),
    ("وأدان", "أدان", "condemned", 3),
    ("وأشاد", "أشاد", "praised", 3),
    ("ورفض", "رفض", "rejected", 3),
    ("وتعهد", "تعهد", "promised", 2),
)


@dataclass(frozen=True)
class Person:
    """Somebody who speaks: `kind` as Actor.Kind has it."""

    name: str
    kind: str
    offices: list[str] = field(default_factory=list)


class Speech:
    """Speech with the word forms and frequencies of the corpus; of made-up words where there is none."""

    def __init__(self, shared: Path, seed: int = 7):
        self.random = random.Random(seed)
        corpus = shared / CORPUS
        counted = _counted(corpus) if corpus.exists() else _made_up(self.random)
        self.is_real = corpus.exists()
        self.words = [word for word, _count in counted]
        self.weights = list(itertools.accumulate(count for _word, count in counted))

    def say(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count))

    def cue(self) -> tuple[str, str, str]:
        """The reporting word, its lemma and its sense."""
        (cue,) = self.random.choices(CUES, weights=[cue[3] for cue in CUES])
        return cue[:3]

    def people(self, count: int) -> list[Person]:
        """`count` actors, no two of one name: states and their ministries, and persons, most of them of no office."""
        states = [country.name for country in all_countries()]
        bodies = [Person(f"وزارة خارجية {name}", "organization") for name in states]
        fixed = [*(Person(name, "country") for name in states), *bodies][: count // 2]
        names = itertools.islice(self._names(), count - len(fixed))
        people = [Person(name, "person", self._offices(states)) for name in names]
        everybody = [*people[:100], *fixed, *people[100:]]
        return everybody

    def _names(self) -> Iterator[str]:
        given = sorted(name for name in given_names() if 3 <= len(name) <= 8)
        families = [word for word in self.words[:40_000] if word.startswith("ال") and 6 <= len(word) <= 10]
        families = families or self.words[:5000]
        seen = set()
        while True:
            name = f"{self.random.choice(given)} {self.random.choice(families)}"
            if name not in seen:
                seen.add(name)
                yield name

    def _offices(self, states: list[str]) -> list[str]:
        if self.random.random() > 0.2:
            return []
        return [self.random.choice(_OFFICES).format(self.random.choice(states))]


def _counted(corpus: Path) -> list[tuple[str, int]]:
    counts: Counter = Counter()
    with gzip.open(corpus, "rt") as lines:
        for line in itertools.islice(lines, _READ):
            counts.update(_WORD.findall(json.loads(line)["text"]))
    return counts.most_common(_WORDS)


def _made_up(chance: random.Random) -> list[tuple[str, int]]:
    """Words of random letters with Zipf's frequencies."""
    letters, beginnings = "ابتجحدرزسشصطعفقكلمنهوي", ["", "", "ال", "و", "وال", "ب", "لل"]
    made = (
        chance.choice(beginnings) + "".join(chance.choices(letters, k=chance.randint(3, 6)))
        for _ in range(40_000)
    )
    return [(word, 10**7 // rank) for rank, word in enumerate(dict.fromkeys(made), 1)]
