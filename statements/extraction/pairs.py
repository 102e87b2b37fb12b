"""Two actors in one word: «الطرفان» are those who met, «الجانبان المصري والتركي» two states, «الوزيران …» two ministers."""

from __future__ import annotations

from .coreference import Cast
from .identity import Member
from .known import Party
from .segment import COMMA, MARK, OPEN, WORD, Document
from .vocabulary import demonyms, folded

_STATES = folded("الطرفان الجانبان البلدان الدولتان الطرفين الجانبين البلدين الدولتين الحكومتان الحكومتين")
_PEOPLE = folded("الوزيران الرئيسان الوزيرين الرئيسين المسؤولان المسئولان الزعيمان الرجلان السفيران الزعيمين")
_PAIRS = folded(
    "الطرفان الجانبان البلدان الوزيران الرئيسان الطرفين الجانبين المسؤولان المسئولان الزعيمان الدولتان الرجلان الوزيرين الرئيسين"
)


SIDES = _STATES | {"ل" + w.removeprefix("ا") for w in _STATES if w.endswith("ين")}
OBLIQUE_PAIRS = frozenset(
    w for w in _PAIRS | _STATES | _PEOPLE if w.endswith("ين")
)  # never the subject of a verb


def is_pair(cast: Cast, party: Party) -> bool:
    """Whether a phrase means two actors of the article, not one."""
    doc, end = cast.doc, party.end
    while end > party.first + 1 and doc.words[end - 1].removeprefix("و") in demonyms():
        end -= 1  # «الوزيران المصري والألماني»
    return doc.words[party.first] in _PAIRS and end - party.first <= 2


def told_pair(cast: Cast, speakers: list[Member]) -> list[Member]:
    """Whom «الطرفين» means as those spoken to: two that met without the speaker, else the two states told of."""
    met = cast.meeting if len(cast.meeting) == 2 else []
    return list(met) if met and not any(m in met for m in speakers) else list(cast.sides)


def find_sides(cast: Cast, party: Party) -> list[Member]:
    """The two that «الجانبان المصري والتركي» or «الوزيران المصري والتركي» tells by their states; [] otherwise."""
    word = cast.doc.words[party.first]
    if word not in _STATES and word not in _PEOPLE:
        return []
    states = _states_after(cast.doc, party.first + 1)
    if len(states) != 2:
        return []
    if word in _STATES:
        cast.sides = [cast.state(name) for name in states]
        return list(cast.sides)
    holders = [_holder(cast, word.removeprefix("ال")[:-2], name) for name in states]
    return [h for h in holders if h] if all(holders) else []


def sides_end(doc: Document, i: int, limit: int) -> int:
    """Where «الجانبين المصري والتركي» ends."""
    end = i + 1
    while end < limit and (doc.words[end] in demonyms() or doc.words[end].removeprefix("و") in demonyms()):
        end += 1
    return end


def _states_after(doc: Document, i: int) -> list[str]:
    """The states of the adjectives from token `i` on: «المصري والتركي», «، الروسي والبريطاني»."""
    found: list[str] = []
    while i < len(doc) and len(found) < 3:
        word = doc.words[i]
        if doc.kinds[i] == WORD:
            state = demonyms().get(word) or demonyms().get(word.removeprefix("و"))
            if state is None:
                break
            found.append(state)
        elif doc.kinds[i] not in (COMMA, MARK, OPEN) or found:
            break
        i += 1
    return found


def _holder(cast: Cast, office: str, state: str) -> Member | None:
    """The last one met who holds such an office of the state."""
    fitting = [
        m
        for m in cast.near((), office)
        if m.kind == "person" and any(h == office and f"@{state}" in words for h, words in m.offices)
    ]
    return max(fitting, key=lambda m: m.last, default=None)
