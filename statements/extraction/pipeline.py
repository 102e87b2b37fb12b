"""The order of the steps, from a text to its Extraction."""

from __future__ import annotations

import datetime

from . import addressees, continuing, events, hearers, listing, occasions, outlets, relaying, whereabouts
from .annotations import Cue, Extraction, Quotation, SpeechEvent
from .attribution import attribute
from .clauses import Clause, mark_before
from .confidence import Confidence
from .contents import find_clauses
from .coreference import Cast
from .dates import find_dates
from .gazetteer import Gazetteer
from .identity import Member
from .known import Party, stem_of_word
from .mentions import parse_party
from .names_before import take_name_before
from .own_sentences import own_sentences
from .per_word import per_word
from .segment import Document, read
from .subjects import Attribution
from .told_lines import find_lines
from .two_men import second_man
from .vocabulary import heads

VERSION = "2.2"


def extract(
    text: str, *, published: datetime.date | None = None, gazetteer: Gazetteer | None = None
) -> Extraction:
    """Everything said in `text`: who said what to whom, and on which occasion.

    `published` resolves «اليوم الأربعاء» to a day; `gazetteer` brings names already known.
    Offsets are code points into `text` as given. Never raises on any text.
    """
    doc = read(text)
    doc.dates = find_dates(text, published=published)
    doc.known = _known_names(doc, gazetteer) if gazetteer else {}
    cast = Cast(doc)
    attributions, occasions = _read(doc, cast)
    return _build(doc, cast, attributions, occasions, published)


def _known_names(doc: Document, gazetteer: Gazetteer) -> dict[int, tuple[int, str]]:
    """First token of each name of the caller's actors -> its end, and the kind of actor."""
    found = {}
    for name in gazetteer.find(doc.text):
        if name.own and not name.by_title:
            found[doc.at(name.span.start)] = (doc.at(name.span.end - 1) + 1, name.actors[0].kind)
    return found


def _read(doc: Document, cast: Cast) -> tuple[list[Attribution], list[occasions.Occasion]]:
    """Sentence by sentence: clauses, their speakers and addressees, the occasions told."""
    attributions: list[Attribution] = []
    timeline = events.Timeline(doc, cast)
    for sentence in doc.sentences:
        _meet(doc, sentence, cast)
    cast.forget_order()
    doc.lines = find_lines(doc)
    for sentence in own_sentences(doc):
        _read_sentence(doc, sentence, cast, attributions, timeline)
    timeline.close()
    return attributions, timeline.occasions


def _read_sentence(doc, sentence, cast, attributions, timeline) -> None:
    _meet(doc, sentence, cast)
    clauses = find_clauses(doc, sentence)
    if not clauses:
        _continue(doc, sentence, attributions)
    here: list[Attribution] = []
    for clause in clauses:
        found = attribute(doc, clause, cast, here)
        addressees.find_addressees(doc, found, cast, here)
        relaying.find_relay(doc, found, cast, here)
        cast.medium = relaying.medium_of(found) or cast.medium
        here.append(found)
        if found.outer:
            cast.spoke += found.speakers
    outlets.hear_media(doc, sentence, here, attributions, cast)
    relaying.share_relays(here)
    timeline.read(sentence, here)
    cast.issuer = next((a.issuer for a in reversed(here) if a.issuer), cast.issuer)
    attributions += here


def _meet(doc: Document, sentence: tuple[int, int], cast: Cast) -> None:
    """Everybody named with an office in the sentence, whether or not they speak."""
    at, end = sentence
    for i in doc.where(_may_name, at, end):
        party = parse_party(doc, i, end) if i >= at else None
        if party and (second := second_man(doc, party)):
            party = parse_party(doc, i, second) or party
        if party and _precedes_another(doc, party, end):
            cast.resolve(party)
        if party and party.kind == "person" and party.titles and (party.name or take_name_before(doc, party)):
            cast.resolve(party)
        at = party.end if party else at


def _precedes_another(doc: Document, party: Party, end: int) -> bool:
    """«استقبل [الرئيس الأرخاني] رئيس وزراء تلبان فلانا»: an office without a name beside another man's."""
    if party.kind != "person" or party.name or not party.titles or party.end >= end:
        return False
    after = heads().get(doc.words[party.end])
    return party.definite and after is not None and after.kind == "person" and after.title_class == "office"


