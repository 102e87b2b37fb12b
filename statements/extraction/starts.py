"""Where the content of a cue begins: a learned choice beside the opening that the rules found.

Only where the words leave it open: after an object verb («اتهمت دول الخليج [إيران] بالتدخل» has three
nouns that may open the object), a preposition or quotation marks; a complementiser is plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import learned
from .attached import STRONGEST
from .clauses import FREE_THAT, Opening
from .cues import FoundCue
from .known import Party
from .mentions import parse_parties
from .per_word import per_word
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
_AHEAD = 6  # tokens after a start in which a better one may show


def settle_start(doc: Document, cue: FoundCue, opening: Opening, limit: int) -> Opening:
    """The likeliest opening of a cue's content: the rules' own, or one at another word near by."""
    if opening.opener not in ("np", "preposition", "quote"):
        return opening
    starts = _candidates(doc, cue, opening, limit)
    if len(starts) < 2:
        return opening
    model = learned.load("start")
    parts = list(_parts(doc, cue, opening, starts, limit))
    at, share = model.choose(parts, about=(doc, cue.at, tuple(starts)))
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
    if (word == "لسان" and before == "علي") or (word in STRONGEST and "ب" in doc.words[j - 2 : j]):
        return False
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


def _parts(
    doc: Document, cue: FoundCue, opening: Opening, starts: list[int], limit: int
) -> Iterator[list[learned.Part]]:
    """What is known of each word that may open the content."""
    parties = parse_parties(doc, cue.at + 1, min(limit, starts[-1] + 8))
    verb, form, gender, rule = cue.verb, cue.form, cue.reading.gender, opening.start
    signs = [_sign(doc, cue, k) for k in range(cue.at, min(starts[-1] + _AHEAD + 1, limit))]
    for at, j in enumerate(starts):
        place = "rule" if j == rule else "before" if j < rule else "after"
        kind, before = _class(doc, j), _class_before(doc, cue, j)
        after = _class(doc, j + 1) if j + 1 < limit else "end"
        where = _where(parties, j)
        ahead = next(filter(None, signs[j + 1 - cue.at : j + 1 + _AHEAD - cue.at]), "")
        yield [
            (_lies, (place, opening.opener, before, kind, where)),
            (_classes, (before, kind, after)),
            (_of_cue, (verb.sense, verb.lemma, form, kind, where, at == 0)),
            (_spelled, (doc.words[j], gender)),
            (_after, (doc.words[j - 1],)),
            (_distance, (min(at, 5), min(6, (j - cue.at).bit_length()), form)),
            *([(_before_sign, (ahead, verb.sense, kind))] if ahead else []),
        ]


def _lies(place: str, opener: str, before: str, kind: str, where: str) -> list[str]:
    """What the word is, and how it lies to the rules' start and to those named after the cue."""
    return [
        place,
        f"{place} {opener}",
        f"{place} {opener} {before}",
        f"{place} {opener} {kind}",
        f"{place} {before} {kind}",
        f"{place} {where}",
        f"{place} {where} {opener}",
        kind,
        before,
        f"{before} {kind}",
        where,
        f"{where} {kind}",
        f"{where} {before} {kind}",
    ]


def _classes(before: str, kind: str, after: str) -> list[str]:
    return [f"{before} {kind} {after}"]


def _of_cue(sense: str, lemma: str, form: str, kind: str, where: str, first: bool) -> list[str]:
    return [
        f"{where} {form}",
        f"{sense} {kind}",
        f"{sense} {where}",
        f"{lemma} {kind}",
        f"{form} {kind} {first}",
    ]


def _spelled(word: str, gender: str) -> list[str]:
    """The word and its ending: an object's, a pronoun of the cue's gender or another."""
    found = [f"w {word}"]
    if word.endswith("ا") and len(word) > 3:
        found.append("tanwin")
    if word.endswith(("ه", "ها", "هم")) and word.rstrip("هام") not in nouns():
        pronoun = "f" if word.endswith("ها") else "p" if word.endswith("هم") else "m"
        found.append(f"pronoun {pronoun} {gender}")
    return found


def _after(before: str) -> list[str]:
    return [f"p {before}"]


def _distance(at: int, far: int, form: str) -> list[str]:
    return [f"at {at}", f"far {far} {form}"]


def _before_sign(sign: str, sense: str, kind: str) -> list[str]:
    """The next sign of a better opening after the word."""
    if sign == "pause":
        return []
    what, _, more = sign.partition(" ")
    return (
        [f"{what} ahead {sense} {more}"]
        if more
        else [f"{what} ahead {sense}", f"{what} ahead {sense} {kind}"]
    )


def _sign(doc: Document, cue: FoundCue, k: int) -> str:
    """Whether a token is a pause or would open content better: with «ب», after «أن», after the verb's preposition."""
    word = doc.words[k]
    if doc.kinds[k] in (COMMA, STOP):
        return "pause"
    if word[:1] == "ب" and _class(doc, k) == "with ب":
        return "b"
    if word in FREE_THAT:
        return f"that {doc.words[k - 1] in words('preposition')}"
    return f"frame {word}" if word in cue.verb.frames else ""


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
    return _class_of(doc.words[j]) if doc.kinds[j] == WORD else doc.kinds[j]


@per_word
def _class_of(word: str) -> str:
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
    before, kind = doc.words[j - 1], doc.kinds[j - 1]
    if kind in (OPEN, CLOSE, COMMA, NUMBER, MARK):
        return kind
    return "frame" if before in cue.verb.frames else _sort_before(before)


@per_word
def _sort_before(word: str) -> str:
    if word in FREE_THAT:
        return "that"
    if word.startswith("ال"):
        return "the adjective" if word.endswith(("ي", "يه")) else "the"
    if word in nouns():
        return "adjective" if word.endswith(("ي", "يه")) else "noun"
    if is_time(word) or word in words("adverb"):
        return "adverb"
    return "name" if word in given_names() or word in country_starts() else "word"
