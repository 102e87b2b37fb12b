"""Who speaks: the subject after the verb, before it, or left out."""

from __future__ import annotations

from .clauses import Clause
from .coreference import Cast
from .cues import MASDAR, PARTICIPLE, PREPOSITION
from .identity import agrees
from .known import Party
from .mentions import parse_parties, parse_party
from .segment import COMMA, Document
from .subjects import (
    RELATIVE,
    Attribution,
    differs,
    find_antecedent,
    find_issuer,
    issuer_in,
    opening_subject,
    sentence_subject,
    subject_after,
    subject_at,
    subject_before,
)
from .vocabulary import folded, is_function, is_time, words


def attribute(doc: Document, clause: Clause, cast: Cast, before: list[Attribution]) -> Attribution:
    """The speakers of `clause`; `before` are the attributions of the same sentence so far."""
    found = Attribution(clause)
    if clause.cue is None:
        return found
    form = clause.cue.form
    if form == PREPOSITION:
        _take(
            found, cast, parse_parties(doc, _skip_for(doc, clause.region[0]), clause.region[1]), "according"
        )
    elif form == PARTICIPLE:
        _of_participle(doc, found, cast, before)
    elif form == MASDAR:
        _of_masdar(doc, found, cast, before)
    else:
        _of_verb(doc, found, cast, before)
    return found


