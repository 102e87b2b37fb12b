"""Who attended an occasion beside those who spoke at it."""

from __future__ import annotations

from .coreference import Cast
from .mentions import parse_party
from .occasion_nouns import noun_type
from .occasions import Occasion
from .offices import long_title_end
from .segment import WORD, Document
from .vocabulary import folded

_ATTENDED = folded("حضر وحضر حضره وحضره حضرها وحضرها كما")


def attend(doc: Document, occasion: Occasion, sentence: tuple[int, int], cast: Cast) -> None:
    """«حضر اللقاء فلان وفلان»: who was there beside those who talk."""
    first, end = sentence
    if doc.words[first] not in _ATTENDED or "حضر" not in "".join(doc.words[first : first + 2]):
        return
    noun = next((i for i in range(first + 1, min(end, first + 5)) if noun_type(doc.words[i])[0]), 0)
    if not noun:
        return
    i, holder = noun + 1, 0  # where the last one named ends: «سامر الحلواني [ولي العهد]» is one
    while i < end:
        party = parse_party(doc, i, end) if doc.kinds[i] == WORD else None
        is_office = i == holder and (doc.words[i][:1] != "و" or long_title_end(doc, i, end) > i)
        known = party and not is_office and party.kind in ("person", "unnamed", "group")
        member = cast.resolve(party) if known else None
        if member and member not in occasion.participants:
            occasion.participants.append(member)
            occasion.present.append(member)
        holder = party.end if party else 0
        i = max(i + 1, holder)
