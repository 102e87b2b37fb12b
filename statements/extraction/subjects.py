"""An attribution, and the subject that stands after its verb or before «الذي»."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clauses import Clause
from .coreference import Cast
from .cues import PARTICIPLE, read_word
from .honorifics import HONOURED
from .identity import Member
from .issuers import is_document
from .known import Party
from .lone_words import cannot_speak
from .mentions import parse_parties, parse_party
from .name_edges import is_ban, is_sabah
from .name_words import is_ever_name, is_mostly_name
from .names import name_end
from .objects import is_object_head
from .segment import COMMA, LINE, MARK, NUMBER, OPEN, WORD, Document
from .vocabulary import (
    country_starts,
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    known_starts,
    looks_verbal_noun,
    nouns,
    words,
)

RELATIVE = folded("الذي التي الذين اللذان اللذين اللتان والذي والتي والذين")


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
    issuer: Member | None = None  # of the communiqué that relays it, whom «وجاء في البيان» after it means
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
            or (
                kind == WORD
                and ((is_time(word) and not is_sabah(doc, i)) or word in words("adverb"))
                and word not in heads()
            )
        ):
            i += 1
        elif kind == WORD and _is_dative(doc, i, limit):
            party = parse_party(doc, i + (word == "ل"), limit)
            close = doc.match[i + 1] if i + 1 < limit and doc.kinds[i + 1] == OPEN else -1
            i = max(party.end if party else i + 1, close + 1)  # «لـ«سبق» مصدر مسؤول»
        elif kind == WORD and _is_circumstance(word):
            return []
        elif kind == WORD and (word in _RESUMING or _is_adverbial(doc, i)):
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
        if clause.cue.form == PARTICIPLE or (clause.opener == "np" and _is_bare_noun(doc.words[i])):
            return []
        fallback = any_words(doc, i, limit)
        return [fallback] if fallback else []
    return parties


# «التي أكد فيها الوزير»: pronouns of what was told before, between the verb and its subject.
_RESUMING = folded(
    "لي لك لكم لنا له لها لهم منا منه منها منهم عنهم عليهم علينا إليهم فيهم فيه فيها خلاله خلالها به بها إليه إليها عنه عنها منه منها عليه عليها بخصوصها بشأنها"
)
_HIS_HONOUR = frozenset(HONOURED) | folded("نفسه نفسها ذاته ذاتها أنفسهم بعد مرة")


def _is_bare_noun(word: str) -> bool:
    """«يؤكد التزام الأمم المتحدة», «ذكر اسمه»: an object rather than somebody whom no list knows."""
    return word in nouns() or looks_verbal_noun(word)


def _is_circumstance(word: str) -> bool:
    """«وأضاف رافضاً ذكر اسمه»: a participle of who speaks already, with objects of its own."""
    return word.endswith("ا") and any(r.form == PARTICIPLE for r in read_word(word))


def _is_adverbial(doc: Document, i: int) -> bool:
    """«أعلنا زوراً أن», «أكد جازماً أن»: a subject has no ending of this case."""
    return (
        doc.raw(i).endswith(_ACCUSATIVE) and doc.words[i] not in heads() and doc.words[i][:-1] not in heads()
    )


_ACCUSATIVE = ("اً", "ًا")


def _is_dative(doc: Document, i: int, limit: int) -> bool:
    """«لـ«الوطن»», «لوكالة فرانس برس», «للصحفيين»."""
    word = doc.words[i]
    if word == "ل":
        return True
    if not word.startswith("ل") or word in given_names() or word in heads():
        return False
    if word[1:] in doc.names or (is_mostly_name(word[1:]) and not is_ever_name(word)):
        return True
    if word.startswith("لل"):
        return True
    return (
        word[1:] in heads()
        or word[1:] in country_starts()
        or word[1:] in given_names()
        or word[1:] in known_starts()
    )


def any_words(doc: Document, i: int, limit: int) -> Party | None:
    """Whatever stands where a subject stands, up to the next small word or pause."""
    end = i
    while end < limit and end - i < 8 and doc.kinds[end] in (WORD, NUMBER) and not is_time(doc.words[end]):
        if (is_function(doc.words[end]) and doc.words[end] not in ("من", "في")) or doc.words[end] in words(
            "adverb"
        ):
            break
        if end == i + 1 and _tells_another(doc, i):
            break
        end += 1
    while end > i and is_function(doc.words[end - 1]):
        end -= 1
    if end == i or cannot_speak(doc, i):
        return None
    for k in range(i + 1, end - 1):
        if doc.words[k] in given_names() and _is_definite(doc, k - 1) and name_end(doc, k, end) > k + 1:
            name = (k, name_end(doc, k, end))
            return Party(i, name[1], "person", "", 1, name, [(i, k)], head=doc.words[i])
    return Party(i, end, "group", name=(i, end), head=doc.words[i], definite=doc.words[i].startswith("ال"))


def _tells_another(doc: Document, i: int) -> bool:
    """«طالب [البيان] الحكومة الأرخانية بـ»: after a document with the article another body is the object."""
    head = heads().get(doc.words[i + 1])
    body = head is not None and head.definite and head.kind in ("organization", "government")
    return body and doc.words[i].startswith("ال") and is_document(doc, i)


def _is_definite(doc: Document, i: int) -> bool:
    """«أحد كوادره سامر الحلواني»: a word after which no genitive stands, so that the name is the man's own."""
    word = doc.words[i]
    return word.startswith("ال") or (word.endswith(("ه", "ها", "هم")) and not doc.raw(i).endswith("ة"))


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
