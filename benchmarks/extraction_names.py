"""Count the words that stand in people's names over a news corpus: data/name_words.tsv.

    .venv/bin/python -m benchmarks.extraction_names --step 3 [--shared ../shared] [--write]

A word counts once an article. It stands in a name where extraction reads a person there who has an office
or a name of several words; one article may be read wrongly, many seldom are, so the share of articles says
how much of a name a word is («لافروف» 0.9, «وجه» 0.002). `first` counts the articles where it opens the name.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from benchmarks.extraction import read_corpus
from statements.extraction import name_words, pipeline
from statements.extraction.coreference import Cast
from statements.extraction.dates import find_dates
from statements.extraction.normalize import fold
from statements.extraction.segment import WORD, read
from statements.extraction.vocabulary import DATA

SELDOM = 3  # articles: words in fewer are left out
_SPACE = re.compile(r"[^\w]+")
_HEADING = "\n".join(
    (
        "# Words that stand in people's names, by how often: articles that have the word, articles where it stands",
        "# in a name, and where it opens one. Left out: words in fewer than {seldom} articles, and below a share of {share}",
        "# those of other lists, those with و ف ب ك ل attached and those in fewer than {often} articles.",
        "# made by benchmarks/extraction_names.py from {articles} news articles.",
        "word\tarticles\tin_name\tfirst",
    )
)
LEAST_SHARE, OFTEN = 0.02, 12


def names_of(text: str) -> tuple[set[str], set[tuple[str, ...]]]:
    """The folded words of the text, and its people's names as folded words."""
    doc = read(text)
    doc.dates = find_dates(text)
    cast = Cast(doc)
    pipeline._read(doc, cast)
    every = {word for word, kind in zip(doc.words, doc.kinds, strict=True) if kind == WORD}
    names = {
        tuple(w for w in _SPACE.split(fold(name)) if w)
        for member in cast.members
        if member.kind == "person"
        for name in member.names
        if member.titles or " " in name
    }
    return every, names


def count(shared: Path, step: int) -> tuple[int, Counter, Counter, Counter]:
    """Articles read, and by word: articles, articles in whose names it stands, articles where it opens one."""
    articles, in_names, firsts, read_ = Counter(), Counter(), Counter(), 0
    for at, text in enumerate(read_corpus(shared)):
        if at % step:
            continue
        read_ += 1
        every, names = names_of(text)
        articles.update(every)
        in_names.update({word for name in names for word in name} & every)
        firsts.update({name[0] for name in names if name} & every)
    return read_, articles, in_names, firsts


def _is_telling(word: str, share: float, articles: Counter) -> bool:
    """Whether the row says what the other lists do not, nor the word without its prefix."""
    if share >= LEAST_SHARE:
        return articles[word] >= SELDOM
    attached = word[:1] in "وفبكل" and articles[word[1:]] >= articles[word]
    return articles[word] >= OFTEN and not attached and not name_words.is_common(word)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--step", type=int, default=1, help="read every so manieth article")
    parser.add_argument("--write", action="store_true", help="write the file instead of printing it")
    options = parser.parse_args()
    read_, articles, in_names, firsts = count(options.shared, options.step)
    ordered = sorted(articles.items(), key=lambda item: (-in_names[item[0]], -item[1], item[0]))
    rows = [
        f"{word}\t{number}\t{in_names[word]}\t{firsts[word]}"
        for word, number in ordered
        if _is_telling(word, in_names[word] / number, articles)
    ]
    heading = _HEADING.format(share=LEAST_SHARE, seldom=SELDOM, often=OFTEN, articles=f"{read_:,}")
    text = "\n".join((heading, *rows)) + "\n"
    if options.write:
        (Path(str(DATA)) / "name_words.tsv").write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
