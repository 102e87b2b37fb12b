"""List what extraction gets wrong on the gold articles, one error a paragraph, and count by class.

    .venv/bin/python -m benchmarks.extraction_errors [--set train] [--class missed] [--article tr-013] [--counts]

Classes: `missed`, `spurious`, `inexact` (found, its content not nearly letter for letter), `speaker`,
`addressee`, `relay` (reported by), `event` (not linked as in the gold), `occasion` (an event missed or
spurious). In the text shown, «[cue]» is the cue and «{ }» the content: of the gold where there is one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction import load_gold, load_scorer
from statements.extraction import extract
from statements.extraction.__main__ import as_dict

Rules = dict[int, str]  # id of one of our statements -> its rule
BEFORE, AFTER = 160, 60  # code points of context


@dataclass(frozen=True, slots=True)
class Error:
    """One error: its class, a finer `why` to count by, the article, and the lines that show it."""

    kind: str
    why: str
    article: str
    shown: str


def read_with_rules(scorer, gold: dict) -> tuple[object, Rules]:
    """A gold article beside our extraction of it, and the rule that made each of our statements."""
    found = extract(gold["text"])
    article = scorer.Article(gold, as_dict(gold["id"], found))
    rows = zip(article.predicted["statements"], found.quotations, strict=True)
    return article, {id(row): q.rule for row, q in rows}


def errors_of(article, rules: Rules) -> Iterator[Error]:
    """Every error of extraction on one gold article."""
    pairs, exact = article.statement_pairs(0.5), article.statement_pairs(0.9)
    yield from _unmatched(article, pairs, rules)
    exactly = {id(g) for _, g in exact}
    events = dict(article.event_pairs())
    for mine, wanted in pairs:
        yield from _differences(article, mine, wanted, rules[id(mine)], id(wanted) in exactly, events)
    yield from _occasions(article, events)


def _unmatched(article, pairs, rules: Rules) -> Iterator[Error]:
    golds, mines = {id(g) for _, g in pairs}, {id(m) for m, _ in pairs}
    name, text = article.gold["id"], article.gold["text"]
    cues = {tuple(m["cue"]): m for m in article.predicted["statements"] if m["cue"]}
    for wanted in article.gold["statements"]:
        if id(wanted) not in golds:
            same = cues.get(tuple(wanted["cue"] or ()))
            why = f"bounds {rules[id(same)]}" if same else "no cue" if not wanted["cue"] else "cue not used"
            ours = f"\n   ours: {_words(text, same)}" if same else ""
            yield Error("missed", why, name, f"{show(text, wanted)}{ours}")
    for mine in article.predicted["statements"]:
        if id(mine) not in mines:
            yield Error("spurious", rules[id(mine)], name, show(text, mine))


def _differences(article, mine, wanted, rule: str, exact: bool, events: dict) -> Iterator[Error]:
    name, shown = article.gold["id"], show(article.gold["text"], wanted)
    if not exact:
        yield Error("inexact", rule, name, f"{shown}\n   ours: {_words(article.gold['text'], mine)}")
    for kind, ours, theirs in (
        ("speaker", mine["speakers"], wanted["speakers"]),
        ("addressee", mine["addressees"], wanted["addressees"]),
        ("relay", [mine["reported_by"]], [wanted["reported_by"]]),
    ):
        ours, theirs = [i for i in ours if i], [i for i in theirs if i]
        if not article.resolves(ours, theirs):
            why = rule if kind == "speaker" else f"{'none' if not ours else 'some'} for {len(theirs)}"
            lines = f"{shown}\n   ours: {_ours(article, ours)}; gold: {_gold(article, theirs)}"
            yield Error(kind, why, name, lines)
    if events.get(mine["event"]) != wanted["event"]:
        ours, theirs = _event(article, mine["event"]), _gold_event(article, wanted["event"])
        why = f"{ours.split(' ')[0]} for {theirs.split(' ')[0]}"
        yield Error("event", why, name, f"{shown}\n   ours: {ours}; gold: {theirs}")


def _occasions(article, events: dict) -> Iterator[Error]:
    name = article.gold["id"]
    for event in article.gold["events"]:
        if event["id"] not in events.values():
            said = sum(s["event"] == event["id"] for s in article.gold["statements"])
            shown = f"missed {_gold_event(article, event['id'])} with {said} statements"
            yield Error("occasion", f"missed {event['type']}", name, shown)
    for event in article.predicted["events"]:
        if event["id"] not in events:
            yield Error(
                "occasion", f"spurious {event['type']}", name, f"spurious {_event(article, event['id'])}"
            )


def show(text: str, statement: dict) -> str:
    """The statement in its text, cue and content marked."""
    marks = [(s, "{") for s, _ in statement["spans"]] + [(e, "}") for _, e in statement["spans"]]
    if statement["cue"]:
        marks += [(statement["cue"][0], "["), (statement["cue"][1], "]")]
    first, last = min(at for at, _ in marks), max(at for at, _ in marks)
    start, end = max(0, first - BEFORE), min(len(text), last + AFTER)
    shown, at = "", start
    for place, mark in sorted(marks):
        shown, at = shown + text[at:place] + mark, place
    return (shown + text[at:end]).replace("\n", " ⏎ ")


def _words(text: str, statement: dict) -> str:
    return " … ".join(text[s:e] for s, e in statement["spans"]).replace("\n", " ⏎ ")


def _ours(article, ids: list[str]) -> str:
    return " + ".join(article.actors[i]["name"] for i in ids) or "nobody"


def _gold(article, ids: list[str]) -> str:
    return " + ".join(" = ".join(article.gold_actors[i]["names"][:4]) for i in ids) or "nobody"


def _event(article, event_id: str | None) -> str:
    event = next((e for e in article.predicted["events"] if e["id"] == event_id), None)
    return f"{event['type']} of {_ours(article, event['participants'])}" if event else "no event"


def _gold_event(article, event_id: str | None) -> str:
    event = next((e for e in article.gold["events"] if e["id"] == event_id), None)
    return f"{event['type']} of {_gold(article, event['participants'])}" if event else "no event"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--set", default="train", choices=("seed", "dev", "train", "left_out"))
    parser.add_argument("--class", dest="kind", help="only this class")
    parser.add_argument("--why", default="", help="only errors whose finer class holds this")
    parser.add_argument("--article", help="only this article")
    parser.add_argument("--counts", action="store_true", help="only the counts")
    options = parser.parse_args()
    scorer = load_scorer(options.shared)
    golds = load_gold(options.shared)[options.set]
    errors = [
        error
        for gold in golds
        if options.article in (None, gold["id"])
        for error in errors_of(*read_with_rules(scorer, gold))
        if options.kind in (None, error.kind) and options.why in error.why
    ]
    if not options.counts:
        for error in errors:
            print(f"{error.article} {error.kind} ({error.why})\n   {error.shown}\n")
    for (kind, why), count in Counter((e.kind, e.why) for e in errors).most_common():
        print(f"{count:5} {kind}: {why}")


if __name__ == "__main__":
    main()
