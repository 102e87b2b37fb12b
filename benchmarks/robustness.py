#!/usr/bin/env python3
"""Extract from gold articles rewritten in other spellings, and print the F1 of each.

    python benchmarks/robustness.py [GOLD_DIR] [--only NAME …] [--losses N] [--check]

GOLD_DIR is ../shared/eval/gold/dev unless given; the scorer is score.py two folders above it.
A figure that loses more than 0.02 against the plain text is marked with `!`; with --check such a
loss makes the exit status 1. --losses lists statements found in the plain text alone.
"""

import argparse
import datetime
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.rewritings import REWRITINGS, rewrite  # noqa: E402
from statements.extraction import extract  # noqa: E402
from statements.extraction.__main__ import as_dict  # noqa: E402

GOLD = ROOT.parent / "shared" / "eval" / "gold" / "dev"
PLAIN = "as it is"
MOST_LOST = 0.02
FIGURES = {
    "found": "found",
    "exact": "exact",
    "found_quoted": "quoted",
    "who_said_what": "who",
    "who_said_what_to_whom": "to whom",
    "addressees": "addr.",
    "events": "events",
    "reported_by": "relay",
}


def main() -> int:
    options = _parser().parse_args()
    if not options.gold.is_dir():
        print(f"robustness: no gold articles at {options.gold}", file=sys.stderr)
        return 2
    scorer = _scorer(options.gold)
    gold = [json.loads(path.read_text("utf-8")) for path in sorted(options.gold.glob("*.json"))]
    names = [PLAIN, *(options.only or [name for name in REWRITINGS if name != PLAIN])]
    plain, lost = None, False
    print(f"{'':34}", *(f"{title:>9}" for title in FIGURES.values()))
    for name in names:
        articles = [_extracted(scorer, rewrite(article, REWRITINGS[name])) for article in gold]
        figures = {key: value["f1"] for key, value in scorer.score(articles).items() if key in FIGURES}
        plain = plain or (figures, articles)
        lost |= _print_row(name, figures, plain[0])
        if options.losses and name != PLAIN:
            _print_losses(plain[1], articles, options.losses)
    return int(lost and options.check)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD, metavar="GOLD_DIR")
    parser.add_argument("--only", nargs="+", choices=list(REWRITINGS), metavar="NAME")
    parser.add_argument(
        "--losses", type=int, default=0, metavar="N", help="list N lost statements a rewriting"
    )
    parser.add_argument(
        "--check", action="store_true", help=f"status 1 when a figure loses more than {MOST_LOST}"
    )
    return parser


def _scorer(gold: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", gold.parent.parent / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _extracted(scorer: ModuleType, article: dict):
    date = article.get("date")
    published = datetime.date.fromisoformat(date) if date else None
    return scorer.Article(article, as_dict(article["id"], extract(article["text"], published=published)))


def _print_row(name: str, figures: dict[str, float], plain: dict[str, float]) -> bool:
    """Print the figures of one rewriting; whether one of them loses too much."""
    losses = {key: plain[key] - figures[key] > MOST_LOST for key in FIGURES}
    cells = (f"{figures[key]:8.3f}{'!' if losses[key] else ' '}" for key in FIGURES)
    print(f"{name:34}", *cells, flush=True)
    return any(losses.values())


def _print_losses(plain: list, rewritten: list, most: int) -> None:
    """Statements that the plain text gave with the right speaker, and the rewritten one does not."""
    shown = 0
    for before, after in zip(plain, rewritten, strict=True):
        gone = _right(before) - _right(after)
        for number in sorted(gone):
            statement = before.gold["statements"][number]
            (start, end), *_ = statement["spans"]
            print(f"    {before.gold['id']}: {before.gold['text'][start:end][:90]!r}")
            shown += 1
            if shown == most:
                return


def _right(article) -> set[int]:
    """Numbers of the gold statements matched with the right speaker."""
    numbers = {id(statement): n for n, statement in enumerate(article.gold["statements"])}
    return {
        numbers[id(gold)]
        for predicted, gold in article.statement_pairs(0.5)
        if article.resolves(predicted.get("speakers", []), gold["speakers"])
    }


if __name__ == "__main__":
    sys.exit(main())
