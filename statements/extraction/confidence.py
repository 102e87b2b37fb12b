"""How sure a quotation is: the chance that its content and its speaker are right, as learned from annotated
articles (benchmarks/learn_sure.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from . import learned
from .cues import FoundCue, read_word
from .identity import Member
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
        features = (*self._of_speaker(found, rule), *self._of_content(found, kind), *self._of_place(found))
        model = learned.load("sure")
        return cautious(model.probability(("always", *features)), model.weights.get(CUT, 0.9))

    def _of_speaker(self, found: Attribution, rule: str) -> Iterator[str]:
        """Who speaks, by which rule, and how plainly it is told."""
        speaker = _sort(found.speakers)
        own = rule.split("/")[-1]
        yield f"rule {rule}"
        yield f"by {own}"
        yield f"speaker {speaker}"
        yield f"by {own} {speaker}"
        yield f"by {own} {self._distance(found)}"
        yield f"distance {self._distance(found)}"
        yield f"share {_share(found.share)}"
        yield f"by {own} share {_share(found.share)}"
        said = sum(self.speakers[m.order] for m in found.speakers[:1])
        yield f"says {_size(said)} of {_size(self.shown)}"
        yield f"says {_size(said)} {own}"
        yield f"speakers {_size(len(self.speakers))}"
        yield f"speakers {_size(len(self.speakers))} {own}"
        if found.clause.cue and found.speakers:
            yield f"agrees {_agrees(found.clause.cue, found.speakers)} {own}"
        yield f"relay {found.reported_by is not None}"
        yield f"relay {found.reported_by is not None} {own}"

    def _of_content(self, found: Attribution, kind: str) -> Iterator[str]:
        """How the content begins, how long it is and how it ends."""
        clause, doc = found.clause, self.doc
        opener, (start, end) = clause.opener, (clause.start, clause.end)
        ends, length = self._end(found), _size(end - start)
        yield f"opens {opener} {kind}"
        yield f"opens {opener} share {_share(clause.share)}"
        yield f"ends {ends}"
        yield f"ends {ends} {kind}"
        yield f"ends {ends} {opener}"
        after = self._after(found)
        yield f"after {after}"
        yield f"after {after} {opener}"
        yield f"after {after} {kind}"
        yield f"length {length}"
        yield f"length {length} {opener}"
        yield f"length {length} {ends}"
        yield f"spans {len(clause.content)}"
        yield f"region {_size(clause.region[1] - clause.region[0])} {opener}"
        kinds = doc.kinds[start:end]
        yield f"commas {_size(kinds.count(COMMA))} {kind}"
        yield f"commas {_size(kinds.count(COMMA))} {ends}"
        yield f"stops {_size(kinds.count(STOP))} {kind}"
        yield f"marks {kinds.count(OPEN) == kinds.count(CLOSE)} {kind}"
        cues = sum(any(r.verb.strength == "s" for r in read_word(w)) for w in doc.words[start:end])
        yield f"cues inside {_size(cues)}"
        yield f"cues inside {_size(cues)} {kind}"
        yield f"begins {self._beginning(start)} {opener}"

    def _of_place(self, found: Attribution) -> Iterator[str]:
        """The cue, and where it stands in its sentence."""
        clause, cue = found.clause, found.clause.cue
        outer = "outer" if found.outer else "inner"
        yield f"told {_share(clause.told)}"
        yield f"told {_share(clause.told)} {clause.opener}"
        yield f"placed {_share(clause.placed)}"
        yield f"placed {_share(clause.placed)} {outer}"
        first, last = clause.sentence
        yield outer
        yield f"cues {_size(self.cues[clause.sentence])}"
        yield f"cues {_size(self.cues[clause.sentence])} {outer}"
        yield f"sentence {_size(last - first)}"
        yield f"at {_size(clause.at - first)} {outer}"
        yield f"children {_size(len(clause.children))}"
        if cue is None:
            yield "no cue"
            return
        verb, form = cue.verb, cue.form
        yield f"cue {verb.lemma}"
        yield f"cue {verb.lemma} {clause.opener}"
        yield f"sense {verb.sense}"
        yield f"sense {verb.sense} {clause.opener}"
        yield f"sense {verb.sense} {form}"
        yield f"form {form} {verb.strength}"
        yield f"form {form} {clause.opener} {outer}"
        yield f"before {self._before(cue.at, first)} {form}"

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
