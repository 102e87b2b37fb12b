"""Which articles are nearly one text: an agency's report as other outlets carried it.

MinHash with banding: Broder, "On the resemblance and containment of documents" (1997); Leskovec,
Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3. The candidates are found by PostgreSQL's
index of bands.
"""

import re
from array import array
from collections.abc import Iterable

from django.db import connection
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


def find_kin(articles: Iterable[Article]) -> int:
    """Store the pairs `articles` make with articles that have a sketch; how many there are.

    Called once the sketches are committed: of two alike stored at one moment at least one sees the other.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SHARING_A_BAND, [[article.pk for article in articles]])
        alike = cursor.fetchall()
    pairs = {
        (min(one, other), max(one, other)): share
        for one, other, own, theirs in alike
        if (share := similarity(own, theirs)) >= NEARLY_ONE
    }
    if pairs:
        found = [
            ArticleKin(first_id=a, second_id=b, similarity=share) for (a, b), share in sorted(pairs.items())
        ]
        ArticleKin.objects.bulk_create(found, ignore_conflicts=True)
    return len(pairs)


_SHARING_A_BAND = """
    SELECT own.article_id, other.article_id, own.signature, other.signature
    FROM statements_articlesketch own
    JOIN statements_articlesketch other ON other.bands && own.bands AND other.article_id <> own.article_id
    WHERE own.article_id = ANY(%s)
"""


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
