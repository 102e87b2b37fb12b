"""Which articles are nearly one text: an agency's report as other outlets carried it.

MinHash with banding: Broder, "On the resemblance and containment of documents" (1997); Leskovec,
Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3. The candidates are found by PostgreSQL's
index of bands.
"""

import re
from array import array
from collections.abc import Iterable

from rensa import RMinHash

from statements.extraction.normalize import fold
from statements.models import Article, ArticleKin, ArticleSketch

RUN = 3  # words; two texts are compared by their runs of words
NUMBERS, BANDS = 128, 32  # a pair of similarity 0.7 shares a band nearly always, one of 0.3 in 23 of 100
NEARLY_ONE = 0.7  # see benchmarks/README.md: what was found over the news corpus
FEWEST_RUNS = 40  # what is shorter is alike by its frame: a date, a copyright notice

_WORD = re.compile(r"\w+")


def sketch(articles: Iterable[Article]) -> None:
    """Keep the signatures of new articles; none of a text too short to tell."""
    signatures = ((article, signature(article.text)) for article in articles)
    ArticleSketch.objects.bulk_create(
        ArticleSketch(article=article, signature=numbers.tobytes(), bands=bands(numbers))
        for article, numbers in signatures
        if numbers
    )


def find_kin(article: Article) -> int:
    """Store the pairs `article` makes with articles that have a sketch; how many there are.

    Called once the sketch is committed: of two alike stored at one moment at least one sees the other.
    """
    own = getattr(article, "sketch", None)
    if own is None:
        return 0
    alike = ArticleSketch.objects.filter(bands__overlap=own.bands).exclude(article=article)
    found = [
        _pair(article.pk, other, share)
        for other, theirs in alike.values_list("article_id", "signature")
        if (share := similarity(own.signature, theirs)) >= NEARLY_ONE
    ]
    if found:
        ArticleKin.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def signature(text: str) -> array:
    """The smallest hashes of the runs of words of `text`; empty for a text too short to tell."""
    words = _WORD.findall(fold(text))
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST_RUNS:
        return array("I")
    hashes = RMinHash(NUMBERS, 1)
    hashes.update(sorted(runs))
    return array("I", hashes.digest())


def bands(numbers: array) -> list[int]:
    """A number for each band of a signature, alike only for bands that are alike at one place."""
    rows = len(numbers) // BANDS
    return [_mixed(at, numbers[at * rows : (at + 1) * rows]) for at in range(BANDS)]


def _mixed(at: int, numbers: array) -> int:
    """FNV-1a over the numbers of a band and its place, as a signed number of 64 bits."""
    mixed = 0xCBF29CE484222325
    for number in (at, *numbers):
        mixed = ((mixed ^ number) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return mixed - (1 << 64) if mixed >> 63 else mixed


def similarity(one: bytes, other: bytes) -> float:
    """The estimated share of runs of words that two texts have in common, from their signatures."""
    left, right = array("I", bytes(one)), array("I", bytes(other))
    return sum(a == b for a, b in zip(left, right, strict=True)) / NUMBERS


def _pair(one: int, other: int, share: float) -> ArticleKin:
    return ArticleKin(first_id=min(one, other), second_id=max(one, other), similarity=share)
