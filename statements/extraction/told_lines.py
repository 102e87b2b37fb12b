"""Lines that tell what somebody says with no verb: «عاجل | وزير الدفاع: سنرد على الهجوم», «فلان: «…»».

A headline looks the same: a line counts where its words are quoted or a whole sentence, or where the
article is made of such lines (a live page, a dialogue).
"""

from __future__ import annotations

from .candidates import Candidate
from .clauses import Clause
from .continuing import is_our_verb
from .coreference import Cast
from .cues import PARTICIPLE, PAST, PRESENT, find_cues
from .known import Party
from .mentions import parse_parties, parse_party
from .name_words import is_ever_name
from .outlets import find_medium, named_medium
from .segment import COLON, LINE, MARK, NUMBER, OPEN, STOP, WORD, Document, is_hour
from .transmitting import sources
from .vocabulary import folded, is_verb, nouns

_REACH = 18  # tokens from the start of a line to its colon
_LEAST = 3  # words that are said
_MADE_OF_LINES = 3  # such lines in an article, or the share of its paragraphs below
_SHARE = 0.3
_FLAGS = folded("عاجل خاص فيديو بالفيديو متابعة مباشر تحديث")
_BESIDE = folded("في خلال عبر على لدى أمام بعد عقب تعليقا ردا حول بشأن")


def find_lines(doc: Document) -> dict[int, Clause]:
    """The clauses of such lines by the first token of their paragraphs."""
    found = {}
    for paragraph in doc.paragraphs:
        if clause := _read_line(doc, paragraph):
            found[paragraph[0]] = clause
    many = max(_MADE_OF_LINES, _SHARE * len(doc.paragraphs))
    return found if len(found) >= many else {i: c for i, c in found.items() if _is_whole(doc, c)}


def speakers_of_line(doc: Document, clause: Clause) -> Candidate:
    """Who speaks in such a line, and the medium that relays: «الأفق عن مصدر: …»."""
    first, limit = clause.region
    at = _of(doc, first, limit)
    if at > first:
        return Candidate("line", sources(doc, at + 1, limit), relay=parse_party(doc, first, at))
    return Candidate("line", parse_parties(doc, first, limit)[:1])


def _read_line(doc: Document, paragraph: tuple[int, int]) -> Clause | None:
    begin, end = paragraph
    first = _past_flags(doc, begin, end)
    colon = next((i for i in range(first, min(end, first + _REACH)) if doc.kinds[i] == COLON), -1)
    if colon <= first or not _names_speaker(doc, first, colon):
        return None
    stop = _end_of_line(doc, colon + 1, end)
    if not _says_something(doc, colon + 1, stop):
        return None
    quoted = doc.kinds[colon + 1] == OPEN
    return Clause(None, (first, colon), [(colon + 1, stop)], "colon", paragraph, quoted=quoted)


def _past_flags(doc: Document, begin: int, end: int) -> int:
    """Past bullets, the hour and «عاجل |»."""
    i = _past_hour(doc, begin, end)
    while i < end and (
        doc.kinds[i] in (MARK, LINE)
        or doc.words[i] in _FLAGS
        or (doc.kinds[i] == COLON and i > begin and doc.words[i - 1] in _FLAGS)
    ):
        i += 1
    return i


def _past_hour(doc: Document, i: int, end: int) -> int:
    """«10:45»; the number of an entry in a list is none."""
    return i + (i < end and is_hour(doc, i))


def _end_of_line(doc: Document, i: int, end: int) -> int:
    return next((j for j in range(i + 1, end) if doc.kinds[j] == LINE), end)


def _names_speaker(doc: Document, first: int, colon: int) -> bool:
    """Somebody who can speak, and nothing but to whom or where he does."""
    at = _of(doc, first, colon)
    if at > first:
        relay = parse_party(doc, first, at)
        return relay is not None and relay.kind == "agency" and bool(sources(doc, at + 1, colon))
    party = parse_party(doc, first, colon)
    if party is None or not _may_speak(doc, party):
        return False
    return _is_beside(doc, party.end, colon) and not _reports(doc, party, first, colon)


def _reports(doc: Document, party: Party, first: int, colon: int) -> bool:
    """Whether a verb of saying stands beside the name: then it is the cue."""
    cues = (c for c in find_cues(doc, first, colon) if not party.first <= c.at < party.end)
    return any(cue.form in (PAST, PRESENT, PARTICIPLE) for cue in cues)


def _of(doc: Document, first: int, limit: int) -> int:
    """The token of «عن» in «الأفق عن مصدر», «الأفق نقلا عن مصدر»; -1 for none."""
    return next((i for i in range(first, limit) if doc.words[i] == "عن"), -1)


def _may_speak(doc: Document, party: Party) -> bool:
    if party.kind == "person":
        named = range(*party.name) if party.name else ()
        known = any(doc.words[i] in doc.names for i in named)
        return bool(party.titles) or known or (len(named) > 1 and _may_be_first(doc.words[named[0]]))
    return party.kind in ("organization", "unnamed")


def _may_be_first(word: str) -> bool:
    """«سامر», «البدري», not «الزلازل»."""
    return is_ever_name(word) or (not word.startswith("ال") and word not in nouns())


def _is_beside(doc: Document, i: int, colon: int) -> bool:
    """«لقناة الأفق», «في مؤتمر صحفي»: between who speaks and the colon."""
    while i < colon and doc.kinds[i] not in (WORD, OPEN, NUMBER):
        i += 1
    if i >= colon:
        return True
    word = doc.words[i]
    return word in _BESIDE or word[:1] == "ل"


def _says_something(doc: Document, first: int, end: int) -> bool:
    """A clause, no name or date: «وزير الدفاع: سامر الحلواني» is an entry of a list."""
    words = [i for i in range(first, end) if doc.kinds[i] == WORD]
    if len(words) < _LEAST:
        return False
    start = first + (doc.kinds[first] == OPEN)
    party = parse_party(doc, start, end)
    if party and party.kind == "person" and party.end >= end - 1:
        return False
    return any(_is_verbal(doc.words[i]) for i in words[:12]) or len(words) > 6


def _is_verbal(word: str) -> bool:
    verb = is_verb(word) and word not in nouns()
    return verb or word in _VERBAL or is_our_verb(word)


_VERBAL = folded("لا لن لم ليس ليست إن إنه إننا نحن أنا بات باتت لقد قد سوف يجب لماذا هل كيف")


def _is_whole(doc: Document, clause: Clause) -> bool:
    """Flagged as news, quoted from the colon on, or a sentence with its stop, as no headline is."""
    start, end = clause.sentence[0], clause.content[0][1]
    flagged = any(word in _FLAGS for word in doc.words[start : clause.region[0]])
    return flagged or clause.quoted or doc.kinds[end - 1] == STOP


def medium_of_line(doc: Document, clause: Clause, cast: Cast) -> Party | None:
    """«وزير الدفاع لقناة الأفق: …»: the medium that is told."""
    first, limit = clause.region
    media = (find_medium(doc, i, limit, cast) or _agency(doc, i, limit) for i in range(first + 1, limit))
    return next((medium for medium in media if medium), None)


def _agency(doc: Document, i: int, limit: int) -> Party | None:
    if doc.words[i] == "ل":
        return named_medium(doc, i + 1, limit)
    party = parse_party(doc, i, limit) if doc.words[i][:1] == "ل" else None
    return party if party and party.kind == "agency" else None
