"""Examples for the model «sure»: is a quotation right in content and speaker (statements/extraction/confidence.py).

`benchmarks.extraction_confidence` trains it: its examples must come from extraction by models that have not
seen the article's outlet, or it would be surer than it may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from benchmarks.learning import Example
from statements.extraction import Quotation, extract, learned
from statements.extraction.plain import as_dict

MODEL, PENALTY = "sure", 15.0


def judged(scorer: ModuleType, gold: dict) -> Iterator[tuple[Quotation, Example]]:
    """Every quotation of one gold article, with its features and whether it is right (content nearly letter for letter)."""
    with learned.watching() as decisions:
        found = extract(gold["text"])
    article = scorer.Article(gold, as_dict(gold["id"], found))
    right = {
        id(mine)
        for mine, other in article.statement_pairs(0.9)
        if article.resolves(mine["speakers"], other["speakers"])
    }
    asked = [decision for decision in decisions if decision.model == MODEL]
    rows = zip(found.quotations, article.predicted["statements"], asked, strict=True)
    for quotation, row, decision in rows:
        yield quotation, Example(decision.candidates, int(id(row) in right))
