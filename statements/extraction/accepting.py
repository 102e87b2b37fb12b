"""Whether a cue with the content it would govern is a statement: weighed by the model `report`.

The rules of `reporting` only say what speaks against a cue; `benchmarks/learn_report.py` learns from the
annotated articles how much that, and everything seen around the cue, weighs.
"""

from __future__ import annotations

from functools import lru_cache

from . import learned
from .clauses import Clause, clause_around
from .cues import MASDAR, PARTICIPLE, PAST, read_word
from .mentions import parse_party
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
    first, end = clause.content[0]
    about = (doc.span(clause.at, clause.at + 1), doc.span(first, end), clause.opener)
    least = LEAST_IN_DOUBT if doubt or clause.opener == "antecedent" else LEAST
    clause.told = learned.load("report").probability(features_of(doc, clause, doubt, found), about)
    return clause.told >= least


def features_of(doc: Document, clause: Clause, doubt: str, found: list[Clause]) -> list[str]:
    """What the model weighs: the cue, what stands around it, who may speak, the content, the words it stands in."""
    r = clause.cue.reading
    verb, form, opener = r.verb, r.form, clause.opener
    told = [
        "always",
        f"doubt={doubt}",
        f"verb={verb.lemma}",
        f"verb={verb.lemma} {form}",
        f"verb={verb.lemma} {opener}",
        f"verb={verb.lemma} doubt={doubt}",
        f"sense={verb.sense} {form} {opener}",
        f"form={form} {opener} {verb.strength}",
        f"form={form} doubt={doubt} {opener}",
        f"shape={form} {r.person}{r.gender}{r.number}",
        f"prefix={r.prefix} {form}",
        f"suffix={r.suffix} {form} {opener}",
    ]
    if form == MASDAR:
        told += _of_noun(doc, clause)
    return (
        told
        + _around(doc, clause)
        + _speaker(doc, clause)
        + _content(doc, clause)
        + _place(doc, clause, found)
    )


def _of_noun(doc: Document, clause: Clause) -> list[str]:
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
    return [
        f"done={done} {r.prefix} {clause.opener}",
        f"noun before={before}",
        f"noun by={by} {clause.opener}",
        f"noun by={by} {before}",
        f"noun by={by} {r.verb.sense}",
        f"noun {r.prefix} {r.verb.sense}",
    ]


_DONE = folded("تم جرى تمت جرت يتم وتم وجرى سيتم")
_OCCASIONS = folded("بعد عقب إثر غداة منذ قبل رغم مع بسبب ضوء ظل على حول بشأن خلفية وبعد وعقب عبر")


def _around(doc: Document, clause: Clause) -> list[str]:
    at, form, first = clause.at, clause.cue.form, clause.sentence[0]
    before = word_class(doc, at - 1) if at > first else "^"
    second = word_class(doc, at - 2) if at > first + 1 else "^"
    after = word_class(doc, at + 1) if at + 1 < clause.sentence[1] else "$"
    return [
        f"before={before}",
        f"before={before} {form}",
        f"before={before} {clause.opener}",
        f"before={second} {before}",
        f"after={after} {form}",
        f"after={after} {clause.opener}",
    ]


def _speaker(doc: Document, clause: Clause) -> list[str]:
    """The noun phrase right after the cue, and whether it reaches the content."""
    start, end = clause.region
    if end <= start:
        return [f"region=none {clause.cue.form} {clause.opener}"]
    party = parse_party(doc, start, end)
    form = clause.cue.form
    size = min(4, (end - start).bit_length())
    if party is None:
        return [f"speaker=none {form} {clause.opener}", f"region={size} none {form}"]
    kind = party.kind + ("" if party.name or party.kind != "person" else "-office")
    return [
        f"speaker={kind} {form}",
        f"speaker={kind} {clause.opener} {form}",
        f"region={size} {kind} {form}",
    ]


def _content(doc: Document, clause: Clause) -> list[str]:
    first, end = clause.content[0]
    form, opener = clause.cue.form, clause.opener
    opens = word_class(doc, first) if first < len(doc) else "$"
    before = word_class(doc, first - 1) if first else "^"
    quoted = "quoted" if doc.kinds[first] == OPEN or (first and doc.kinds[first - 1] == OPEN) else "plain"
    return [
        f"opens={opens} {opener}",
        f"opens={opens} {form}",
        f"opens={before} {opens} {form}",
        f"opens={opens} {clause.cue.verb.sense}",
        f"content={quoted} {opener} {form}",
        f"content={min(5, (end - first).bit_length())} {opener} {form}",
    ]


def _place(doc: Document, clause: Clause, found: list[Clause]) -> list[str]:
    """Where the cue stands: quoted or not, in the narrator's words or, for «…، وهو ما نفاه», in another's."""
    form, host = clause.cue.form, clause_around(found, clause.at)
    where = "none" if host is None else host.opener
    return [
        f"depth={min(2, doc.depth[clause.at])} {form}",
        f"host={where} {form} {clause.opener}",
        f"after={len(found) > 0} {form} {clause.opener}",
    ]


def word_class(doc: Document, i: int) -> str:
    """A small word itself; of other words what they are: an office, a name, a noun, a verb, a cue …"""
    kind = doc.kinds[i]
    if kind != WORD:
        return kind if kind != NUMBER else "n"
    word = doc.words[i]
    return "name" if word in doc.names else _class_of(word)


@lru_cache(maxsize=1 << 14)
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
