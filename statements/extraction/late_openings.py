"""Content that a sure verb of saying has though nothing opens it: «هنأت الوزيرة فيه الوفد "على فوزه"»,
«وقال ناطق باسم الحزب لا بد من …», «وتابع السفير، ونحن حريصون …».

Only proposed, where nothing else was found; whether it is a statement, `accepting` weighs.
"""

from __future__ import annotations

from .clauses import Opening
from .cues import PARTICIPLE, PAST, PRESENT, FoundCue, find_cues
from .mentions import parse_parties, parse_party
from .segment import COMMA, LINE, OPEN, STOP, WORD, Document
from .vocabulary import folded, is_time, is_verb, nouns, words

_REACH = 24  # tokens from the cue to the quotation
_SHORTEST = 2  # tokens of a quotation that may be content
_SAYING = ("said", "added", "explained")
_LEAST_PLAIN = 4  # tokens of a plain clause


def find_late_opening(doc: Document, cue: FoundCue, end: int) -> Opening | None:
    """Where content may begin that no word opens; None where nothing can be content."""
    if cue.form not in (PAST, PRESENT, PARTICIPLE) or cue.reading.suffix:
        return None
    return _quotation(doc, cue, end) or _plain_clause(doc, cue, end)


def _quotation(doc: Document, cue: FoundCue, end: int) -> Opening | None:
    """The next quotation before a pause or another cue, for verbs that take no complementiser too."""
    shouted = cue.verb.lemma in _SHOUTED
    if cue.verb.strength != "s" and not shouted:
        return None
    for j in range(cue.at + 1, min(end, cue.at + _REACH)):
        if doc.kinds[j] in (STOP, LINE) or doc.depth[j] < doc.depth[cue.at]:
            return None
        if doc.kinds[j] == OPEN:
            long = doc.match[j] - j > _SHORTEST - shouted
            return Opening(j, j + 1, "quote") if long else None
        if doc.kinds[j] == WORD and find_cues(doc, j, j + 1):
            return None
    return None


_SHOUTED = ("هتف", "صاح", "ردد")  # «يصيحون "الله أكبر"، و…»


def _plain_clause(doc: Document, cue: FoundCue, end: int) -> Opening | None:
    """After the subject of a verb of saying: past a comma, or at a word that begins a clause."""
    if cue.form == PARTICIPLE or cue.verb.sense not in _SAYING or doc.words[cue.at - 1] in ("ما", "كما"):
        return None
    subjects = parse_parties(doc, cue.at + 1, end)
    if not subjects:
        return None
    last = subjects[-1].end
    j = _past_occasion(doc, last, end)
    paused = j < end and doc.kinds[j] == COMMA
    j += paused
    if end - j < _LEAST_PLAIN or doc.kinds[j] != WORD or find_cues(doc, j, j + 1):
        return None
    return (
        Opening(last, j, "plain") if _begins_clause(doc.words[j]) or _names_and_tells(doc, j, end) else None
    )


def _past_occasion(doc: Document, j: int, end: int) -> int:
    """«في بلاغه», «أمس»: past one occasion or time of the saying."""
    while j < end and doc.kinds[j] == WORD and is_time(doc.words[j]):
        j += 1
    if j + 1 < end and doc.words[j] == "في" and doc.words[j + 1] in words("occasion"):
        j += 2
    return j


def _names_and_tells(doc: Document, j: int, end: int) -> bool:
    """«وقال السفير [أرخانيا تدعم] السلام»: somebody named, and a verb in the present right after."""
    party = parse_party(doc, j, end)
    if party is None or party.end >= end - 1:
        return False
    word = doc.words[party.end]
    return word[:1] in "يت" and is_verb(word) and word not in nouns()


def _begins_clause(word: str) -> bool:
    return word in _CLAUSE_WORDS or (is_verb(word) and word not in nouns())


_CLAUSE_WORDS = folded(
    "لا لن لم لقد نحن ونحن أنا هناك ليس ليست لدينا هذا هذه ما يجب ينبغي لو لكن ولكن كان كانت من الأفضل إذا كل أنت هو هي"
)
