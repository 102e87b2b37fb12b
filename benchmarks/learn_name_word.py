"""Examples for the model `name_word`: does a name go on with this word?

Yes inside the gold actors' names wherever the text has them, no at the first word after one, and no where
extraction asked and no gold name stands; a word that news mostly has in names is left out there: the gold
names only those who speak, are spoken to or take part.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.extraction import read_corpus
from benchmarks.learning import Example
from statements.extraction import extract, learned, name_words
from statements.extraction.name_words import ALONE, BODY, MEDIUM, TITLED, parts_of, word_class
from statements.extraction.normalize import fold
from statements.extraction.per_word import forget
from statements.extraction.segment import WORD, Document, read
from statements.extraction.vocabulary import heads

PENALTY = 1.0
EVERY, MOST = 60, 25  # of the corpus: every so manieth article, at most so many names of each
Spans = dict[int, tuple[int, int]]  # token -> first and end of the name it stands in
_USES = {"person": (ALONE, TITLED), "organization": (BODY,), "agency": (MEDIUM,)}


def examples(gold: dict) -> Iterator[Example]:
    """Decisions along every name of a gold actor, and those extraction asks elsewhere."""
    doc = read(gold["text"])
    spans = {use: _spans(doc, gold, kind) for kind, uses in _USES.items() for use in uses}
    people = spans[ALONE]
    met = {doc.words[i] for i in people}
    for names, unknown in ((set(), set()), (met, set()), (set(), met), (met, met)):
        with _unheard(unknown):
            doc.names = names
            for first, end in sorted(set(people.values())):
                yield from _along(doc, first, end)
    with learned.watching() as decisions:
        extract(gold["text"])
    for decision in decisions:
        if decision.model == "name_word":
            answer = _answer(doc, spans, *decision.about)
            if answer is not None:
                yield Example(decision.candidates, answer)


def from_corpus(shared: Path) -> Iterator[Example]:
    """Decisions along names of the news corpus whose every word is sure: words that news has mostly in names,
    between words that it has in none. For training only: nobody annotated them."""
    for at, text in enumerate(read_corpus(shared)):
        if at % EVERY == 0:
            doc = read(text)
            runs = list(itertools.islice(_sure_runs(doc), MOST))
            for unknown in (set(), {w for first, end in runs for w in doc.words[first:end]}):
                with _unheard(unknown):
                    for first, end in runs:
                        yield from _along(doc, first, end)


def _sure_runs(doc: Document) -> Iterator[tuple[int, int]]:
    """First and end of every run of two to four words that are names and nothing else."""
    i = 0
    while i < len(doc):
        end = i
        while end < len(doc) and doc.kinds[end] == WORD and name_words.is_mostly_name(doc.words[end]):
            end += 1
        beside = doc.words[max(0, i - 1) : i] + doc.words[end : end + 1]
        if 2 <= end - i <= 4 and not any(name_words.is_ever_name(w) for w in beside):
            yield i, end
        i = max(end, i + 1)


@contextmanager
def _unheard(unknown: set[str]) -> Iterator[None]:
    """Leave words out of what is known of names: most names of a new article are in no list."""
    before = name_words._table, name_words.given_names, name_words.sure_names
    if unknown:
        table = {word: row for word, row in before[0]().items() if word not in unknown}
        given, sure = before[1]() - unknown, before[2]() - unknown
        name_words._table = lambda: table
        name_words.given_names, name_words.sure_names = lambda: given, lambda: sure
    _forget()
    yield
    name_words._table, name_words.given_names, name_words.sure_names = before
    _forget()


def _forget() -> None:
    for found in (name_words._share, name_words.word_class, name_words.word_features, name_words._stem_kinds):
        forget(found)


def _along(doc: Document, first: int, end: int) -> Iterator[Example]:
    """Yes at every word of a name, no at the one after it."""
    use = TITLED if _is_titled(doc, first) else ALONE
    for j in range(first, min(end + 1, len(doc))):
        if doc.kinds[j] == WORD:
            yield Example((learned.spelled(parts_of(doc, first, j, use)),), int(j < end))


def _is_titled(doc: Document, first: int) -> bool:
    """An office stands within the two phrases before the name."""
    before = range(max(0, first - 8), first)
    return any((head := heads().get(doc.words[i])) and head.kind == "person" for i in before)


def _answer(doc: Document, spans: dict[str, Spans], start: int, at: int, end: int, use: str) -> int | None:
    """1, 0, or None where the gold does not tell."""
    begin, token = doc.at(start), doc.at(at)
    inside = spans[use].get(token)
    if inside:
        return 1 if inside[0] <= begin else None
    if begin in spans[use]:
        return 0
    if token != begin:
        return None
    return None if word_class(doc.words[token]) in ("name", "given", "surname") else 0


def _spans(doc: Document, gold: dict, kind: str) -> Spans:
    """Every place of the text that has a name of a gold actor of the kind, the longest first."""
    found: Spans = {}
    names = {tuple(fold(name).split()) for a in gold["actors"] if a["kind"] == kind for name in a["names"]}
    names = {tuple(w for part in name for w in read(part).words) for name in names}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if kind != "person":
            name = name[1:] if len(name) > 1 else name
        for i in range(len(doc) - len(name) + 1):
            first = doc.words[i]
            same = first == name[0] or (first[:1] in "وبلف" and first[1:] == name[0] and len(name[0]) > 2)
            if same and tuple(doc.words[i + 1 : i + len(name)]) == name[1:] and i not in found:
                for j in range(i, i + len(name)):
                    found.setdefault(j, (i, i + len(name)))
    return found
