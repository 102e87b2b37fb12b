"""Find articles of the news corpus that are nearly one text; print how many, how fast, and some to look at.

    .venv/bin/python -m benchmarks.kin [../shared] [--articles N] [--show 50]

The method is that of statements/kinship.py, its index of bands kept in memory instead of PostgreSQL.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import time
from array import array
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from benchmarks.extraction import read_corpus  # noqa: E402
from statements.documents import fingerprint  # noqa: E402
from statements.kinship import NEARLY_ONE, bands, signature, similarity  # noqa: E402


def find_pairs(signatures: list[array]) -> dict[tuple[int, int], float]:
    """Every pair of nearly one text -> its similarity."""
    places: dict[int, list[int]] = {}
    pairs: dict[tuple[int, int], float] = {}
    for at, numbers in enumerate(signatures):
        for band in bands(numbers) if numbers else ():
            for other in places.setdefault(band, []):
                if (other, at) not in pairs:
                    pairs[other, at] = similarity(signatures[other].tobytes(), numbers.tobytes())
            places[band].append(at)
    return {pair: share for pair, share in pairs.items() if share >= NEARLY_ONE}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    texts = list(itertools.islice(read_corpus(options.shared), options.articles))
    same = len(texts) - len({fingerprint(text) for text in texts})
    texts = list({fingerprint(text): text for text in texts}.values())
    start = time.perf_counter()
    signatures = [signature(text) for text in texts]
    sketched = time.perf_counter()
    pairs = find_pairs(signatures)
    found = time.perf_counter()
    print(f"{same} texts are there again; {len(texts)} different ones, {len(pairs)} pairs nearly one text")
    print(
        f"{len(texts) / (sketched - start):.0f} signatures a second, pairs in {found - sketched:.1f} s more"
    )
    for (one, other), share in random.Random(1).sample(sorted(pairs.items()), min(options.show, len(pairs))):
        print(f"\n{share:.2f}\n  {_shown(texts[one])}\n  {_shown(texts[other])}")


def _shown(text: str) -> str:
    return " ".join(text.split())[:300] + f" … ({len(text)})"


if __name__ == "__main__":
    main()
