"""Which of the candidates speaks: a learned choice (benchmarks/learn_speaker.py)."""

from __future__ import annotations

from collections.abc import Iterator

from . import learned
from .candidates import Candidate
from .clauses import Clause
from .coreference import Cast
from .fronted import ADJUNCTS
from .identity import Member
from .segment import CLOSE, COMMA, LINE, OPEN, STOP, Document
from .subjects import RELATIVE
from .vocabulary import is_function, is_time, is_verb


def choose_speaker(doc: Document, clause: Clause, cast: Cast, candidates: list[Candidate]) -> Candidate:
    """The likeliest candidate."""
    asking = _Asking(doc, clause, cast, candidates)
    rows = [list(asking.features(c)) for c in candidates]
    at, share = learned.load("speaker").choose_surely(rows, about=(cast, clause, candidates))
    candidates[at].share = share
    return candidates[at]


class _Asking:
    """What is known of a clause whose speaker is asked for."""

    def __init__(self, doc: Document, clause: Clause, cast: Cast, candidates: list[Candidate]):
        self.doc, self.clause, self.cast = doc, clause, cast
        r = clause.cue.reading
        self.at, self.reading = clause.cue.at, r
        self.rule = candidates[0].rule
        self.form = f"{r.form}{'1' if r.person == 1 else ''}{'#' if r.suffix else ''}"
        self.number = "" if r.number == 0 else str(r.number)
        self.before = _before(doc, self.at, clause.sentence[0])
        self.inner = "inner" if clause.parent is not None else "outer"
        self.after = any("after" in c.ways for c in candidates)
        self.silence = _silence(clause.sentence[0] - cast.said_at)
        self.last = cast.spoke[-1] if cast.spoke else None

    def features(self, candidate: Candidate) -> Iterator[str]:
        ways = candidate.ways
        main = _main(ways)
        ruled = "ruled" if "ruled" in ways else "not"
        sort = self._sort(candidate)
        agreement = self._agreement(candidate)
        rule = f"{self.rule} {ruled}"
        yield ruled
        yield rule
        yield f"{rule} {self.inner}"
        yield f"{rule} {self.clause.opener}"
        yield f"{rule} {main}"
        yield f"{rule} {agreement}"
        yield f"{rule} {sort}"
        yield f"{rule} {self.before}"
        yield f"{rule} {self.form}{self.number}"
        yield f"{main} {self.form} {self.inner}"
        yield f"{main} {self.before}"
        yield f"{main} {agreement} {self.form}"
        yield f"{main} {sort}"
        yield f"{main} {sort} {self.inner}"
        yield f"{main} {self.rule}"
        yield f"{main} {'after' if self.after else 'no after'} {self.form}"
        yield f"{sort} {agreement}"
        yield f"{sort} {self.number}"
        for way in ways:
            yield way
            yield f"{way} {self.form} {agreement}"
            yield f"{way} {self.inner} {self.before}"
            yield f"{way} {self.silence} {self.before}"
        yield f"{rule} {self.silence}"
        yield f"{main} {self.silence} {'after' if self.after else 'no after'}"
        yield f"ways {min(len(ways), 5)}"
        if candidate.members:
            yield from self._of_members(candidate)
        if candidate.parties:
            yield from self._of_phrase(candidate, main)

    def _of_members(self, candidate: Candidate) -> Iterator[str]:
        member = candidate.members[0]
        spoken = min(3, sum(m is member for m in self.cast.spoke[-20:]))
        last = "last" if member is self.last else "not last"
        yield f"spoken {spoken}"
        yield f"spoken {spoken} {last} {self.form}"
        yield f"{last} {self.inner} {self.before}"

    def _of_phrase(self, candidate: Candidate, main: str) -> Iterator[str]:
        party = candidate.parties[0]
        governed = self._governed(party.first)
        distance = self.at - candidate.parties[-1].end
        near = "after" if distance < 0 else "touching" if distance == 0 else "near" if distance < 5 else "far"
        meant = candidate.meant
        known = "new" if meant[0] is None else "spoke" if meant[0] in self.cast.spoke[-12:] else "met"
        between = self._between(candidate.parties[-1].end)
        yield f"governed {governed} {main}"
        yield f"governed {governed} {near} {self.before}"
        yield f"governed {governed} {self.inner} {self.form}"
        yield f"governed {governed} {between}"
        yield f"phrase {near} {main}"
        yield f"phrase {near} {between} {self.form}"
        yield f"phrase {known} {main}"
        yield f"phrase {known} {governed}"
        yield f"definite {party.definite} {party.kind} {main}"
        yield f"first of sentence {party.first == self.clause.sentence[0]} {near}"
        yield f"head {party.head} {main}"

    def _sort(self, candidate: Candidate) -> str:
        size = len(candidate.parties) + len(candidate.members)
        if size == 0:
            return "nobody"
        if size > 1:
            return f"several {min(size, 3)}"
        if candidate.parties:
            party = candidate.parties[0]
            named = "" if party.kind != "person" else " named" if party.name else " office"
            return f"{party.kind}{named}{party.number if party.number > 1 else ''}"
        return _kind(candidate.members[0])

    def _agreement(self, candidate: Candidate) -> str:
        r = self.reading
        gender, number = _gender_and_number(candidate)
        if r.number == 0 or not number:
            return "open"
        if r.number > 1 and number == 1:
            return "too few"
        if r.number == 1 and number > 1 and self.before != "starts" and self.at > candidate_end(candidate):
            return "too many"
        if not r.gender or not gender or r.number > 1:
            return "number"
        return "agrees" if r.gender == gender else "clashes"

    def _governed(self, first: int) -> str:
        """What stands right before a noun phrase."""
        if first <= self.clause.sentence[0]:
            return "start"
        word, kind = self.doc.words[first - 1], self.doc.kinds[first - 1]
        if kind in (COMMA, LINE, STOP, OPEN, CLOSE):
            return "pause"
        if word in ADJUNCTS:
            return "preposition"
        if is_function(word):
            return "small word"
        own = self.doc.words[first]
        if own[:1] in "لب" and not own.startswith("ال") and own[1:] != "":
            prefix = "attached" if own.startswith(("لل", "بال")) else ""
            if prefix:
                return prefix
        return "verb" if is_verb(word) else "time" if is_time(word) else "noun"

    def _between(self, end: int) -> str:
        """What stands between a noun phrase before the cue and the cue."""
        if end > self.at:
            return "none"
        commas = sum(k == COMMA for k in self.doc.kinds[end : self.at])
        relative = any(w in RELATIVE for w in self.doc.words[end : self.at])
        return f"{min(commas, 2)}{' relative' if relative else ''}"


