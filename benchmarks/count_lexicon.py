#!/usr/bin/env python3
"""Count the words of statements/extraction/data in a news corpus and write the counts beside them.

    python benchmarks/count_lexicon.py CORPUS.jsonl.gz

A count is how often the corpus has a row's words in any of their spellings and forms, folded,
with attached و ف ب ك ل peeled off. Homonyms count with all their senses.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from statements.extraction import lexicon_tables as tables  # noqa: E402
from statements.extraction.date_words import MONTHS  # noqa: E402
from statements.extraction.inflection import peel  # noqa: E402
from statements.extraction.normalize import fold  # noqa: E402

DATA = ROOT / "statements" / "extraction" / "data"
WORD = re.compile(r"\w+")
LONGEST = 7  # words of the longest names

# file -> its lookup, and what tells one row from another in an entry of it
FILES: dict[str, tuple[Callable[[], dict], Callable[[str, object], object], Callable[[dict], object]]] = {
    "countries": (tables.countries, lambda form, e: e.code, lambda row: row["code"]),
    "media": (tables.media, lambda form, e: e.name, lambda row: row["names"].split("|")[0].rstrip("?")),
    "organizations": (
        tables.bodies,
        lambda form, e: e.name,
        lambda row: row["names"].split("|")[0].rstrip("?"),
    ),
    "titles": (tables.titles, lambda form, e: e.word, lambda row: row["masculine"].split("|")[0]),
    "honorifics": (tables.honorifics, lambda form, e: e, lambda row: row["phrase"]),
    "media_nouns": (tables.media_nouns, lambda form, e: e.word, lambda row: row["noun"]),
    "body_nouns": (tables.body_nouns, lambda form, e: e.word, lambda row: row["noun"]),
    "group_nouns": (tables.group_nouns, lambda form, e: e.word, lambda row: row["form"]),
    "unnamed": (tables.unnamed_nouns, lambda form, e: e.word, lambda row: row["noun"]),
    "source_adjectives": (tables.source_adjectives, lambda form, e: e, lambda row: row["adjective"]),
    "event_nouns": (tables.event_nouns, lambda form, e: e.word, lambda row: row["form"]),
    "person_names": (tables.given_names, lambda form, e: e.name, lambda row: row["name"].rstrip("?")),
    "name_particles": (tables.particles, lambda form, e: form, lambda row: fold(row["word"])),
    "months": (lambda: MONTHS, lambda form, e: e, lambda row: row["month"]),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, help="one JSON object a line with its text under `text`")
    counts = count(texts(parser.parse_args().corpus))
    for name, (_, _, row_key) in FILES.items():
        write(DATA / f"{name}.tsv", counts[name], row_key)


def texts(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def count(corpus: Iterable[str]) -> dict[str, Counter]:
    """For each file, how often each of its rows occurs."""
    lookups = {name: (table(), key) for name, (table, key, _) in FILES.items()}
    known = {form for table, _ in lookups.values() for form in table}
    starts = {form.split(" ", 1)[0] for form in known}
    phrases: Counter[str] = Counter()
    for text in corpus:
        phrases.update(_phrases(WORD.findall(fold(text)), known, starts))
    counts = {name: Counter() for name in FILES}
    for name, (table, key) in lookups.items():
        for form in table.keys() & phrases.keys():
            counts[name][key(form, table[form])] += phrases[form]
    return counts


def _phrases(words: list[str], known: set[str], starts: set[str]) -> Iterator[str]:
    for i, word in enumerate(words):
        for _, first in peel(word):
            if first in starts:
                run = [first, *words[i + 1 : i + LONGEST]]
                yield from (
                    phrase for size in range(1, len(run) + 1) if (phrase := " ".join(run[:size])) in known
                )


def write(path: Path, counts: Counter, row_key: Callable[[dict], object]) -> None:
    """Replace the last column of a file by the counts; comments and order stay."""
    lines, header = [], None
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#") or not line:
            pass
        elif header is None:
            header = line.split("\t")
        else:
            cells = line.split("\t")
            row = dict(zip(header, cells, strict=True))
            line = "\t".join([*cells[:-1], str(counts[row_key(row)])])
        lines.append(line)
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
