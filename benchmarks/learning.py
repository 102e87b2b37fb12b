"""Train the models of statements/extraction/data/models from the annotated articles.

    .venv/bin/python -m benchmarks.learning NAME… [--shared ../shared]

Each NAME is a module `benchmarks/learn_NAME.py` with `examples(gold) -> Iterator[Example]` and, where it
likes, `from_corpus(shared)`: examples from the news corpus, for training only; where the usual penalty does
not suit it, a `PENALTY` of its own. Prints how well the model decides on outlets it was not trained on (five
folds of whole outlets, then the left-out outlets), and writes the weights learned from all but the left-out
outlets.

A log-linear model (logistic regression; conditional logit where one of several candidates is chosen),
fitted on all examples at once by resilient propagation with an L2 penalty: Riedmiller, Braun, ICNN (1993).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction import load_gold
from statements.extraction import learned

# Penalty per weight, not per example: with few examples rare features must stay near zero. Measured on the
# choice of ends (1,959 examples, 5,578 features): stochastic AdaGrad made 50 right ends wrong and mended 21
# on outlets not trained on, this makes 7 wrong and mends 16.
EPOCHS, PENALTY, SELDOM = 40, 10.0, 2
FIRST_STEP, LONGEST_STEP = 0.05, 1.0
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One decision with its answer: the index of the right candidate, or for a single candidate 1 yes, 0 no.

    It counts `weight` times in training, once where the model is judged. `outlet` is whose article it is from,
    where that is an outlet of the gold.
    """

    candidates: tuple[tuple[str, ...], ...]
    answer: int
    weight: float = 1.0
    outlet: str = ""


def fit(examples: list[Example], epochs: int = EPOCHS, penalty: float = PENALTY) -> dict[str, float]:
    """Feature -> weight; the same for the same examples in the same order."""
    counts = Counter(f for e in examples for c in e.candidates for f in set(c))
    features = [f for f, n in counts.items() if n >= SELDOM]
    rows = _numbered(examples, {f: n for n, f in enumerate(features)})
    weights = [0.0] * len(features)
    steps, before = [FIRST_STEP] * len(features), [0.0] * len(features)
    for _ in range(epochs):
        slopes = [penalty * w for w in weights]
        for row in rows.items():
            _add_slopes(slopes, weights, *row)
        for n, slope in enumerate(slopes):
            same = slope * before[n]
            steps[n] = min(LONGEST_STEP, steps[n] * (1.2 if same > 0 else 0.5 if same < 0 else 1))
            before[n] = slope = slope if same >= 0 else 0.0
            weights[n] -= math.copysign(steps[n], slope) if slope else 0.0
    return dict(zip(features, weights, strict=True))


# The numbers of the candidates' features, and the answer.
_Row = tuple[tuple[tuple[int, ...], ...], int]


def _numbered(examples: list[Example], numbers: dict[str, int]) -> dict[_Row, float]:
    """How much each row counts: names alone repeat their decisions many times over."""
    rows: dict[_Row, float] = {}
    for e in examples:
        row = tuple(tuple(numbers[f] for f in c if f in numbers) for c in e.candidates), e.answer
        rows[row] = rows.get(row, 0.0) + e.weight
    return rows


def _add_slopes(slopes: list[float], weights: list[float], row: _Row, weight: float) -> None:
    """Add the gradient of the loss of one row, by feature."""
    candidates, answer = row
    shares = _shares([sum([weights[n] for n in c]) for c in candidates])
    for at, (numbers, share) in enumerate(zip(candidates, shares, strict=True)):
        right = answer if len(candidates) == 1 else at == answer
        if abs(share - right) > 1e-4:
            slope = weight * (share - right)
            for n in numbers:
                slopes[n] += slope


def _shares(sums: list[float]) -> list[float]:
    """How likely each candidate is, by the sum of its features' weights."""
    if len(sums) == 1:
        return [1 / (1 + math.exp(-max(-30.0, min(30.0, sums[0]))))]
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    whole = sum(powers)
    return [p / whole for p in powers]


