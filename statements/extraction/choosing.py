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
    parts = [list(asking.parts(c)) for c in candidates]
    at, share = learned.load("speaker").choose(parts, about=(cast, clause, candidates))
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
        self.after = "after" if any("after" in c.ways for c in candidates) else "no after"
        self.silence = _silence(clause.sentence[0] - cast.said_at)
        self.lately = cast.spoke[-20:]
        self.last = cast.spoke[-1] if cast.spoke else None

    def parts(self, candidate: Candidate) -> Iterator[learned.Part]:
        ways = candidate.ways
        main = _main(ways)
        ruled = "ruled" if "ruled" in ways else "not"
        sort, agreement = self._sort(candidate), self._agreement(candidate)
        form, inner, before, silence = self.form, self.inner, self.before, self.silence
        opener = self.clause.opener
        yield _by_rule, (self.rule, ruled, inner, opener, before, form + self.number, silence)
        yield _who, (f"{self.rule} {ruled}", main, agreement, sort, inner, self.number)
        yield _how, (main, self.rule, form, inner, before, agreement, self.after, silence)
        for way in ways:
            yield _way, (way, form, agreement, inner, before, silence)
        yield _count, (min(len(ways), 5),)
        if candidate.members:
            yield _spoke, (*self._spoken(candidate.members[0]), form, inner, before)
        if candidate.parties:
            yield from self._of_phrase(candidate, main)

    def _spoken(self, member: Member) -> tuple[int, str]:
        """How often somebody spoke lately, and whether last."""
        spoken = min(3, sum(m is member for m in self.lately))
        return spoken, "last" if member is self.last else "not last"

    def _of_phrase(self, candidate: Candidate, main: str) -> Iterator[learned.Part]:
        party, end = candidate.parties[0], candidate.parties[-1].end
        governed, between = self._governed(party.first), self._between(end)
        distance = self.at - end
        near = "after" if distance < 0 else "touching" if distance == 0 else "near" if distance < 5 else "far"
        meant = candidate.meant
        known = "new" if meant[0] is None else "spoke" if meant[0] in self.lately[-12:] else "met"
        yield _governed, (governed, main, near, self.before, self.inner, self.form, between)
        yield _phrase, (near, main, between, self.form, known, governed)
        yield _noun, (party.definite, party.kind, party.head, main)
        yield _first, (party.first == self.clause.sentence[0], near)

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


def _by_rule(
    rule: str, ruled: str, inner: str, opener: str, before: str, form: str, silence: str
) -> list[str]:
    return [
        ruled,
        f"{rule} {ruled}",
        f"{rule} {ruled} {inner}",
        f"{rule} {ruled} {opener}",
        f"{rule} {ruled} {before}",
        f"{rule} {ruled} {form}",
        f"{rule} {ruled} {silence}",
    ]


def _who(rule: str, main: str, agreement: str, sort: str, inner: str, number: str) -> list[str]:
    return [
        f"{rule} {main}",
        f"{rule} {agreement}",
        f"{rule} {sort}",
        f"{main} {sort}",
        f"{main} {sort} {inner}",
        f"{sort} {agreement}",
        f"{sort} {number}",
    ]


def _how(
    main: str, rule: str, form: str, inner: str, before: str, agreement: str, after: str, silence: str
) -> list[str]:
    return [
        f"{main} {form} {inner}",
        f"{main} {before}",
        f"{main} {agreement} {form}",
        f"{main} {rule}",
        f"{main} {after} {form}",
        f"{main} {silence} {after}",
    ]


def _way(way: str, form: str, agreement: str, inner: str, before: str, silence: str) -> list[str]:
    return [way, f"{way} {form} {agreement}", f"{way} {inner} {before}", f"{way} {silence} {before}"]


def _count(ways: int) -> list[str]:
    return [f"ways {ways}"]


def _spoke(spoken: int, last: str, form: str, inner: str, before: str) -> list[str]:
    return [f"spoken {spoken}", f"spoken {spoken} {last} {form}", f"{last} {inner} {before}"]


def _governed(
    governed: str, main: str, near: str, before: str, inner: str, form: str, between: str
) -> list[str]:
    return [
        f"governed {governed} {main}",
        f"governed {governed} {near} {before}",
        f"governed {governed} {inner} {form}",
        f"governed {governed} {between}",
    ]


def _phrase(near: str, main: str, between: str, form: str, known: str, governed: str) -> list[str]:
    return [
        f"phrase {near} {main}",
        f"phrase {near} {between} {form}",
        f"phrase {known} {main}",
        f"phrase {known} {governed}",
    ]


def _noun(definite: bool, kind: str, head: str, main: str) -> list[str]:
    return [f"definite {definite} {kind} {main}", f"head {head} {main}"]


def _first(first: bool, near: str) -> list[str]:
    return [f"first of sentence {first} {near}"]


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
