"""Words, pairs of quotation marks, sentences and paragraphs of a text.

A text is cut once, into a `Document` of parallel lists; every later step speaks of token
numbers and comes back to offsets of the text through `Document.span`.
"""

from __future__ import annotations

from .document import Document
from .marks import pair_marks
from .normalize import fold
from .sentences import find_sentences, free_abbreviations
from .tokens import CLOSE, COLON, COMMA, LINE, MARK, NUMBER, OPEN, STOP, STRAIGHT, WORD, cut
from .vocabulary import is_verb

__all__ = [
    "CLOSE",
    "COLON",
    "COMMA",
    "LINE",
    "MARK",
    "NUMBER",
    "OPEN",
    "STOP",
    "WORD",
    "Document",
    "is_hour",
    "is_related",
    "read",
]

# Lines that open a list of other stories, up to the next paragraph with a full stop.
_RELATED = frozenset(
    map(
        fold,
        (
            "اقرأ أيضا",
            "اقرأ المزيد",
            "ذات صلة",
            "موضوعات متعلقة",
            "مواضيع متعلقة",
            "شاهد أيضا",
            "أخبار متعلقة",
        ),
    )
)

# Words that begin a new sentence though the line before had no full stop.
_LINE_MIN = 25


def read(text: str) -> Document:
    """Cut `text` into tokens, pairs of marks, paragraphs and sentences; linear time."""
    *columns, ya = cut(text)
    doc = _without_lost_lines(Document(text, *columns))
    doc.writes_ala = any("على" in way for way in ya) and not any("فى" in way for way in ya)
    doc.writes_hamza = "أ" in text
    doc.paragraphs = _find_paragraphs(doc)
    doc.match, doc.depth = [-1] * len(doc), [0] * len(doc)
    free_abbreviations(doc)
    for first, end in doc.paragraphs:
        pair_marks(doc, first, end)
        doc.sentences.extend(find_sentences(doc, first, end))
    return doc


def _without_lost_lines(doc: Document) -> Document:
    """«على «⏎فيس بوك⏎»،»: no line ends where a link stood between the marks."""
    kinds, last = doc.kinds, len(doc) - 1
    lost = {
        i + 1 for i in range(last) if kinds[i] == OPEN and kinds[i + 1] == LINE and _is_spaced(doc, i, -1)
    }
    lost |= {
        i for i in range(last) if kinds[i] == LINE and kinds[i + 1] == CLOSE and _is_spaced(doc, i + 1, 1)
    }
    if lost:
        for column in (doc.starts, doc.ends, doc.words, doc.kinds):
            column[:] = [x for i, x in enumerate(column) if i not in lost]
    return doc


def _is_spaced(doc: Document, i: int, side: int) -> bool:
    """Whether no letter touches a mark on the outside."""
    at = doc.starts[i] - 1 if side < 0 else doc.ends[i]
    return not (0 <= at < len(doc.text) and doc.text[at].isalnum())


def _find_paragraphs(doc: Document) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs: a line end inside a sentence does not end one."""
    found, first, related = [], 0, False
    for i in [i for i, kind in enumerate(doc.kinds) if kind == LINE]:
        if related or _ends_paragraph(doc, first, i):
            if first < i:
                found.append((first, i))
                related = is_related(doc, first, i, related)
            first = i + 1
    if first < len(doc):
        found.append((first, len(doc)))
    return found


def is_related(doc: Document, first: int, end: int, before: bool) -> bool:
    """Whether a paragraph belongs to a list of other stories; `before` says whether the one before it did."""
    if " ".join(doc.words[first:end]).removesuffix(" :") in _RELATED:
        return True
    headline = doc.ends[end - 1] - doc.starts[first] < _LONGEST_HEADLINE
    return before and headline and doc.kinds[end - 1] != STOP


_LONGEST_HEADLINE = 200  # code points


def _ends_paragraph(doc: Document, first: int, i: int) -> bool:
    """Whether the line end at token `i` closes its paragraph: texts with hard-wrapped lines
    break in the middle of a sentence, where neither side looks like an end."""
    if i == 0 or i + 1 >= len(doc) or first == i:
        return True
    before, after = doc.kinds[i - 1], doc.kinds[i + 1]
    if after == COMMA or _opens_at_line_end(doc, i - 1):
        return False
    if before not in (WORD, NUMBER, COMMA) or after not in (WORD, NUMBER, OPEN, STRAIGHT):
        return True
    if doc.text.count("\n", doc.ends[i - 1], doc.starts[i + 1]) > 1 or _is_news_flash(doc, i + 1):
        return True
    if _is_headline(doc, first, i):
        return True
    line_start = doc.text.rfind("\n", 0, doc.starts[i]) + 1
    line = doc.starts[i] - line_start
    if line < _LINE_MIN and doc.starts[first] >= line_start:
        return not _is_open_line(doc, first, i)
    return False


def _is_headline(doc: Document, first: int, i: int) -> bool:
    """A first line without a stop before a long paragraph that begins with its verb: «… ⏎ نفى المجلس …»."""
    if first or doc.ends[i - 1] > _LONGEST_HEADLINE or not is_verb(doc.words[i + 1]):
        return False
    end = doc.text.find("\n", doc.starts[i + 1])
    after = (end if end >= 0 else len(doc.text)) - doc.starts[i + 1]
    return after > max(_LONG_LINE, doc.ends[i - 1])


_LONG_LINE = 120  # code points; lines wrapped by hand are shorter


def _is_news_flash(doc: Document, i: int) -> bool:
    """«10:45 …», «عاجل …»: how the lines of a live page begin."""
    return is_hour(doc, i) or doc.words[i] == "عاجل"


def is_hour(doc: Document, i: int) -> bool:
    """«10:45»."""
    return doc.kinds[i] == NUMBER and ":" in doc.words[i]


def _opens_at_line_end(doc: Document, i: int) -> bool:
    """A straight mark after a space and before the line end: the quotation begins on the next line."""
    return doc.kinds[i] == STRAIGHT and doc.ends[i - 1] < doc.starts[i] and doc.kinds[i - 1] == WORD


def _is_open_line(doc: Document, first: int, i: int) -> bool:
    """Whether a short first line reads like the beginning of a sentence: «وقال», «وأضاف فلان»."""
    word = doc.words[first]
    return word.startswith("و") and len(word) > 3 and not word.startswith("وزير")
