"""The words by which what somebody says differs from what everybody says.

Of the newest statements each stem is weighed by how often it stands there and how rare it is in the whole
archive (tf·idf: Spärck Jones, "A statistical interpretation of term specificity", 1972). The index knows the
latter; without one there are no words. Two that mostly stand beside each other are one: «الولايات المتحدة».
"""

import itertools
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
_TOGETHER = 0.7  # of the commoner word's statements: then the two are a name or a term
# Folded verbs that only lead to another: of no subject, whoever says them.
_HELPING = frozenset(["يكون", "تكون", "يكونوا", "يجب", "يمكن", "ينبغي", "يقوم", "تقوم", "يتم", "تتم", "اما"])
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
    """The most characteristic words and pairs of words of texts, best first, without those of `but`."""
    index = Found(Criteria())
    total = index.total
    if not total:
        return []
    left_out = {token.stem for text in but for token in analyse(text)}
    written: dict[str, Counter] = defaultdict(Counter)
    standing: Counter[str] = Counter()
    pairs: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for content in contents:
        told = [token for token in analyse(content) if _is_told(token)]
        tokens = {token.stem: token for token in told}
        for pair, words in _beside(content, told).items():
            pairs[pair][words] += 1
        standing.update(tokens.keys() - left_out)
        for stem, token in tokens.items():
            written[stem][written_word(content, token)] += 1
    weights = {
        stem: count * math.log(total / (1 + rows))
        for stem, count in standing.items()
        if count >= _LEAST and (rows := index.rows_with("stems", stem)) < _COMMON * total
    }
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))
    terms = {pair: words for pair, words in pairs.items() if _is_one(pair, words.total(), standing)}
    joined = _joined(best, terms)
    return [_mostly(terms[stems] if len(stems) > 1 else written[stems[0]]) for stems in joined[:WORDS]]


def written_word(text: str, token: Token) -> str:
    """As the text has it, «ال» too, without «و», «ب» … that Arabic writes together with it."""
    written = text[token.start : token.end]
    joined = len(token.word) - len(token.base)
    if not token.word.endswith(token.base) or len(written) != len(token.word):
        return written
    return ("ال" if written[:joined].endswith("ال") else "") + written[joined:]


def contents_of(ids: list[int]) -> list[str]:
    """The first span of each: the database cuts it out, no article's text is sent."""
    start, end = (Cast(KT(f"spans__0__{at}"), IntegerField()) for at in (0, 1))
    cut = Substr("article__text", start + 1, end - start)
    return list(Statement.objects.filter(pk__in=ids).order_by().values_list(cut, flat=True))


def _beside(text: str, tokens: list[Token]) -> dict[tuple[str, str], str]:
    """The stems of words that only a space parts, and both as the text has them."""
    return {
        (one.stem, other.stem): f"{written_word(text, one)} {text[other.start : other.end]}"
        for one, other in itertools.pairwise(tokens)
        if text[one.end : other.start] == " "
    }


def _is_one(pair: tuple[str, str], together: int, standing: Counter[str]) -> bool:
    return together >= max(_LEAST, _TOGETHER * max(standing[stem] for stem in pair))


def _joined(best: list[str], terms: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Each stem at its place, with the one that makes a term of it where that is among the best too."""
    known, used, joined = set(best), set(), []
    for stem in best:
        if stem in used:
            continue
        term = next((pair for pair in terms if stem in pair and {*pair} <= known - used), (stem,))
        used.update(term)
        joined.append(term)
    return joined


def _mostly(forms: Counter) -> str:
    return forms.most_common(1)[0][0]


def _is_told(token: Token) -> bool:
    """Neither a number nor a word that belongs to every text."""
    if len(token.base) < _SHORTEST or token.word.isdigit():
        return False
    forms = {token.word, token.base, token.stem}
    return forms.isdisjoint(function_words()) and forms.isdisjoint(_HELPING)
