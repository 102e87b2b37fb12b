"""Audit who is who: the busiest named actors with what may be a double of them and what looks like two in one.

    .venv/bin/python -m benchmarks.actors --folder FOLDER [--ranks 1 200] [--sentences 2] [--make] [--shared ../shared]

FOLDER is the var folder of an archive; with `--make` the news corpus is imported there first, where it is empty.
Printed are how many actors arose, how many parts of statements have one, and for each of the busiest its names,
its offices with their days, candidates for doubles (more than are doubles: a person decides) and signs of a
mixture: offices of several states, offices that another holds the same day, full names that are not alike.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from benchmarks.search.archive import open_archive

CORPUS = Path("corpus/news.jsonl.gz")
LONGEST = 160  # characters of a sentence shown


def main() -> None:
    options = _parser().parse_args()
    folder = options.folder.resolve()
    if options.make:
        _make(folder, options.shared / CORPUS)
    open_archive(folder)
    from benchmarks.actors_signs import load  # its imports need Django set up on the folder
    from statements.actors.doubles import merge_sure_doubles

    if options.make:
        print(f"{merge_sure_doubles():,} merged as surely one")
    audit = load()
    print_sums(audit)
    first, last = options.ranks
    for rank, one in enumerate(audit.busiest(last)[first - 1 :], first):
        print_one(audit, rank, one, options.sentences)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--ranks", type=int, nargs=2, default=[1, 200], metavar=("FIRST", "LAST"))
    parser.add_argument("--sentences", type=int, default=0, help="so many of each, taken by chance")
    parser.add_argument("--make", action="store_true", help="import the corpus first where FOLDER is empty")
    return parser


def _make(folder: Path, corpus: Path) -> None:
    """Import the corpus with two workers, as the archive does, and merge what is surely one."""
    from benchmarks.intake import write_corpus
    from benchmarks.intake_archive import Archive

    folder.mkdir(parents=True, exist_ok=True)
    table = folder / "corpus.jsonl"
    write_corpus(corpus, table, None)
    with Archive(folder) as archive:
        if archive.ask("SELECT EXISTS (SELECT FROM statements_article)"):
            return
        archive.receive(table)
        with archive.working(2):
            archive.wait_until_done()


def print_sums(audit) -> None:
    """How many actors there are, and what became of the parts."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in audit.kinds.most_common())
    print(f"{sum(audit.kinds.values()):,} actors with a part in a statement: {kinds}")
    print(
        f"{audit.parts:,} parts, {audit.nobodys:,} of them with nobody ({audit.nobodys / audit.parts:.1%})\n"
    )


def print_one(audit, rank: int, one, sentences: int) -> None:
    """One actor, its candidates for doubles and signs of a mixture."""
    print(
        f"{rank} {one.actor.name} · {one.actor.kind} {one.actor.country} · {one.parts} parts · #{one.actor.pk}"
    )
    print("   called", " | ".join(sorted(one.names.values(), key=len, reverse=True)))
    if one.terms:
        print("   offices", " | ".join(map(str, one.terms)))
    for sign, told in audit.mixtures(one):
        print(f"   mixed? {sign}: {told}")
    for other, why in audit.doubles(one):
        print(
            f"   double? {other.actor.name} · {other.actor.kind} {other.actor.country} · {other.parts} · {why}"
        )
    for sentence in random.Random(one.actor.pk).sample(
        told := audit.sentences(one), min(sentences, len(told))
    ):
        print("   …", sentence[:LONGEST])


if __name__ == "__main__":
    main()
