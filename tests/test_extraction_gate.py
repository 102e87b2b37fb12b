"""The quality gate: extraction of the annotated articles may not get worse.

The sample article is compared statement by statement; the gold articles beside the project, where
they are, by the pinned figures. Raising a figure is free; lowering one is a decision.
"""

import hashlib
import json
from pathlib import Path

import pytest

from benchmarks.extraction import load_gold, load_scorer, score_set
from statements.extraction import extract

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SEED = ROOT / "tests" / "data" / "seed.json"

GOLD_DIGEST = "8d7a3f975a48ec61"
SEED_FIGURES = dict.fromkeys(
    ("found", "exact", "who_said_what", "who_said_what_to_whom", "addressees", "events", "reported_by"), 1.0
)
PINNED = {
    "dev": {
        "found": 0.946,
        "exact": 0.916,
        "found_quoted": 0.949,
        "who_said_what": 0.889,
        "who_said_what_to_whom": 0.828,
        "addressees": 0.807,
        "events": 0.767,
        "reported_by": 0.793,
    },
    "train": {
        "found": 0.938,
        "exact": 0.898,
        "found_quoted": 0.959,
        "who_said_what": 0.893,
        "who_said_what_to_whom": 0.827,
        "addressees": 0.805,
        "events": 0.802,
        "reported_by": 0.746,
    },
    "left_out": {
        "found": 0.933,
        "exact": 0.879,
        "found_quoted": 0.975,
        "who_said_what": 0.884,
        "who_said_what_to_whom": 0.772,
        "addressees": 0.748,
        "events": 0.809,
        "reported_by": 0.666,
    },
}

needs_gold = pytest.mark.skipif(
    not (SHARED / "eval" / "gold").is_dir(), reason="the annotated articles are not beside the project"
)


def plain(text: str, actors: dict[str, str], statement: dict) -> tuple:
    spans = tuple(text[start:end].strip() for start, end in statement["spans"])
    return (
        text[slice(*statement["cue"])],
        spans,
        statement["kind"],
        sorted(actors[i] for i in statement["speakers"]),
        sorted(actors[i] for i in statement["addressees"]),
        actors.get(statement["reported_by"]),
    )


def test_sample_article_gives_its_thirteen_statements_to_the_letter():
    gold = json.loads(SEED.read_text(encoding="utf-8"))
    text, found = gold["text"], extract(gold["text"])
    names = {actor.id: actor.name for actor in found.actors}
    mine = [
        {
            "spans": [(s.start, s.end) for s in q.spans],
            "cue": (q.cue.span.start, q.cue.span.end),
            "kind": q.kind,
            "speakers": q.speakers,
            "addressees": q.addressees,
            "reported_by": q.reported_by,
        }
        for q in found.quotations
    ]
    known = {actor["id"]: actor["names"][0] for actor in gold["actors"]}
    expected = [plain(text, known, statement) for statement in gold["statements"]]
    assert [plain(text, names, statement) for statement in mine] == expected


def gold_digest() -> str:
    digest = hashlib.sha256()
    for folder in ("dev", "train"):
        for path in sorted((SHARED / "eval" / "gold" / folder).glob("*.json")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@needs_gold
def test_gold_articles_are_those_the_figures_were_pinned_on():
    assert gold_digest() == GOLD_DIGEST


@needs_gold
@pytest.mark.parametrize("name", ["seed", *PINNED])
def test_scores_do_not_drop(name):
    result = score_set(load_scorer(SHARED), load_gold(SHARED)[name])
    pinned = SEED_FIGURES if name == "seed" else PINNED[name]
    dropped = {figure: result[figure]["f1"] for figure, f1 in pinned.items() if result[figure]["f1"] < f1}
    assert not dropped
