"""Where a cue stands that comes inside the reach of an earlier one: a statement inside somebody's words,
the narrator's sentence going on, or no statement at all. A model chooses (`benchmarks/learn_placing.py`).
"""

from __future__ import annotations

from . import learned
from .clauses import BEFORE, RESUMING, Clause, clause_around
from .cues import PAST, PRESENT
from .endings import cut, find_inner_end
from .masdars import is_done
from .placing_evidence import Evidence
from .placing_rules import place_by_rule, reports_inside
from .placing_subjects import is_of_thing
from .segment import Document
from .vocabulary import folded


def place(doc: Document, clause: Clause, found: list[Clause]) -> None:
    """Either the new clause cuts the ones before it, or it stands inside one, or it is emptied."""
    host = clause_around(found, clause.at)
    if host and not clause.loose and clause.opener == "antecedent":
        if doc.words[clause.end] in _RELATIVES:  # «إن [الإجراءات] التي أعلنتها الحكومة محدودة»
            clause.parent = host
            host.children.append(clause)
        elif not doc.depth[clause.at]:
            cut(host, clause.end)  # «…، وهو ما تنفيه طهران»: the narrator goes on
    if host is None or (clause.opener in BEFORE and not clause.loose) or clause.cue is None:
        return
    if clause.cue.form in (PAST, PRESENT) and is_of_thing(doc, clause, host):
        clause.content = []
        return
    hosts = _chain(host)
    choice = _choose(doc, clause, hosts)
    if choice == 0 and is_done(doc, clause.cue, clause.sentence[0]):
        choice = 2
    if choice == 1 and clause.cue.form in (PAST, PRESENT) and _is_quoted(doc, clause.at, hosts[-1].at):
        choice = 2 * reports_inside(doc, clause, host)
    if choice == 0:
        clause.content = []
    elif choice == 1:
        _cut_all(doc, clause, found)
    else:
        _cut_all(doc, clause, hosts[: choice - 2])
        _put_inside(doc, clause, hosts[choice - 2])


def _is_quoted(doc: Document, at: int, first: int) -> bool:
    """Whether marks that close behind the token opened after `first`: the narrator says nothing there.

    Of 252 finite verbs there in dev and train none was his; participles may be, where the mark stands too late.
    """
    return doc.depth[at] > doc.depth[first] and any(doc.match[i] > at for i in range(first + 1, at))


_RELATIVES = folded("الذي التي الذين")
_DEEPEST = 6  # nobody reports words within words within words beyond; only mutilated texts do


def _chain(host: Clause) -> list[Clause]:
    """The clause itself and those it stands in, the innermost first."""
    hosts = [host]
    while hosts[-1].parent and len(hosts) < _DEEPEST:
        hosts.append(hosts[-1].parent)
    return hosts


def _cut_all(doc: Document, clause: Clause, others: list[Clause]) -> None:
    resumed = doc.words[clause.at - 1] in RESUMING and doc.words[clause.at - 2] == "من"
    for other in others:
        cut(other, clause.at - 2 * resumed)


def _put_inside(doc: Document, clause: Clause, host: Clause) -> None:
    clause.parent = host
    clause.content = [(s, find_inner_end(doc, s, min(e, host.end), clause)) for s, e in clause.content]
    host.children.append(clause)


_SURE = 0.5  # below it the model has no majority for dropping a cue that the rules take for the narrator's


def _choose(doc: Document, clause: Clause, hosts: list[Clause]) -> int:
    """0 no statement, 1 the narrator's sentence, 2 and more inside the hosts, the innermost first."""
    evidence = Evidence(doc, clause, hosts[0])
    options = [evidence.no_statement(), evidence.narrator(hosts[-1])]
    options += [evidence.inside(host, "up" if n else "in") for n, host in enumerate(hosts)]
    about = (_cue_start(doc, clause), tuple(_cue_start(doc, host) for host in hosts))
    choice, clause.placed = learned.load("placing").choose(options, about=about)
    if choice == 0 and clause.placed < _SURE and place_by_rule(doc, clause, hosts[-1]) == "out":
        return 1
    return choice


def _cue_start(doc: Document, clause: Clause) -> int:
    return doc.span(clause.at, clause.at + 1).start if clause.cue else -1
