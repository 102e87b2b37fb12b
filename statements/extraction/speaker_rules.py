"""Who speaks by the rules of grammar: the subject after the verb, before it, or left out."""

from __future__ import annotations

from .appositions import take_name_further
from .candidates import Candidate
from .clauses import Clause
from .coreference import Cast
from .cues import MASDAR, PARTICIPLE, PREPOSITION
from .fronted import opening_subject, sentence_subject, subject_at, subject_before
from .identity import agrees
from .issuers import is_document, issuer_in, issuer_of_source
from .known import Party
from .letters import writer_of_letter
from .mentions import parse_parties, parse_party
from .object_split import split_object
from .passed_on import TRANSMITTING
from .pointed_at import the_honoured, the_latter, who_met
from .segment import COMMA, Document
from .subjects import (
    RELATIVE,
    Attribution,
    differs,
    find_antecedent,
    subject_after,
)
from .transmitting import source_of_noun, told_of_source, transmitted
from .vocabulary import folded, is_function, is_time, words


def speaker_by_rule(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> Candidate:
    """The speakers of the clause of `found`, whose objects are noted in it; `before` is said earlier in the sentence."""
    clause = found.clause
    form = clause.cue.form
    if form == PREPOSITION:
        return _of_source(doc, clause, cast)
    if writer := writer_of_letter(doc, clause):
        return Candidate("letter", [writer])
    if form == PARTICIPLE:
        return _of_participle(doc, found, cast, before)
    if form == MASDAR:
        return _of_masdar(doc, found, cast, before)
    return _of_verb(doc, found, cast, before)


def _of_source(doc: Document, clause: Clause, cast: Cast) -> Candidate:
    """«بحسب الوزير» speaks for him, «بحسب بيان للوزارة» for her, «بحسب البيان» for whoever issued it."""
    first, limit = clause.region
    if not is_document(doc, first):
        return Candidate("according", parse_parties(doc, first, limit))
    issuer = issuer_of_source(doc, first, limit)
    if issuer is None and cast.issuer:
        return Candidate("issuer", [], [cast.issuer], spans=[(first, first + 1)])
    return Candidate("issuer", [issuer] if issuer else parse_parties(doc, first, limit))


def _of_masdar(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> Candidate:
    """«إعلان الوزارة عن» speaks for the ministry, «قوله» for whoever was last spoken of."""
    clause, cue = found.clause, found.clause.cue
    if not cue.reading.suffix:
        first = cue.at + 1 + (doc.words[cue.at + 1] == "من")  # «مزاعم من أعضاء في الحزب أن»
        party = parse_party(doc, first, clause.start) if first < clause.start else None
        if party:
            return Candidate("masdar_subject", [party])
    if source := source_of_noun(doc, clause, cast, before):
        return source
    if not cue.reading.suffix and (both := who_met(doc, clause, cast)):
        return Candidate("met", *both)
    return _dropped(doc, found, cast, before, "masdar")


def _of_verb(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> Candidate:
    clause, cue = found.clause, found.clause.cue
    latter = the_latter(doc, clause, cast)
    if latter:
        return Candidate("latter", [latter], spans=[(cue.at + 1, cue.at + 2)])
    if clause.opener == "antecedent":
        parties = subject_after(doc, clause, cast)
        return (
            Candidate("subject_after", parties) if parties else _dropped(doc, found, cast, before, "dropped")
        )
    if cue.reading.person == 1:
        return _dropped(doc, found, cast, before, "first_person")
    if doc.words[cue.at - 1] in RELATIVE and cue.at > clause.sentence[0]:
        return _of_relative(doc, clause, cast)
    if cue.verb.lemma in ("جاء", "ورد"):
        issuer = issuer_in(doc, *clause.region)
        if issuer is None and cast.issuer and "البيان" in doc.words[clause.region[0] : clause.region[1]]:
            return Candidate("issuer", members=[cast.issuer], spans=[clause.region])
        if issuer:
            return Candidate("issuer", [issuer])
        if cue.verb.lemma == "جاء" or not subject_after(doc, clause, cast):
            return _dropped(doc, found, cast, before, "document")
        # «ورد مسؤول عسكري بالقول إن»: he answers
    if cue.verb.lemma in TRANSMITTING:
        return transmitted(doc, clause, cast, before) or _dropped(doc, found, cast, before, "dropped")
    spokesman = _on_whose_tongue(doc, *clause.region)
    if spokesman:
        return Candidate("tongue", [spokesman])
    if (honoured := the_honoured(doc, clause, cast)) is not None:
        first, limit = cue.at + 2, clause.region[1]
        told = cue.verb.addressee == "object" and first < limit and not is_function(doc.words[first])
        found.objects = parse_parties(doc, first, limit) if told else []
        return Candidate("honoured", members=[honoured], spans=[(cue.at + 1, cue.at + 2)])
    fronted = subject_at(doc, clause)
    if fronted:
        found.objects = subject_after(doc, clause, cast) if cue.verb.addressee == "object" else []
        return Candidate("subject_fronted", fronted)
    parties = subject_after(doc, clause, cast)
    parties, found.objects = _split_object(doc, clause, parties, cast, before)
    if parties:
        if quoted := told_of_source(doc, clause, parties[0]):
            return quoted
        if len(parties) == 1:
            take_name_further(doc, parties[0], clause.region[1])
        return Candidate("subject_after", parties)
    party = subject_before(doc, clause, cast, before)
    if party and cue.reading.number > 1 and party.number == 1:
        several = parse_parties(doc, party.first, cue.at)
        if len(several) > 1:
            return Candidate("subjects_before", several)
    if party:
        return Candidate("subject_before", [party])
    return _dropped(doc, found, cast, before, "dropped")


def _of_relative(doc: Document, clause: Clause, cast: Cast) -> Candidate:
    """«الوزير الذي قال», «التصريحات التي قال الوزير»."""
    cue = clause.cue
    other = differs(doc.words[cue.at - 1], cue)
    parties = subject_after(doc, clause, cast) if clause.opener != "np" or other else []
    if parties and (other or parties[0].kind != "group"):
        return Candidate("relative_subject", parties)
    party = find_antecedent(doc, cue.at - 1, clause)
    if party and (party.kind != "group" or party.number == 3):
        return Candidate("relative", [party])
    return Candidate("relative_unknown")


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
    while i < clause.region[1] and _stands_between(doc, i):
        i += 1
    more = (
        parse_parties(doc, i, clause.region[1])
        if i < clause.region[1] and not is_function(doc.words[i])
        else []
    )
    if more:
        return parties, more
    if split := split_object(doc, parties, clause.region[1]):
        return split
    if _lacks_subject(doc, clause, parties[0], cast, before):
        return [], parties
    return parties, []


_BROTHER = folded("أخاه شقيقه أخته شقيقته")  # «هنأ الرئيس أخاه الملك فلان»


def _stands_between(doc: Document, i: int) -> bool:
    """«ودعت الوزارة [مرارا] القوى», «حث الوزير[، أمس،] الأطراف»: a pause, an adverb or a time between the two."""
    word = doc.words[i]
    return doc.kinds[i] == COMMA or word in _BROTHER or is_time(word) or word in words("adverb")


def _lacks_subject(doc, clause: Clause, party: Party, cast: Cast, before: list[Attribution]) -> bool:
    """Whether the only noun phrase after «دعا» is who is called on, not who calls."""
    r = clause.cue.reading
    if r.number > 1:
        return True
    if party.number == 3 and doc.words[party.first].endswith("ون"):
        return False  # «هدد الفلسطينيون بمقاطعة»: in the nominative
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


def _of_participle(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> Candidate:
    """«مؤكداً أن»: the subject of the sentence goes on."""
    clause = found.clause
    r = clause.cue.reading
    if clause.cue.verb.lemma in TRANSMITTING and (passed_on := transmitted(doc, clause, cast, before)):
        return passed_on
    if clause.cue.verb.addressee == "object":
        found.objects = _objects_of_participle(doc, clause)
    if clause.parent is not None:
        party = subject_before(doc, clause, cast, before)
        if party:
            return Candidate("participle_inner", [party])
    for other in reversed(before):
        told = other.rule == "according" and other.clause.opener == "before"
        if other.clause is clause.parent or (
            (other.rule == "relative" or told) and clause.parent is None and r.number == 1
        ):
            continue  # «بعث السفير، بحسب الوكالة، رسائل، داعيا إلى»: the ambassador goes on
        if (
            other.speakers
            and (other.clause.parent is None or clause.parent is not None)
            and agrees(other.speakers[0], r.gender, r.number)
        ):
            return Candidate("participle", [], list(other.speakers), list(other.speaker_spans))
    party = _sentence_subject(doc, clause, cast)
    if party:
        return Candidate("participle_subject", [party])
    return _dropped(doc, found, cast, before, "participle_dropped")


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


def _dropped(
    doc: Document, found: Attribution, cast: Cast, before: list[Attribution], rule: str
) -> Candidate:
    clause = found.clause
    r = clause.cue.reading if clause.cue else None
    gender = r.gender if r and r.form != MASDAR else {"ه": "m", "ها": "f"}.get(r.suffix, "") if r else ""
    number = (r.number if r.form != MASDAR else 0) if r else 0
    if number == 2 and len(cast.meeting) == 2:
        return Candidate("pair", [], list(cast.meeting))
    if clause.parent:
        host = next((b for b in before if b.clause is clause.parent), None)
        if (
            host
            and host.speakers
            and (r is None or r.person == 1 or agrees(host.speakers[0], gender, number))
        ):
            return Candidate(rule + "_inner", [], list(host.speakers))
    for other in reversed(before):
        if other.rule == "relative":
            continue  # «تقرير فلان الذي اتهم …، لكنها قالت»
        if other.clause.parent is None and other.speakers and agrees(other.speakers[0], gender, number):
            if number == 2 and len(other.speakers) < 2:
                continue
            return Candidate(rule, [], list(other.speakers))
    opening = opening_subject(doc, clause, cast) if rule == "dropped" else None
    if opening:
        return Candidate("opening_subject", [opening])
    member = cast.focus(gender, number)
    return Candidate(rule, [], [member]) if member else Candidate("")
