#!/usr/bin/env python3
"""How much of what gold articles name the lexicon knows: by whole names, or by the noun that heads them.

    python benchmarks/lexicon_coverage.py [GOLD_DIR …] [--missing N]

GOLD_DIR is both folders of ../shared/eval/gold unless given. An actor counts once an article, by any
of its names; people count by their first name (it is only told that a name begins there, not whose).
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from statements.extraction import lexicon  # noqa: E402
from statements.extraction.gazetteer import Gazetteer  # noqa: E402
from statements.extraction.inflection import peel  # noqa: E402
from statements.extraction.normalize import fold  # noqa: E402

GOLD = ROOT.parent / "shared" / "eval" / "gold"
WORD = re.compile(r"\w+")
BUILT_IN = Gazetteer()

# kind of actor -> lookups of its first word, any of which will do
HEADS: dict[str, tuple[Callable, ...]] = {
    "country": (lexicon.body_noun_of,),
    "organization": (lexicon.body_noun_of,),
    "agency": (lexicon.media_noun_of,),
    "group": (lexicon.group_noun_of, lexicon.demonym_of, lexicon.title_of, lexicon.body_noun_of),
    "unnamed": (lexicon.unnamed_noun_of, lexicon.title_of),
    "title": (lexicon.title_of,),
    "first name": (lexicon.given_name_of, lexicon.particle_role),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "gold", type=Path, nargs="*", default=[GOLD / "dev", GOLD / "train"], metavar="GOLD_DIR"
    )
    parser.add_argument(
        "--missing", type=int, default=0, metavar="N", help="list N names not known of each kind"
    )
    options = parser.parse_args()
    paths = [path for folder in options.gold for path in sorted(folder.glob("*.json"))]
    if not paths:
        print("lexicon_coverage: no gold articles", file=sys.stderr)
        return 2
    total, missing = Counter(), defaultdict(Counter)
    for kind, names in (item for path in paths for item in _named(json.loads(path.read_text("utf-8")))):
        total[kind] += 1
        if not any(_is_known(kind, name) for name in names):
            missing[kind][names[0]] += 1
    for kind, number in total.most_common():
        known = number - missing[kind].total()
        print(f"{kind:14} {known:5} of {number:5}  {known / number:.3f}")
        for name, times in missing[kind].most_common(options.missing):
            print(f"    {times} {name}")
    return 0


def _named(article: dict) -> Iterator[tuple[str, list[str]]]:
    """(kind, names that mean the same) for everything an article names."""
    for actor in article["actors"]:
        yield from (("title", [title]) for title in actor.get("titles", ()))
        if actor["kind"] != "person":
            yield actor["kind"], actor["names"]
        elif len(actor["names"][0].split()) > 1:
            yield "first name", actor["names"][:1]


def _is_known(kind: str, name: str) -> bool:
    words = WORD.findall(fold(name))
    if not words or (kind in ("country", "organization", "agency") and _is_listed(name, words)):
        return True
    runs = ([bare, *words[1:]] for _, bare in peel(words[0]))
    return any(lexicon.longest(find, run, 0) for run in runs for find in HEADS[kind])


def _is_listed(name: str, words: list[str]) -> bool:
    """Whether the whole name is in a list, apart from attached letters; homonyms too, for here they are names."""
    if any(found.span.end >= len(name.rstrip('"» ')) for found in BUILT_IN.find(name)):
        return True
    return any(lexicon.medium_of(" ".join([bare, *words[1:]])) for _, bare in peel(words[0]))


if __name__ == "__main__":
    sys.exit(main())
