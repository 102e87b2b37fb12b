"""Count which nouns never speak in the news corpus into statements/extraction/data/mute_nouns.tsv.

    .venv/bin/python -m benchmarks.mute_nouns [--shared ../shared]

A noun with the article that hardly ever stands right behind a verb of saying («قالت الحكومة», never
«قالت التقديرات») is a thing: «إن التقديرات أشارت إلى» is nobody's statement. Takes about two minutes.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from benchmarks.gold import read_corpus
from statements.extraction.cues import PAST, read_word
from statements.extraction.normalize import fold
from statements.extraction.vocabulary import heads, is_time, nouns

DATA = Path(__file__).parent.parent / "statements" / "extraction" / "data" / "mute_nouns.tsv"
_WORD = re.compile(r"[ء-ي]+")
_LEAST, _SHARE = 80, 0.0006  # how often the noun must stand, and what share of it after such a verb
_SAYING = ("said", "added")  # what is announced or stressed may be a thing itself
_OBLIQUE = ("ين", "ون", "ان")  # «المسؤولين» stands behind no verb, though he speaks


def count(shared: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each noun stands with the article, and how often right behind a verb of saying."""
    all_of, said = Counter(), Counter()
    for text in read_corpus(shared):
        words = _WORD.findall(fold(text))
        definite = [(before, word[2:]) for before, word in pairwise(words) if word[:2] == "ال"]
        all_of.update(word for _, word in definite)
        said.update(word for before, word in definite if _says(before))
    return all_of, said


def _says(word: str) -> bool:
    readings = read_word(word)
    return bool(readings) and readings[0].form == PAST and readings[0].verb.sense in _SAYING


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    all_of, said = count(parser.parse_args().shared)
    mute = sorted(
        word
        for word, number in all_of.items()
        if number >= _LEAST and said[word] <= _SHARE * number and word in nouns()
        if not word.endswith(_OBLIQUE) and "ال" + word not in heads() and word not in heads()
        if not is_time(word)
    )
    head = (
        "# Nouns that never speak: made by benchmarks/mute_nouns.py from 26,394 articles.\nnoun\tcount\tsaid"
    )
    rows = [f"{word}\t{all_of[word]}\t{said[word]}" for word in mute]
    DATA.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(len(mute), "nouns")


if __name__ == "__main__":
    main()
