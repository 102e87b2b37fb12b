"""Who speaks: the subject after the verb, before it, or left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from .contents import Clause, is_object_head
from .coreference import Cast, Member, agrees
from .cues import MASDAR, PARTICIPLE, PREPOSITION
from .mentions import Party, parse_parties, parse_party
from .normalize import fold
from .segment import COMMA, LINE, MARK, NUMBER, OPEN, WORD, Document
from .vocabulary import (
    country_starts,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    known_starts,
    nouns,
    sure_names,
    words,
)

_RELATIVE = frozenset(fold(w) for w in "الذي التي الذين اللذان اللذين اللتان والذي والتي والذين".split())
_OPENERS = frozenset(
    fold(w)
    for w in "وكان وكانت كان كانت أن إن بأن أنّ بينما فيما لكن ولكن أما وأما حيث كما قد وقد من جهته جهتها جانبه جانبها وفيما بدوره بدورها وبدوره وبدورها غير إلا و ومن ناحيته وأن وإن فإن لأن".split()
)
_ADJUNCTS = frozenset(
    fold(w)
    for w in "في خلال عقب بعد قبل إثر لدى أمام عبر على أثناء قبيل بعيد عند منذ مع إلى حول بشأن من ضمن تعليقا ردا حسب بحسب وفق عن بين ضد لدن وخلال وفي وبعد وعقب وعن ومن وعلى".split()
)


@dataclass(slots=True)
class Attribution:
    """A clause with its speakers and addressees as members of the cast."""

    clause: Clause
    speakers: list[Member] = field(default_factory=list)
    addressees: list[Member] = field(default_factory=list)
    speaker_spans: list[tuple[int, int]] = field(default_factory=list)
    addressee_spans: list[tuple[int, int]] = field(default_factory=list)
    reported_by: Member | None = None
    reported_span: tuple[int, int] | None = None
    event: object | None = None
    objects: list[Party] = field(default_factory=list)
    outer: bool = True  # told by the narrator or a relaying agency, not inside somebody's words
    rule: str = ""


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
        member = cast.resolve(party, gender=gender if len(parties) == 1 else "")
        if member and member not in found.speakers:
            found.speakers.append(member)
            found.speaker_spans.append((party.first, party.end))
    if parties:
        found.rule = rule
    return bool(parties)


_PAIRS = frozenset(
    fold(w)
    for w in "الطرفان الجانبان البلدان الوزيران الرئيسان الطرفين الجانبين المسؤولان المسئولان الزعيمان الدولتان الرجلان الوزيرين الرئيسين".split()
)


def is_pair(cast: Cast, party: Party) -> bool:
    """«الطرفان», «الوزيران»: two actors of the article, not one."""
    return cast.doc.words[party.first] in _PAIRS and party.end - party.first <= 2


def _of_verb(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    clause, cue = found.clause, found.clause.cue
    if cue.reading.person == 1:
        return _dropped(doc, found, cast, before, "first_person")
    if doc.words[cue.at - 1] in _RELATIVE and cue.at > clause.sentence[0]:
        parties = subject_after(doc, clause, cast) if clause.opener != "np" else []
        if parties and parties[0].kind != "group" and _take(found, cast, parties, "relative_subject"):
            return None
        party = _antecedent(doc, cue.at - 1, clause)
        if party and party.kind != "group" or party and party.number == 3:
            _take(found, cast, [party], "relative")
        else:
            found.rule = "relative_unknown"
        return None
    if cue.verb.lemma in ("جاء", "ورد"):
        issuer = _issuer_in(doc, *clause.region)
        if issuer and _take(found, cast, [issuer], "issuer"):
            return None
        return _dropped(doc, found, cast, before, "document")
    if cue.verb.lemma in ("نقل", "نسب"):
        return _transmitted(doc, found, cast, before)
    spokesman = _on_whose_tongue(doc, *clause.region)
    if spokesman and _take(found, cast, [spokesman], "tongue"):
        return None
    parties = [_issuer(doc, p, clause.region[1]) for p in subject_after(doc, clause, cast)]
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


_DOCUMENTS = frozenset(fold(w) for w in "بيان تقرير رسالة وثيقة مذكرة البيان التقرير بيانا".split())


def _issuer(doc: Document, party: Party, limit: int) -> Party:
    """«بيان صادر عن الوزارة», «تقرير للأمم المتحدة»: a document speaks for who issued it."""
    if doc.words[party.first] not in _DOCUMENTS:
        return party
    return _issuer_in(doc, party.first, limit) or party


def _issuer_in(doc: Document, first: int, limit: int) -> Party | None:
    """Who issued the document named in the range."""
    for i in range(first, limit):
        if doc.words[i] not in _DOCUMENTS:
            continue
        for j in range(i + 1, min(limit, i + 6)):
            word = doc.words[j]
            if doc.kinds[j] != WORD or word in (
                "صادر",
                "صدر",
                "عن",
                "من",
                "مشترك",
                "نشرته",
                "اصدرته",
                "اصدره",
                "له",
                "لها",
                "رسمي",
                "صحفي",
            ):
                continue
            party = parse_party(doc, j, limit)
            return party if party and party.kind in ("organization", "country", "person", "agency") else None
    return None


def subject_after(doc: Document, clause: Clause, cast: Cast) -> list[Party]:
    """The noun phrases right after the verb, past times and «لـ» phrases."""
    i, limit = clause.region
    while i < limit:
        word, kind = doc.words[i], doc.kinds[i]
        if kind in (COMMA, MARK, LINE) or kind == NUMBER and i + 1 < limit and is_time(doc.words[i + 1]):
            i += 1
        elif kind == WORD and (is_time(word) or word in words("adverb")) and word not in heads():
            i += 1
        elif kind == WORD and _is_dative(doc, i, limit):
            party = parse_party(doc, i + (word == "ل"), limit)
            i = party.end if party else i + 1
        elif kind == WORD and is_function(word) and word not in ("كل", "كلا", "علي"):
            return []
        else:
            break
    if i >= limit:
        return []
    if clause.opener == "np" and is_object_head(doc, i, limit):
        return []
    if doc.words[i] in _HIS_HONOUR:
        return []
    parties = parse_parties(doc, i, limit)
    if not parties:
        fallback = _any_words(doc, i, limit)
        return [fallback] if fallback else []
    return parties


_HIS_HONOUR = frozenset(
    fold(w)
    for w in "معاليه سموه جلالته فخامته سيادته سعادته فضيلته سماحته غبطته قداسته دولته معاليها سموها نفسه بعد مرة".split()
)


def _is_dative(doc: Document, i: int, limit: int) -> bool:
    """«لـ«الوطن»», «لوكالة فرانس برس», «للصحفيين»."""
    word = doc.words[i]
    if word == "ل":
        return True
    if not word.startswith("ل") or word in given_names() or word in heads():
        return False
    if word[1:] in doc.names:
        return True
    if word.startswith("لل"):
        return True
    return (
        word[1:] in heads()
        or word[1:] in country_starts()
        or word[1:] in given_names()
        or word[1:] in known_starts()
    )


def _any_words(doc: Document, i: int, limit: int) -> Party | None:
    """Whatever stands where a subject stands, up to the next small word or pause."""
    end = i
    while end < limit and end - i < 8 and doc.kinds[end] in (WORD, NUMBER) and not is_time(doc.words[end]):
        if (
            is_function(doc.words[end])
            and doc.words[end] not in ("من", "في")
            or doc.words[end] in words("adverb")
        ):
            break
        end += 1
    while end > i and is_function(doc.words[end - 1]):
        end -= 1
    if end == i or doc.words[i][:1] == "ب" and doc.words[i] not in nouns():
        return None
    return Party(i, end, "group", name=(i, end), head=doc.words[i], definite=doc.words[i].startswith("ال"))


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


def _antecedent(doc: Document, relative: int, clause: Clause) -> Party | None:
    """The noun phrase that ends right before «الذي»."""
    i = relative
    if doc.kinds[i - 1] == COMMA:
        i -= 1
    for start in range(max(clause.sentence[0], i - 12), i):
        if (
            doc.kinds[start] == WORD
            and not is_function(doc.words[start])
            and (doc.words[start] in heads() or doc.words[start] in country_starts() or start >= i - 3)
        ):
            party = parse_party(doc, start, i)
            if party and party.end >= i:
                return party
    return None


def subject_before(doc: Document, clause: Clause, cast: Cast, before: list[Attribution]) -> Party | None:
    """«وكان فلان قد أعلن», «أن ظريف، المتواجد في دمشق، شدد»: a noun phrase earlier in the clause."""
    cue = clause.cue
    start = _clause_start(doc, clause, before)
    i, opened = start, True
    depth = doc.depth[cue.at]
    while i < cue.at:
        word, kind = doc.words[i], doc.kinds[i]
        if doc.depth[i] > depth:
            i += 1
            continue
        if kind == WORD and (word in _OPENERS or is_time(word) or word in words("adverb")):
            i, opened = i + 1, True
            continue
        if kind in (COMMA, LINE, MARK):
            i += 1
            opened = opened and kind != COMMA
            continue
        if kind == WORD and word in _ADJUNCTS:
            i = _past_adjunct(doc, i, cue.at)
            continue
        if i == clause.sentence[0] and kind == WORD and is_verb(word) and i + 1 < cue.at:
            i += 1
            continue
        if kind == WORD and (opened and _may_open(doc, i, clause) or _known(doc, i, cast)) or kind == OPEN:
            party = parse_party(doc, i, cue.at) if opened or kind == WORD else None
            if (
                party
                and cue.reading.number > 1
                and party.number == 1
                and len(parse_parties(doc, i, cue.at)) > 1
            ):
                return party
            if (
                party
                and (party.kind != "group" or party.number > 1 or party.head in heads())
                and _may_be_subject(party, cue, opened)
            ):
                return party
            if party:
                i = party.end
                opened = False
                continue
        i += 1
        opened = False
    return None


def _may_open(doc: Document, i: int, clause: Clause) -> bool:
    """Whether an unknown word may be a name here: right after «وكان», «أن», «بينما», not at a verb's place."""
    if i == clause.sentence[0]:
        if is_verb(doc.words[i]) or doc.words[i] in nouns():
            return False
        party = parse_party(doc, i, clause.at)
        return party is not None and (party.end >= clause.at or doc.kinds[party.end] in (COMMA, OPEN))
    if i == clause.sentence[0] + 1 and is_verb(doc.words[i - 1]):
        return not is_function(doc.words[i])
    return doc.words[i - 1] in _OPENERS


