"""Sentences without a cue that still belong to what was said before them."""

from __future__ import annotations

from .clauses import BEFORE, SHORT_QUOTE, Clause, mark_before
from .endings import AND_THAT
from .segment import CLOSE, COMMA, LINE, MARK, OPEN, STOP, WORD, Document
from .vocabulary import folded, is_verb, nouns


def goes_on(doc: Document, clause: Clause, sentence: tuple[int, int]) -> bool:
    """Whether a sentence without a cue still belongs to the quotation of `clause` before it."""
    first = sentence[0]
    if clause.opener in BEFORE:
        return False
    if clause.cue is None:
        return not _line_between(doc, clause.end, sentence[1])
    if clause.opener == "that" and doc.words[first] in AND_THAT:
        return True  # «… . وإن الحركة عادية.»
    if _line_between(doc, clause.end, first):  # each paragraph of a long quotation opens it again
        return doc.kinds[first] == OPEN and (_is_unclosed(doc, clause) or _quotes_on(doc, clause, first))
    if _is_unclosed(doc, clause) or (clause.opener == "colon" and not clause.quoted):
        return True
    if doc.kinds[first] == OPEN and clause.quoted:
        return doc.match[first] < 0 or doc.match[first] - first > SHORT_QUOTE
    return clause.quoted and _is_first_person(doc, sentence)


def _quotes_on(doc: Document, clause: Clause, first: int) -> bool:
    """A paragraph that is nothing but a quotation, right after one that ended with its speaker's."""
    close = doc.match[first]
    if close - first <= SHORT_QUOTE or not clause.quoted:
        return False
    start = clause.content[0][0]
    if doc.words[start : start + 4] == doc.words[first + 1 : first + 5]:
        return False  # shown again as an eye-catcher
    between = doc.kinds[clause.end : first]
    return CLOSE in between and WORD not in between and _ends_paragraph(doc, close)


def _ends_paragraph(doc: Document, close: int) -> bool:
    after = next((k for k in doc.kinds[close + 1 : close + 3] if k != STOP), LINE)
    return after == LINE


def append(doc: Document, clause: Clause, sentence: tuple[int, int]) -> None:
    """Add the sentence to the content as another span."""
    start, end = sentence
    while start < end and doc.kinds[start] in (OPEN, COMMA, MARK):
        start += 1
    while end > start and doc.kinds[end - 1] in (STOP, CLOSE, COMMA, MARK):
        end -= 1
    if doc.has_words(start, end):
        clause.content.append((start, end))


def _line_between(doc: Document, end: int, start: int) -> bool:
    return any(doc.kinds[i] == LINE for i in range(end, start))


def _is_unclosed(doc: Document, clause: Clause) -> bool:
    mark = mark_before(doc, clause.content[0][0])
    return mark >= 0 and doc.match[mark] < 0


_FIRST_PERSON = folded(
    "نحن أنا إننا أننا إنني لدينا لنا بلادنا علينا عندنا نأمل نريد سوف كنا لقد ونحن ولدينا وأنا إني"
)


def _is_first_person(doc: Document, sentence: tuple[int, int]) -> bool:
    for i in range(sentence[0], min(sentence[1], sentence[0] + 4)):
        word = doc.words[i]
        if doc.kinds[i] == WORD and (
            (word in _FIRST_PERSON and word not in ("لقد", "سوف")) or is_our_verb(word)
        ):
            return True
    return False


def is_our_verb(word: str) -> bool:
    """«نأمل», «وسنعمل»: a verb in the first person plural."""
    bare = word[1:] if word[:1] in "وف" else word
    bare = bare[1:] if bare[:1] == "س" else bare
    return bare[:1] == "ن" and len(bare) > 3 and is_verb(bare) and bare not in nouns()
