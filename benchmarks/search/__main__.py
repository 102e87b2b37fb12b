"""Measure search in an archive of a million statements, beside PostgreSQL and beside Tantivy alone.

    .venv/bin/python -m benchmarks.search [--statements 1000000] [--folder FOLDER] [--shared ../shared]

Makes the archive (with the word forms of `../shared`'s corpus where it is there), builds the index, and asks
ten kinds of query by `--rounds`, in both orders. With `--folder` the archive stays there and is used again;
`python -m newsarchive` with ARCHIVE_VAR=FOLDER and ARCHIVE_SAMPLE=0 runs it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.search.archive import NotTheSame, fill, open_archive


def main() -> int:
    options = _parser().parse_args()
    if options.folder:
        return _run(options.folder.resolve(), options)
    with tempfile.TemporaryDirectory(prefix="search-", ignore_cleanup_errors=True) as folder:
        return _run(Path(folder), options)


def _run(folder: Path, options: argparse.Namespace) -> int:
    open_archive(folder)
    try:
        seconds = fill(folder, options.statements, options.actors, options.shared, options.seed)
    except NotTheSame as problem:
        print(problem, file=sys.stderr)
        return 1
    print(
        f"{options.statements:,} statements, made in {seconds:.0f} s." if seconds else "Made before.",
        flush=True,
    )
    from benchmarks.search.run import build_index, run  # its imports need Django set up on the folder

    if options.only_make:
        build_index(anew=options.rebuild)
    else:
        run(folder, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=1_000_000, help="ten an article")
    parser.add_argument("--actors", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=200, help="queries of each kind and order")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="where the archive stays, to be used again")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument(
        "--only-make", action="store_true", help="make the archive and its index, measure nothing"
    )
    parser.add_argument(
        "--without-postgresql", action="store_true", help="leave out PostgreSQL as first written"
    )
    parser.add_argument("--rebuild", action="store_true", help="build the index anew, to time it")
    return parser


if __name__ == "__main__":
    sys.exit(main())
