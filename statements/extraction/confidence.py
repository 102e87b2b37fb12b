"""How sure a quotation is: the chance that its content and its speaker are right, as learned from annotated
articles (benchmarks/learn_sure.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from . import confidence_features as features
from . import learned
from .cues import FoundCue, read_word
from .identity import Member
from .per_word import per_word
from .segment import CLOSE, COMMA, LINE, OPEN, STOP, WORD, Document
from .subjects import Attribution
from .vocabulary import is_function, is_verb


class Confidence:
    """The confidence in each quotation of one text."""

    def __init__(self, doc: Document, attributions: list[Attribution]):
        self.doc = doc
        self.cues = Counter(a.clause.sentence for a in attributions)
        self.speakers = Counter(m.order for a in attributions for m in a.speakers)
        self.shown = len(attributions)

    def of(self, found: Attribution, rule: str, kind: str) -> float:
        """Between 0 and 1; `rule` and `kind` as the quotation has them."""
        model = learned.load("sure")
        parts = (*self._of_speaker(found, rule), *self._of_content(found, kind), *self._of_place(found))
        return cautious(model.probability(parts), model.weights.get(CUT, 0.9))

    def _of_speaker(self, found: Attribution, rule: str) -> Iterator[learned.Part]:
        """Who speaks, by which rule, and how plainly it is told."""
        own = rule.split("/")[-1]
        yield features.speaker, (rule, own, _sort(found.speakers), self._distance(found), _share(found.share))
        said = sum(self.speakers[m.order] for m in found.speakers[:1])
        yield features.said, (_size(said), _size(self.shown), _size(len(self.speakers)), own)
        agrees = _agrees(found.clause.cue, found.speakers) if found.clause.cue and found.speakers else ""
        yield features.told, (agrees, found.reported_by is not None, own)

    def _of_content(self, found: Attribution, kind: str) -> Iterator[learned.Part]:
        """How the content begins, how long it is and how it ends."""
        clause, doc = found.clause, self.doc
        opener, (start, end) = clause.opener, (clause.start, clause.end)
        ends = self._end(found)
        yield features.opened, (opener, kind, _share(clause.share), self._beginning(start))
        yield features.ended, (ends, self._after(found), kind, opener)
        region = _size(clause.region[1] - clause.region[0])
        yield features.measured, (_size(end - start), len(clause.content), region, opener, ends)
        kinds = doc.kinds[start:end]
        paired = kinds.count(OPEN) == kinds.count(CLOSE)
        yield features.marked, (_size(kinds.count(COMMA)), _size(kinds.count(STOP)), paired, kind, ends)
        yield features.cues_inside, (_size(sum(map(_is_strong, doc.words[start:end]))), kind)

    def _of_place(self, found: Attribution) -> Iterator[learned.Part]:
        """The cue, and where it stands in its sentence."""
        clause, cue = found.clause, found.clause.cue
        outer, opener = "outer" if found.outer else "inner", clause.opener
        first, last = clause.sentence
        yield features.placed, (_share(clause.told), _share(clause.placed), opener, outer)
        cues, children = _size(self.cues[clause.sentence]), _size(len(clause.children))
        yield features.stands, (cues, _size(last - first), _size(clause.at - first), children, outer)
        if cue is None:
            yield features.no_cue, ()
            return
        verb = cue.verb
        yield features.cue, (verb.lemma, verb.sense, verb.strength, cue.form, opener, outer)
        yield features.before_cue, (self._before(cue.at, first), cue.form)

    def _end(self, found: Attribution) -> str:
        """What stands right after the content."""
        end, doc = found.clause.end, self.doc
        if end >= len(doc):
            return "text"
        if doc.kinds[end] != WORD:
            return doc.kinds[end] if end < found.clause.sentence[1] else f"{doc.kinds[end]} last"
        if end >= found.clause.sentence[1]:
            return "sentence"
        word = doc.words[end]
        return "cue" if read_word(word) else "small word" if is_function(word) else "word"

    def _after(self, found: Attribution) -> str:
        """The mark and the first word that come after the content: «، ولكن», «. وأضاف»."""
        doc, end = self.doc, found.clause.end
        marks = ""
        while end < len(doc) and doc.kinds[end] != WORD and len(marks) < 3:
            marks, end = marks + doc.kinds[end], end + 1
        if end >= len(doc) or LINE in marks or (STOP in marks and end >= found.clause.sentence[1]):
            return f"{marks} over"
        word = doc.words[end]
        if readings := read_word(word):
            return f"{marks} {readings[0].form} {readings[0].verb.strength} {word[:1] == 'و'}"
        bare = word[1:] if word[:1] == "و" and len(word) > 3 else word
        sort = bare if is_function(bare) else "verb" if is_verb(bare) else "word"
        return f"{marks} {'و' if bare != word else ''}{sort}"

    def _beginning(self, start: int) -> str:
        doc = self.doc
        if start >= len(doc) or doc.kinds[start] != WORD:
            return doc.kinds[start] if start < len(doc) else ""
        word = doc.words[start]
        return word if is_function(word) else "ال" if word.startswith("ال") else word[:1]

    def _before(self, at: int, first: int) -> str:
        """What stands right before the cue."""
        if at <= first:
            return "start"
        word, kind = self.doc.words[at - 1], self.doc.kinds[at - 1]
        return kind if kind in (COMMA, CLOSE, OPEN, LINE, STOP) else word if is_function(word) else "word"

    def _distance(self, found: Attribution) -> str:
        """How far from the cue its speaker is named, and on which side."""
        if not found.speaker_spans:
            return "unnamed"
        first, end = found.speaker_spans[0]
        at = found.clause.at
        side, far = ("after", first - at - 1) if first > at else ("before", at - end)
        return f"{side} {_size(max(0, far))} {_size(end - first)}"


CUT = "cut"  # stored with the weights: the chance from which on 97 of 100 were right


def cautious(chance: float, cut: float) -> float:
    """The chance, drawn out so that 0.9 stands where the cut is."""
    return 0.9 + 0.1 * (chance - cut) / (1 - cut) if chance >= cut else 0.9 * chance / cut


@per_word
def _is_strong(word: str) -> bool:
    """Whether a word may be a cue that needs no other sign."""
    return any(r.verb.strength == "s" for r in read_word(word))


@lru_cache(maxsize=1 << 10)
def _size(count: int) -> str:
    """A count told roughly: each step about twice the one before."""
    return str(count) if count < 3 else f"{1 << (count.bit_length() - 1)}+"


def _share(share: float) -> str:
    return next(name for least, name in _SHARES if share >= least)


_SHARES = ((1.0, "all"), (0.98, "98"), (0.95, "95"), (0.9, "90"), (0.8, "80"), (0.6, "60"), (0.0, "less"))


def _sort(speakers: list[Member]) -> str:
    if len(speakers) != 1:
        return str(len(speakers))
    one = speakers[0]
    words = max((len(name.split()) for name in one.names), default=0)
    return f"{one.kind} {min(words, 3)} {'titled' if one.titles else ''}"


def _agrees(cue: FoundCue, speakers: list[Member]) -> str:
    r, one = cue.reading, speakers[0]
    if not r.number:
        return "open"
    many = len(speakers) > 1 or one.number > 1
    if r.number > 1:
        return "many" if many else "too few"
    gender = "" if not r.gender or not one.gender else "same" if r.gender == one.gender else "other"
    return f"{'too many' if many else 'one'} {gender}"
