"""Whether quotation marks open what was said, or name something."""

from __future__ import annotations

from .clauses import SHORT_QUOTE
from .cues import PARTICIPLE, find_cues
from .known import bare_word
from .segment import COMMA, LINE, STOP, WORD, Document
from .vocabulary import folded, heads, words


def opens_content(doc: Document, j: int, limit: int, that: bool) -> bool:
    """Whether the quotation marks at `j` open what was said, not a name in the subject."""
    close = doc.match[j]
    if close < 0:
        return that
    size = close - j - 1
    if size > SHORT_QUOTE + 2:
        return that
    if _is_named(doc, j):
        return False
    if not that or size < 1:
        return False
    after = doc.kinds[close + 1] if close + 1 < len(doc) else LINE
    if close + 1 >= limit or after in (STOP, LINE):
        return True
    if size > 2 and after == COMMA:
        return True
    return size > 1 and (_opens_with_pronoun(doc, j + 1) or _is_participle(doc, close + 1))


def _is_named(doc: Document, j: int) -> bool:
    """«على فضائية «أفق بي سي»،», «برنامج «هنا تلبان»»: the name of what the word before the marks says."""
    before = doc.words[j - 1] if j else ""
    head = heads().get(before) or heads().get(bare_word(before))
    return before in _NAMED or (head is not None and head.kind in ("agency", "organization"))


_NAMED = folded("برنامج ببرنامج لبرنامج برنامجه مبادرة حملة ندوة")


def goes_on_plain(doc: Document, j: int) -> bool:
    """«"لدينا ثقة" في السيطرة»: a short quotation that is only the beginning of the content."""
    close = doc.match[j]
    return 0 <= close - j <= SHORT_QUOTE and doc.kinds[close + 1 : close + 2] == [WORD]


def _opens_with_pronoun(doc: Document, i: int) -> bool:
    """«"لدينا ثقة" في …», «"انها خطوة جيدة"»: a clause, no name."""
    return doc.words[i] in _CLAUSE_WORDS or doc.words[i] in words("clitic_comp")


_CLAUSE_WORDS = folded(
    "لدينا لدي نحن أنا هذا هذه ليس لا لن لم سوف هناك إنها إنه إننا إني ما لقد نعم إن أنها أنه"
)


def _is_participle(doc: Document, i: int) -> bool:
    return any(c.form == PARTICIPLE for c in find_cues(doc, i, i + 1))
