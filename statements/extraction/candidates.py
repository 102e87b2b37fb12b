"""Who may be the speaker of a clause: noun phrases of its sentence, those who spoke before, nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from .clauses import Clause
from .coreference import Cast
from .fronted import OPENERS, is_known, nouns_like, sentence_subject
from .identity import Member
from .issuers import find_issuer
from .known import Party, stem_of
from .mentions import parse_parties
from .names import is_cue_verb
from .pairs import find_sides, is_pair
from .recognition import find_member
from .segment import WORD, Document
from .subjects import Attribution, subject_after
from .vocabulary import folded, heads, is_function

_LOOK_BACK = 60  # tokens before the cue
_OPENS = 4  # tokens from the start of a sentence to a cue that opens it
_PHRASES = 5  # noun phrases before the cue
_LAST = 3  # speakers before, of other sentences


@dataclass(slots=True)
class Candidate:
    """Noun phrases that name the speakers, or members of the cast who go on; neither where nobody speaks.

    `rule` says how they were come by; `ways` are all ways that lead to the same actors.
    """

    rule: str
    parties: list[Party] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    share: float = 1.0  # how likely it is among the candidates
    relay: Party | None = None  # who passed the words on
    relayed: Member | None = None  # the same, where told before
    meant: list[Member | None] = field(default_factory=list)  # None for somebody not met before


def find_candidates(
    doc: Document, clause: Clause, cast: Cast, before: list[Attribution], ruled: Candidate
) -> list[Candidate]:
    """The speakers by rule first, then all others that may be meant, each set of actors once."""
    found: dict[object, Candidate] = {}
    ruled.ways.append("ruled")
    for candidate in (ruled, *_others(doc, clause, cast, before)):
        _find_meant(candidate, cast, clause)
        known = found.setdefault(_key(candidate), candidate)
        if known is not candidate:
            known.ways += candidate.ways
            known.parties = known.parties or (candidate.parties if not known.members else [])
    return list(found.values())


def settle(candidate: Candidate, cast: Cast, clause: Clause) -> None:
    """Put the two actors in the place of «الطرفان», and who issued it in the place of a document."""
    for i, party in enumerate(candidate.parties):
        limit = clause.at if party.first < clause.at else clause.region[1]
        candidate.parties[i] = find_issuer(cast.doc, party, limit)
    if candidate.parties and cast.doc.words[candidate.parties[0].first] in NEWS:
        candidate.parties.clear()
    sides = find_sides(cast, candidate.parties[0]) if len(candidate.parties) == 1 else []
    if sides:
        party = candidate.parties.pop()
        candidate.members, candidate.spans, candidate.rule = sides, [(party.first, party.end)], "sides"
    if len(candidate.parties) == 1 and is_pair(cast, candidate.parties[0]):
        party = candidate.parties.pop()
        candidate.members, candidate.spans = cast.pair(cast.meeting), [(party.first, party.end)]
        candidate.rule = "pair"


def _find_meant(candidate: Candidate, cast: Cast, clause: Clause) -> None:
    settle(candidate, cast, clause)
    candidate.meant = [*candidate.members, *(find_member(cast, p, "", True) for p in candidate.parties)]


def _key(candidate: Candidate) -> object:
    if any(m is None for m in candidate.meant):
        return tuple((p.first, p.end) for p in candidate.parties)
    return frozenset(m.order for m in candidate.meant)


NEWS = folded("الأنباء أنباء الأخبار أخبار أخبارا المعلومات معلومات")  # «أفادت الأنباء»: nobody tells whose


def _others(doc: Document, clause: Clause, cast: Cast, before: list[Attribution]) -> Iterator[Candidate]:
    after = subject_after(doc, clause, cast) if clause.region[0] < clause.region[1] else []
    if after:
        yield Candidate("subject_after", after, ways=["after"])
    for at, other in enumerate(reversed(before)):
        if other.speakers:
            way = "host" if other.clause is clause.parent else f"said {min(at, 2)}"
            yield Candidate(way, members=list(other.speakers), ways=[way])
    yield from _phrases_before(doc, clause, cast)
    number = 0
    for member in reversed(cast.spoke[-12:]):
        if number < _LAST:
            yield Candidate("dropped", members=[member], ways=[f"spoke {number}"])
            number += 1
    if not after and clause.at - clause.sentence[0] < _OPENS and cast.said_at < clause.sentence[0]:
        yield from _subject_before(doc, clause, cast)
    if clause.cue.reading.number > 1 and len(cast.meeting) == 2:
        yield Candidate("pair", members=list(cast.meeting), ways=["met"])
    for member in list(cast.recent)[-2:]:
        yield Candidate("recent", members=[member], ways=["recent"])
    yield Candidate("nobody", ways=["nobody"])


def _subject_before(doc: Document, clause: Clause, cast: Cast) -> Iterator[Candidate]:
    """The subject of the sentence before: «وصل الوزير أمس. وأكد أن»."""
    at = bisect_left(doc.sentences, clause.sentence)
    if at > 0:
        r = clause.cue.reading
        gender = r.gender if r.number == 1 else ""
        party = sentence_subject(doc, *doc.sentences[at - 1], cast, gender)
        if party:
            yield Candidate("sentence_before", [party], ways=["sentence before"])


def _phrases_before(doc: Document, clause: Clause, cast: Cast) -> Iterator[Candidate]:
    """The last noun phrases before the cue, and the first of the sentence."""
    at = clause.cue.at
    first = max(clause.sentence[0], at - _LOOK_BACK)
    if clause.parent is not None:
        first = max(first, clause.parent.start)
    told = list(phrases(doc, first, at, cast))
    last = len(told) - 1
    for number, parties in enumerate(told):
        if number > 0 and last - number >= _PHRASES:
            continue
        ways = [f"before {last - number}"] + (["first"] if number == 0 else [])
        yield Candidate("phrase_before", parties, ways=ways)


def phrases(doc: Document, first: int, at: int, cast: Cast) -> Iterator[list[Party]]:
    """The noun phrases from token `first` up to the cue at token `at`; coordinated ones also together."""
    i = first
    while i < at:
        if doc.depth[i] <= doc.depth[at] and doc.kinds[i] == WORD and _may_begin(doc, i, first, cast):
            parties = parse_parties(doc, i, at)
            if parties:
                yield parties[:1]
                if len(parties) > 1:
                    yield parties
                i = max(i + 1, parties[0].end)
                continue
        i += 1


def _may_begin(doc: Document, i: int, first: int, cast: Cast) -> bool:
    word = doc.words[i]
    if is_known(doc, i, cast) or stem_of(doc, i) in heads():
        return True
    if (
        i == first
        or is_function(word)
        or (nouns_like(word) and not word.startswith("ال"))
        or is_cue_verb(word)
    ):
        return False
    return i == first + 1 or doc.words[i - 1] in OPENERS
