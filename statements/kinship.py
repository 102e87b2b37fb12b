"""Which articles are nearly one text: an agency's report as other outlets carried it.

MinHash with banding: Broder, "On the resemblance and containment of documents" (1997); Leskovec,
Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3. The candidates are found by PostgreSQL's
index of bands.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping

from django.db import connection, transaction
from rensa import RMinHash

from statements.extraction.normalize import fold
from statements.models import Article, ArticleKin, ArticleSketch
from statements.models.kin import ELSEWHERE_AT_ONCE

RUN = 3  # words; two texts are compared by their runs of words
NUMBERS, BANDS = 128, 32  # of 100 pairs of similarity 0.6 99 share a band, of 0.3 23
ALIKE = ELSEWHERE_AT_ONCE  # which of these are one report: models/kin.py
FEWEST_RUNS = 12  # what is shorter is alike by chance
LINE = 30  # words at most of a line that stands before or behind the text: a title, a byline, a place

_WORD = re.compile(r"\w+")


def sketch(articles: Iterable[Article]) -> None:
    """Keep the signatures of new articles; none of a text too short to tell."""
    signatures = ((article, signature(article.text)) for article in articles)
    sketches = (
        ArticleSketch(article=article, signature=numbers.tobytes(), bands=bands(numbers))
        for article, numbers in signatures
        if numbers
    )
    ArticleSketch.objects.bulk_create(
        sketches, ignore_conflicts=True
    )  # two workers may do old articles at once


def sketch_missing(articles: Iterable[Article]) -> None:
    """Keep the signatures of those of `articles` that were stored before there were any."""
    articles = {article.pk: article for article in articles}
    for pk in ArticleSketch.objects.filter(pk__in=articles).values_list("pk", flat=True):
        del articles[pk]
    sketch(articles.values())


def find_kin(articles: Iterable[Article]) -> int:
    """Store the pairs `articles` make with articles that have a sketch; how many there are.

    Called once the sketches are committed: of two alike stored at one moment at least one sees the other.
    """
    own = list(ArticleSketch.objects.filter(pk__in=[article.pk for article in articles]))
    pairs = {
        (min(one.pk, other.pk), max(one.pk, other.pk)): share
        for one, other in _sharing_a_band(own)
        if (share := similarity(one.signature, other.signature)) >= ALIKE
    }
    if pairs:
        ArticleKin.objects.bulk_create(_compared(pairs), ignore_conflicts=True)
    return len(pairs)


def _sharing_a_band(own: list[ArticleSketch]) -> Iterator[tuple[ArticleSketch, ArticleSketch]]:
    """`own` beside every sketch that has a band of theirs."""
    wanted = {band for sketch in own for band in sketch.bands}
    for other in _having_one(sorted(wanted)):
        for one in own:
            if one.pk != other.pk and not set(one.bands).isdisjoint(other.bands):
                yield one, other


def _having_one(wanted: list[int]) -> list[ArticleSketch]:
    """By the index, always: PostgreSQL knows nothing of arrays whose every element is rare, takes half of the
    table for a match and reads all of it (26,000 sketches: 280 ms instead of 1).
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        having = list(ArticleSketch.objects.filter(bands__overlap=wanted)) if wanted else []
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    return having


def _compared(pairs: Mapping[tuple[int, int], float]) -> list[ArticleKin]:
    """The pairs with their similarity: 1 where one text is the other with a line more."""
    ids = {pk for pair in pairs for pk in pair}
    texts = dict(Article.objects.filter(pk__in=ids).values_list("pk", "text"))
    return [
        ArticleKin(first_id=a, second_id=b, similarity=1 if differ_by_a_line(texts[a], texts[b]) else share)
        for (a, b), share in sorted(pairs.items())
    ]


def differ_by_a_line(one: str, other: str) -> bool:
    """Whether one text is the other with a line before or behind it, spelling and punctuation aside."""
    short, long = sorted((_words(one), _words(other)), key=len)
    within = short in (long[: len(short)], long[len(long) - len(short) :])
    return within and len(long) - len(short) <= LINE


def signature(text: str) -> array:
    """The smallest hashes of the runs of words of `text`; empty for a text too short to tell."""
    words = _words(text)
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST_RUNS:
        return array("I")
    hashes = RMinHash(NUMBERS, 1)
    hashes.update(sorted(runs))
    return array("I", hashes.digest())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


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
