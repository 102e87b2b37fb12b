"""Find articles of the news corpus that bring one report in nearly one text; print how many, how fast, and some to look at.

    .venv/bin/python -m benchmarks.kin [../shared] [--articles N] [--show 50]

The method is that of statements/kinship.py, its index of bands kept in memory instead of PostgreSQL.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import os
import random
import time
from array import array
from pathlib import Path
from types import SimpleNamespace

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from benchmarks.gold import read_corpus_articles  # noqa: E402
from statements.documents import fingerprint  # noqa: E402
from statements.kinship import ALIKE, bands, differ_by_a_line, signature, similarity  # noqa: E402
from statements.models.kin import least_similarity  # noqa: E402


def find_pairs(signatures: list[array]) -> dict[tuple[int, int], float]:
    """Every pair of texts that are alike -> its similarity."""
    places: dict[int, list[int]] = {}
    pairs: dict[tuple[int, int], float] = {}
    for at, numbers in enumerate(signatures):
        for band in bands(numbers) if numbers else ():
            for other in places.setdefault(band, []):
                if (other, at) not in pairs:
                    pairs[other, at] = similarity(signatures[other].tobytes(), numbers.tobytes())
            places[band].append(at)
    return {pair: share for pair, share in pairs.items() if share >= ALIKE}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    articles = list(itertools.islice(read_corpus_articles(options.shared), options.articles))
    different = list({fingerprint(article["text"]): article for article in articles}.values())
    start = time.perf_counter()
    signatures = [signature(article["text"]) for article in different]
    sketched = time.perf_counter()
    alike = find_pairs(signatures)
    found = time.perf_counter()
    kin = sorted(pair for pair, share in alike.items() if _are_kin(*(different[at] for at in pair), share))
    told = len({at for pair in kin for at in pair})
    print(f"{len(articles) - len(different)} texts are there again; of {len(different)} different ones")
    print(f"{len(alike)} pairs are alike, {len(kin)} one report ({told} articles)")
    print(
        f"{len(different) / (sketched - start):.0f} signatures a second, pairs in {found - sketched:.1f} s more"
    )
    for pair in random.Random(1).sample(kin, min(options.show, len(kin))):
        print(f"\n{alike[pair]:.2f}", *(_shown(different[at]) for at in pair), sep="\n  ")


def _are_kin(one: dict, other: dict, share: float) -> bool:
    share = 1 if differ_by_a_line(one["text"], other["text"]) else share
    return share >= least_similarity(_dated(one), _dated(other))


def _dated(article: dict) -> SimpleNamespace:
    """What is told of an article of the corpus, by the names of the archive."""
    day = article["date"] and datetime.date.fromisoformat(article["date"])
    return SimpleNamespace(outlet_id=article["outlet"], date=day or None)


def _shown(article: dict) -> str:
    text = " ".join(article["text"].split())[:300]
    return f"{article['outlet']}, {article['date']}: {text} … ({len(article['text'])})"


if __name__ == "__main__":
    main()
