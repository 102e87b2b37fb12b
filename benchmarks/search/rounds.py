"""Strike search again and again while the archive changes; it must come back by itself and equal a rebuild.

    .venv/bin/python -m benchmarks.search.rounds [--rounds 100] [--seed 1]

A round changes a small archive in many short transactions (articles published and taken back, statements
rejected and corrected, actors with new names and offices) and at a random moment kills the follower, kills it
in the middle of a commit, kills a rebuild, or deletes or damages the index. Then the follower is started again
where it ended, as `newsarchive.keep` does, and once it has caught up every id, every count of every facet and
the finds of forty words must be those of an index built anew. Prints each round, exits with 1 where one lost.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.search.archive import fill, open_archive

STATEMENTS, ACTORS = 400, 80


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rounds-", ignore_cleanup_errors=True) as folder:
        return _run(Path(folder), options)


def _run(folder: Path, options: argparse.Namespace) -> int:
    open_archive(folder)
    fill(folder, STATEMENTS, ACTORS, options.shared, options.seed)
    from benchmarks.search.strikes import STRIKES, Rounds  # its imports need Django set up on the folder

    chance, lost = random.Random(options.seed), Counter()
    struck: Counter[str] = Counter()
    back: list[float] = []
    with Rounds(folder, chance) as rounds:
        for number in range(1, options.rounds + 1):
            strike = chance.choice(sorted(STRIKES))
            started = time.monotonic()
            seconds, differences = rounds.play(strike, number)
            struck[strike] += 1
            lost.update(differences)
            back.append(seconds)
            took = time.monotonic() - started
            said = ", ".join(differences) or "equal"
            print(
                f"{number:4} {strike:24} caught up after {seconds:5.1f} s ({took:5.1f} s in all): {said}",
                flush=True,
            )
    back.sort()
    print(
        f"{options.rounds} rounds ({', '.join(f'{name} {n}' for name, n in sorted(struck.items()))}): ",
        end="",
    )
    print(f"{lost.total()} losses; caught up after {back[len(back) // 2]:.1f} s, at most {back[-1]:.1f} s.")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
