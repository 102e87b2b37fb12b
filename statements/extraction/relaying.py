"""Who relays a statement: the speaker it stands inside, the medium that carries it, or the source that its
sentence names («بحسب الصحيفة»).
"""

from __future__ import annotations

from .clauses import RELATIVES, Clause
from .coreference import Cast
from .cues import MASDAR
from .identity import Member
from .issuers import find_issuer, issuer_in
from .known import Party
from .relays import find_source
from .roster import DOCUMENTS
from .segment import COMMA, Document
from .subjects import Attribution, find_antecedent
from .vocabulary import folded, given_names


def find_relay(doc: Document, found: Attribution, cast: Cast, here: list[Attribution]) -> None:
    """Set who relays `found`, and whether the narrator tells it; `here` is the sentence so far."""
    if found.clause.parent is not None:
        _relay_by_host(found, here)
    elif here and found.speakers:
        _relay_by_medium_before(found, here[-1])
    source = found.clause.relay or _source_near(doc, found.clause) or _transmitter(doc, found.clause)
    party = _named_source(doc, *source) if source else None
    if party:
        _relay_by_source(doc, found, party, cast)
    elif source and _KNOWN_DOCUMENTS.intersection(doc.words[source[0] : source[0] + 2]):
        # «وبحسب البيان، أكد الرئيس»: of whoever else spoke last.
        found.reported_by = next((m for m in reversed(cast.spoke) if m not in found.speakers), None)


_KNOWN_DOCUMENTS = frozenset(word for word in DOCUMENTS if word.startswith("ال"))


def share_relays(here: list[Attribution]) -> None:
    """«قال فلان …، مؤكداً …، بحسب الصحيفة»: the source named once relays all that he says in the sentence."""
    for found in here:
        if found.reported_by is None and found.clause.parent is None and found.speakers:
            found.reported_by = _relay_of(found.speakers, here)


def only_relays(found: Attribution, attributions: list[Attribution]) -> bool:
    """«وأفادت وكالة … أن فلاناً شدد على», «نقل عنه أنه أكد»: the relaying is no statement of its own."""
    if not (is_medium(found) or found.rule == "transmitted") or not found.clause.children:
        return False
    inner = next((a for a in attributions if a.clause is found.clause.children[0]), None)
    if inner is None or (found.rule == "transmitted" and inner.speakers != found.speakers):
        return False
    relays = inner.clause.end >= found.clause.end - 1 and inner.clause.at - found.clause.start < 30
    if relays and inner.event is None:
        inner.event = found.event
    return relays


def _named_source(doc: Document, first: int, end: int) -> Party | None:
    """Who is named in the range: the medium, the officer, or who issued the document named."""
    pause = next((i for i in range(first, end) if doc.kinds[i] == COMMA), end)
    party = issuer_in(doc, first, pause) or find_source(doc, first, end)
    if party is None or _is_common(doc, party):
        return None
    return find_issuer(doc, party, pause)


def is_medium(found: Attribution) -> bool:
    return bool(found.speakers) and found.speakers[0].kind == "agency"


def _relay_by_host(found: Attribution, here: list[Attribution]) -> None:
    host = next((a for a in here if a.clause is found.clause.parent), None)
    if host is None or not host.speakers:
        found.outer = False
        return
    if host.rule == "transmitted" and found.speakers == host.speakers:
        found.reported_by = host.reported_by
    elif not _goes_on_himself(found, host):
        found.reported_by = host.speakers[0]
    found.outer = is_medium(host) and host.outer


def _goes_on_himself(found: Attribution, host: Attribution) -> bool:
    """«… الذي قال المصدر إنه»: the outer speaker goes on; «قال إنه أبلغ» relays himself."""
    return found.speakers == host.speakers and found.rule in _NAMED_AGAIN


_NAMED_AGAIN = ("subject_after", "relative_subject", "latter")


def _relay_by_medium_before(found: Attribution, previous: Attribution) -> None:
    """«ذكرت الوكالة أن …، وقال الوزير»: in one sentence the medium goes on relaying."""
    if is_medium(previous) and not is_medium(found):
        found.reported_by = previous.speakers[0]


def _relay_by_source(doc: Document, found: Attribution, party: Party, cast: Cast) -> None:
    member = cast.resolve(party)
    if member is None or member in found.speakers:
        return
    span = party.first, party.end
    if is_medium(found) and "نقلا" in doc.words[party.first - 2 : party.first]:
        # «كتبت الصحيفة، نقلا عن مصادر، أن»: the sources speak, the paper relays.
        member, found.speakers = found.speakers[0], [member]
        span, found.speaker_spans = found.speaker_spans[0] if found.speaker_spans else span, [span]
    found.reported_by, found.reported_span = member, span


def _relay_of(speakers: list[Member], here: list[Attribution]) -> Member | None:
    """Who relays another statement of these speakers, or the sentence that ends with «بحسب الصحيفة»."""
    told = [a for a in here if a.clause.parent is None and a.reported_by and a.reported_by not in speakers]
    for other in told:
        if other.speakers == speakers or (other.clause.relay and other is here[-1]):
            return other.reported_by
    return None


def _is_common(doc: Document, party: Party) -> bool:
    """«وفقا لتكنولوجيات العصر»: a person of no office whose name is none."""
    word = doc.words[party.first].removeprefix("ل")
    return party.kind == "person" and not party.titles and word not in doc.names | given_names()


_OF_HIM = folded("عن عنه عنها عنهم عنهما")
_TRANSMITS = folded("نقل نقلت ونقل ونقلت فنقلت نقلا نسب نسبت ونسب ونسبت وينقل وتنقل")


def _transmitter(doc: Document, clause: Clause) -> tuple[int, int] | None:
    """«ونقلت الصحيفة عنه قوله», «نقلت عنه الوكالة قوله»: tokens of who relays the verbal noun's speaker."""
    if clause.cue is None or clause.cue.form != MASDAR:
        return None
    for i in range(clause.at - 1, max(clause.sentence[0], clause.at - 16), -1):
        if doc.words[i] in _OF_HIM:
            verb = next(
                (j for j in range(i - 1, clause.sentence[0] - 1, -1) if doc.words[j] in _TRANSMITS), None
            )
            if verb is None:
                return None
            if doc.words[verb - 1] in RELATIVES and (party := find_antecedent(doc, verb - 1, clause)):
                return party.first, verb - 1
            return (verb + 1, i) if verb < i - 1 else (i + 1, clause.at)
    return None


_RELAYING = folded("بحسب حسب وفق وفقا نقلا حسبما طبقا وبحسب وحسب ووفق ووفقا ونقلا")
_CARRIED = folded("بثته نشرته نقلته أوردته بثها نشرها نقلتها بثه نشره أوردتها نقله أورده أوردها نشرتها بثتها")
_OPENING = 12  # tokens in which a sentence names its source


def _source_near(doc: Document, clause: Clause) -> tuple[int, int] | None:
    """«قال فلان بحسب الصحيفة إن», «وبحسب الصحيفة، قال فلان», «في بيان بثته الوكالة»: tokens of the source."""
    if clause.opener in ("before", "according"):
        first, end = clause.region  # «…، بحسب بيان بثته الوكالة»
        return next(((i + 1, end) for i in range(first, end) if doc.words[i] in _CARRIED), None)
    opening = clause.sentence[0], min(clause.at, clause.sentence[0] + _OPENING)
    for (first, end), limit in ((clause.region, clause.region[1]), (opening, clause.at)):
        for i in range(first, end):
            if doc.words[i] in _CARRIED or doc.words[i] in _RELAYING:
                return i + 1, limit
    return None
