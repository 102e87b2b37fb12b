"""Whose verb a cue is that stands inside the reach of an earlier one, by the words before it."""

from __future__ import annotations

from .clauses import RELATIVES, Clause
from .identity import key
from .known import Party
from .mentions import parse_party
from .roster import DOCUMENTS
from .segment import OPEN, STOP, WORD, Document
from .vocabulary import folded, is_verb, mute_nouns, nouns

PRONOUNS = folded(
    "أنه أنها أنهم إنه إنها إنهم بأنه بأنها بأنهم لأنه لأنها لكنه لكنها ولكنه ولكنها وأنه وأنها وأنهم وإنه وإنها هو هي وهو وهي هم وهم كونه كونها"
)
_HIS_OWN = folded("بلاده بلادها بلادنا حكومته حكومتها حكومتنا إدارته وزارته حزبه نحن")
_SUBJECT_AFTER = folded(
    "أن إن لأن بأن فإن لكن ولكن وأن وإن بينما فيما حيث كما و أما وأما كان كانت وكان وكانت بعدما عندما"
)
_REACH = 20  # tokens back to where a subject can begin


def subject_before(doc: Document, clause: Clause, host: Clause) -> str:
    """Whose verb it is by the words before it: of a pronoun, of a relative, of a named party, of «بلاده»."""
    at, r = clause.at, clause.cue.reading
    before = doc.words[at - 1]
    if at <= host.start:
        return "first"
    if before in PRONOUNS:
        return "pronoun"
    if before in RELATIVES:
        return "relative"
    i = _subject_start(doc, at, host.start)
    if i >= at:
        return "none"
    if doc.words[i] in _HIS_OWN:
        return "his own"
    party = parse_party(doc, i, at)
    end = party.end if party else i + 1
    between = (
        "after verb" if any(_is_verb(doc, j) for j in range(end, at)) else "near" if end < at - 2 else "right"
    )
    if party is None:
        return f"{'verb' if _is_verb(doc, i) else 'words'} {between}"
    agrees = not (r.gender and party.gender and r.gender != party.gender and r.number == party.number == 1)
    return f"{party.kind} {between}{'' if agrees else ' of another gender'}"


def is_of_thing(doc: Document, clause: Clause, host: Clause) -> bool:
    """«إن التقديرات أشارت إلى», «إن هذه الأفكار تؤكد»: a verb whose subject, right before it, never speaks.

    «أن الحدود مفتوحة وشدد على»: behind «و» the subject stands further back.
    """
    if clause.cue.reading.prefix:
        return False
    start = i = _subject_start(doc, clause.at, host.start)
    while i < clause.at and doc.words[i] in _THESE:
        i += 1
    shown = i > start and i + 1 == clause.at and doc.words[i].startswith("ال")  # «هذه الزيارة تؤكد»
    if (
        i >= clause.at
        or not (shown or doc.words[i].removeprefix("ال") in mute_nouns())
        or parse_party(doc, i, clause.at)
    ):
        return False
    return not any(_is_verb(doc, j) or doc.kinds[j] != WORD for j in range(i + 1, clause.at))


_THESE = folded("هذا هذه تلك ذلك مثل كل جميع بعض")


def _subject_start(doc: Document, at: int, first: int) -> int:
    """Where a noun phrase before the verb may begin: after «أن», «لكن», at the content's beginning."""
    i = at
    while (
        i > first and at - i < _REACH and doc.words[i - 1] not in _SUBJECT_AFTER and doc.kinds[i - 1] != STOP
    ):
        i -= 1
    while i < at and doc.kinds[i] == OPEN:
        i += 1
    return i


def _is_verb(doc: Document, i: int) -> bool:
    word = doc.words[i]
    return doc.kinds[i] == WORD and is_verb(word) and word not in nouns()


def is_own(doc: Document, clause: Clause, host: Clause) -> str:
    """Whether who is named before or after the cue shares a word or a state with whoever speaks around it."""
    top = host
    while top.parent:
        top = top.parent
    speaker = _keys(doc, *top.region)
    i = _subject_start(doc, clause.at, host.start)
    party = (parse_party(doc, i, clause.at) if i < clause.at else None) or named_in(doc, clause)
    if party is None or not speaker:
        return "nobody" if party is None else "unknown"
    return "yes" if speaker & _keys(doc, party.first, party.end) else "no"


def _keys(doc: Document, first: int, end: int) -> set[str]:
    return {key(doc.words[i]) for i in range(first, end) if doc.kinds[i] == WORD and len(doc.words[i]) > 2}


def named_in(doc: Document, clause: Clause) -> Party | None:
    """Who is named between the cue and its content."""
    first, end = clause.region
    return parse_party(doc, first, end) if first < end else None


def in_relative(doc: Document, host: Clause) -> bool:
    """«الجبهة التي [دعت] للوقفة طالبت»: the sentence still waits for its verb."""
    return host.at > 0 and doc.words[host.at - 1] in RELATIVES


_PAPERS = DOCUMENTS | folded(
    "تقارير التقارير بيانا تقريرا رسالة رسائل خطاب بيانات تصريحات التصريحات تصريح تصريحا وثائق الوثائق استطلاع "
    "دراسات تقريره بيانه تصريحه تصريحاته خطابه رسالته"
)


def is_paper(doc: Document, at: int, host: Clause) -> bool:
    """«التقارير التي [تفيد]», «بياناً [ينتقد]»: whether a document is named right before the cue."""
    return any(word in _PAPERS for word in doc.words[max(host.start, at - 4) : at])
