"""The annotated articles, the program that scores against them, and the news corpus beside them.

The outlets in LEFT_OUT are kept apart: rules are written from the others, and these say whether
they generalise.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from statements.extraction import extract
from statements.extraction.__main__ import as_dict

LEFT_OUT = frozenset(("Tahrir News", "Sabq", "Freedom and Justice (FJP)", "Al-Ahram"))
FIGURES = (
    "found",
    "exact",
    "found_quoted",
    "who_said_what",
    "who_said_what_to_whom",
    "addressees",
    "events",
    "reported_by",
)


def load_scorer(shared: Path) -> ModuleType:
    """The scoring program beside the gold articles, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_gold(shared: Path) -> dict[str, list[dict]]:
    """Gold articles by set: seed, dev, train (outlets worked on) and left_out."""
    sets: dict[str, list[dict]] = {"seed": [], "dev": [], "train": [], "left_out": []}
    for folder in ("dev", "train"):
        for path in sorted((shared / "eval" / "gold" / folder).glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            sets[_set_of(gold, folder)].append(gold)
    return sets


def _set_of(gold: dict, folder: str) -> str:
    if gold["id"] == "seed":
        return "seed"
    return "left_out" if folder == "train" and gold["outlet"] in LEFT_OUT else folder


def read_articles(scorer: ModuleType, golds: list[dict]) -> list:
    """Each gold article beside our extraction of it, as the scoring program takes them."""
    return [scorer.Article(gold, as_dict(gold["id"], extract(gold["text"]))) for gold in golds]


def score_set(scorer: ModuleType, golds: list[dict]) -> dict:
    """What the scoring program says of our extraction of these gold articles."""
    return scorer.score(read_articles(scorer, golds))


def print_figures(result: dict) -> None:
    """Print precision, recall and F1 of every figure of what the scoring program says."""
    for figure in FIGURES:
        p, r, f1 = (result[figure][key] for key in ("p", "r", "f1"))
        print(f"  {figure:24} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}")
    print(f"  {'kind, event link':24} {result['kind_accuracy']:.3f}  {result['event_link_accuracy']:.3f}")


def read_corpus(shared: Path) -> Iterator[str]:
    """The texts of the news corpus, in its order."""
    for article in read_corpus_articles(shared):
        yield article["text"]


def read_corpus_articles(shared: Path) -> Iterator[dict]:
    """The articles of the news corpus as it tells them: text, title, outlet, date (ISO), url."""
    with gzip.open(shared / "corpus" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
