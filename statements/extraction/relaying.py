"""Who relays a statement: the speaker it stands inside, the medium that carries it, or the source that its
sentence names («بحسب الصحيفة»).
"""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Clause
from .coreference import Cast
from .cues import find_cues
from .identity import Member
from .issuers import find_issuer, issuer_in
from .known import Party
from .passed_on import CARRIED
from .relays import find_source, is_relay_verb
from .said_between import is_said_between
from .segment import COMMA, MARK, Document
from .subjects import Attribution
from .transmitting import transmitter
from .vocabulary import folded, given_names


def find_relay(doc: Document, found: Attribution, cast: Cast, here: list[Attribution]) -> None:
    """Set who relays `found`, and whether the narrator tells it; `here` is the sentence so far."""
    if found.clause.parent is not None:
        _relay_by_host(found, here)
    elif here and found.speakers:
        _relay_by_medium_before(found, here[-1])
    for source in _sources(doc, found.clause):
        if party := _named_source(doc, *source):
            _relay_by_source(doc, found, party, cast)
            if found.reported_by and issuer_in(doc, *source):
                found.issuer = found.reported_by
            break
        if "البيان" in doc.words[source[0] : source[0] + 2]:
            _relay_by_communique(found, cast)


def _sources(doc: Document, clause: Clause) -> Iterator[tuple[int, int]]:
    """The tokens that may name a source: told after the content, near the cue, at a verb of passing on."""
    for source in (clause.relay, _source_near(doc, clause), transmitter(doc, clause)):
        if source:
            yield source


def _relay_by_communique(found: Attribution, cast: Cast) -> None:
    """«وبحسب البيان، أكد الرئيس»: by whoever issued it, else by whoever else spoke last."""
    if cast.issuer is None:
        found.reported_by = next((m for m in reversed(cast.spoke) if m not in found.speakers), None)
    elif cast.issuer not in found.speakers:
        found.reported_by = cast.issuer


def share_relays(here: list[Attribution]) -> None:
    """«قال فلان …، مؤكداً …، بحسب الصحيفة»: the source named once relays all that he says in the sentence."""
    for found in here:
        if found.reported_by is None and found.clause.parent is None and found.speakers:
            found.reported_by = _relay_of(found.speakers, here)


def only_relays(doc: Document, found: Attribution, attributions: list[Attribution]) -> bool:
    """«وأفادت وكالة … أن فلاناً شدد على», «نقل عنه أنه أكد»: the relaying is no statement of its own."""
    if not (is_medium(found) or found.rule == "transmitted") or not found.clause.children:
        return False
    inner = next((a for a in attributions if a.clause is found.clause.children[0]), None)
    if inner is None or (found.rule == "transmitted" and inner.speakers != found.speakers):
        return False
    relays = inner.clause.end >= found.clause.end - 1 and _opens_with(doc, found.clause, inner)
    if relays and inner.event is None:
        inner.event = found.event
    return relays


def _opens_with(doc: Document, clause: Clause, inner: Attribution) -> bool:
    """Whether nothing but adverbs and the subject stand before the inner cue; «القتال مستمر، حيث ذكرت وكالة أن …» tells more."""
    before = inner.clause.at - clause.start
    if before and doc.words[inner.clause.at - 1] in _BESIDES:
        return False
    named = min((first for first, _ in inner.speaker_spans), default=inner.clause.at) - clause.start
    return before <= _ADVERBS or (named <= _ADVERBS and before < _SUBJECT)


_ADVERBS, _SUBJECT = 8, 30  # tokens
_BESIDES = folded("كما حيث فيما بينما")


def _named_source(doc: Document, first: int, end: int) -> Party | None:
    """Who is named in the range: the medium, the officer, or who issued the document named."""
    pause = next((i for i in range(first, end) if doc.kinds[i] == COMMA), end)
    party = issuer_in(doc, first, pause) or find_source(doc, first, end)
    if party is None or _is_common(doc, party):
        return None
    return find_issuer(doc, party, pause)


def is_medium(found: Attribution) -> bool:
    return bool(found.speakers) and found.speakers[0].kind == "agency"


def medium_of(found: Attribution) -> Member | None:
    """The medium that speaks or relays here."""
    told = [*found.speakers, *([found.reported_by] if found.reported_by else [])]
    return next((member for member in told if member.kind == "agency"), None)


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
    if _quotes(doc, found, party):
        # «كتبت الصحيفة، نقلا عن مصادر، أن»: the sources speak, the paper relays.
        member, found.speakers = found.speakers[0], [member]
        span, found.speaker_spans = found.speaker_spans[0] if found.speaker_spans else span, [span]
    found.reported_by, found.reported_span = member, span


def _quotes(doc: Document, found: Attribution, party: Party) -> bool:
    """«أشار المكتب، نقلا عن السلطات، إلى»; what stands after the content, «…، نقلا عن وكالة …», relays."""
    if not found.speakers or "نقلا" not in doc.words[max(0, party.first - 3) : party.first]:
        return False
    return is_medium(found) or (party.kind != "agency" and party.first < found.clause.start)


def _is_told_between(doc: Document, i: int) -> bool:
    """«كما أعربا، يضيف البيان، عن قلقهما»."""
    return any(is_said_between(doc, cue) for cue in find_cues(doc, i, i + 1))


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


_RELAYING = folded("بحسب حسب وفق وفقا نقلا حسبما طبقا وبحسب وحسب ووفق ووفقا ونقلا")
_OPENING = 12  # tokens in which a sentence names its source


def _source_near(doc: Document, clause: Clause) -> tuple[int, int] | None:
    """«قال فلان بحسب الصحيفة إن», «وبحسب الصحيفة، قال فلان», «في بيان بثته الوكالة»: tokens of the source."""
    if clause.opener in ("before", "according"):
        first, end = clause.region  # «…، بحسب بيان بثته الوكالة»
        return next(((i + 1, end) for i in range(first, end) if doc.words[i] in CARRIED), None)
    opening = clause.sentence[0], min(clause.at, clause.sentence[0] + _OPENING)
    for (first, end), limit in ((clause.region, clause.region[1]), (opening, clause.at)):
        for i in range(first, end):
            if doc.words[i] in CARRIED or doc.words[i] in _RELAYING:
                return i + 1, limit
            if i > clause.at and doc.kinds[i - 1] in (COMMA, MARK) and _is_told_between(doc, i):
                return i + 1, limit
            if doc.words[i] == "كما" and i > clause.at and is_relay_verb(doc, i + 1):
                return i + 2, limit  # «وقال فلان، كما ذكرت الوكالة، إن»
    return None
