"""Looser candidates for statements inside somebody's words, where no sure cue was found; `placing` weighs them."""

from __future__ import annotations

from .clauses import Clause, Opening, clause_around
from .cues import MASDAR, PAST, PREPOSITION, PRESENT, FoundCue
from .endings import find_end
from .mentions import parse_party
from .openings import find_opening
from .reporting import doubt
from .segment import OPEN, WORD, Document
from .vocabulary import demonyms, folded, is_function, is_verb


def read_held(doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]) -> Clause | None:
    """«المبادرات التي دعا إليها الملك» inside somebody's words: what was said stands before the relative."""
    if cue.form not in (PAST, PRESENT) or doc.words[cue.at - 1] not in _THAT_WHICH or cue.at <= sentence[0]:
        return None
    if clause_around(found, cue.at) is None or doc.words[cue.at + 1 : cue.at + 2] in ([], ["عن"]):
        return None
    return _read_antecedent(doc, cue, sentence) if doc.words[cue.at + 1] in _HOLDING else None


def read_inner(doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]) -> Clause | None:
    """The clause a cue may open inside the words of another, however unsure; None where it governs nothing."""
    if cue.form == PREPOSITION or clause_around(found, cue.at) is None:
        return None
    if doubt(doc, cue, sentence) in _NOWHERE:
        return None
    if doc.words[cue.at - 1] in _THAT_WHICH and (antecedent := _read_antecedent(doc, cue, sentence)):
        return antecedent
    if cue.form == MASDAR and not _masdar_may_report(doc, cue):
        return None
    opening = find_opening(doc, cue, sentence[1])
    return _loose_clause(doc, cue, opening, sentence) if opening else None


_NOWHERE = frozenset(("ought", "predicate", "other_word"))  # what is no cue in nobody's words


def _loose_clause(doc: Document, cue: FoundCue, opening: Opening, sentence: tuple[int, int]) -> Clause | None:
    end = find_end(doc, opening, sentence)
    if opening.start >= end:
        return None
    clause = Clause(
        cue, (cue.at + 1, opening.region_end), [(opening.start, end)], opening.opener, sentence, loose=True
    )
    clause.quoted = OPEN in (doc.kinds[opening.start - 1], doc.kinds[opening.start])
    return clause


_THAT_WHICH = folded("التي الذي الذين سبق قد")
_HOLDING = folded("بها به عنها عنه إليها إليه عليها عليه لها له فيها فيه")
_LONGEST_ANTECEDENT = 5  # words


def _read_antecedent(doc: Document, cue: FoundCue, sentence: tuple[int, int]) -> Clause | None:
    """«الإجراءات التي أعلنتها الحكومة», «الضمانات التي تعهدت بها»: what was said stands before the relative."""
    at, first = cue.at, sentence[0]
    relative = next(
        (i for i in range(at - 1, max(first, at - 4), -1) if doc.words[i] in ("التي", "الذي", "الذين")), -1
    )
    if relative <= first:
        return None
    held = at + 1 < len(doc) and doc.words[at + 1] in _HOLDING
    if not held and not cue.reading.suffix:
        return None
    start = _antecedent_start(doc, relative, first)
    if start is None or doc.words[start:relative] in (["الامر"], ["وهو"]):
        return None
    begin = at + 2 if held else at + 1
    return Clause(
        cue,
        (begin, _region_end(doc, begin, sentence[1])),
        [(start, relative)],
        "antecedent",
        sentence,
        loose=True,
    )


def _antecedent_start(doc: Document, relative: int, first: int) -> int | None:
    """The words with the article that run up to the relative, a demonstrative before them included."""
    i, seen = relative, False
    while i > first and relative - i < _LONGEST_ANTECEDENT and doc.kinds[i - 1] == WORD:
        word = doc.words[i - 1]
        definite = word.startswith(("ال", "وال", "بال", "لل", "وبال"))
        if (seen and not definite) or is_function(word) or (not definite and is_verb(word)):
            break
        seen = seen or definite
        i -= 1
    if i == relative:
        return None
    return i - 1 if i > first and doc.words[i - 1] in ("هذه", "هذا") else i


def _region_end(doc: Document, begin: int, end: int) -> int:
    i = begin
    while i < end and doc.kinds[i] == WORD and i - begin < 12:
        i += 1
    return i


def _masdar_may_report(doc: Document, cue: FoundCue) -> bool:
    """«دعوة روسية لـ», «طلبا من الوزيرة لـ», «تم التأكيد على», «بعد كشف دبي عن»: told with who said it."""
    at, r = cue.at, cue.reading
    if r.suffix or at + 1 >= len(doc) or cue.verb.strength != "s":
        return False
    after = doc.words[at + 1]
    if r.prefix.endswith("ال") or doc.words[at - 1] in _DONE:
        return True
    if after == "من" or after in demonyms():
        return True
    return not is_function(after) and parse_party(doc, at + 1, min(len(doc), at + 12)) is not None


_DONE = folded("تم جرى تمت جرت يتم وتم")