def _known(doc: Document, i: int, cast: Cast) -> bool:
    word = doc.words[i]
    if word in heads() or word in country_starts() or word in known_starts() or word in sure_names():
        return True
    if word in ("ابو", "عبد"):
        return True
    return word in cast.surnames


def _past_adjunct(doc: Document, i: int, limit: int) -> int:
    """Past a prepositional phrase that cannot hold the subject."""
    i += 1
    if i < limit and doc.words[i] in _ADJUNCTS:
        i += 1
    party = parse_party(doc, i, limit)
    return party.end if party else i + 1


def _may_be_subject(party: Party, cue, opened: bool) -> bool:
    r = cue.reading
    if party.kind == "agency" and not opened:
        return False
    if r.number == 1 and r.gender and party.gender and party.number == 1 and party.gender != r.gender:
        return False
    if r.number == 3 and r.gender == "m" and party.number == 1 and party.kind != "group":
        return False
    return not (r.number == 2 and party.number != 2)


def _clause_start(doc: Document, clause: Clause, before: list[Attribution]) -> int:
    """Where the words that belong to this cue begin: after the last cue, content or sentence start."""
    start = clause.sentence[0]
    if clause.parent:
        start = max(start, clause.parent.start)
    for other in before:
        if other.clause.at < clause.at:
            start = max(start, other.clause.region[1] if other.clause is clause.parent else 0)
            if other.clause is not clause.parent and other.clause.end <= clause.at:
                start = max(start, other.clause.end)
            elif other.clause is not clause.parent:
                start = max(start, other.clause.start)
    return start


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
    if i >= limit or is_function(doc.words[i]) and doc.words[i] not in ("كل",):
        return []
    return parse_parties(doc, i, limit)


def _sentence_subject(doc: Document, clause: Clause, cast: Cast) -> Party | None:
    r = clause.cue.reading
    return sentence_subject(doc, clause.sentence[0], clause.at, cast, r.gender if r.number == 1 else "")


def sentence_subject(doc: Document, first: int, stop: int, cast: Cast, gender: str = "") -> Party | None:
    """The first noun phrase that no preposition governs: «استقبل الوزير …، مؤكداً»."""
    i = first
    while i < stop:
        word, kind = doc.words[i], doc.kinds[i]
        if kind == WORD and word in _ADJUNCTS:
            i = _past_adjunct(doc, i, stop)
            continue
        if kind == WORD and (
            _known(doc, i, cast) or i == first + 1 and not is_function(word) and not nouns_like(word)
        ):
            party = parse_party(doc, i, stop)
            if party and party.kind != "agency" and not (gender and party.gender and party.gender != gender):
                return party
            i = party.end if party else i + 1
            continue
        i += 1
    return None


def nouns_like(word: str) -> bool:
    """Whether an unknown word at the place of a subject is a common word."""
    return word in nouns() or word.startswith("ال")


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
    member = cast.focus(gender, number)
    if member:
        found.speakers, found.rule = [member], rule
