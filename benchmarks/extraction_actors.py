"""Hold the actors of extraction against the gold's, article by article, and count by kind.

    .venv/bin/python -m benchmarks.extraction_actors [--set train] [--class spurious] [--kind person] [--counts]

Classes of a gold actor: `found`, `named` badly (met, but its name fails the scorer), `missed`, `kind` (found,
its kind wrong), `first` (found, names[0] not letter for letter that of the gold), `mixed` (one of our actors for
two). Of ours: `spurious` (no gold actor is like it) and `doubled` (a second of ours for one of the gold).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.extraction import load_gold, load_scorer
from statements.extraction import extract

KINDS = ("person", "organization", "country", "agency", "group", "unnamed")
WRONG = ("named", "missed", "kind", "first", "mixed", "spurious", "doubled")


@dataclass(slots=True)
class Comparison:
    """The pairs of one article (ours, gold's), and who is left on either side."""

    pairs: list[tuple[dict, dict]] = field(default_factory=list)
    like: list[tuple[dict, dict]] = field(default_factory=list)  # plainly meant, the name fails
    doubled: list[tuple[dict, dict]] = field(default_factory=list)
    mixed: list[tuple[dict, dict]] = field(default_factory=list)
    spurious: list[dict] = field(default_factory=list)
    missed: list[dict] = field(default_factory=list)


def compare(scorer, ours: list[dict], golds: list[dict]) -> Comparison:
    """Pair actors one to one: by the scorer's rule first, then by any word in common."""
    found = Comparison()
    found.pairs = _paired(ours, golds, lambda o, g: scorer.same_actor(o, g) and _likeness(scorer, o, g))
    left_ours, left_golds = _left(ours, golds, found.pairs)
    found.doubled = [(o, g) for o in left_ours for _, g in found.pairs if scorer.same_actor(o, g)]
    left_ours = [o for o in left_ours if not any(o is d for d, _ in found.doubled)]
    found.mixed = [(o, g) for g in left_golds for o, _ in found.pairs if _also_names(scorer, o, g)]
    left_golds = [g for g in left_golds if not any(g is m for _, m in found.mixed)]
    found.like = _paired(left_ours, left_golds, lambda o, g: _likeness(scorer, o, g))
    found.spurious, found.missed = _left(left_ours, left_golds, found.like)
    return found


def _paired(ours: list[dict], golds: list[dict], likeness) -> list[tuple[dict, dict]]:
    ranked = sorted(
        ((float(likeness(o, g)), i, j) for i, o in enumerate(ours) for j, g in enumerate(golds)),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    found, used_o, used_g = [], set(), set()
    for score, i, j in ranked:
        if score > 0 and i not in used_o and j not in used_g:
            used_o.add(i), used_g.add(j)
            found.append((ours[i], golds[j]))
    return found


def _left(ours: list[dict], golds: list[dict], pairs: list[tuple[dict, dict]]) -> tuple[list, list]:
    mine, theirs = {id(o) for o, _ in pairs}, {id(g) for _, g in pairs}
    return [o for o in ours if id(o) not in mine], [g for g in golds if id(g) not in theirs]


def _likeness(scorer, ours: dict, gold: dict) -> float:
    """The largest share of words in common, 0 to 1, over the names of both."""
    best = 0.0
    for name in ours["names"]:
        words = {scorer.bare(w) for w in scorer.fold(name)}
        for other in gold["names"]:
            known = {scorer.bare(w) for w in scorer.fold(other)}
            best = max(best, len(words & known) / max(1, len(words | known)))
    return best


def _also_names(scorer, ours: dict, gold: dict) -> bool:
    return any(scorer.same_actor({"name": name}, gold) for name in ours["names"])


def judged(scorer, gold: dict) -> Iterator[tuple[str, str, str]]:
    """Class, kind and a line to read, for every actor of the article."""
    ours = [
        {"name": a.name, "kind": a.kind, "names": list(a.names) or [a.name], "titles": list(a.titles)}
        for a in extract(gold["text"]).actors
    ]
    found = compare(scorer, ours, gold["actors"])
    for o, g in found.pairs:
        yield "found", g["kind"], ""
        if o["kind"] != g["kind"]:
            yield "kind", g["kind"], f"{_told(g)}  ours: {_told(o)}"
        if scorer.fold(o["name"]) != scorer.fold(g["names"][0]):
            yield "first", g["kind"], f"{_told(g)}  ours: {_told(o)}"
    for o, g in found.like:
        yield "named", g["kind"], f"{_told(g)}  ours: {_told(o)}"
    for o, g in found.mixed:
        yield "mixed", g["kind"], f"{_told(g)}  ours: {_told(o)}"
    for o, g in found.doubled:
        yield "doubled", o["kind"], f"{_told(g)}  ours: {_told(o)}"
    for g in found.missed:
        yield "missed", g["kind"], _told(g)
    for o in found.spurious:
        yield "spurious", o["kind"], f"ours: {_told(o)}"


def _told(actor: dict) -> str:
    titles = f" ({', '.join(actor['titles'][:2])})" if actor.get("titles") else ""
    return f"{actor['kind']} «{' = '.join(actor['names'][:4])}»{titles}"


def print_table(counts: Counter) -> None:
    """Print precision and recall of found actors by kind, and the wrong ones by class."""
    print(f"{'':13}{'gold':>6}{'ours':>6}{'P':>7}{'R':>7}{'F1':>7}", *(f"{w:>9}" for w in WRONG))
    for kind in ("all", *KINDS):
        here = {
            c: sum(n for (k, x), n in counts.items() if k == c and kind in (x, "all"))
            for c in ("found", *WRONG)
        }
        golds = sum(here[c] for c in ("found", "named", "mixed", "missed"))
        ours = sum(here[c] for c in ("found", "named", "doubled", "spurious"))
        p, r = here["found"] / max(1, ours), here["found"] / max(1, golds)
        f1 = 2 * p * r / max(1e-9, p + r)
        print(f"{kind:13}{golds:6}{ours:6}{p:7.3f}{r:7.3f}{f1:7.3f}", *(f"{here[w]:9}" for w in WRONG))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--set", default="train", choices=("seed", "dev", "train", "left_out"))
    parser.add_argument("--class", dest="wrong", choices=WRONG, help="only this class")
    parser.add_argument("--kind", choices=KINDS, help="only actors of this kind")
    parser.add_argument("--counts", action="store_true", help="only the table")
    options = parser.parse_args()
    scorer = load_scorer(options.shared)
    counts: Counter = Counter()
    for gold in load_gold(options.shared)[options.set]:
        for wrong, kind, line in judged(scorer, gold):
            counts[wrong, kind] += 1
            asked = options.wrong in (None, wrong) and options.kind in (None, kind)
            if line and asked and not options.counts:
                print(f"{gold['id']} {wrong}: {line}")
    print_table(counts)


if __name__ == "__main__":
    main()
