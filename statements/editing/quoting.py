"""What the words of an article say to an editor: what its quotation marks hold, what a cue does."""

from functools import lru_cache

from statements.editing.locating import Spans
from statements.extraction.cues import read_word
from statements.extraction.normalize import fold
from statements.extraction.segment import CLOSE, COLON, COMMA, NUMBER, OPEN, WORD, Document, read
from statements.models import Statement

_read = lru_cache(maxsize=4)(read)  # an editor adds many statements to one article
Kind = Statement.Kind


def kind_of(text: str, spans: Spans) -> str:
    """Direct where all words of `spans` stand in quotation marks, mixed where some do, else indirect."""
    doc = _read(text)
    within = {
        doc.depth[i] > 0
        for start, end in spans
        for i in range(doc.at(start), _end(doc, end))
        if doc.kinds[i] in (WORD, NUMBER)
    }
    if within == {True}:
        return Kind.DIRECT.value
    return Kind.MIXED.value if True in within else Kind.INDIRECT.value


def without_marks(text: str, spans: Spans) -> Spans:
    """`spans` without the quotation marks around them and the punctuation outside their words.

    Marks inside stay, and so do question and exclamation marks: they are part of what was said.
    """
    return [_bare(_read(text), start, end) for start, end in spans]


def read_cue(word: str) -> tuple[str, str]:
    """The lemma and the sense of a reporting word; two empty ones where it is not known as one."""
    readings = read_word(fold(word.strip())) if word else ()
    return (readings[0].verb.lemma, readings[0].verb.sense) if readings else ("", "")


def _bare(doc: Document, start: int, end: int) -> list[int]:
    first, last = doc.at(start), _end(doc, end) - 1
    while first < last:
        if doc.kinds[first] == OPEN and doc.match[first] == last:
            first, last = first + 1, last - 1
        elif _is_outside(doc, first, first, last, CLOSE):
            first += 1
        elif _is_outside(doc, last, first, last, OPEN):
            last -= 1
        else:
            break
    bare = [max(start, doc.starts[first]), min(end, doc.ends[last])] if first <= last else [start, end]
    return bare if bare[0] < bare[1] else [start, end]


def _is_outside(doc: Document, i: int, first: int, last: int, stray: str) -> bool:
    """Whether the token at an edge is no part of the words: a stop, a comma, a mark without its other."""
    kind = doc.kinds[i]
    if kind in (OPEN, CLOSE):
        return kind == stray or not first <= doc.match[i] <= last
    return kind in (COMMA, COLON) or doc.raw(i) in (".", "۔")


def _end(doc: Document, offset: int) -> int:
    """The number of the first token that begins at `offset` or later."""
    return doc.at(offset - 1) + 1 if offset and doc.at(offset - 1) < len(doc) else len(doc)
