"""Count words of the news corpus into statements/extraction/data: nouns.tsv, verbs.tsv and the counts of cues.tsv.

    .venv/bin/python -m benchmarks.extraction_words ../shared/corpus/news.jsonl.gz

A noun or adjective stands with and without the article, a verb in several persons; a cue is
counted in every form that `cues.py` makes of it. Takes about two minutes.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from statements.extraction.cues import read_word
from statements.extraction.normalize import fold
from statements.extraction.vocabulary import is_function, sure_names

DATA = Path(__file__).parent.parent / "statements" / "extraction" / "data"
_WORD = re.compile(r"[ء-ي]+")


def count_words(corpus: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each folded word stands in the corpus, and how often right after a cue and its preposition."""
    counts: Counter[str] = Counter()
    governed: Counter[str] = Counter()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = _WORD.findall(fold(json.loads(line)["text"]))
            counts.update(words)
            governed.update(
                after
                for cue, preposition, after in zip(words, words[1:], words[2:], strict=False)
                if preposition in _PREPOSITIONS and _governs(cue, preposition)
            )
    return counts, governed


_PREPOSITIONS = frozenset(map(fold, ("على", "إلى", "عن", "من")))


@cache
def _governs(word: str, preposition: str) -> bool:
    readings = read_word(word)
    return bool(readings) and readings[0].verb.strength == "s" and preposition in readings[0].verb.frames


def find_nouns(counts: Counter[str], governed: Counter[str]) -> list[tuple[str, int, int]]:
    """(word, without article, with it): words that stand with the article in 6 of 100 cases, or open
    what is stressed, called for or warned of («شدد على ضرورة»)."""
    found = [
        (word, number, counts["ال" + word])
        for word, number in counts.items()
        if number >= 25 and len(word) > 1 and not word.startswith("ال") and not _is_other(word)
        if counts["ال" + word] >= 0.06 * number or (governed[word] >= 3 and governed[word] >= 0.004 * number)
    ]
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _is_other(word: str) -> bool:
    return word in sure_names() or is_function(word)


def find_verbs(counts: Counter[str]) -> list[tuple[str, str, int]]:
    """(tense, stem, count) of words that stand in the persons and with the particles of verbs."""
    present = [("present", w[1:], n) for w, n in counts.items() if _is_present(w, n, counts)]
    past = [("past", w, n) for w, n in counts.items() if _is_past(w, n, counts)]
    return sorted(present, key=lambda row: (-row[2], row[1])) + sorted(
        past, key=lambda row: (-row[2], row[1])
    )


def _is_present(word: str, number: int, counts: Counter[str]) -> bool:
    if not word.startswith("ي") or len(word) < 3 or number < 12 or word in sure_names():
        return False
    return counts["ت" + word[1:]] >= 3 and (
        counts["س" + word] >= 2 or counts["ل" + word] >= 2 or counts["و" + word] >= 3
    )


def _is_past(word: str, number: int, counts: Counter[str]) -> bool:
    if (
        len(word) < 3
        or number < 15
        or word in sure_names()
        or word.startswith(("ال", "ت", "ي", "و", "ب", "ل", "م"))
    ):
        return False
    feminine = (word[:-1] if word.endswith(("ي", "ا")) else word) + "ت"
    joined = counts["و" + word] >= 3 or counts["ف" + word] >= 2
    return joined and counts[feminine] >= max(5, 0.08 * number)


def count_cues(counts: Counter[str]) -> Counter[str]:
    """How often a word that may be a form of each cue stands in the corpus, by the cue's lemma."""
    found: Counter[str] = Counter()
    for word, number in counts.items():
        readings = read_word(word)
        if readings:
            found[readings[0].verb.lemma] += number
    return found


def _write(name: str, heading: list[str], rows: list[tuple]) -> None:
    lines = [*heading, *("\t".join(map(str, row)) for row in rows)]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_cue_counts(found: Counter[str]) -> None:
    path = DATA / "cues.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line if line.startswith(("#", "lemma\t")) else _counted(line, found) for line in lines]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _counted(line: str, found: Counter[str]) -> str:
    row = line.split("\t")[:8]
    return "\t".join([*row, str(found[row[0]])])


def main(corpus: str) -> None:
    counts, governed = count_words(Path(corpus))
    made = "made by benchmarks/extraction_words.py from 26,394 news articles."
    nouns = [
        "# Common nouns and adjectives, with how often each stands without and with the article;",
        f"# {made}",
        "word\twithout\twith",
    ]
    verbs = [
        "# Verbs of news by their third person, the present without its first letter;",
        f"# {made}",
        "tense\tstem\tcount",
    ]
    _write("nouns", nouns, find_nouns(counts, governed))
    _write("verbs", verbs, find_verbs(counts))
    _write_cue_counts(count_cues(counts))


if __name__ == "__main__":
    main(*sys.argv[1:])
