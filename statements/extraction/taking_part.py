"""Who takes part in an occasion because the words around a cue, or its other side, tell it."""

from __future__ import annotations

from .identity import Member
from .occasions import TWO_SIDED, Occasion, join
from .subjects import Attribution


def join_told(occasion: Occasion, found: Attribution) -> None:
    """Whoever the cue names takes part too: the medium of an interview, the other side of talks."""
    if occasion.type == "interview" and not any(m.kind == "agency" for m in occasion.participants):
        known = {name for m in occasion.participants for name in m.names}
        for member in found.addressees:
            join(occasion, member if member.kind == "agency" and not known & set(member.names) else None)
    _join_other_side(occasion, found)


def _join_other_side(occasion: Occasion, found: Attribution) -> None:
    """«أكد لنظيره خلال لقائهما», «هنأ نظيره في برقية»: whom the cue tells is the other side."""
    alone = len(occasion.participants) == 1 and occasion.participants[0] in found.speakers
    congratulated = occasion.type == "message" and found.clause.cue and _greets(found)
    if not alone or not (occasion.type in TWO_SIDED or congratulated):
        return
    for told in found.told:
        if told.member.kind in ("person", "unnamed") and told.way in ("dative", "object"):
            join(occasion, told.member)
            if occasion.type == "message":
                occasion.hearers.append(told.member)


def _greets(found: Attribution) -> bool:
    return found.clause.cue.verb.sense in ("congratulated", "condoled", "thanked")


def talk_to_medium(occasion: Occasion, subjects: list[Member]) -> None:
    """«في لقاء مع قناة»: talks with a medium are an interview; a call to one stays a call."""
    others = [m for m in occasion.participants if m not in subjects]
    if occasion.type in TWO_SIDED and others and all(m.kind == "agency" for m in others):
        occasion.type = "interview" if occasion.type == "meeting" else occasion.type
        occasion.hearers += [m for m in others if m not in occasion.hearers]


def speak_to_guests(occasion: Occasion, met: Occasion | None) -> None:
    """«التقى الرئيس الجالية … وأكد في كلمته»: the crowd that was met hears the speech."""
    if occasion.type != "speech" or occasion.hearers or met is None or met.type != "meeting":
        return
    crowd = [m for m in met.participants if m.kind == "group"]
    occasion.hearers += crowd
    for member in crowd:
        join(occasion, member)
