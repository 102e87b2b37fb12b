"""Where the content of a cue begins: a learned choice beside the opening that the rules found.

Only where the words leave it open: after an object verb («اتهمت دول الخليج [إيران] بالتدخل» has three
nouns that may open the object), a preposition or quotation marks; a complementiser is plain.
"""

from __future__ import annotations

from dataclasses import replace

from . import learned
from .clauses import FREE_THAT, Opening
from .cues import FoundCue
from .known import Party
from .mentions import parse_parties
from .segment import CLOSE, COMMA, LINE, MARK, NUMBER, OPEN, STOP, WORD, Document
from .vocabulary import (
    country_starts,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    looks_verbal_noun,
    nouns,
    words,
)

_AFTER = 12  # tokens after the rules' start in which another may stand
_MOST = 40  # tokens between the cue and a start


def settle_start(doc: Document, cue: FoundCue, opening: Opening, limit: int) -> Opening:
    """The likeliest opening of a cue's content: the rules' own, or one at another word near by."""
    if opening.opener not in ("np", "preposition", "quote"):
        return opening
    starts = _candidates(doc, cue, opening, limit)
    if len(starts) < 2:
        return opening
    features = _features(doc, cue, opening, starts, limit)
    model = learned.load("start")
    at, share = model.choose_surely(features, about=(doc, cue.at, tuple(starts)))
    same = not model.weights or starts[at] == opening.start
    return replace(opening if same else _opening_at(doc, cue, starts[at]), share=share)


def _candidates(doc: Document, cue: FoundCue, opening: Opening, limit: int) -> list[int]:
    """Words between the cue and a little after the rules' start that may open content."""
    found = []
    for j in range(cue.at + 1, min(limit, opening.start + _AFTER, cue.at + _MOST)):
        if j > opening.start and doc.kinds[j] in (STOP, LINE):
            break
        quoted_rule = j == opening.start + 1 and doc.kinds[opening.start] == OPEN
        if j == opening.start or (doc.kinds[j] == WORD and not quoted_rule and _may_open(doc, cue, j)):
            found.append(j)
    return found if opening.start in found else sorted([*found, opening.start])


def _may_open(doc: Document, cue: FoundCue, j: int) -> bool:
    word, before = doc.words[j], doc.words[j - 1]
    if word in words("clitic_comp"):
        return True
    if is_function(word) or is_time(word):
        return word in _OPENING_WORDS
    return before not in words("preposition") or before in cue.verb.frames


_OPENING_WORDS = frozenset(("ما", "اي", "هذا", "هذه", "كل"))


def _opening_at(doc: Document, cue: FoundCue, j: int) -> Opening:
    before = doc.words[j - 1]
    if doc.kinds[j - 1] == OPEN:
        return Opening(j - 1, j, "quote")
    if before in FREE_THAT:
        end = j - 2 if doc.words[j - 2] in cue.verb.frames else j - 1
        return Opening(max(end, cue.at + 1), j, "that")
    if doc.words[j] in words("clitic_comp"):
        return Opening(j, j, "that")
    if before in cue.verb.frames and j - 1 > cue.at:
        return Opening(j - 1, j, "preposition")
    attached = doc.words[j][:1] in "بل" and doc.words[j][:1] in cue.verb.frames
    return Opening(j, j, "preposition" if attached else "np")


