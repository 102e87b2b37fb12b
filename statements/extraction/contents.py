"""What was said: from each cue of a sentence to the content it governs.

`find_clauses` reads one sentence from left to right. A cue opens content at a complementiser, at
its own preposition, at a colon, at quotation marks or, for verbs that take an object, after its
subject; content runs to the end of the sentence unless another cue, a relay or the occasion of
the saying cuts it.
"""

from __future__ import annotations

from .clauses import RESUMING, Clause, clause_around
from .cues import MASDAR, PARTICIPLE, PAST, PREPOSITION, PRESENT, FoundCue, find_cues
from .endings import cut, cut_narrator, find_end, find_inner_end, trim
from .mentions import parse_parties, parse_party
from .objects import SPEECH_NOUNS, take_out_addressee
from .openings import find_opening
from .relays import cut_as_reported, read_content_before, read_source
from .reporting import is_formula, is_sure, may_report
from .segment import COMMA, OPEN, Document
from .starts import settle_start
from .vocabulary import folded


def find_clauses(doc: Document, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of a sentence in the order of their cues."""
    first, end = sentence
    cues = find_cues(doc, first, end)
    found: list[Clause] = []
    covered = first
    for cue in cues:
        if cue.at < covered:
            continue
        clause = _read_clause(doc, cue, sentence, found)
        if clause is None:
            continue
        _place(doc, clause, found)
        if clause.content:
            found.append(clause)
            covered = max(covered, _covered(doc, clause))
    for clause in found:
        if clause.content and clause.cue and clause.opener != "before":
            cut_as_reported(doc, clause)
            cut_narrator(doc, clause)
        trim(doc, clause)
    for clause in found:
        _leave_host(clause)
    return [c for c in found if c.content and c.content[0][0] < c.content[0][1] and not _is_pronoun(doc, c)]


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
    return clause.at + 1 if clause.opener == "before" else clause.start


def _read_clause(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> Clause | None:
    if cue.form == PREPOSITION:
        return read_source(doc, cue, sentence, found)
    if is_formula(doc, cue, sentence) or not may_report(doc, cue, sentence, found):
        return None
    opening = find_opening(doc, cue, sentence[1])
    if opening is None:
        return read_content_before(doc, cue, sentence, found)
    opening = settle_start(doc, cue, opening, sentence[1])
    if not is_sure(doc, cue, opening, found):
        return None
    region = (cue.at + 1, opening.region_end)
    end = find_end(doc, opening, sentence)
    if opening.start >= end:
        return None
    clause = Clause(cue, region, [(opening.start, end)], opening.opener, sentence)
    if opening.opener in ("np", "preposition") and doc.words[opening.start] in SPEECH_NOUNS:
        take_out_addressee(doc, clause)
    clause.quoted = doc.kinds[opening.start - 1] == OPEN or doc.kinds[opening.start] == OPEN
    return clause


def _place(doc: Document, clause: Clause, found: list[Clause]) -> None:
    """Either the new clause cuts the ones before it, or it stands inside one."""
    host = clause_around(found, clause.at)
    if host is None or clause.opener == "before" or clause.cue is None:
        return
    if _cuts(doc, clause, host):
        at = (
            clause.at - 2
            if doc.words[clause.at - 1] in RESUMING and doc.words[clause.at - 2] == "من"
            else clause.at
        )
        for other in found:
            cut(other, at)
        return
    if not _reports_inside(doc, clause, host):
        clause.content = []
        return
    clause.parent = host
    clause.content = [(s, find_inner_end(doc, s, min(e, host.end), clause)) for s, e in clause.content]
    host.children.append(clause)


def _reports_inside(doc: Document, clause: Clause, host: Clause) -> bool:
    """Inside somebody's words only sure cues make a statement of their own.

    Measured on the train articles: past forms of sure verbs were statements in 98 of 127 cases, weak
    verbs in 8 of 48; present forms in 18 of 68, but 6 of 9 beside a speaker or addressee; first
    persons in 4 of 4 cases with an addressee and 1 of 9 without.
    """
    r = clause.cue.reading
    if r.verb.strength != "s":
        return False
    named = clause.region[0] < clause.region[1] and parse_party(doc, *clause.region) is not None
    if r.person == 1:
        return named
    if r.form == MASDAR:
        return not (r.suffix and clause.at == host.start)  # «أعرب عن اعتقاده بأن»: of one piece
    if r.form == PRESENT and clause.opener not in ("np", "colon"):
        if r.prefix or _says_his_own(doc, clause.at):
            return False
        return named
    return True


_HIS_OWN = folded(
    "بلاده بلادها بلادنا حكومته حكومتها حكومتنا إدارته وزارته حزبه نحن وأنه وأنها أنه أنها إنه إنها"
)


def _says_his_own(doc: Document, at: int) -> bool:
    """«بلاده ترفض», «أنه يدعو»: the speaker's own position, no words of another."""
    return any(word in _HIS_OWN for word in doc.words[max(0, at - 3) : at])


def _cuts(doc: Document, clause: Clause, host: Clause) -> bool:
    """Whether a cue inside the reach of `host` goes on the narrator's sentence instead."""
    at, r = clause.at, clause.cue.reading
    if doc.depth[at] > doc.depth[host.at]:
        return doc.kinds[host.start - 1] == OPEN and doc.match[host.start - 1] < 0 and doc.depth[at] == 0
    top = host
    while top.parent:
        top = top.parent
    outer = top.cue.reading if top.cue else None
    if r.form == PARTICIPLE:
        return _agrees(r, outer)
    if r.form in (MASDAR, PREPOSITION):
        return False
    before = doc.words[at - 1]
    if before == "سبق":  # «سبق وأكد»: one verb of two words
        return False
    joined = (
        r.prefix in ("و", "ف")
        or before in RESUMING
        or before in ("كما", "فيما", "بينما", "ثم", "لكنه", "لكنها", "ولكنه", "ولكنها", "وقد", "حين", "و")
    )
    pause = doc.kinds[at - 1] == COMMA or (host.cue and host.cue.form == MASDAR and r.form == PAST)
    if not joined and pause and r.person == 3:
        subject = (
            parse_party(doc, clause.region[0], clause.region[1])
            if clause.region[0] < clause.region[1]
            else None
        )
        return subject is not None and subject.end > subject.first
    if not joined or (host.children and r.prefix not in ("و", "ف") and r.form == PAST):
        return False
    if clause.region[0] == clause.region[1] or not parse_party(doc, clause.region[0], clause.region[1]):
        return (
            _agrees(r, outer)
            and _same_number(doc, r, top)
            and not (r.form == PRESENT and outer and outer.form == PAST)
        )
    return True


def _same_number(doc: Document, r, top: Clause) -> bool:
    """«واتفقا» does not go on the words of one speaker; «قال مسؤولون … وأضافوا» does."""
    if r.number == 1 or top.cue is None or top.cue.reading.number > 1:
        return True
    parties = parse_parties(doc, *top.region)
    return len(parties) > 1 or (bool(parties) and parties[0].number > 1) or not parties


def _agrees(r, outer) -> bool:
    """Whether a verb or participle may have the subject of the verb before it."""
    if outer is None or not outer.gender or not r.gender or outer.form in (MASDAR, PREPOSITION):
        return True
    if r.number == 3 and outer.number == 1 and r.form == PARTICIPLE:
        return False
    return r.gender == outer.gender or r.number != outer.number or outer.number > 1
