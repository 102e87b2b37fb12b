"""Measure how often each rule is right and write it to statements/extraction/data/confidence.tsv.

    .venv/bin/python -m benchmarks.extraction_confidence [../shared]

A statement is right when its content matches a gold statement nearly letter for letter (0.9) and
its speakers are the right actors. Measured on all gold articles but those of the left-out outlets;
prints the reliability of the figures on these.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from benchmarks.extraction import load_gold, load_scorer
from statements.extraction import Quotation, extract
from statements.extraction.__main__ import as_dict
from statements.extraction.confidence import read_table

TARGET = Path(__file__).parent.parent / "statements" / "extraction" / "data" / "confidence.tsv"


def judge(scorer, golds: list[dict]) -> list[tuple[Quotation, bool]]:
    """Every extracted quotation with whether it is right."""
    judged = []
    for gold in golds:
        found = extract(gold["text"])
        article = scorer.Article(gold, as_dict(gold["id"], found))
        right = {
            id(mine)
            for mine, other in article.statement_pairs(0.9)
            if article.resolves(mine["speakers"], other["speakers"])
        }
        judged += [
            (quotation, id(row) in right)
            for quotation, row in zip(found.quotations, article.predicted["statements"], strict=True)
        ]
    return judged


def write_table(judged: list[tuple[Quotation, bool]]) -> None:
    """Write how often each rule was used and right."""
    used, right = Counter(), Counter()
    for quotation, is_right in judged:
        used[quotation.rule] += 1
        right[quotation.rule] += is_right
    lines = [
        "# How often each rule was used and gave the right content and speaker, on the gold articles of the outlets worked on;",
        "# made by benchmarks/extraction_confidence.py.",
        "rule\tused\tright",
        *(
            f"{rule}\t{n}\t{right[rule]}"
            for rule, n in sorted(used.items(), key=lambda item: (-item[1], item[0]))
        ),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def print_reliability(judged: list[tuple[Quotation, bool]]) -> None:
    """Print, by tenths of confidence, how many statements there are and how many are right."""
    bins: dict[int, list[bool]] = {}
    for quotation, is_right in judged:
        bins.setdefault(int(quotation.confidence * 10), []).append(is_right)
    for tenth, outcomes in sorted(bins.items(), reverse=True):
        print(
            f"confidence {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}: {len(outcomes):4} statements, {sum(outcomes) / len(outcomes):.2f} right"
        )


def main(shared: str = "../shared") -> None:
    scorer, sets = load_scorer(Path(shared)), load_gold(Path(shared))
    write_table(judge(scorer, sets["dev"] + sets["train"]))
    read_table.cache_clear()
    print_reliability(judge(scorer, sets["left_out"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
