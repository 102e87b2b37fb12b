"""The subject of a verb of saying: after it, before it, or what a document stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clauses import Clause
from .coreference import Cast
from .identity import Member
from .known import Party
from .mentions import parse_parties, parse_party
from .names import is_ban
from .objects import is_object_head
from .segment import CLOSE, COMMA, LINE, MARK, NUMBER, OPEN, WORD, Document
from .vocabulary import (
    country_starts,
    folded,
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

RELATIVE = folded("الذي التي الذين اللذان اللذين اللتان والذي والتي والذين")


OPENERS = folded(
    "وكان وكانت كان كانت أن إن بأن أنّ بينما فيما لكن ولكن أما وأما حيث كما قد وقد من جهته جهتها جانبه جانبها وفيما بدوره بدورها وبدوره وبدورها غير إلا و ومن ناحيته وأن وإن فإن لأن"
)


ADJUNCTS = folded(
    "في خلال عقب بعد قبل إثر لدى أمام عبر على أثناء قبيل بعيد عند منذ مع إلى حول بشأن من ضمن تعليقا ردا حسب بحسب وفق عن بين ضد لدن وخلال وفي وبعد وعقب وعن ومن وعلى"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody whom the words at a cue name as addressed, in what way, and where they stand (tokens)."""

    member: Member
    way: str
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class Attribution:
    """A clause with its speakers and addressees as members of the cast."""

    clause: Clause
    speakers: list[Member] = field(default_factory=list)
    addressees: list[Member] = field(default_factory=list)
    speaker_spans: list[tuple[int, int]] = field(default_factory=list)
    reported_by: Member | None = None
    reported_span: tuple[int, int] | None = None
    event: object | None = None
    objects: list[Party] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    outer: bool = True  # told by the narrator or a relaying agency, not inside somebody's words
    rule: str = ""
    share: float = 1.0  # how likely the speakers are among the candidates


def subject_after(doc: Document, clause: Clause, cast: Cast) -> list[Party]:
    """The noun phrases right after the verb, past times and «لـ» phrases."""
    i, limit = clause.region
    while i < limit:
        word, kind = doc.words[i], doc.kinds[i]
        if (
            kind in (COMMA, MARK, LINE)
            or (kind == NUMBER and i + 1 < limit and is_time(doc.words[i + 1]))
            or (kind == WORD and (is_time(word) or word in words("adverb")) and word not in heads())
        ):
            i += 1
        elif kind == WORD and _is_dative(doc, i, limit):
            party = parse_party(doc, i + (word == "ل"), limit)
            i = party.end if party else i + 1
        elif kind == WORD and word in _RESUMING:
            i += 1
        elif kind == WORD and is_function(word) and word not in ("كل", "كلا", "علي") and not is_ban(doc, i):
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


# «التي أكد فيها الوزير»: pronouns of what was told before, between the verb and its subject.
_RESUMING = folded("فيه فيها خلاله خلالها به بها إليه إليها عنه عنها منه منها عليه عليها بخصوصها بشأنها")
_HIS_HONOUR = folded(
    "معاليه سموه جلالته فخامته سيادته سعادته فضيلته سماحته غبطته قداسته دولته معاليها سموها نفسه بعد مرة"
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
        if (is_function(doc.words[end]) and doc.words[end] not in ("من", "في")) or doc.words[end] in words(
            "adverb"
        ):
            break
        end += 1
    while end > i and is_function(doc.words[end - 1]):
        end -= 1
    if end == i or (doc.words[i][:1] == "ب" and doc.words[i] not in nouns()):
        return None
    return Party(i, end, "group", name=(i, end), head=doc.words[i], definite=doc.words[i].startswith("ال"))


def differs(relative: str, cue) -> bool:
    """«التي يؤكد الخبراء», «الذي اتهمت الشرطة»: the verb's gender shows that its subject comes after it."""
    r, relative = cue.reading, relative.removeprefix("و")
    return r.number == 1 and {"الذي": "f", "التي": "m"}.get(relative) == r.gender


def find_antecedent(doc: Document, relative: int, clause: Clause) -> Party | None:
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
        if kind == WORD and word in ADJUNCTS:
            i = _past_adjunct(doc, i, cue.at)
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
    i = first
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
