"""The subject before its verb: «وكان فلان قد أعلن», «استقبل الوزير …، مؤكداً», «أيدت فلانة … ودعت»."""

from __future__ import annotations

from .clauses import Clause
from .coreference import Cast
from .known import Party, bare_word
from .mentions import parse_parties, parse_party
from .segment import CLOSE, COLON, COMMA, LINE, MARK, NUMBER, OPEN, WORD, Document
from .subjects import Attribution
from .vocabulary import (
    NO_HEAD,
    country_starts,
    folded,
    heads,
    is_function,
    is_medium,
    is_time,
    is_verb,
    known_starts,
    nouns,
    sure_names,
    words,
)

OPENERS = folded(
    "وكان وكانت كان كانت أن إن بأن أنّ بينما فيما لكن ولكن أما وأما حيث كما قد وقد من جهته جهتها جانبه جانبها وفيما بدوره بدورها وبدوره وبدورها غير إلا و ومن ناحيته وأن وإن فإن لأن"
)
ADJUNCTS = folded(
    "في خلال عقب بعد قبل إثر لدى أمام عبر على أثناء قبيل بعيد عند منذ مع إلى حول بشأن من ضمن تعليقا ردا حسب بحسب وفق عن بين ضد لدن وخلال وفي وبعد وعقب وعن ومن وعلى"
)


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
        if kind == WORD and i == clause.sentence[0] and _is_topic(doc, i):
            i = _past_topic(doc, i, cue.at)
            continue
        if kind == WORD and (word in OPENERS or is_time(word) or word in words("adverb")):
            i, opened = i + 1, True
            continue
        if kind in (COMMA, LINE, MARK):
            i += 1
            opened = opened and kind != COMMA
            continue
        if kind == WORD and (word in ADJUNCTS or _is_brought(word)):
            i = _past_adjunct(doc, i - (word not in ADJUNCTS), cue.at)
            continue
        if i == clause.sentence[0] and kind == WORD and is_verb(word) and i + 1 < cue.at:
            i += 1
            continue
        if (
            kind == WORD and ((opened and _may_open(doc, i, clause)) or is_known(doc, i, cast))
        ) or kind == OPEN:
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


_FRONTING = folded("كان كانت وكان وكانت بينما لكن ولكن فيما أما وأما إلا")


def subject_at(doc: Document, clause: Clause) -> list[Party]:
    """«وكان فلان قد أعلن», «بينما الوزير أكد»: who stands between such an opener and the verb, with nothing else."""
    cue, stop = clause.cue, clause.cue.at
    while stop > clause.sentence[0] and (doc.words[stop - 1] == "قد" or doc.kinds[stop - 1] in (COMMA, OPEN)):
        stop -= 1
    for i in range(stop - 1, max(clause.sentence[0], stop - 14) - 1, -1):
        if doc.kinds[i] not in (WORD, OPEN, CLOSE, NUMBER):
            return []
        if doc.words[i] not in _FRONTING:
            continue
        parties = parse_parties(doc, i + 1, stop)
        if parties and parties[-1].end == stop and parties[0].kind != "group":
            several = len(parties) > 1 or cue.reading.number == 1
            return parties if several and _may_be_subject(parties[0], cue, True) else []
        return []
    return []


def _may_open(doc: Document, i: int, clause: Clause) -> bool:
    """Whether an unknown word may be a name here: right after «وكان», «أن», «بينما», not at a verb's place."""
    if i == clause.sentence[0]:
        if is_verb(doc.words[i]) or doc.words[i] in nouns():
            return False
        party = parse_party(doc, i, clause.at)
        return party is not None and (party.end >= clause.at or doc.kinds[party.end] in (COMMA, OPEN))
    if i == clause.sentence[0] + 1 and is_verb(doc.words[i - 1]):
        return not is_function(doc.words[i])
    return doc.words[i - 1] in OPENERS


def is_known(doc: Document, i: int, cast: Cast) -> bool:
    word = doc.words[i]
    if word in heads() or word in country_starts() or word in known_starts() or word in sure_names():
        return True
    if word in ("ابو", "عبد"):
        return True
    return word in cast.surnames


