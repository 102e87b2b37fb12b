"""The figures of one measured intake, and how they are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.intake_archive import Archive
    from benchmarks.intake_watch import Watch

MEGABYTE = 1024 * 1024


@dataclass
class Figures:
    """Of one intake; `processor` in seconds and `memory` in MB by group of processes."""

    workers: int
    articles: int
    statements: int
    failed: int
    took: float  # seconds, from the start of the workers to an empty queue
    storing: float  # seconds, from the start to the last article stored
    rows: float
    commits: float
    wal: float  # bytes
    size: float  # bytes
    processor: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    index_bytes: int = 0

    @classmethod
    def of(
        cls, archive: Archive, workers: int, started: float, took: float, before: dict, watch: Watch
    ) -> Figures:
        after = archive.counters()
        written = {name: after[name] - before[name] for name in after}
        last = archive.ask("SELECT extract(epoch FROM max(created_at)) FROM statements_article")
        return cls(
            workers=workers,
            articles=archive.ask("SELECT count(*) FROM statements_article"),
            statements=archive.ask("SELECT count(*) FROM statements_statement"),
            failed=archive.ask("SELECT count(*) FROM statements_extractionrun WHERE state <> 'done'"),
            took=took,
            storing=float(last) - started,
            rows=written["inserted"] + written["updated"] + written["deleted"],
            commits=written["commits"],
            wal=written["wal"],
            size=written["size"],
            processor=watch.seconds,
            memory=watch.megabytes,
        )


def print_figures(found: Figures) -> None:
    """A line a figure."""
    n = found.articles
    print(
        f"{found.workers} workers: {n} articles, {found.statements} statements, {found.failed} not extracted"
    )
    print(f"  end to end   {found.took:7.1f} s  {n / found.took:6.1f} articles a second")
    print(
        f"  storing      {found.storing:7.1f} s  {n / found.storing:6.1f} articles a second, beside the rest"
    )
    for group, seconds in found.processor.items():
        print(
            f"  {group:12} {1000 * seconds / n:7.1f} ms of processor an article, most memory {found.memory[group]:.0f} MB"
        )
    print(
        f"  written      {found.rows / n:7.1f} rows an article, {found.commits / n:.1f} commits, {found.wal / n / 1024:.1f} kB of WAL"
    )
    print(f"  on disk      {found.size / n * 1000 / MEGABYTE:7.1f} MB per 1,000 articles", end="")
    print(
        f", index {found.index_bytes / n * 1000 / MEGABYTE:.1f} MB" if found.index_bytes else "", flush=True
    )


def print_table(all_found: list[Figures]) -> None:
    """The rows of the table in benchmarks/README.md."""
    print(
        "| workers | articles | end to end, articles/s | storing /s | workers, ms an article (MB) | PostgreSQL, ms an article (MB) | disk, MB per 1,000 |"
    )
    for f in all_found:
        n = f.articles
        costs = [f"{1000 * f.processor[g] / n:.1f} ({f.memory[g]:.0f})" for g in ("workers", "PostgreSQL")]
        print(
            f"| {f.workers} | {n:,} | {n / f.took:.1f} | {n / f.storing:.0f} | {costs[0]} | {costs[1]} |"
            f" {f.size / n * 1000 / MEGABYTE:.1f} |"
        )


def print_limit(found: Figures) -> None:
    """Where one database's limit lies: what its own work costs, by the figures of one intake."""
    server = found.processor["PostgreSQL"]
    print(f"One database: {server / found.articles * 1000:.1f} ms of PostgreSQL's processor time an article:")
    for cores in (1, 4, 16):
        rate = cores * found.articles / server
        told = f"{rate:6.0f} articles, {rate * found.rows / found.articles:8.0f} rows, "
        print(
            f"  {cores:2} cores: {told}{rate * found.wal / found.articles / MEGABYTE:6.1f} MB of WAL a second"
        )
