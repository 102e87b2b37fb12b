"""What is known of an outlet by its name: its Arabic and English names, what it is, whose it is. No database.

From `data/outlets.tsv`; of others in the lexicon of media the kind and the country alone.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from statements.extraction.lexicon_tables import media
from statements.extraction.normalize import fold

_TABLE = Path(__file__).parent / "data" / "outlets.tsv"


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """Fields of a model Outlet, each empty where nothing is known."""

    name_ar: str = ""
    name_en: str = ""
    kind: str = ""
    country: str = ""


def known_outlet(name: str) -> KnownOutlet:
    """What is known of the outlet that a file calls so, in any spelling; all empty where nothing is."""
    if found := _by_name().get(_key(name)):
        return found
    medium = media().get(fold(name).strip())
    return KnownOutlet(kind=medium.sort, country=medium.country) if medium else KnownOutlet()


@cache
def _by_name() -> dict[str, KnownOutlet]:
    lines = (line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    found: dict[str, KnownOutlet] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        outlet = KnownOutlet(row["arabic"], row["english"], row["kind"], row["country"])
        for name in filter(None, (row["arabic"], row["english"], *row["names"].split("|"))):
            found.setdefault(_key(name), outlet)
    return found


def _key(name: str) -> str:
    return " ".join(fold(name).casefold().replace("-", " ").split())
