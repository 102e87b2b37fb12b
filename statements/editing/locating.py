"""Find words that an editor typed or pasted in the text of an article, letter for letter.

WordsProblem
├── NoWords     nothing was given
├── NotInText   the article does not say it like that
└── BadSpans    places that do not lie in the text, or lie on each other
"""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

_LETTER = r"[\w\u064b-\u065f\u0670]"  # and the vowel signs on it
_MARKS = " «»“”„\"'‘’.،؛:"
JOINT = "…"  # between the pieces of a content that its cue interrupts; Statement.content writes it

Spans = list[list[int]]


class WordsProblem(ValueError):
    """These words or places cannot be content; str() is a sentence in Arabic that says what to do."""


class NoWords(WordsProblem):
    def __init__(self):
        super().__init__(_("المحتوى فارغ: انسخ كلمات التصريح من نص المقال."))


class NotInText(WordsProblem):
    def __init__(self, words: str):
        start = words if len(words) <= 60 else f"{words[:60]}…"
        super().__init__(
            _("هذه الكلمات ليست في نص المقال حرفًا بحرف: «%(words)s». انسخها من المقال كما هي.")
            % {"words": start}
        )


class BadSpans(WordsProblem):
    def __init__(self):
        super().__init__(_("مواضع المحتوى ليست داخل نص المقال أو متداخلة: اختر الكلمات من المقال من جديد."))


def locate(text: str, words: str, near: int = 0) -> tuple[int, int]:
    """The span (code points, half open) of `words` in `text`, the one that begins nearest to `near`.

    White space of any kind and length is alike; everything else is compared letter for letter.
    Raises NoWords or NotInText.
    """
    pieces = words.split()
    if not pieces:
        raise NoWords()
    found = _nearest(r"\s+".join(map(re.escape, pieces)), text, near)
    if found is None:
        raise NotInText(" ".join(pieces))
    return found


def locate_words(text: str, words: str, near: int = 0) -> tuple[int, int]:
    """As locate, but whole words: «أكد» is «وأكد» where it does not stand alone."""
    locate(text, words, near)
    inner = r"\s+".join(map(re.escape, words.split()))
    alone = _nearest(rf"(?<!{_LETTER}){inner}(?!{_LETTER})", text, near)
    return alone or _nearest(rf"{_LETTER}*{inner}{_LETTER}*", text, near)


def _nearest(pattern: str, text: str, near: int) -> tuple[int, int] | None:
    found = min(re.finditer(pattern, text), key=lambda match: abs(match.start() - near), default=None)
    return found and found.span()


def locate_content(text: str, words: str, near: int = 0) -> Spans:
    """The spans of `words`, whose pieces may be joined by «…» as Statement.content joins them.

    Each piece is looked for after the one before. Raises NoWords or NotInText.
    """
    try:
        return [list(locate(text, words, near))]
    except NotInText:
        if JOINT not in words:
            raise
    spans: Spans = []
    for piece in filter(str.strip, words.split(JOINT)):
        offset = spans[-1][1] if spans else 0
        start, end = locate(text[offset:], piece, max(near - offset, 0))
        spans.append([offset + start, offset + end])
    if not spans:
        raise NoWords()
    return spans


def find_content(text: str, lines: list[str], near: int = 0) -> Spans:
    """The spans of `lines`: one where they follow each other in the article, else one for each line.

    Raises NoWords or NotInText.
    """
    try:
        return [list(locate(text, " ".join(lines), near))]
    except NotInText:
        spans: Spans = []
        for line in lines:
            spans += _without_typed_marks(text, line, near)
            near = spans[-1][1]
        return spans


def _without_typed_marks(text: str, line: str, near: int) -> Spans:
    """As locate_content; marks typed around the words need not be those of the article."""
    try:
        return locate_content(text, line, near)
    except NotInText:
        words = line.strip(_MARKS)
        if words in ("", line):
            raise
        return locate_content(text, words, near)


def checked_spans(text: str, spans) -> Spans:
    """`spans` in the order of the text, white space at their ends left out. Raises BadSpans."""
    if not spans:
        raise NoWords()
    trimmed = [_trimmed(text, start, end) for start, end in sorted(map(tuple, spans))]
    if any(before[1] > after[0] for before, after in pairwise(trimmed)):
        raise BadSpans()
    return trimmed


def _trimmed(text: str, start: int, end: int) -> list[int]:
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise BadSpans()
    words = text[start:end]
    return [end - len(words.lstrip()), start + len(words.rstrip())]
