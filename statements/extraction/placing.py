"""Where a cue stands that comes inside the reach of an earlier one: a statement inside somebody's words,
the narrator's sentence going on, or no statement at all. A model chooses (`benchmarks/learn_placing.py`).
"""

from __future__ import annotations

from . import learned
from .clauses import RELATIVES, RESUMING, Clause, clause_around
from .cues import MASDAR, PREPOSITION
from .endings import cut, find_inner_end
from .mentions import parse_party
from .placing_rules import place_by_rule
from .segment import OPEN, WORD, Document
from .vocabulary import folded, is_function, is_time, is_verb, nouns, words


def place(doc: Document, clause: Clause, found: list[Clause]) -> None:
    """Either the new clause cuts the ones before it, or it stands inside one, or it is emptied."""
    host = clause_around(found, clause.at)
    if host is None or clause.opener == "before" or clause.cue is None:
        return
    hosts = _chain(host)
    choice = _choose(doc, clause, hosts)
    if choice == 0:
        clause.content = []
    elif choice == 1:
        _cut_all(doc, clause, found)
    else:
        _cut_all(doc, clause, hosts[: choice - 2])
        _put_inside(doc, clause, hosts[choice - 2])


def _chain(host: Clause) -> list[Clause]:
    """The clause itself and those it stands in, the innermost first."""
    hosts = [host]
    while hosts[-1].parent:
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


def _choose(doc: Document, clause: Clause, hosts: list[Clause]) -> int:
    """0 no statement, 1 the narrator's sentence, 2 and more inside the hosts, the innermost first."""
    told = _features(doc, clause, hosts[0])
    options = [
        [f"no|{f}" for f in told],
        [f"out|{f}" for f in told] + _going_on(doc, clause, hosts[-1], "out"),
    ]
    for n, host in enumerate(hosts):
        where = "up" if n else "in"
        options.append([f"{where}|{f}" for f in told] + _going_on(doc, clause, host, where))
    about = (_cue_start(doc, clause), tuple(_cue_start(doc, host) for host in hosts))
    return learned.load("placing").choose(options, about=about)


def _cue_start(doc: Document, clause: Clause) -> int:
    return doc.span(clause.at, clause.at + 1).start if clause.cue else -1


def _features(doc: Document, clause: Clause, host: Clause) -> list[str]:
    """What the cue itself, what stands before it and what it opens say, wherever it stands."""
    at, r = clause.at, clause.cue.reading
    before, named = _word(doc, at - 1), _named(doc, clause)
    start = _stretch_opener(doc, at, host.start)
    subject = _subject_before(doc, clause, host)
    form = f"{r.form}{r.person if r.person != 3 else ''}"
    joined = r.prefix or before if before in _JOINING else r.prefix
    quoted = "quoted" if doc.depth[at] > doc.depth[host.at] else "plain"
    ruled = place_by_rule(doc, clause, host)
    return [
        f"rule={ruled}",
        f"rule={ruled}&form={r.form}",
        f"rule={ruled}&form={r.form}&prefix={r.prefix}",
        f"rule={ruled}&verb={r.verb.lemma}",
        f"form={form}",
        f"form={form}&sense={r.verb.sense}",
        f"lemma={r.verb.lemma}",
        f"form={form}&strength={r.verb.strength}&opener={clause.opener}",
        f"form={form}&subject={subject}",
        f"form={form}&subject={subject}&opener={clause.opener}",
        f"form={form}&subject={subject}&named={named}",
        f"form={form}&joined={joined}&named={named}",
        f"form={form}&joined={joined}&{quoted}",
        f"form={form}&before={before}",
        f"start={start}&form={form}",
        f"form={form}&suffix={bool(r.suffix)}&opener={clause.opener}",
        f"form={form}&number={r.number}",
        f"after={_word(doc, at + 1)}&form={form}",
    ]


def _subject_before(doc: Document, clause: Clause, host: Clause) -> str:
    """Whose verb it is by the words before it: of a pronoun, of a relative, of a named party, of «بلاده»."""
    at, r = clause.at, clause.cue.reading
    before = doc.words[at - 1]
    if at <= host.start:
        return "first"
    if before in _PRONOUNS:
        return "pronoun"
    if before in RELATIVES:
        return "relative"
    i = at
    while (
        i > host.start
        and at - i < 12
        and doc.words[i - 1] not in _SUBJECT_AFTER
        and doc.kinds[i - 1] in (WORD, OPEN)
    ):
        i -= 1
    if i == at:
        return "none"
    if doc.words[i] in _HIS_OWN:
        return "his own"
    party = parse_party(doc, i, at)
    if party is None or party.end < at:
        return "none" if party is None else "party"
    agrees = not (r.gender and party.gender and r.gender != party.gender and r.number == party.number == 1)
    return f"{party.kind} right before{'' if agrees else ' of another gender'}"


