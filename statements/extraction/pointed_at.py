"""Who is meant by a word that points back at a man told of before: «الأخير», «معاليه»."""

from __future__ import annotations

from .candidates import phrases
from .clauses import Clause
from .coreference import Cast
from .honorifics import HONOURED
from .identity import Member
from .known import Party
from .segment import Document
from .vocabulary import folded

_LATTER = folded("الأخير الأخيرة")
_RESUMING = folded("فيها فيه خلالها خلاله له لها")  # «برقية أعرب فيها الأخير عن»
_NEAR = 40  # tokens before the cue in which «الأخير» was told of


def the_latter(doc: Document, clause: Clause, cast: Cast) -> Party | None:
    """«بعد أن أكد الأخير»: the one told of right before."""
    at, r = clause.cue.at, clause.cue.reading
    first, limit = clause.region
    while first < limit and doc.words[first] in _RESUMING:
        first += 1
    if first >= limit or doc.words[first] not in _LATTER:
        return None
    told = [parties[-1] for parties in phrases(doc, max(0, at - _NEAR), at, cast)]
    fitting = [p for p in told if p.kind in ("person", "country", "organization", "agency")]
    return next((p for p in reversed(fitting) if not (p.gender and r.gender and p.gender != r.gender)), None)


def the_honoured(doc: Document, clause: Clause, cast: Cast) -> Member | None:
    """«وأكد معاليه»: the last one met who holds such an office."""
    i = clause.cue.at + 1
    offices = HONOURED.get(doc.words[i]) if i < clause.region[1] else None
    if not offices:
        return None
    near = [m for m in cast.near((), *offices) if m.kind == "person" and 0 <= m.last < i]
    return max(near, key=lambda m: m.last, default=None)


_WAS_DONE = folded("تم يتم جرى وتم وجرى سيتم")


def who_met(doc: Document, clause: Clause, cast: Cast) -> tuple[list[Party], list[Member]] | None:
    """«استقبل الوزير السفير، وتم خلال اللقاء التأكيد على»: both sides, where the sentence or the occasion has two."""
    at = clause.cue.at
    if not _WAS_DONE & set(doc.words[max(clause.sentence[0], at - 5) : at]):
        return None
    here = [
        parties[0] for parties in phrases(doc, clause.sentence[0], at, cast) if parties[0].kind == "person"
    ]
    if len(here) == 2:
        return here, []
    return ([], list(cast.meeting)) if len(cast.meeting) == 2 else None
