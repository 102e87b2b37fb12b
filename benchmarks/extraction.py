"""Measure extraction: scores over the gold articles, and speed over the news corpus.

    .venv/bin/python -m benchmarks.extraction score [--shared ../shared]
    .venv/bin/python -m benchmarks.extraction speed [--shared ../shared] [--articles 2000]

The outlets in LEFT_OUT are kept apart: rules are written from the others, and these say whether
they generalise.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import itertools
import json
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from statements.extraction import extract
from statements.extraction.__main__ import as_dict

LEFT_OUT = frozenset(
    ("El Dostor (Egypt)", "Al-Yaum", "Tahrir News", "Sabq", "Freedom and Justice (FJP)", "Al-Ahram")
)
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


def score_set(scorer: ModuleType, golds: list[dict]) -> dict:
    """What the scoring program says of our extraction of these gold articles."""
    return scorer.score([scorer.Article(gold, as_dict(gold["id"], extract(gold["text"]))) for gold in golds])


def print_scores(shared: Path) -> None:
    """Print precision / recall / F1 of every figure by set."""
    scorer = load_scorer(shared)
    for name, golds in load_gold(shared).items():
        result = score_set(scorer, golds)
        print(f"{name}: {len(golds)} articles")
        for figure in FIGURES:
            p, r, f1 = (result[figure][key] for key in ("p", "r", "f1"))
            print(f"  {figure:24} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}")
        print(f"  {'kind, event link':24} {result['kind_accuracy']:.3f}  {result['event_link_accuracy']:.3f}")


def read_corpus(shared: Path) -> Iterator[str]:
    """The texts of the news corpus, in its order."""
    with gzip.open(shared / "corpus" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def print_speed(shared: Path, articles: int) -> None:
    """Print articles and words a second on one core, and the memory of the process."""
    texts = list(itertools.islice(read_corpus(shared), articles))
    extract(texts[0])  # the word lists are read once
    start = time.process_time()
    statements = sum(len(extract(text).quotations) for text in texts)
    seconds = time.process_time() - start
    words = sum(len(text.split()) for text in texts)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} articles, {words} words, {statements} statements in {seconds:.1f} s of one core")
    print(f"{len(texts) / seconds:.0f} articles, {words / seconds:.0f} words a second; {megabytes:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("score", "speed"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    if options.what == "score":
        print_scores(options.shared)
    else:
        print_speed(options.shared, options.articles)


if __name__ == "__main__":
    main()
