"""Content that a relative clause speaks of: «الإجراءات التي أعلنتها الحكومة», «…، وهو ما تنفيه طهران».

Only proposed here, with a pronoun in the relative clause that stands for what was said; whether it is a
statement, `accepting` weighs.
"""

from __future__ import annotations

from .clauses import Clause, clause_around
from .cues import PAST, PRESENT, FoundCue
from .segment import CLOSE, COMMA, NUMBER, OPEN, WORD, Document
from .vocabulary import (
    country_starts,
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    looks_verbal_noun,
    nouns,
    words,
)

_RELATIVES = folded("الذي التي الذين اللذان اللذين اللتان والذي والتي والذين")
_WHAT = folded("ما مما ممّا")
_BETWEEN = folded("سبق كان كانت قد و أن لا لم وأن كانوا")
_STANDING_FOR = folded("ه ها هم هما")
_PRONOUNS = folded(
    "عنه عنها به بها إليه إليها عليه عليها منه منها لها فيه فيها بهما عنهما عليهم عنهم ذلك بذلك"
)
_IT_IS = folded("وهو وهي وهذا وهذه الأمر وذلك هو")
_LONGEST = 12


def propose_antecedent(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> Clause | None:
    """The clause whose content stands before its cue as what the cue's pronoun stands for, if any."""
    if cue.form not in (PAST, PRESENT) or cue.reading.person != 3 or cue.at <= sentence[0] + 1:
        return None
    after = cue.at + 1
    if cue.reading.suffix not in _STANDING_FOR:
        if cue.reading.suffix or after >= sentence[1] or doc.words[after] not in _PRONOUNS:
            return None
        after += 1
    content = _spoken_of(doc, cue, sentence, found)
    if content is None:
        return None
    return Clause(cue, (after, _region_end(doc, after, sentence[1])), [content], "antecedent", sentence)


def _region_end(doc: Document, i: int, limit: int) -> int:
    stop = min(limit, i + 16)
    while i < stop and doc.kinds[i] in (WORD, NUMBER, OPEN, CLOSE):
        i += 1
    return i


def _spoken_of(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> tuple[int, int] | None:
    first, i = sentence[0], cue.at - 1
    while i > first and doc.words[i] in _BETWEEN and cue.at - i < 4:
        i -= 1
    word = doc.words[i]
    if word in _WHAT and i > first and doc.words[i - 1] in _IT_IS:
        return _clause_before(doc, i - 1, first, found)
    if word in _RELATIVES:
        if i > first and doc.words[i - 1] in ("الامر", "الشيء"):
            return _clause_before(doc, i - 1, first, found)
        if i > first + 1 and doc.words[i - 2] in _IT_IS:
            return _clause_before(doc, i - 2, first, found)
        return _phrase_before(doc, i, first, word)
    if cue.reading.suffix and i == cue.at - 1 and i > first and doc.words[i - 1] in _IT_IS:
        return _clause_before(doc, i - 1, first, found)  # «…، وهو اتهام نفته الوزارة»
    return None


def _clause_before(doc: Document, at: int, first: int, found: list[Clause]) -> tuple[int, int] | None:
    """Before «وهو ما» the content of the cue before it, or the sentence so far."""
    host = clause_around(found, at)
    start = (
        host.start if host else next((c.start for c in reversed(found) if c.content and c.end <= at), first)
    )
    end = at
    while end > start and doc.kinds[end - 1] == COMMA:
        end -= 1
    return (start, end) if end > start else None


def _phrase_before(doc: Document, relative: int, first: int, word: str) -> tuple[int, int] | None:
    """The definite noun phrase right before the relative pronoun that agrees with it."""
    end = relative
    while end > first and doc.kinds[end - 1] == COMMA:
        end -= 1
    start = _phrase_start(doc, end - 1, first)
    while start is not None and not _may_be_meant(doc, start, end, word):
        # «نبأ الإفراج عن الجنود، الذي أعلنه»: what is meant stands further to the front
        further = start - 1 if is_function(doc.words[start - 1]) else start
        if further - 1 < first or doc.words[start][:1] not in "بل" + doc.words[start][:1] * (further < start):
            break
        earlier = _phrase_start(doc, further - 1, first)
        if earlier is None or end - earlier > _LONGEST:
            break
        start = earlier
    return (start, end) if start is not None and start < end else None


def _may_be_meant(doc: Document, start: int, end: int, relative: str) -> bool:
    """Whether the phrase can be what «الذي» stands for: of its gender, neither a place nor a time alone."""
    word = doc.words[start]
    if relative.removeprefix("و") == "الذي" and _is_feminine(word):
        return False
    bare = word.removeprefix("ل").removeprefix("ب") if end == start + 1 else word
    return not (word in country_starts() or bare in country_starts() or is_time(word))


def _is_feminine(word: str) -> bool:
    return word.endswith(("ه", "ات"))


def _phrase_start(doc: Document, k: int, first: int) -> int | None:
    """Back over adjectives and genitives to the noun that opens the phrase ending at `k`."""
    if k < first or doc.kinds[k] not in (WORD, CLOSE, NUMBER):
        return None
    if doc.kinds[k] == CLOSE:
        return doc.match[k] if doc.match[k] >= first else None
    while k > first and doc.kinds[k - 1] in (WORD, NUMBER) and _goes_with(doc, k):
        k -= 1
    return k


def _goes_with(doc: Document, k: int) -> bool:
    """Whether the word at `k` belongs to the noun phrase of the word before it."""
    word, before = doc.words[k], doc.words[k - 1]
    if doc.kinds[k - 1] == NUMBER or doc.kinds[k] == NUMBER:
        return True
    if is_function(before) or before in words("preposition"):
        return False
    bare = before.removeprefix("و") if before not in nouns() else before
    bare = bare[1:] if bare[:1] in "بل" and bare not in nouns() else bare
    if bare.startswith(("ال", "لل")) or before.startswith("لل"):
        return word.startswith("ال") and _agrees(bare, word)
    if word[:1] == "و" and word not in nouns():
        return False
    return bare in nouns() or looks_verbal_noun(bare) or bare in heads() or before in given_names()


def _agrees(noun: str, word: str) -> bool:
    """«الهدنة الإنسانية»: an adjective after its noun, not «الرئيس المبادرة»."""
    if word.endswith(("ي", "يه", "ين")):
        return True
    if word.endswith("ه"):
        return _is_feminine(noun) and (word[2:] in nouns() or noun.endswith("ات"))
    return word[2:] in nouns() and not _is_feminine(noun) and not looks_verbal_noun(word[2:])
