"""Who relays a statement: the speaker it stands inside, the medium that carries it, or the source that its
sentence names («بحسب الصحيفة»).
"""

from __future__ import annotations

from .clauses import Clause
from .coreference import Cast
from .cues import PARTICIPLE
from .identity import Member
from .known import Party
from .relays import find_source
from .segment import Document
from .subjects import Attribution
from .vocabulary import folded, given_names


def find_relay(doc: Document, found: Attribution, cast: Cast, here: list[Attribution]) -> None:
    """Set who relays `found`, and whether the narrator tells it; `here` is the sentence so far."""
    if found.clause.parent is not None:
        _relay_by_host(found, here)
    elif here and found.speakers:
        _relay_by_medium_before(found, here[-1])
    source = found.clause.relay or _source_near(doc, found.clause)
    party = find_source(doc, *source) if source else None
    if party and not _is_common(doc, party):
        _relay_by_source(doc, found, party, cast)


def share_relays(here: list[Attribution]) -> None:
    """«قال فلان …، مؤكداً …، بحسب الصحيفة»: the source named once relays all that he says in the sentence."""
    for found in here:
        if found.reported_by is None and found.clause.parent is None and found.speakers:
            found.reported_by = _relay_of(found.speakers, here)


def only_relays(found: Attribution, attributions: list[Attribution]) -> bool:
    """«وأفادت وكالة … أن فلاناً شدد على»: the relaying is no statement of its own."""
    if not is_medium(found) or not found.clause.children:
        return False
    inner = next((a for a in attributions if a.clause is found.clause.children[0]), None)
    return (
        inner is not None
        and inner.clause.end >= found.clause.end - 1
        and inner.clause.at - found.clause.start < 30
    )


def is_medium(found: Attribution) -> bool:
    return bool(found.speakers) and found.speakers[0].kind == "agency"


def _relay_by_host(found: Attribution, here: list[Attribution]) -> None:
    host = next((a for a in here if a.clause is found.clause.parent), None)
    if host is None or not host.speakers:
        found.outer = False
        return
    if not _goes_on_himself(found, host):
        found.reported_by = host.speakers[0]
    found.outer = is_medium(host) and host.outer


def _goes_on_himself(found: Attribution, host: Attribution) -> bool:
    """«…، مشيراً إلى»: the outer speaker goes on; «قال إنه أبلغ» relays himself."""
    cue = found.clause.cue
    return cue is not None and cue.form == PARTICIPLE and found.speakers == host.speakers


def _relay_by_medium_before(found: Attribution, previous: Attribution) -> None:
    """«ذكرت الوكالة أن …، وقال الوزير»: in one sentence the medium goes on relaying."""
    if is_medium(previous) and not is_medium(found):
        found.reported_by = previous.speakers[0]


def _relay_by_source(doc: Document, found: Attribution, party: Party, cast: Cast) -> None:
    member = cast.resolve(party)
    if member is None or member in found.speakers:
        return
    found.reported_by, found.reported_span = member, (party.first, party.end)


def _relay_of(speakers: list[Member], here: list[Attribution]) -> Member | None:
    for other in here:
        if other.clause.parent is None and other.reported_by and other.speakers == speakers:
            return other.reported_by
    return None


def _is_common(doc: Document, party: Party) -> bool:
    """«وفقا لتكنولوجيات العصر»: a person of no office whose name is none."""
    word = doc.words[party.first].removeprefix("ل")
    return party.kind == "person" and not party.titles and word not in doc.names | given_names()


_RELAYING = folded("بحسب حسب وفق وفقا نقلا حسبما طبقا وبحسب وحسب ووفق ووفقا ونقلا")
_CARRIED = folded("بثته نشرته نقلته أوردته بثها نشرها نقلتها بثه نشره أوردتها نقله")
_OPENING = 12  # tokens in which a sentence names its source


def _source_near(doc: Document, clause: Clause) -> tuple[int, int] | None:
    """«قال فلان بحسب الصحيفة إن», «وبحسب الصحيفة، قال فلان», «في بيان بثته الوكالة»: tokens of the source."""
    if clause.opener in ("before", "according"):
        return None
    opening = clause.sentence[0], min(clause.at, clause.sentence[0] + _OPENING)
    for first, end in (clause.region, opening):
        for i in range(first, end):
            if doc.words[i] in _CARRIED or doc.words[i] in _RELAYING:
                return i + 1, end
    return None
