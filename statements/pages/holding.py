"""Which offices somebody holds: those an article gives beside a mention of him, those of a time. No database."""

import datetime
import re
from collections.abc import Iterable

Span = tuple[int, int]  # code points, half open
NEAR = 3  # words between an office and the name
_BREAK = re.compile(r"[.؟!؛:\n]")


def offices_of(text: str, offices: Iterable[str], mine: Iterable[Span], others: Iterable[Span]) -> list[str]:
    """Those of `offices` that stand within NEAR words of one of the spans `mine`, in the order of the text.

    Not over the end of a sentence, and not where somebody else (`others`) is named in between or holds
    the words: namesakes have each other's offices in the archive, the article knows whose is whose.
    «وزير الخارجية» is left out where «وزير الخارجية الإيراني» is found.
    """
    mine, others = list(mine), list(others)
    found = {}
    for office in set(offices):
        places = (place.span() for place in re.finditer(rf"(?<!\w)[وفبلك]?{re.escape(office)}(?!\w)", text))
        at = next((start for start, end in places if _is_held(text, (start, end), mine, others)), None)
        if at is not None:
            found[office] = at
    longest = (office for office in found if not any(office in other for other in found.keys() - {office}))
    return sorted(longest, key=found.__getitem__)


def offices_in(article, row, mentions: Iterable) -> list[str]:
    """Those that the article itself gives to the actor of `row` (a party), beside a mention of it, in its order."""
    if row.actor is None:
        return []
    known = [office.text for office in row.actor.offices_used()]
    mine = [(m.start, m.end) for m in mentions if m.actor_id == row.actor_id]
    if row.start is not None:
        mine.append((row.start, row.end))
    others = [(m.start, m.end) for m in mentions if m.actor_id != row.actor_id]
    return offices_of(article.text, known, mine, others)


def held_on(offices: Iterable, day: datetime.date | None) -> str:
    """The office that the archive's articles gave longest in the time around `day`; empty where they gave none.

    `offices` are ActorName rows; one seen on a single day is no office that was held for a time.
    """
    known = [o for o in offices if o.first_seen and o.last_seen and o.first_seen < o.last_seen]
    then = [o for o in known if day and o.first_seen <= day <= o.last_seen]
    return max(then, key=lambda o: (o.last_seen - o.first_seen, o.text)).text if then else ""


def _is_held(text: str, office: Span, mine: list[Span], others: list[Span]) -> bool:
    """Whether one of `mine` lies over the office or near it, and nobody else does."""
    if any(start <= office[0] and office[1] <= end for start, end in mine):
        return True
    if any(_overlap(office, other) for other in others):
        return False
    return any(_is_near(text, office, mention, others) for mention in mine)


def _is_near(text: str, office: Span, mention: Span, others: list[Span]) -> bool:
    if _overlap(office, mention):
        return True
    first, second = sorted((office, mention))
    between = text[first[1] : second[0]]
    if len(between.split()) > NEAR or _BREAK.search(between):
        return False
    return not any(_overlap((first[1], second[0]), other) for other in others)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