_TOPICS = folded("حول بشأن عن بخصوص بالنسبة خلال ردا تعليقا تعقيبا عقب بعد قبل حيال إزاء بصدد")


def _is_topic(doc: Document, i: int) -> bool:
    """«وحول آلية التصرف …، قال», «وفي ما يخص …، قال»: nobody in it is the one who speaks."""
    word = doc.words[i].removeprefix("و")
    return word in _TOPICS or (word in ("في", "فيما") and bool({"يخص", "يتعلق"} & set(doc.words[i : i + 4])))


def _past_topic(doc: Document, i: int, limit: int) -> int:
    """Past the next comma, or past the phrase where there is none."""
    for j in range(i + 1, limit):
        if doc.kinds[j] == COMMA and doc.depth[j] == doc.depth[i]:
            return j + 1
    return _past_adjunct(doc, i, limit)


def _is_brought(word: str) -> bool:
    """«لقاء جمعه بالمفوض العام»: an office behind an attached preposition is no subject."""
    return word.startswith(("بال", "لل")) and heads().get(bare_word(word), NO_HEAD).kind == "person"


def _past_adjunct(doc: Document, i: int, limit: int) -> int:
    """Past a prepositional phrase that cannot hold the subject."""
    i += 1
    if i < limit and doc.words[i] in ADJUNCTS:
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


def sentence_subject(doc: Document, first: int, stop: int, cast: Cast, gender: str = "") -> Party | None:
    """The first noun phrase that no preposition governs: «استقبل الوزير …، مؤكداً».

    A woman's participle rather has a subject that is known to be feminine.
    """
    unsure = None
    i = past_dateline(doc, first, stop)
    while i < stop:
        word, kind = doc.words[i], doc.kinds[i]
        if kind == WORD and word in ADJUNCTS:
            i = _past_adjunct(doc, i, stop)
            continue
        if kind == WORD and (
            is_known(doc, i, cast) or (i == first + 1 and not is_function(word) and not nouns_like(word))
        ):
            party = parse_party(doc, i, stop)
            if party and party.kind != "agency" and not (gender and party.gender and party.gender != gender):
                if gender != "f" or party.gender:
                    return party
                unsure = unsure or party
            i = party.end if party else i + 1
            continue
        i += 1
    return unsure


def past_dateline(doc: Document, first: int, stop: int) -> int:
    """«الرياض - الأفق: استقبل», «القاهرة (أ ش أ) - قال»: past place and agency before the first words."""
    word = doc.words[first]
    if not (word in country_starts() or word in words("place") or is_medium((word,))):
        return first
    end = first
    for i in range(first, min(stop, first + _DATELINE)):
        if doc.kinds[i] == WORD and is_verb(doc.words[i]) and not is_medium((doc.words[i],)):
            break
        if doc.kinds[i] == COLON or (doc.kinds[i] == MARK and doc.raw(i) in "-–—)"):
            end = i + 1
    return end


_DATELINE = 10  # tokens


def opening_subject(doc: Document, clause: Clause, cast: Cast) -> Party | None:
    """«وقد أيدت فلانة التقرير ودعت»: the subject of the verb that opens the sentence goes on."""
    first, stop, cue = clause.sentence[0], clause.cue.at, clause.cue
    i = first
    while i < stop and (doc.words[i] in OPENERS or is_time(doc.words[i])) and doc.kinds[i] == WORD:
        i += 1
    if i >= stop or doc.kinds[i] != WORD or not _opens_with_verb(doc, i):
        return None
    if cue.reading.prefix != "و" and doc.words[stop - 1] not in ("كما", "ثم", "حيث"):
        return None
    party = parse_party(doc, i + 1, stop)
    if party is None or party.kind == "agency" or not _may_be_subject(party, cue, True):
        return None
    return party


def _opens_with_verb(doc: Document, i: int) -> bool:
    word = doc.words[i]
    return word not in nouns() and word not in heads() and is_verb(word)


def nouns_like(word: str) -> bool:
    """Whether an unknown word at the place of a subject is a common word."""
    return word in nouns() or word.startswith("ال")
