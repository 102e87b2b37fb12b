"""How well extraction does: figures of the annotated articles, and what editors made of it in this archive."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

from django.core.cache import cache as kept
from django.db.models import Count
from django.utils.translation import get_language

from statements.models import Outlet, Statement
from statements.models.visibility import DECIDED

_GOLD = Path(__file__).parent.parent / "data" / "quality.json"
_KEPT = 600  # seconds
_MOST = 20  # outlets


@cache
def gold() -> dict:
    """What `python -m benchmarks.quality` measured last."""
    return json.loads(_GOLD.read_text(encoding="utf-8"))


def reviewed() -> dict:
    """What editors decided on statements of published articles, by kind and by outlet; a few minutes old at most."""
    return kept.get_or_set(f"quality-reviewed-{get_language()}", _count, _KEPT)


def _count() -> dict:
    rows = Statement.objects.filter(article__state="published", state__in=DECIDED).order_by()
    counted = rows.values_list("kind", "article__outlet", "state").annotate(Count("pk"))
    kinds: dict[str, Counter] = {}
    outlets: dict[int, Counter] = {}
    for kind, outlet, state, count in counted:
        kinds.setdefault(kind, Counter())[state] += count
        if outlet:
            outlets.setdefault(outlet, Counter())[state] += count
    names = Outlet.objects.in_bulk(outlets)
    most = sorted(outlets.items(), key=lambda item: -item[1].total())[:_MOST]
    return {
        "all": _row("", sum(kinds.values(), Counter())),
        "kinds": [
            _row(str(kind.label), kinds[kind]) | {"kind": kind.value}
            for kind in Statement.Kind
            if kind in kinds
        ],
        "outlets": [_row(names[pk].called, states) for pk, states in most],
    }


def _row(name: str, states: Counter) -> dict:
    """How many of each decision; `right`: confirmed of all that the machine found; None where there are none."""
    found = states["confirmed"] + states["corrected"] + states["rejected"]
    return {
        "name": name,
        "confirmed": states["confirmed"],
        "corrected": states["corrected"],
        "rejected": states["rejected"],
        "added": states["added"],
        "right": round(100 * states["confirmed"] / found) if found else None,
    }
