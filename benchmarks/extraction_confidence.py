"""Learn how sure a quotation is, and show whether its confidence means what it says.

    .venv/bin/python -m benchmarks.extraction_confidence [--shared ../shared] [--show]

The examples of each fifth of the outlets come from extraction by models trained without them. The weights
are learned from these and stretched (Platt, 1999) so that on outlets not trained on the share of right
quotations is the confidence; written to statements/extraction/data/models/sure.tsv. Prints the reliability
on outlets not trained on and on the left-out ones; with --show only the latter, and writes nothing.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from benchmarks import learn_sure
from benchmarks.gold import load_gold, load_scorer
from benchmarks.learning import Example, fit, folds_of, write_model
from benchmarks.unseen import outlet_of, trained_without, using
from statements.extraction.confidence import CUT, cautious

Scored = list[tuple[float, bool]]  # confidence, and whether the quotation is right

_BOUNDS = (0.98, 0.97, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


def learn(shared: Path) -> None:
    """Learn and write the model, and print how well it is calibrated."""
    sets, scorer = load_gold(shared), load_scorer(shared)
    golds = sets["seed"] + sets["dev"] + sets["train"]
    by_outlet: dict[str, list[Example]] = {}
    for held, weights in trained_without(golds, shared):
        with using(weights):
            for gold in (g for g in golds if outlet_of(g) in held):
                by_outlet.setdefault(outlet_of(gold), []).extend(
                    e for _, e in learn_sure.judged(scorer, gold)
                )
    unseen = _scores_unseen(by_outlet)
    slope, shift = stretch(unseen)
    weights = {f: slope * w for f, w in _fit(by_outlet, ()).items()}
    weights["always"] = weights.get("always", 0.0) + shift
    chances = [(_sigmoid(slope * score + shift), right) for score, right in unseen]
    weights[CUT] = cut_of(chances)
    lines = reliability([(cautious(chance, weights[CUT]), right) for chance, right in chances])
    write_model(
        learn_sure.MODEL, weights, ["confidence, quotations, right, on outlets not trained on:", *lines]
    )
    print("outlets not trained on:", *lines, sep="\n  ")
    show(shared)


def show(shared: Path) -> None:
    """Print the reliability on the left-out outlets."""
    scorer = load_scorer(shared)
    judged = [pair for gold in load_gold(shared)["left_out"] for pair in learn_sure.judged(scorer, gold)]
    print("left-out outlets:", *reliability([(q.confidence, bool(e.answer)) for q, e in judged]), sep="\n  ")


def reliability(scored: Scored) -> list[str]:
    """A line for each span of confidence: how many quotations, how many of them right; and above each bound."""
    lines, top = [], 1.01
    for least in _BOUNDS:
        here = [right for sure, right in scored if least <= sure < top]
        above = [right for sure, right in scored if sure >= least]
        if here:
            share, rest = sum(here) / len(here), sum(above) / len(above)
            lines.append(f"{least:.2f} {len(here):5} {share:.3f}   all above: {len(above):5} {rest:.3f}")
        top = least
    return lines


def _scores_unseen(by_outlet: dict[str, list[Example]]) -> Scored:
    """The weighed sum of each example by weights that its outlet had no part in."""
    scored: Scored = []
    for held in folds_of(by_outlet):
        weights = _fit(by_outlet, held)
        for example in (e for outlet in held for e in by_outlet[outlet]):
            scored.append((sum(weights.get(f, 0.0) for f in example.candidates[0]), bool(example.answer)))
    return scored


def _fit(by_outlet: dict[str, list[Example]], held: list[str] | tuple) -> dict[str, float]:
    known = [e for outlet, some in by_outlet.items() if outlet not in held for e in some]
    return fit(known, penalty=learn_sure.PENALTY)


def stretch(scored: Scored, steps: int = 500) -> tuple[float, float]:
    """(slope, shift) for which sigmoid(slope * score + shift) is likeliest, by gradient descent."""
    slope, shift = 1.0, 0.0
    for _ in range(steps):
        errors = [(_sigmoid(slope * score + shift) - right, score) for score, right in scored]
        slope -= sum(error * score for error, score in errors) / len(scored) * 0.3
        shift -= sum(error for error, _ in errors) / len(scored) * 0.3
    return slope, shift


def cut_of(chances: Scored, wanted: float = 0.975) -> float:
    """The lowest chance above which the wanted share is right: a little more than promised, for new outlets."""
    best, right = 0.99, 0
    for n, (chance, is_right) in enumerate(sorted(chances, reverse=True), 1):
        right += is_right
        best = chance if right >= wanted * n else best
    return min(best, 0.99)


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--show", action="store_true", help="only the reliability on the left-out outlets")
    options = parser.parse_args()
    (show if options.show else learn)(options.shared)


if __name__ == "__main__":
    main()