_SUBJECT_AFTER = folded(
    "أن إن لأن بأن فإن لكن ولكن وأن وإن بينما فيما حيث كما و أما وأما بعد كان كانت وكان وكانت"
)
_PRONOUNS = folded(
    "أنه أنها أنهم إنه إنها إنهم بأنه بأنها بأنهم لأنه لأنها لكنه لكنها ولكنه ولكنها وأنه وأنها وأنهم وإنه وإنها هو هي وهو وهي هم وهم كونه كونها"
)
_HIS_OWN = folded("بلاده بلادها بلادنا حكومته حكومتها حكومتنا إدارته وزارته حزبه نحن نا")


def _going_on(doc: Document, clause: Clause, host: Clause, where: str) -> list[str]:
    """How the cue goes with the one whose words it would go on, or whose words it would stand in."""
    r, at = clause.cue.reading, clause.at
    outer = host.cue.reading if host.cue else None
    form = f"{r.form}{r.person if r.person != 3 else ''}"
    before, named = _word(doc, at - 1), _named(doc, clause)
    joined = r.prefix or before if before in _JOINING else r.prefix
    fits, tense = _agrees(r, outer), f"{form}>{outer.form}" if outer else f"{form}>"
    pause = doc.kinds[at - 1]
    unclosed = doc.kinds[host.start - 1] == OPEN and doc.match[host.start - 1] < 0
    quoted = host.quoted and doc.depth[at] > doc.depth[host.at]
    return [
        f"{where}|{f}"
        for f in (
            f"form={form}&fits={fits}",
            f"form={form}&fits={fits}&joined={joined}&named={named != 'nobody'}",
            f"form={form}&fits={fits}&pause={pause}",
            f"tense={tense}",
            f"tense={tense}&joined={joined}&fits={fits}",
            f"distance={_size(at - host.start)}&form={form}",
            f"host={host.opener}&form={form}&joined={joined}",
            f"quoted={quoted}&unclosed={unclosed}&form={form}",
            f"children={min(2, len(host.children))}&joined={joined}&form={form}",
            f"by={_named(doc, host)}&form={form}",
        )
    ]


def _size(distance: int) -> str:
    return next((str(limit) for limit in (0, 1, 2, 4, 7, 12, 20) if distance <= limit), "more")


def _word(doc: Document, i: int) -> str:
    """A small word itself, of others the class."""
    if not 0 <= i < len(doc):
        return "none"
    word, kind = doc.words[i], doc.kinds[i]
    if kind != WORD:
        return kind
    if word in RELATIVES or word in RESUMING or word in _JOINING or is_function(word):
        return word
    if word in words("clitic_comp") or word in words("comp"):
        return word
    if is_time(word):
        return "time"
    return "verb" if is_verb(word) and word not in nouns() else "noun" if word in nouns() else "other"


_JOINING = folded(
    "كما فيما بينما ثم لكنه لكنها ولكنه ولكنها وقد قد حيث حين سبق أما بعدما عندما إذ وكان كان تم جرى بعد"
)


def _stretch_opener(doc: Document, at: int, first: int) -> str:
    """The word after the last pause before the cue: «فيما …», «بعد أن …», «وأن …»."""
    i = at
    while i > first and at - i < 16 and doc.kinds[i - 1] == WORD:
        i -= 1
    return ("first:" if i == first else "far:" if at - i >= 16 else "") + (_word(doc, i) if i < at else "cue")


def _named(doc: Document, clause: Clause) -> str:
    first, end = clause.region
    party = parse_party(doc, first, end) if first < end else None
    return party.kind if party else "nobody"


def _agrees(r, outer) -> str:
    """Whether a verb or participle may have the subject of the verb before it."""
    if outer is None or not outer.gender or not r.gender or outer.form in (MASDAR, PREPOSITION):
        return "unknown"
    if r.number == 3 and outer.number == 1:
        return "many"
    if r.gender == outer.gender:
        return "yes"
    return "maybe" if r.number != outer.number or outer.number > 1 else "no"
