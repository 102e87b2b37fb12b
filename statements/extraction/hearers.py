"""Addressees that the occasion makes plain: the other side, the audience, the medium."""

from __future__ import annotations

from .occasions import TWO_SIDED
from .subjects import Attribution


def add_hearers(attributions: list[Attribution]) -> None:
    """Give every statement made on an occasion those who hear it there."""
    for found in attributions:
        occasion = found.event
        if occasion is None:
            continue
        others = occasion.participants if occasion.type in TWO_SIDED else occasion.hearers
        found.addressees += [m for m in others if m not in found.speakers and m not in found.addressees]
