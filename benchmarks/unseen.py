"""Extraction as an outlet nobody has seen gets it: by models trained without it.

Every model of statements/extraction/data/models but `sure` is trained again for each fifth of the outlets, from
the annotated articles of the other outlets. Rules are no part of this: they were written with all of them in view.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import learn_sure
from benchmarks.learning import Example, fit, folds_of, not_of
from statements.extraction import learned

Weights = dict[str, dict[str, float]]  # model -> feature -> weight
Fold = tuple[list[str], Weights]  # outlets, and what the models learned from all others


def outlet_of(gold: dict) -> str:
    """The outlet of a gold article, empty where it tells none."""
    return gold.get("outlet", "")


def trained_without(golds: list[dict], shared: Path) -> Iterator[Fold]:
    """For each fold of outlets, the weights of all other models trained without it."""
    names = sorted(p.stem for p in learned.MODELS.glob("*.tsv") if p.stem != learn_sure.MODEL)
    modules = {name: importlib.import_module(f"benchmarks.learn_{name}") for name in names}
    examples = {
        name: [(outlet_of(g), list(module.examples(g))) for g in golds] for name, module in modules.items()
    }
    also = {name: list(m.from_corpus(shared)) for name, m in modules.items() if hasattr(m, "from_corpus")}
    by_outlet: dict[str, list[dict]] = {}
    for gold in golds:
        by_outlet.setdefault(outlet_of(gold), []).extend(gold["statements"])
    for held in folds_of(by_outlet):
        yield (
            held,
            {
                name: _learned(module, examples[name], also.get(name, []), held)
                for name, module in modules.items()
            },
        )


def _learned(module, examples, also: list[Example], held: list[str]) -> dict[str, float]:
    known = [e for outlet, some in examples if outlet not in held for e in some]
    return fit(
        known + not_of(held, also), **({"penalty": module.PENALTY} if hasattr(module, "PENALTY") else {})
    )


def remembered(golds: list[dict], shared: Path, folder: Path | None) -> list[Fold]:
    """The same, kept as JSON in `folder` and read from there the next time: rules are tried in seconds so."""
    if folder is None:
        return list(trained_without(golds, shared))
    kept = folder / "unseen.json"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(
            json.dumps(list(trained_without(golds, shared)), ensure_ascii=False), encoding="utf-8"
        )
    return [(held, weights) for held, weights in json.loads(kept.read_text(encoding="utf-8"))]


@contextmanager
def using(weights: Weights) -> Iterator[None]:
    """Let extraction decide by these models meanwhile."""
    load = learned.load
    models = {name: learned.Model(name, some) for name, some in weights.items()}
    learned.load = lambda name: models.get(name) or load(name)
    try:
        yield
    finally:
        learned.load = load
