"""Take a news corpus in and extract it, with a PostgreSQL and workers of its own; print what it took.

    .venv/bin/python -m benchmarks.intake [--shared ../shared] [--articles N] [--workers 1 2 3] [--index]

For each number of workers: an empty archive in a folder of its own, the corpus (as .jsonl) received as one
upload is, and that many worker processes, which read, store, extract and record until the queue is empty.
Several `--articles` go with the `--workers` one by one (0: all), as in `--workers 1 2 --articles 6000 0`.
Besides articles a second it prints the processor time an article costs, which a busy machine changes less.
The folders are removed at the end; the exit status is 1 where an article was not extracted.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.intake_archive import Archive
from benchmarks.intake_report import Figures, print_figures, print_limit, print_table

CORPUS = Path("corpus/news.jsonl.gz")


def main() -> int:
    options = _parser().parse_args()
    articles = itertools.chain(options.articles, itertools.repeat(options.articles[-1]))
    found = []
    for workers, count in zip(options.workers, articles, strict=False):
        found.append(measure(options.shared / CORPUS, count or None, workers, index=options.index))
        print_figures(found[-1])
    print_table(found)
    print_limit(max(found, key=lambda figures: figures.articles))
    return 1 if any(figures.failed for figures in found) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, nargs="+", default=[0], help="the first N of the corpus")
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--index", action="store_true", help="build the search index afterwards and weigh it")
    return parser


def measure(corpus: Path, articles: int | None, workers: int, *, index: bool) -> Figures:
    """Take the first `articles` in with `workers` workers, in an archive of its own; from a process of its own,
    since the embedded server knows one folder a process."""
    with tempfile.TemporaryDirectory(prefix="intake-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        table = Path(folder) / "corpus.jsonl"
        write_corpus(corpus, table, articles)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            return process.submit(_measure, Path(folder) / "var", table, workers, index).result()


def write_corpus(source: Path, table: Path, articles: int | None) -> None:
    """The first `articles` lines of the corpus, unpacked."""
    with gzip.open(source, "rb") as lines, table.open("wb") as out:
        out.writelines(itertools.islice(lines, articles))


def _measure(var: Path, table: Path, workers: int, index: bool) -> Figures:
    with Archive(var) as archive:
        before = archive.counters()
        archive.receive(table)
        started = time.time()
        with archive.working(workers) as watch:
            archive.wait_until_done()
            took = time.time() - started
        figures = Figures.of(archive, workers, started, took, before, watch)
        if index:
            figures.index_bytes = archive.build_index()
        return figures


if __name__ == "__main__":
    sys.exit(main())