def _silence(tokens: int) -> str:
    """How long before its sentence the last cue stood."""
    return "same" if tokens <= 0 else "next" if tokens < 45 else "later" if tokens < 120 else "long after"


def candidate_end(candidate: Candidate) -> int:
    return candidate.parties[-1].end if candidate.parties else 0


def _main(ways: list[str]) -> str:
    for way in ("after", "host", "said 0"):
        if way in ways:
            return way
    others = [w for w in ways if w != "ruled"]
    return others[0] if others else "rule alone"


def _kind(member: Member) -> str:
    return f"{member.kind}{member.number if member.number > 1 else ''}"


def _gender_and_number(candidate: Candidate) -> tuple[str, int]:
    size = len(candidate.parties) + len(candidate.members)
    if size != 1:
        return "", min(size, 3)
    one = candidate.parties[0] if candidate.parties else candidate.members[0]
    return one.gender, one.number


def _before(doc: Document, at: int, start: int) -> str:
    """What stands right before the cue."""
    if at == start:
        return "starts"
    word, kind = doc.words[at - 1], doc.kinds[at - 1]
    own = "and " if doc.words[at].startswith("و") else ""
    if word in RELATIVE:
        return own + "relative"
    if kind in (COMMA, CLOSE, OPEN, LINE):
        return own + "pause"
    if word in ("قد", "وقد", "كما", "ثم", "فيما", "بينما", "حيث", "ان", "بدوره", "بعدما"):
        return own + word
    return own + ("small word" if is_function(word) else "time" if is_time(word) else "word")
