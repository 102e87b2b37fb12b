"""Whether a cue with the content it would govern is a statement: weighed by the model `report`.

The rules of `reporting` only say what speaks against a cue; `benchmarks/learn_report.py` learns from the
annotated articles how much that, and everything seen around the cue, weighs.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import learned
from .clauses import Clause, clause_around
from .cues import MASDAR, PARTICIPLE, PAST, read_word
from .mentions import parse_party
from .passed_on import TRANSMITTING
from .per_word import per_word
from .segment import NUMBER, OPEN, WORD, Document
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
)

PLAIN = ("that", "colon")  # 95 of 100 such cues are statements, and no feature tells the other five
# A cue that no rule speaks against needs less than one that a rule refuses. Tried on outlets left out in
# turn, of 3,307 cues: these make 256 wrong decisions (124 of them statements too many); .5 for all 269.
LEAST, LEAST_IN_DOUBT = 0.4, 0.6


def is_statement(doc: Document, clause: Clause, doubt: str, found: list[Clause]) -> bool:
    """Whether the model takes the clause for a statement; `doubt` is what the rules say against it."""
    r = clause.cue.reading
    if not doubt and r.verb.strength == "s" and r.form in (PAST, PARTICIPLE) and clause.opener in PLAIN:
        return True
    if r.verb.lemma in TRANSMITTING and clause.opener in PLAIN and _names_source(doc, clause):
        return True
    first, end = clause.content[0]
    about = (doc.span(clause.at, clause.at + 1), doc.span(first, end), clause.opener)
    least = LEAST_IN_DOUBT if doubt or clause.opener == "antecedent" else LEAST
    clause.told = learned.load("report").probability(parts_of(doc, clause, doubt, found), about)
    return clause.told >= least


def _names_source(doc: Document, clause: Clause) -> bool:
    """«ونقلت الوكالة عن», «ونسب البيان إلى فلان أنه»."""
    return any(word in ("عن", "الي") for word in doc.words[clause.region[0] : clause.region[1]])


def parts_of(doc: Document, clause: Clause, doubt: str, found: list[Clause]) -> Iterator[learned.Part]:
    """What the model weighs: the cue, what stands around it, who may speak, the content, the words it stands in."""
    r = clause.cue.reading
    verb, form, opener = r.verb, r.form, clause.opener
    yield _verb, (verb.lemma, verb.sense, verb.strength, form, opener, doubt)
    yield _shape, (form, r.person, r.gender, r.number, r.prefix, r.suffix, opener)
    if form == MASDAR:
        yield _noun, _of_noun(doc, clause)
    yield _beside, (*_around(doc, clause), form, opener)
    yield _region, (*_speaker(doc, clause), form, opener)
    yield _content, (*_of_content(doc, clause), verb.sense, form, opener)
    host = clause_around(found, clause.at)
    where = "none" if host is None else host.opener
    yield _place, (min(2, doc.depth[clause.at]), where, len(found) > 0, form, opener)


def _verb(lemma: str, sense: str, strength: str, form: str, opener: str, doubt: str) -> list[str]:
    return [
        "always",
        f"doubt={doubt}",
        f"verb={lemma}",
        f"verb={lemma} {form}",
        f"verb={lemma} {opener}",
        f"verb={lemma} doubt={doubt}",
        f"sense={sense} {form} {opener}",
        f"form={form} {opener} {strength}",
        f"form={form} doubt={doubt} {opener}",
    ]


def _shape(
    form: str, person: int, gender: str, number: int, prefix: str, suffix: str, opener: str
) -> list[str]:
    return [
        f"shape={form} {person}{gender}{number}",
        f"prefix={prefix} {form}",
        f"suffix={suffix} {form} {opener}",
    ]


def _of_noun(doc: Document, clause: Clause) -> tuple[bool, str, str, str, str, str]:
    """Of a verbal noun: whether it is done («تم التأكيد»), when («بعد إعلان»), and by whom with what."""
    at, r = clause.at, clause.cue.reading
    done = any(word in _DONE for word in doc.words[max(clause.sentence[0], at - 6) : at])
    word = doc.words[at - 1] if at > clause.sentence[0] else "^"
    before = "occasion" if word in _OCCASIONS else "other"
    start, end = clause.region
    party = parse_party(doc, start, end) if start < end else None
    by = (
        "suffix" if r.suffix else "nobody" if party is None else party.kind if party.end >= end - 1 else "far"
    )
    return done, before, by, r.prefix, r.verb.sense, clause.opener


def _noun(done: bool, before: str, by: str, prefix: str, sense: str, opener: str) -> list[str]:
    return [
        f"done={done} {prefix} {opener}",
        f"noun before={before}",
        f"noun by={by} {opener}",
        f"noun by={by} {before}",
        f"noun by={by} {sense}",
        f"noun {prefix} {sense}",
    ]


_DONE = folded("تم جرى تمت جرت يتم وتم وجرى سيتم")
_OCCASIONS = folded("بعد عقب إثر غداة منذ قبل رغم مع بسبب ضوء ظل على حول بشأن خلفية وبعد وعقب عبر")


def _around(doc: Document, clause: Clause) -> tuple[str, str, str]:
    """The classes of the two words before the cue and of the one after it."""
    at, first = clause.at, clause.sentence[0]
    before = word_class(doc, at - 1) if at > first else "^"
    second = word_class(doc, at - 2) if at > first + 1 else "^"
    after = word_class(doc, at + 1) if at + 1 < clause.sentence[1] else "$"
    return before, second, after


def _beside(before: str, second: str, after: str, form: str, opener: str) -> list[str]:
    return [
        f"before={before}",
        f"before={before} {form}",
        f"before={before} {opener}",
        f"before={second} {before}",
        f"after={after} {form}",
        f"after={after} {opener}",
    ]


def _speaker(doc: Document, clause: Clause) -> tuple[str, int]:
    """The noun phrase right after the cue, and how far it is to the content; "" where they touch."""
    start, end = clause.region
    if end <= start:
        return "", 0
    party = parse_party(doc, start, end)
    office = party is not None and party.kind == "person" and not party.name
    return f"{party.kind if party else 'none'}{'-office' if office else ''}", min(
        4, (end - start).bit_length()
    )


def _region(kind: str, size: int, form: str, opener: str) -> list[str]:
    if not kind:
        return [f"region=none {form} {opener}"]
    if kind == "none":
        return [f"speaker=none {form} {opener}", f"region={size} none {form}"]
    return [f"speaker={kind} {form}", f"speaker={kind} {opener} {form}", f"region={size} {kind} {form}"]


def _of_content(doc: Document, clause: Clause) -> tuple[str, str, str, int]:
    first, end = clause.content[0]
    opens = word_class(doc, first) if first < len(doc) else "$"
    before = word_class(doc, first - 1) if first else "^"
    quoted = "quoted" if doc.kinds[first] == OPEN or (first and doc.kinds[first - 1] == OPEN) else "plain"
    return opens, before, quoted, min(5, (end - first).bit_length())


def _content(
    opens: str, before: str, quoted: str, size: int, sense: str, form: str, opener: str
) -> list[str]:
    return [
        f"opens={opens} {opener}",
        f"opens={opens} {form}",
        f"opens={before} {opens} {form}",
        f"opens={opens} {sense}",
        f"content={quoted} {opener} {form}",
        f"content={size} {opener} {form}",
    ]


def _place(depth: int, host: str, after: bool, form: str, opener: str) -> list[str]:
    """Where the cue stands: quoted or not, in the narrator's words or, for «…، وهو ما نفاه», in another's."""
    return [f"depth={depth} {form}", f"host={host} {form} {opener}", f"after={after} {form} {opener}"]


def word_class(doc: Document, i: int) -> str:
    """A small word itself; of other words what they are: an office, a name, a noun, a verb, a cue …"""
    kind = doc.kinds[i]
    if kind != WORD:
        return kind if kind != NUMBER else "n"
    word = doc.words[i]
    return "name" if word in doc.names else _class_of(word)


@per_word
def _class_of(word: str) -> str:
    if is_function(word):
        return word
    if is_time(word):
        return "time"
    if word in heads():
        return f"head {heads()[word].kind}"
    if readings := read_word(word):
        return f"cue {readings[0].form} {readings[0].verb.strength}"
    if word in country_starts():
        return "state"
    if word in given_names() or word in known_starts():
        return "name"
    if word.startswith("ال"):
        return "the noun"
    if word in nouns():
        return "noun"
    for letter in "لبوف":
        if word.startswith(letter) and len(word) > 3:
            return f"{letter}+{'verb' if is_verb(word[1:]) and letter in 'وف' else 'word'}"
    return "verb" if is_verb(word) else "word"
