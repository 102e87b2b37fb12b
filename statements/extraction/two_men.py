"""Two men side by side: «أبلغ الرئيس الأميركي | رئيس الوزراء الإسرائيلي فلانا», whose offices a verb keeps apart.

Beside a verb with an object a complete office before another is who speaks, the other whom he tells; one man
may have two offices, «نائب رئيس الوزراء وزير الدفاع», but not of two states.
"""

from __future__ import annotations

from .identity import with_states
from .known import Party
from .segment import Document
from .vocabulary import NO_HEAD, demonyms, folded, heads, long_titles

_PAIRED = folded("رئيس رئيسة وزير وزيرة نائب نائبة عضو النائب النائبة")  # one man may be two of these
_SECOND = folded("الرئيس الوزير الأمين المستشارة الوزيرة الرئيسة")
_TO_STATES = folded(
    "سفير السفير سفيرة السفيرة مبعوث المبعوث مندوب المندوب ممثل الممثل قنصل القنصل"
)  # of one state to another
_OFFICES = ("office", "royal", "clergy")


def second_man(doc: Document, party: Party) -> int:
    """The token at which the office of another man begins in the offices of `party`; 0 where all are of one."""
    if party.kind not in ("person", "unnamed") or not party.titles:
        return 0
    start, end = party.titles[0]
    for k in range(start + 1, end):
        if doc.words[k] in _SECOND and (_closes(doc, start, k - 1) or _is_other_sex(doc, start, k)):
            return k
    if len(party.titles) < 2:
        return 0
    first, second = party.titles[0], party.titles[1]
    if party.name and party.name[0] < second[0]:
        return 0
    if not (_is_office(doc, first) and _is_office(doc, second)) or first[1] - first[0] < 2:
        return 0
    return second[0] if _are_two(doc, first, second) else 0


def is_another_mans(doc: Document, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """«الرئيس الأميركي [رئيس الوزراء الإسرائيلي]», «[نظيره] الأرخاني»: whatever the verb, no second office of one man."""
    if doc.words[second[0]].startswith("نظير"):
        return True
    own, other = _states(doc, first), _states(doc, second)
    return bool(own and other) and not own & other and doc.words[second[0]] not in _TO_STATES


def _is_office(doc: Document, title: tuple[int, int]) -> bool:
    word = doc.words[title[0]]
    return heads().get(word, NO_HEAD).title_class in _OFFICES or word in long_titles()


def _closes(doc: Document, start: int, i: int) -> bool:
    """Whether the office that begins at `start` may end with token `i`: with its field or its state."""
    return i > start and (doc.words[i].startswith(("ال", "لل")) or doc.words[i] in demonyms())


def _is_other_sex(doc: Document, start: int, k: int) -> bool:
    """«الوزيرة الأمين العام»."""
    return (
        k == start + 1
        and heads().get(doc.words[start], NO_HEAD).gender != heads().get(doc.words[k], NO_HEAD).gender
    )


def _are_two(doc: Document, first: tuple[int, int], second: tuple[int, int]) -> bool:
    word = doc.words[second[0]]
    if word in _SECOND:
        return True
    if second[1] - second[0] < 2:
        return False  # «العاهل الأرخاني الملك سامر»
    own, other = _states(doc, first), _states(doc, second)
    if own and other:
        return not own & other
    return bool(own) and not (doc.words[first[0]] in _PAIRED and word in _PAIRED)


def _states(doc: Document, title: tuple[int, int]) -> set[str]:
    return {w for w in with_states(doc.words[title[0] : title[1]]) if w.startswith("@")}