def _of_masdar(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    """«إعلان الوزارة عن» speaks for the ministry, «قوله» for whoever was last spoken of."""
    cue = found.clause.cue
    if not cue.reading.suffix:
        party = parse_party(doc, cue.at + 1, found.clause.start)
        if party and _take(found, cast, [party], "masdar_subject"):
            return
    source = _source_before(doc, cue.at)
    if source and _take(found, cast, [source], "transmitted"):
        return
    _dropped(doc, found, cast, before, "masdar")


def _source_before(doc: Document, at: int) -> Party | None:
    """«ونقلت الوكالة عن المتحدث قوله»: who stands between «عن» and the verbal noun."""
    for i in range(at - 1, max(0, at - 16), -1):
        if doc.words[i] == "عن":
            party = parse_party(doc, i + 1, at)
            return party if party and party.end >= at - 2 else None
    return None


def _skip_for(doc: Document, i: int) -> int:
    return i


def _take(found: Attribution, cast: Cast, parties: list[Party], rule: str, gender: str = "") -> bool:
    if len(parties) == 1 and is_pair(cast, parties[0]):
        found.speakers, found.rule = cast.pair(cast.meeting), "pair"
        found.speaker_spans = [(parties[0].first, parties[0].end)]
        return bool(found.speakers)
    for party in parties:
        member = cast.resolve(party, gender=gender if len(parties) == 1 else "", speaking=True)
        if member and member not in found.speakers:
            found.speakers.append(member)
            found.speaker_spans.append((party.first, party.end))
    if parties:
        found.rule = rule
    return bool(parties)


_PAIRS = folded(
    "الطرفان الجانبان البلدان الوزيران الرئيسان الطرفين الجانبين المسؤولان المسئولان الزعيمان الدولتان الرجلان الوزيرين الرئيسين"
)


def is_pair(cast: Cast, party: Party) -> bool:
    """«الطرفان», «الوزيران»: two actors of the article, not one."""
    return cast.doc.words[party.first] in _PAIRS and party.end - party.first <= 2


def _of_verb(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    clause, cue = found.clause, found.clause.cue
    if cue.reading.person == 1:
        return _dropped(doc, found, cast, before, "first_person")
    if doc.words[cue.at - 1] in RELATIVE and cue.at > clause.sentence[0]:
        other = differs(doc.words[cue.at - 1], cue)
        parties = subject_after(doc, clause, cast) if clause.opener != "np" or other else []
        if other and parties and _take(found, cast, parties, "relative_subject"):
            return None
        if parties and parties[0].kind != "group" and _take(found, cast, parties, "relative_subject"):
            return None
        party = find_antecedent(doc, cue.at - 1, clause)
        if (party and party.kind != "group") or (party and party.number == 3):
            _take(found, cast, [party], "relative")
        else:
            found.rule = "relative_unknown"
        return None
    if cue.verb.lemma in ("جاء", "ورد"):
        issuer = issuer_in(doc, *clause.region)
        if issuer and _take(found, cast, [issuer], "issuer"):
            return None
        return _dropped(doc, found, cast, before, "document")
    if cue.verb.lemma in ("نقل", "نسب"):
        return _transmitted(doc, found, cast, before)
    spokesman = _on_whose_tongue(doc, *clause.region)
    if spokesman and _take(found, cast, [spokesman], "tongue"):
        return None
    fronted = [find_issuer(doc, p, cue.at) for p in subject_at(doc, clause)]
    if fronted and _take(found, cast, fronted, "subject_fronted", cue.reading.gender):
        found.objects = subject_after(doc, clause, cast) if cue.verb.addressee == "object" else []
        return None
    parties = [find_issuer(doc, p, clause.region[1]) for p in subject_after(doc, clause, cast)]
    parties, objects = _split_object(doc, clause, parties, cast, before)
    found.objects = objects
    if parties and _take(found, cast, parties, "subject_after", cue.reading.gender):
        return None
    party = subject_before(doc, clause, cast, before)
    if party and cue.reading.number > 1 and party.number == 1:
        several = parse_parties(doc, party.first, cue.at)
        if len(several) > 1 and _take(found, cast, several, "subjects_before"):
            return None
    if party and _take(
        found, cast, [party], "subject_before", cue.reading.gender if cue.reading.number == 1 else ""
    ):
        return None
    return _dropped(doc, found, cast, before, "dropped")


def _transmitted(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    """«نقلت الصحيفة عن مصدر أن»: the source speaks, the paper relays."""
    first, limit = found.clause.region
    at = next((i for i in range(first, limit) if doc.words[i] in ("عن", "الي")), None)
    if at is None:
        return _dropped(doc, found, cast, before, "dropped")
    parties = parse_parties(doc, at + 1, limit)
    if parties:
        _take(found, cast, parties, "transmitted")
    relay = parse_party(doc, first, at)
    if relay:
        found.reported_by = cast.resolve(relay)
        found.reported_span = (relay.first, relay.end)
    return None


def _on_whose_tongue(doc: Document, first: int, limit: int) -> Party | None:
    """«على لسان وزير الخارجية»: the officer named as the one who speaks."""
    for i in range(first, limit - 1):
        if doc.words[i] == "لسان":
            party = parse_party(doc, i + 1, limit)
            return party if party and party.kind == "person" and party.name else None
    return None


def _split_object(doc, clause: Clause, parties: list[Party], cast: Cast, before: list[Attribution]):
    """For verbs whose object is addressed: which noun phrase is the subject and which is told."""
    cue = clause.cue
    if not parties:
        return parties, []
    if cue.verb.addressee != "object":
        r, party = cue.reading, parties[0]
        clash = r.number == 1 and r.gender and party.gender and party.number == 1 and party.gender != r.gender
        return (
            ([], [])
            if clash and (party.kind == "country" or cue.verb.sense in ("accused", "described"))
            else (parties, [])
        )
    last = parties[-1]
    i = last.end
    if i < clause.region[1] and doc.kinds[i] == COMMA:
        i += 1
    more = (
        parse_parties(doc, i, clause.region[1])
        if i < clause.region[1] and not is_function(doc.words[i])
        else []
    )
    if more:
        return parties, more
    if _lacks_subject(doc, clause, parties[0], cast, before):
        return [], parties
    return parties, []


def _lacks_subject(doc, clause: Clause, party: Party, cast: Cast, before: list[Attribution]) -> bool:
    """Whether the only noun phrase after «دعا» is who is called on, not who calls."""
    r = clause.cue.reading
    if r.number > 1:
        return True
    if r.gender and party.gender and party.number == 1 and r.gender != party.gender:
        return True
    joined = r.prefix == "و" or doc.words[clause.cue.at - 1] in ("كما", "ثم", "لكنه", "وقد")
    if (
        party.kind == "group"
        and joined
        and (focus := cast.focus(r.gender, r.number))
        and agrees(focus, r.gender, r.number)
    ):
        return True
    has_subject_before = subject_before(doc, clause, cast, before) is not None
    if has_subject_before:
        return True
    return (
        bool(before) and r.prefix == "و" and agrees(before[-1].speakers[0], r.gender, 1)
        if before and before[-1].speakers
        else False
    )


def _of_participle(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    """«مؤكداً أن»: the subject of the sentence goes on."""
    clause = found.clause
    r = clause.cue.reading
    if clause.cue.verb.addressee == "object":
        found.objects = _objects_of_participle(doc, clause)
    if clause.parent is not None:
        party = subject_before(doc, clause, cast, before)
        if party and _take(found, cast, [party], "participle_inner"):
            return
    for other in reversed(before):
        if other.clause is clause.parent:
            continue
        if (
            other.speakers
            and (other.clause.parent is None or clause.parent is not None)
            and agrees(other.speakers[0], r.gender, r.number)
        ):
            found.speakers, found.rule = list(other.speakers), "participle"
            found.speaker_spans = list(other.speaker_spans)
            return
    party = _sentence_subject(doc, clause, cast)
    if party and _take(found, cast, [party], "participle_subject"):
        return
    _dropped(doc, found, cast, before, "participle_dropped")


def _objects_of_participle(doc: Document, clause: Clause) -> list[Party]:
    i, limit = clause.region
    while i < limit and (doc.kinds[i] == COMMA or is_time(doc.words[i]) or doc.words[i] in words("adverb")):
        i += 1
    if i >= limit or (is_function(doc.words[i]) and doc.words[i] not in ("كل",)):
        return []
    return parse_parties(doc, i, limit)


def _sentence_subject(doc: Document, clause: Clause, cast: Cast) -> Party | None:
    r = clause.cue.reading
    return sentence_subject(doc, clause.sentence[0], clause.at, cast, r.gender if r.number == 1 else "")


def _dropped(doc: Document, found: Attribution, cast: Cast, before: list[Attribution], rule: str) -> None:
    clause = found.clause
    r = clause.cue.reading if clause.cue else None
    gender = r.gender if r and r.form != MASDAR else {"ه": "m", "ها": "f"}.get(r.suffix, "") if r else ""
    number = (r.number if r.form != MASDAR else 0) if r else 0
    if clause.parent:
        host = next((b for b in before if b.clause is clause.parent), None)
        if (
            host
            and host.speakers
            and (r is None or r.person == 1 or agrees(host.speakers[0], gender, number))
        ):
            found.speakers, found.rule = list(host.speakers), rule + "_inner"
            return
    for other in reversed(before):
        if other.clause.parent is None and other.speakers and agrees(other.speakers[0], gender, number):
            if number == 2 and len(other.speakers) < 2:
                continue
            found.speakers, found.rule = list(other.speakers), rule
            return
    opening = opening_subject(doc, clause, cast) if rule == "dropped" else None
    if opening and _take(found, cast, [opening], "opening_subject"):
        return
    member = cast.focus(gender, number)
    if member:
        found.speakers, found.rule = [member], rule
