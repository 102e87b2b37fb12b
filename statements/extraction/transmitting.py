"""Words that are passed on: «نقلت الصحيفة عن مصدر أن», «ونسب البيان إلى فلان أنه», «نقلت عنه قوله».

Who is named after «عن» speaks; who does the passing on relays, and may be told before.
"""

from __future__ import annotations

from dataclasses import dataclass

from .candidates import NEWS, Candidate
from .clauses import RELATIVES, Clause
from .coreference import Cast
from .cues import MASDAR, find_cues
from .fronted import subject_at, subject_before
from .identity import Member, agrees
from .issuers import is_document, issuer_of_source
from .known import Party
from .mentions import parse_parties, parse_party
from .passed_on import REACH, of_before, verb_before
from .segment import OPEN, WORD, Document
from .subjects import Attribution, any_words, find_antecedent

_OF_HIM = {"عنه": "m", "عنها": "f", "عنهم": "", "عنهما": ""}


def transmitted(doc: Document, clause: Clause, cast: Cast, before: list[Attribution]) -> Candidate | None:
    """Who speaks and who relays by a verb of passing on; None where it does not say of whom."""
    first, limit = clause.region
    at = next((i for i in range(first, limit) if doc.words[i] in ("عن", "الي")), None)
    if at is None:
        return _of_him(doc, clause, cast)
    parties = sources(doc, at + 1, limit)
    relay = _relay_at(doc, clause, cast, before, at)
    return Candidate("transmitted" if parties else "", parties, relay=relay.party, relayed=relay.member)


def told_of_source(doc: Document, clause: Clause, medium: Party) -> Candidate | None:
    """«وذكرت الوكالة عن المدير قوله إن», «أفادت القناة عن مصدر أمني بأن»: what a medium tells of somebody."""
    first, limit = medium.end, clause.region[1]
    if medium.kind != "agency" or first >= limit - 1 or doc.words[first] != "عن":
        return None
    parties = sources(doc, first + 1, limit)
    if not parties or parties[0].kind not in ("person", "unnamed"):
        return None
    after = parties[-1].end
    if after < limit and not _is_his_word(doc, after):
        return None
    return Candidate("transmitted", parties, relay=medium)


def source_of_noun(doc: Document, clause: Clause, cast: Cast, before: list[Attribution]) -> Candidate | None:
    """«ونقلت الوكالة عن المتحدث رفضه …»: who stands between «عن» and the verbal noun; None for nobody."""
    at = of_before(doc, clause.at, clause.sentence[0])
    source = sources(doc, at + 1, clause.at) if at >= 0 else []
    if not source or source[-1].end < clause.at - 2:
        return None
    verb = verb_before(doc, at, clause.sentence[0])
    if verb is None:
        return Candidate("transmitted", source[:1])
    relay = _relay_of(doc, verb, at, clause, cast, before)
    return Candidate("transmitted", source[:1], relay=relay.party, relayed=relay.member)


def transmitter(doc: Document, clause: Clause) -> tuple[int, int] | None:
    """«ونقلت الصحيفة عنه قوله», «نقلت عنه الوكالة قوله»: tokens of who relays the verbal noun's speaker."""
    if clause.cue is None or clause.cue.form != MASDAR:
        return None
    for i in range(clause.at - 1, max(clause.sentence[0], clause.at - REACH), -1):
        if doc.words[i] in _OF_HIM:
            verb = verb_before(doc, i, clause.sentence[0])
            if verb is None:
                return None
            if doc.words[verb - 1] in RELATIVES and (party := find_antecedent(doc, verb - 1, clause)):
                return party.first, verb - 1
            return (verb + 1, i) if verb < i - 1 else (i + 1, clause.at)
    return None


@dataclass(frozen=True, slots=True)
class _Relay:
    """Who passes words on: named there, or met before."""

    party: Party | None = None
    member: Member | None = None


def sources(doc: Document, first: int, limit: int) -> list[Party]:
    """Who is named after «عن», up to the verbal noun («عن أحد كبار رجال الأعمال قوله»)."""
    stop = next((i for i in range(first + 1, limit) if _is_his_word(doc, i)), limit)
    parties = parse_parties(doc, first, stop) if first < stop else []
    if parties or first >= stop or doc.kinds[first] not in (WORD, OPEN):
        return parties
    whoever = any_words(doc, first, stop)
    return [whoever] if whoever else []


def _is_his_word(doc: Document, i: int) -> bool:
    """«قوله», «تأكيدها»."""
    return any(c.form == MASDAR and c.reading.suffix for c in find_cues(doc, i, i + 1))


def _relay_at(doc: Document, clause: Clause, cast: Cast, before: list[Attribution], at: int) -> _Relay:
    """Who relays by the cue itself: named after it, before it, or the medium that spoke last."""
    if (relay := _named(doc, clause.region[0], at, cast)) is not None:
        return relay
    if fronted := subject_at(doc, clause):
        return _Relay(fronted[0])
    if party := subject_before(doc, clause, cast, before):
        return _Relay(party)
    return _Relay(member=_last_medium(cast, clause.cue.reading.gender))


def _relay_of(
    doc: Document, verb: int, at: int, clause: Clause, cast: Cast, before: list[Attribution]
) -> _Relay:
    """Who relays by the verb of passing on at token `verb`, which is no cue of its own here."""
    if (relay := _named(doc, verb + 1, at, cast)) is not None:
        return relay
    party = parse_party(doc, clause.sentence[0], verb) if verb > clause.sentence[0] else None
    return _Relay(party) if party else _Relay(member=_last_medium(cast, _gender_of(doc.words[verb])))


def _named(doc: Document, first: int, at: int, cast: Cast) -> _Relay | None:
    """Who is named between the verb and «عن»; nobody for «نقلت الأنباء عن», None where nothing stands there."""
    if first < at and is_document(doc, first):
        issuer = issuer_of_source(doc, first, at)
        return _Relay(issuer) if issuer else _Relay(member=cast.issuer)
    party = parse_party(doc, first, at) if first < at else None
    if party is None:
        return None
    return _Relay() if doc.words[party.first] in NEWS else _Relay(party)


def _gender_of(verb: str) -> str:
    return "f" if verb.endswith("ت") or verb.startswith(("ت", "وت")) else "m"


def _last_medium(cast: Cast, gender: str) -> Member | None:
    """«ونقلت عن شهود»: the medium that spoke or relayed last; «ونقل عن شهود» may be a passive."""
    medium = cast.medium
    if medium is None or not agrees(medium, gender, 1):
        return None
    return medium if gender == "f" or medium.gender == "m" else None


def _of_him(doc: Document, clause: Clause, cast: Cast) -> Candidate | None:
    """«ونقلت الصحيفة عنه قوله», «ونقلت عنه الصحيفة»: whoever spoke last speaks, the paper relays."""
    first, limit = clause.region
    at = next((i for i in range(first, limit) if doc.words[i] in _OF_HIM), None)
    relay = None if at is None else parse_party(doc, first, at) or parse_party(doc, at + 1, limit)
    member = cast.focus(_OF_HIM[doc.words[at]], 1) if relay else None
    return Candidate("transmitted", members=[member], spans=[(at, at + 1)], relay=relay) if member else None