def _features(
    doc: Document, cue: FoundCue, opening: Opening, starts: list[int], limit: int
) -> list[list[str]]:
    parties = parse_parties(doc, cue.at + 1, min(limit, starts[-1] + 8))
    sense, lemma, form = cue.verb.sense, cue.verb.lemma, cue.form
    rows = []
    for at, j in enumerate(starts):
        place = "rule" if j == opening.start else "before" if j < opening.start else "after"
        word, before = doc.words[j], doc.words[j - 1]
        kind, kind_before = _class(doc, j), _class_before(doc, cue, j)
        after = _class(doc, j + 1) if j + 1 < limit else "end"
        where = _where(parties, j)
        row = [
            place,
            f"{place} {opening.opener}",
            f"{place} {opening.opener} {kind_before}",
            f"{place} {opening.opener} {kind}",
            f"{place} {kind_before} {kind}",
            f"{place} {where}",
            f"{place} {where} {opening.opener}",
            f"{kind}",
            f"{kind_before}",
            f"{kind_before} {kind}",
            f"{kind_before} {kind} {after}",
            f"{where}",
            f"{where} {kind}",
            f"{where} {kind_before} {kind}",
            f"{where} {form}",
            f"{sense} {kind}",
            f"{sense} {where}",
            f"{lemma} {kind}",
            f"{form} {kind} {at == 0}",
            f"w {word}",
            f"p {before}",
            f"at {min(at, 5)}",
            f"far {min(6, (j - cue.at).bit_length())} {form}",
        ]
        row += _details(doc, cue, j, limit)
        rows.append(row)
    return rows


def _details(doc: Document, cue: FoundCue, j: int, limit: int) -> list[str]:
    found, word, sense = [], doc.words[j], cue.verb.sense
    if word.endswith("ا") and len(word) > 3:
        found.append("tanwin")
    if word.endswith(("ه", "ها", "هم")) and word.rstrip("هام") not in nouns():
        pronoun = "f" if word.endswith("ها") else "p" if word.endswith("هم") else "m"
        found.append(f"pronoun {pronoun} {cue.reading.gender}")
    for k in range(j + 1, min(j + 7, limit)):
        if doc.kinds[k] in (COMMA, STOP):
            break
        if doc.words[k][:1] == "ب" and _class(doc, k) == "with ب":
            found += [f"b ahead {sense}", f"b ahead {sense} {_class(doc, j)}"]
            break
        if doc.words[k] in FREE_THAT:
            found.append(f"that ahead {sense} {doc.words[k - 1] in words('preposition')}")
            break
        if doc.words[k] in cue.verb.frames:
            found.append(f"frame ahead {sense} {doc.words[k]}")
            break
    return found


def _where(parties: list[Party], j: int) -> str:
    """How the token lies to the parties named after the cue."""
    if not parties:
        return "no party"
    for n, party in enumerate(parties[:3]):
        if j < party.first:
            return f"before {n}"
        if j == party.first:
            return f"starts {n}"
        if j < party.end:
            return f"in {n}"
        if j == party.end:
            return f"ends {n}"
    return "past"


def _class(doc: Document, j: int) -> str:
    kind, word = doc.kinds[j], doc.words[j]
    if kind != WORD:
        return kind
    if word in FREE_THAT or word in words("clitic_comp"):
        return "that"
    if word in given_names():
        return "given"
    if word in heads():
        return "head " + heads()[word].kind
    if word in country_starts():
        return "country"
    if is_function(word) or is_time(word) or word in words("adverb"):
        return "small"
    if word.startswith("ال"):
        return "the noun" if word[2:] in nouns() else "the"
    if looks_verbal_noun(word):
        return "masdar"
    if word in nouns():
        return "noun"
    if word[:1] in "بل" and (word[1:] in nouns() or word[1:3] == "ال" or looks_verbal_noun(word[1:])):
        return "with " + word[:1]
    if is_verb(word):
        return "verb"
    return "و" if word[:1] == "و" else "word"


def _class_before(doc: Document, cue: FoundCue, j: int) -> str:
    if j - 1 == cue.at:
        return "cue"
    before = doc.words[j - 1]
    if doc.kinds[j - 1] in (OPEN, CLOSE, COMMA, NUMBER, MARK):
        return doc.kinds[j - 1]
    if before in cue.verb.frames:
        return "frame"
    if before in FREE_THAT:
        return "that"
    if before.startswith("ال"):
        return "the adjective" if before.endswith(("ي", "يه")) else "the"
    if before in nouns():
        return "adjective" if before.endswith(("ي", "يه")) else "noun"
    if is_time(before) or before in words("adverb"):
        return "adverb"
    return "name" if before in given_names() or before in country_starts() else "word"
