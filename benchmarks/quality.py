"""Write the figures of the archive's page on quality: how well extraction does on the annotated articles.

    .venv/bin/python -m benchmarks.quality [--shared ../shared]

Writes statements/data/quality.json: figures over the articles of outlets that no model learned from, by kind of
report, and by outlet, with the digest of the annotated articles and the day. Run it after extraction changed.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
from pathlib import Path

from benchmarks.extraction_slices import Tally, by_kind, by_outlet, tally
from benchmarks.gold import FIGURES, LEFT_OUT, load_gold, load_scorer, read_articles
from statements.extraction import VERSION

WRITTEN = Path(__file__).resolve().parents[1] / "statements" / "data" / "quality.json"
KINDS = ("direct", "indirect", "mixed")
FEWEST = 20  # statements of an outlet, below which a share says nothing


def measure(shared: Path) -> dict:
    """What the page shows; shares from 0 to 1."""
    scorer, golds = load_scorer(shared), load_gold(shared)
    unseen = read_articles(scorer, golds["left_out"])
    every = read_articles(scorer, [gold for name in ("dev", "train", "left_out") for gold in golds[name]])
    scores = scorer.score(unseen)
    kinds, outlets = tally(unseen, by_kind), tally(every, by_outlet)
    return {
        "day": datetime.date.today().isoformat(),
        "digest": gold_digest(shared),
        "version": VERSION,
        "articles": len(unseen),
        "figures": {name: {key: round(scores[name][key], 3) for key in ("p", "r", "f1")} for name in FIGURES},
        "kinds": {name: _figures(kinds[name]) for name in KINDS if name in kinds},
        "outlets": [
            {"name": name, "unseen": name in LEFT_OUT} | _figures(one)
            for name, one in sorted(outlets.items(), key=lambda item: (-item[1].gold["all"], item[0]))
            if one.gold["all"] >= FEWEST
        ],
    }


def gold_digest(shared: Path) -> str:
    """Which annotated articles the figures are of."""
    digest = hashlib.sha256()
    for folder in ("dev", "train"):
        for path in sorted((shared / "eval" / "gold" / folder).glob("*.json")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _figures(one: Tally) -> dict:
    """How many statements there are, the share found of them, and of ours the share that is right."""
    right, found, _f1 = one.figures("found")
    speaker = one.predicted["who"] / max(1, one.predicted["found"])
    return {
        "statements": one.gold["all"],
        "found": round(found, 3),
        "right": round(right, 3),
        "speaker": round(speaker, 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    measured = measure(parser.parse_args().shared)
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{WRITTEN}: {measured['articles']} articles of outlets not learned from, {measured['digest']}")


if __name__ == "__main__":
    main()
