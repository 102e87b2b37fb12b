"""Scores by slice: which kinds of statement, cues, outlets and events are extracted well.

A statement belongs to the slice that its own annotation (gold) or our own output (predicted) says.
Precision counts the predicted statements of the slice that match any gold one, recall the gold
statements of the slice that any predicted one matches: what the scoring program does for
`found_quoted`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.gold import load_gold, load_scorer, read_articles
from statements.extraction.cues import MASDAR, PARTICIPLE, PREPOSITION, read_word
from statements.extraction.normalize import fold

_FORMS = {MASDAR: "verbal noun", PARTICIPLE: "participle", PREPOSITION: "«بحسب»"}

# What a slice is made by: (article, statement, whether it is the gold's) -> the slices it is in.
Slicing = Callable[[object, dict, bool], tuple[str, ...]]


def by_kind(_article, statement: dict, _gold: bool) -> tuple[str, ...]:
    kind = statement["kind"]
    return (kind,) if kind == "indirect" else (kind, "quote-marked (direct and mixed)")


def by_sense(article, statement: dict, _gold: bool) -> tuple[str, ...]:
    """What the cue does, as our lexicon reads its word: the same for gold and predicted."""
    if not statement["cue"]:
        return ("no cue",)
    readings = _readings(article, statement)
    return (readings[0].verb.sense if readings else "word of no list",)


def by_form(article, statement: dict, _gold: bool) -> tuple[str, ...]:
    if not statement["cue"]:
        return ("no cue",)
    readings = _readings(article, statement)
    return (_FORMS.get(readings[0].form, "verb") if readings else "word of no list",)


def _readings(article, statement: dict):
    return read_word(fold(article.gold["text"][slice(*statement["cue"])]))


def by_outlet(article, _statement: dict, _gold: bool) -> tuple[str, ...]:
    return (article.gold.get("outlet", "") or "unknown",)


def by_event(article, statement: dict, gold: bool) -> tuple[str, ...]:
    events = (article.gold if gold else article.predicted)["events"]
    return (next((e["type"] for e in events if e["id"] == statement["event"]), "no event"),)


def by_relay(_article, statement: dict, _gold: bool) -> tuple[str, ...]:
    return ("relayed" if statement["reported_by"] else "not relayed",)


SLICINGS: dict[str, Slicing] = {
    "kind": by_kind,
    "sense of the cue": by_sense,
    "form of the cue": by_form,
    "event": by_event,
    "reported by": by_relay,
    "outlet": by_outlet,
}


@dataclass(slots=True)
class Tally:
    """Statements of one slice, predicted and gold, and how many of each are found, exact, and with the right speaker."""

    predicted: Counter = field(default_factory=Counter)
    gold: Counter = field(default_factory=Counter)

    def figures(self, what: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of "found", "exact" or "who"."""
        p = self.predicted[what] / max(1, self.predicted["all"])
        r = self.gold[what] / max(1, self.gold["all"])
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def tally(articles: list, slicing: Slicing) -> dict[str, Tally]:
    """Slice -> its Tally."""
    tallies: dict[str, Tally] = {}
    for article in articles:
        for statement, gold, outcomes in _outcomes(article):
            for name in slicing(article, statement, gold):
                one = tallies.setdefault(name, Tally())
                (one.gold if gold else one.predicted).update(outcomes)
    return tallies


def _outcomes(article) -> Iterator[tuple[dict, bool, list[str]]]:
    """Every statement, whether it is the gold's, and what was right of it."""
    right: dict[int, list[str]] = {}
    for mine, gold in article.statement_pairs(0.5):
        who = ["who"] if article.resolves(mine["speakers"], gold["speakers"]) else []
        right[id(mine)] = right[id(gold)] = ["found", *who]
    for mine, gold in article.statement_pairs(0.9):
        for statement in (mine, gold):
            right[id(statement)] = [*right.get(id(statement), []), "exact"]
    for statement in article.predicted["statements"]:
        yield statement, False, ["all", *right.get(id(statement), [])]
    for statement in article.gold["statements"]:
        yield statement, True, ["all", *right.get(id(statement), [])]


def print_slices(shared: Path, sets: list[str]) -> None:
    """Print the table of every slicing over the articles of `sets` together."""
    scorer, golds = load_scorer(shared), load_gold(shared)
    articles = read_articles(scorer, [gold for name in sets for gold in golds[name]])
    print(f"{' + '.join(sets)}: {len(articles)} articles; found, exact and right speaker as P R F1")
    print_tables(articles)


def print_tables(articles: list) -> None:
    """Print the table of every slicing of these articles as the scoring program takes them."""
    for title, slicing in SLICINGS.items():
        print(f"\n{'by ' + title:32} {'gold':>5} {'ours':>5}   {'found':^17}   {'exact':^17}   {'who':^17}")
        tallies = tally(articles, slicing)
        for name in sorted(tallies, key=lambda n: (-tallies[n].gold["all"], n)):
            print(_row(name, tallies[name]))


def _row(name: str, one: Tally) -> str:
    cells = ("  ".join(f"{x:.3f}" for x in one.figures(what)) for what in ("found", "exact", "who"))
    return f"{name:32} {one.gold['all']:5} {one.predicted['all']:5}   " + "   ".join(cells)