def judge(weights: dict[str, float], examples: list[Example]) -> tuple[int, float]:
    """How many are decided rightly, and the sum of the log losses."""
    right, loss = 0, 0.0
    for example in examples:
        shares = _shares([sum(weights.get(f, 0.0) for f in c) for c in example.candidates])
        if len(shares) == 1:
            right += (shares[0] >= 0.5) == bool(example.answer)
            loss -= math.log(max(1e-9, shares[0] if example.answer else 1 - shares[0]))
        else:
            right += shares.index(max(shares)) == example.answer
            loss -= math.log(max(1e-9, shares[example.answer]))
    return right, loss


def baseline(examples: list[Example]) -> int:
    """How many the simplest decision gets right: the commoner answer, or the first candidate."""
    single = [e.answer for e in examples if len(e.candidates) == 1]
    first = sum(e.answer == 0 for e in examples if len(e.candidates) > 1)
    return max(sum(single), len(single) - sum(single)) + first


def train(name: str, shared: Path) -> None:
    """Judge the model on outlets it has not seen, then learn it from all but the left-out ones and write it."""
    module = importlib.import_module(f"benchmarks.learn_{name}")
    sets = load_gold(shared)
    by_outlet: dict[str, list[Example]] = {}
    for gold in sets["seed"] + sets["dev"] + sets["train"]:
        by_outlet.setdefault(gold.get("outlet", ""), []).extend(module.examples(gold))
    left_out = [e for gold in sets["left_out"] for e in module.examples(gold)]
    everything = _joined(by_outlet.values())
    penalty = getattr(module, "PENALTY", PENALTY)
    also = list(module.from_corpus(shared)) if hasattr(module, "from_corpus") else []
    lines = [_sentence("outlets not trained on", *_cross_validate(by_outlet, also, penalty), everything)]
    weights = fit(everything + also, penalty=penalty)
    lines.append(_sentence("left-out outlets", *judge(weights, left_out), left_out))
    print(f"{name}:", *lines, sep="\n  ")
    write_model(name, weights, [*lines, f"gold {_digest(sets)}"])


def _cross_validate(
    by_outlet: dict[str, list[Example]], also: list[Example], penalty: float
) -> tuple[int, float]:
    right, loss = 0, 0.0
    for held in folds_of(by_outlet):
        known = _joined(by_outlet[o] for o in by_outlet if o not in held)
        weights = fit(known + not_of(held, also), penalty=penalty)
        some, more = judge(weights, _joined(by_outlet[o] for o in held))
        right, loss = right + some, loss + more
    return right, loss


def not_of(held: Iterable[str], examples: list[Example]) -> list[Example]:
    """The examples of no outlet held out; «Masrawy/AFP» is Masrawy's."""
    outlets = {outlet.split("/")[0] for outlet in held} - {""}
    return [e for e in examples if e.outlet not in outlets]


def folds_of(by_outlet: dict[str, list]) -> list[list[str]]:
    """The outlets in FOLDS groups of about as many examples each."""
    folds: list[list[str]] = [[] for _ in range(FOLDS)]
    for at, outlet in enumerate(sorted(by_outlet, key=lambda o: (-len(by_outlet[o]), o))):
        folds[at % FOLDS].append(outlet)
    return folds


def _joined(lists: Iterable[list[Example]]) -> list[Example]:
    return [e for some in lists for e in some]


def _sentence(where: str, right: int, loss: float, examples: list[Example]) -> str:
    n = max(1, len(examples))
    return (
        f"{where}: {right} of {len(examples)} right ({right / n:.3f}), "
        f"simplest decision {baseline(examples) / n:.3f}, log loss {loss / n:.3f}"
    )


def _digest(sets: dict[str, list[dict]]) -> str:
    """The digest of the articles learned from."""
    golds = sets["seed"] + sets["dev"] + sets["train"]
    told = json.dumps([(g["id"], g["statements"]) for g in golds], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def write_model(name: str, weights: dict[str, float], head: list[str]) -> None:
    rows = [f"{f}\t{w:.3f}" for f, w in sorted(weights.items()) if abs(w) >= 0.01]
    lines = [f"# The model {name}, made by benchmarks/learning.py.", *(f"# {line}" for line in head), *rows]
    learned.MODELS.mkdir(exist_ok=True)
    (learned.MODELS / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    learned.load.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    for name in options.names:
        train(name, options.shared)


if __name__ == "__main__":
    main()