@per_word
def _may_name(word: str) -> bool:
    """Whether a word may begin an office."""
    head = heads().get(stem_of_word(word))
    return head is not None and head.kind in ("person", "unnamed") and word != "طالب"


def _continue(doc: Document, sentence: tuple[int, int], attributions: list[Attribution]) -> None:
    """A sentence without a cue that goes on in the speaker's voice belongs to what was said before."""
    if attributions and continuing.goes_on(doc, attributions[-1].clause, sentence):
        continuing.append(doc, attributions[-1].clause, sentence)


def _build(doc, cast, attributions, occasions, published) -> Extraction:
    hearers.add_hearers(doc, attributions)
    whereabouts.add_dates(doc, attributions)
    attributions = [a for a in attributions if not relaying.only_relays(doc, a, attributions)]
    used = [o for o in occasions if any(a.event is o for a in attributions)]
    kept = _kept_members(attributions, used, cast)
    actors, ids = listing.actors(cast, kept)
    event_ids = {id(o): f"e{n}" for n, o in enumerate(used, 1)}
    confidence = Confidence(doc, attributions)
    return Extraction(
        actors,
        listing.mentions(cast, doc, ids),
        tuple(_speech_event(o, event_ids[id(o)], ids) for o in used),
        tuple(_quotation(doc, a, ids, event_ids, confidence) for a in attributions),
        VERSION,
    )


def _speech_event(occasion: occasions.Occasion, event_id: str, ids: dict[int, str]) -> SpeechEvent:
    # A place told beside a call is where one of the two was: the call itself has none.
    place = "" if occasion.type == "phone_call" else occasion.place
    people = tuple(ids[m.order] for m in occasion.participants)
    return SpeechEvent(event_id, occasion.type, people, place, occasion.date, occasion.day)


def _kept_members(attributions, used, cast) -> list[Member]:
    kept = {
        m.order: m
        for a in attributions
        for m in [*a.speakers, *a.addressees, *([a.reported_by] if a.reported_by else [])]
    }
    kept |= {m.order: m for o in used for m in o.participants}
    return [kept[order] for order in sorted(kept)]


def _quotation(
    doc: Document,
    found: Attribution,
    ids: dict[int, str],
    event_ids: dict[int, str],
    confidence: Confidence,
) -> Quotation:
    clause = found.clause
    rule, kind = rule_of(found), kind_of(doc, clause)
    cue = (
        Cue(doc.span(clause.cue.at, clause.cue.at + 1), clause.cue.verb.lemma, clause.cue.verb.sense)
        if clause.cue
        else None
    )
    return Quotation(
        kind,
        tuple(doc.span(s, e) for s, e in clause.content),
        cue,
        tuple(ids[m.order] for m in found.speakers),
        tuple(ids[m.order] for m in found.addressees),
        event_ids.get(id(found.event)) if found.event else None,
        ids[found.reported_by.order] if found.reported_by else None,
        tuple(doc.span(s, e) for s, e in found.speaker_spans),
        tuple(doc.span(*t.span) for t in found.told if t.span),
        doc.span(*found.reported_span) if found.reported_span else None,
        rule,
        confidence.of(found, rule, kind),
    )


def rule_of(found: Attribution) -> str:
    """The names of the rules that opened the content and found the speaker, e.g. "that/subject_after"."""
    clause = found.clause
    sure = "" if clause.cue is None or clause.cue.verb.strength == "s" else "weak "
    inside = " inside" if not found.outer else ""
    return f"{sure}{clause.opener}/{found.rule or 'nobody'}{inside}"


def kind_of(doc: Document, clause: Clause) -> str:
    """direct where all of it is quoted or stands after a colon, mixed where part is."""
    if clause.opener == "colon":
        return "direct"
    quoted = unquoted = False
    for start, end in clause.content:
        for i in range(start, end):
            if doc.kinds[i] in "wn":
                inside = doc.depth[i] > 0 or (clause.quoted and _after_open(doc, clause))
                quoted, unquoted = quoted or inside, unquoted or not inside
    return "mixed" if quoted and unquoted else "direct" if quoted else "indirect"


def _after_open(doc: Document, clause: Clause) -> bool:
    mark = mark_before(doc, clause.start)
    return mark >= 0 and doc.match[mark] < 0
