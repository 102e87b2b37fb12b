"""What was said: from each cue of a sentence to the content it governs.

`find_clauses` reads one sentence from left to right. A cue opens content at a complementiser, at
its own preposition, at a colon, at quotation marks or, for verbs that take an object, after its
subject; content runs to the end of the sentence unless another cue, a relay or the occasion of
the saying cuts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from .accepting import is_statement
from .antecedents import propose_antecedent
from .clauses import BEFORE, Clause, Opening, clause_around, mark_before
from .comments import cut_narrator
from .cues import PREPOSITION, FoundCue, find_cues
from .endings import before_answer, find_end, trim
from .inner import read_held, read_inner
from .late_openings import find_late_opening
from .masdars import is_done
from .openings import find_opening
from .placing import place
from .relays import cut_as_reported, read_content_before, read_source
from .renewed import take_out_call
from .reporting import NEVER, doubt, is_held_by_nobody, is_sure
from .segment import OPEN, Document
from .speech_nouns import SPEECH_NOUNS, take_out_addressee
from .starts import settle_start


def find_clauses(doc: Document, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of a sentence in the order of their cues."""
    first, end = sentence
    cues = find_cues(doc, first, end)
    line = doc.lines.get(first)
    found: list[Clause] = [_of_sentence(line, end)] if line else []
    covered = found[0].start if found else first
    for cue in cues:
        if cue.at < covered:
            continue
        clause = read_held(doc, cue, sentence, found) or _read_clause(doc, cue, sentence, found)
        clause = clause or read_inner(doc, cue, sentence, found)
        if clause is None:
            continue
        place(doc, clause, found)
        if clause.content:
            found.append(clause)
            covered = max(covered, _covered(doc, clause))
    for clause in found:
        if clause.content and clause.cue and clause.opener not in BEFORE:
            cut_as_reported(doc, clause)
            cut_narrator(doc, clause)
        trim(doc, clause)
    for clause in found:
        _leave_host(clause)
    return [c for c in found if c.content and not _is_pronoun(doc, c)]


def _of_sentence(line: Clause, end: int) -> Clause:
    """The first sentence of a line; the others go on."""
    start, last = line.content[0]
    line.sentence, line.content = (line.sentence[0], end), [(start, min(last, end))]
    return line


def _is_pronoun(doc: Document, clause: Clause) -> bool:
    """«رفضت ذلك»: the words it stands for are said elsewhere."""
    first, end = clause.content[0]
    return clause.opener == "np" and end == first + 1 and doc.words[first] in ("ذلك", "هذا")


def _leave_host(clause: Clause) -> None:
    """A cue after the end that was found for its host stands inside it no longer."""
    host = clause.parent
    if host and not any(start <= clause.at < end for start, end in host.content):
        host.children.remove(clause)
        clause.parent = host.parent


def _covered(doc: Document, clause: Clause) -> int:
    """Up to where no other cue can stand: the region of the clause."""
    return clause.at + 1 if clause.opener in BEFORE else clause.start


def _read_clause(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> Clause | None:
    if cue.form == PREPOSITION:
        return read_source(doc, cue, sentence, found)
    against = doubt(doc, cue, sentence)
    if against in NEVER:
        return None
    clause = _after_cue(doc, cue, sentence, settled=not against)
    if clause is not None and is_held_by_nobody(doc, clause):
        return None
    if clause is not None and is_done(doc, cue, sentence[0]):
        return clause
    host = clause_around(found, cue.at)
    if clause is not None:
        against = against or ("" if is_sure(doc, cue, clause, found) else "unsure")
        if against == "unsure" and cue.verb.lemma == "نقل":
            return None  # «نقلت الوكالة عنه قوله»: «قوله» reports
        if host and not against:
            return clause  # inside somebody's words `placing` decides
        if not host and is_statement(doc, clause, against, found):
            return clause
    for clause in _before_cue(doc, cue, sentence, found):
        if (not host or clause.start == host.start) and is_statement(doc, clause, against, found):
            return clause
    if clause is None and host is None and (opening := find_late_opening(doc, cue, sentence[1])):
        late = _clause_from(doc, cue, opening, sentence)
        if late is not None and is_statement(doc, late, "late", found):
            return late
    return None


def _after_cue(doc: Document, cue: FoundCue, sentence: tuple[int, int], settled: bool) -> Clause | None:
    opening = find_opening(doc, cue, sentence[1])
    if opening is None:
        return None
    if settled:
        opening = settle_start(doc, cue, opening, sentence[1])
    return _clause_from(doc, cue, opening, sentence)


def _clause_from(doc: Document, cue: FoundCue, opening: Opening, sentence: tuple[int, int]) -> Clause | None:
    end = before_answer(doc, cue.at, opening.start, find_end(doc, opening, sentence), sentence[0])
    if opening.start >= end:
        return None
    region = (cue.at + 1, opening.region_end)
    clause = Clause(cue, region, [(opening.start, end)], opening.opener, sentence)
    if opening.opener in ("np", "preposition") and doc.words[opening.start] in SPEECH_NOUNS:
        take_out_addressee(doc, clause)
    take_out_call(doc, clause)
    clause.share = opening.share
    clause.quoted = doc.kinds[opening.start] == OPEN or mark_before(doc, opening.start) >= 0
    return clause


def _before_cue(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> Iterator[Clause]:
    """Clauses whose content stands before the cue."""
    for clause in (
        read_content_before(doc, cue, sentence, found),
        propose_antecedent(doc, cue, sentence, found),
    ):
        if clause is not None:
            yield clause
