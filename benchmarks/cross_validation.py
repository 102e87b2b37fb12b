"""How well extraction does on outlets its models have not seen: every outlet worked on, in five parts.

    .venv/bin/python -m benchmarks.cross_validation [--shared ../shared] [--weights FOLDER] [--errors FILE]

All models are trained again without the outlets at hand. Prints the figures, the slices, the errors by cue and
kind, and the commonest classes of error; --errors writes each with its words. With --weights what was learned is
kept in the folder and used again (ten seconds instead of a minute): to try a rule, not to report.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.extraction_errors import Error, Rules, errors_of, read_with_rules
from benchmarks.extraction_slices import by_form, by_kind, by_sense, print_tables
from benchmarks.gold import load_gold, load_scorer, print_figures
from benchmarks.unseen import Fold, outlet_of, remembered, using

COMMONEST = 40
_COLUMNS = ("missed", "spurious", "inexact", "speaker")


def read_unseen(scorer, golds: list[dict], folds: Iterable[Fold]) -> list[tuple[object, Rules]]:
    """Each article beside our extraction of it by models that have not seen its outlet, and the rules used."""
    read = []
    for held, weights in folds:
        with using(weights):
            read += [read_with_rules(scorer, g) for g in golds if outlet_of(g) in held]
    return sorted(read, key=lambda pair: pair[0].gold["id"])


def print_errors_by_slice(articles: list) -> None:
    """Print how many statements of each sense, form and kind are missed, spurious, inexact or another's."""
    for slicing, title in ((by_sense, "sense of the cue"), (by_form, "form of the cue"), (by_kind, "kind")):
        counts: dict[str, Counter] = {}
        for article in articles:
            for what, statement, gold in _wrong(article):
                for name in slicing(article, statement, gold):
                    counts.setdefault(name, Counter())[what] += 1
        print(f"\n{'errors by ' + title:32}", *(f"{c:>9}" for c in _COLUMNS))
        for name, row in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
            print(f"{name:32}", *(f"{row[c]:9}" for c in _COLUMNS))


def _wrong(article):
    """(what is wrong, the statement, whether it is the gold's) of every statement not found, exact and attributed."""
    pairs = article.statement_pairs(0.5)
    exact = {id(g) for _, g in article.statement_pairs(0.9)}
    met = {id(s) for pair in pairs for s in pair}
    for mine, gold in pairs:
        if id(gold) not in exact:
            yield "inexact", gold, True
        if not article.resolves(mine["speakers"], gold["speakers"]):
            yield "speaker", gold, True
    for what, found, gold in (("missed", article.gold, True), ("spurious", article.predicted, False)):
        yield from ((what, s, gold) for s in found["statements"] if id(s) not in met)


def print_commonest(errors: list[Error]) -> None:
    """Print the commonest classes of error."""
    print("\ncommonest classes of error")
    for (kind, why), count in Counter((e.kind, e.why) for e in errors).most_common(COMMONEST):
        print(f"{count:5} {kind}: {why}")


def main() -> None:
    options = _parser().parse_args()
    scorer, sets = load_scorer(options.shared), load_gold(options.shared)
    golds = sets["seed"] + sets["dev"] + sets["train"]
    read = read_unseen(scorer, golds, remembered(golds, options.shared, options.weights))
    articles = [article for article, _ in read if article.gold["id"] != "seed"]
    errors = [e for article, rules in read for e in errors_of(article, rules)]
    print(f"dev and train, models not trained on the outlet at hand: {len(articles)} articles")
    print_figures(scorer.score(articles))
    print_tables(articles)
    print_errors_by_slice(articles)
    print_commonest(errors)
    if options.errors:
        lines = (f"{e.article} {e.kind} ({e.why})\n   {e.shown}\n" for e in errors)
        options.errors.write_text("\n".join(lines), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--weights", type=Path, help="a folder where what was learned is kept")
    parser.add_argument("--errors", type=Path, help="a file for every error with its words")
    return parser


if __name__ == "__main__":
    main()
