"""Measure extraction: scores over the gold articles; speed, cost by length and soundness over the corpus.

    .venv/bin/python -m benchmarks.extraction score [--slices] [--set left_out]
    .venv/bin/python -m benchmarks.extraction speed [--articles 2000]
    .venv/bin/python -m benchmarks.extraction length
    .venv/bin/python -m benchmarks.extraction corpus [--articles N] [--workers N]

All take [--shared ../shared], where the gold and the corpus are.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.extraction_corpus import check_corpus
from benchmarks.extraction_length import print_lengths
from benchmarks.extraction_slices import print_slices
from benchmarks.extraction_speed import print_speed
from benchmarks.gold import FIGURES, LEFT_OUT, load_gold, load_scorer, print_figures, read_corpus, score_set

__all__ = ["FIGURES", "LEFT_OUT", "load_gold", "load_scorer", "main", "read_corpus", "score_set"]


def print_scores(shared: Path, sets: list[str]) -> None:
    """Print precision / recall / F1 of every figure by set."""
    scorer, golds = load_scorer(shared), load_gold(shared)
    for name in sets or golds:
        print(f"{name}: {len(golds[name])} articles")
        print_figures(score_set(scorer, golds[name]))


def main() -> int:
    """Run the command; 1 where the corpus shows something unsound, else 0."""
    options = _parser().parse_args()
    if options.what == "score" and options.slices:
        print_slices(options.shared, options.set or ["dev", "train", "left_out"])
    elif options.what == "score":
        print_scores(options.shared, options.set)
    elif options.what == "speed":
        print_speed(options.shared, options.articles or 2000)
    elif options.what == "length":
        print_lengths(options.shared)
    else:
        return int(check_corpus(options.shared, options.articles, options.workers))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("score", "speed", "length", "corpus"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, help="how many of the corpus")
    parser.add_argument("--workers", type=int, default=1, help="processes for the corpus")
    parser.add_argument("--slices", action="store_true", help="scores by kind, cue, outlet and event")
    parser.add_argument("--set", action="append", default=[], choices=("seed", "dev", "train", "left_out"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
