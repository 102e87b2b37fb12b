"""The sentences of the article itself: no list of other stories, nothing long a second time."""

from __future__ import annotations

from collections.abc import Iterator

from .segment import Document, is_related

_REPEATED = 60  # letters; shorter words come again by chance


def own_sentences(doc: Document) -> Iterator[tuple[int, int]]:
    """The sentences of the article itself: no list of other stories, nothing long a second time.

    A lead comes again at the end as a paragraph, or as a sentence where a text has lost its paragraphs.
    """
    seen: set[str] = set()
    related, at = False, 0
    for first, end in doc.paragraphs:
        here = at
        while at < len(doc.sentences) and doc.sentences[at][0] < end:
            at += 1
        body = " ".join(doc.words[first:end])
        related = is_related(doc, first, end, related)
        if not related and _is_new(body, seen):
            yield from (
                s for s in doc.sentences[here:at] if s == (first, end) or _is_new(_said(doc, s), seen)
            )


def _said(doc: Document, sentence: tuple[int, int]) -> str:
    return " ".join(doc.words[slice(*sentence)])


def _is_new(words: str, seen: set[str]) -> bool:
    """Whether nothing of these words stood before, which they then do."""
    told = len(words) > _REPEATED and words in seen
    seen.add(words)
    return not told
