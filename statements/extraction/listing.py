"""What the article's actors and mentions are once all of it is read."""

from __future__ import annotations

from .annotations import Actor, Mention, Span
from .coreference import Cast
from .identity import Member
from .normalize import fold
from .segment import Document


def actors(cast: Cast, kept: list[Member]) -> tuple[tuple[Actor, ...], dict[int, str]]:
    """Actor values for the members in `kept`, and the id of each by its order."""
    ids = {m.order: f"a{n}" for n, m in enumerate(kept, 1)}
    made = []
    for member in kept:
        names = sorted(
            dict.fromkeys(member.names),
            key=lambda n: (
                -len(n.split())
                if member.kind == "person"
                else fold(n) != fold(member.country)
                if member.country
                else fold(n).removeprefix("ال") in member.heads
            ),
        )
        name = names[0] if names else (member.titles[0] if member.titles else "")
        made.append(
            Actor(ids[member.order], name, member.kind, tuple(names), tuple(dict.fromkeys(member.titles)))
        )
    return tuple(made), ids


def mentions(cast: Cast, doc: Document, ids: dict[int, str]) -> tuple[Mention, ...]:
    """Every mention read, in the order of the text."""
    found = {
        (doc.span(first, end), ids.get(member.order)) for first, end, member in cast.mentions if first < end
    }
    return tuple(Mention(Span(s.start, s.end), a) for s, a in sorted(found, key=lambda t: (t[0], t[1] or "")))
