"""The words by which what somebody says differs from what everybody says.

Of the newest statements each stem is weighed by how often it stands there and how rare it is in the whole
archive (tf·idf: Spärck Jones, "A statistical interpretation of term specificity", 1972). The index knows the
latter; without one there are no words.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from django.core.cache import cache
from django.db.models import IntegerField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Substr

from statements.models import Actor, Statement
from statements.search.analysis import Token, analyse
from statements.search.criteria import Criteria
from statements.search.searching import Found
from statements.search.stemming import function_words

NEWEST = 300  # statements that are looked at
WORDS = 18
_LEAST = 3  # statements that a word stands in
_KEPT = 24 * 3600  # seconds
_SHORTEST = 3  # letters
_COMMON = 0.1  # of all rows: a word in more of them is nobody's own


def words_of(actor: Actor, ids: list[int]) -> list[str]:
    """Up to WORDS words most characteristic of these statements, as they are mostly written; one query.

    Kept for a day, for just these statements: an editor's may have drafts among them.
    """
    if len(ids) < _LEAST or not Found(Criteria()).ready:
        return []
    key = f"words-{actor.pk}-{hash(tuple(ids))}"
    found = cache.get(key)
    if found is None:
        found = characteristic(contents_of(ids[:NEWEST]), but=[name.text for name in actor.names.all()])
        cache.set(key, found, _KEPT)
    return found


def characteristic(contents: Iterable[str], but: Iterable[str] = ()) -> list[str]:
    """The most characteristic words of texts, best first, without those of `but`."""
    index = Found(Criteria())
    total = index.rows
    if not total:
        return []
    left_out = {token.stem for text in but for token in analyse(text)}
    written: dict[str, Counter] = defaultdict(Counter)
    standing: Counter[str] = Counter()
    for content in contents:
        tokens = {token.stem: token for token in analyse(content) if _is_told(token)}
        standing.update(tokens.keys() - left_out)
        for stem, token in tokens.items():
            written[stem][_written(content, token)] += 1
    weights = {
        stem: count * math.log(total / (1 + rows))
        for stem, count in standing.items()
        if count >= _LEAST and (rows := index.rows_with("stems", stem)) < _COMMON * total
    }
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:WORDS]
    return [written[stem].most_common(1)[0][0] for stem in best]


def _is_told(token: Token) -> bool:
    """Neither a number nor a word that belongs to every text."""
    if len(token.base) < _SHORTEST or token.word.isdigit():
        return False
    return not {token.word, token.base, token.stem} & function_words()


def _written(text: str, token: Token) -> str:
    """As the text has it, without «و», «ب» … that Arabic writes together with it."""
    written = text[token.start : token.end]
    joined = len(token.word) - len(token.base)
    return (
        written[joined:] if token.word.endswith(token.base) and len(written) == len(token.word) else written
    )


def contents_of(ids: list[int]) -> list[str]:
    """The first span of each: the database cuts it out, no article's text is sent."""
    start, end = (Cast(KT(f"spans__0__{at}"), IntegerField()) for at in (0, 1))
    cut = Substr("article__text", start + 1, end - start)
    return list(Statement.objects.filter(pk__in=ids).order_by().values_list(cut, flat=True))
