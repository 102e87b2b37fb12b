"""Who hears what is said besides those named at the cue: the other side, the audience, the medium told before."""

from __future__ import annotations

from .identity import Member
from .occasion_words import is_conference
from .occasions import TWO_SIDED, Occasion
from .segment import Document
from .subjects import Attribution

_LEAD = 4  # sentences whose words may have been said to a medium told further down
_TO_MEDIUM = ("dative", "dative_far", "channel")


def add_hearers(doc: Document, attributions: list[Attribution]) -> None:
    """Addressees that the occasion makes plain, and the medium that a speaker goes on talking to."""
    said = _by_speaker(attributions)
    lead = doc.sentences[_LEAD][0] if len(doc.sentences) > _LEAD else len(doc)
    for statements in said:
        _leave_talks(statements)
    for found in attributions:
        occasion = found.event
        if occasion is None:
            continue
        others = _other_side(occasion, found) if occasion.type in TWO_SIDED else _audience(occasion)
        if occasion.type == "interview" and _media(found):
            continue  # the medium of these very words is told, another interview is another's
        known = [*found.speakers, *found.addressees, *occasion.present]
        found.addressees += [m for m in others if m not in known and not _named(m, found.addressees)]
    for statements in said:
        _carry_media(doc, statements, lead)


def _named(member: Member, addressees: list[Member]) -> bool:
    """Whether a medium of the very same name is addressed already: «الأفق» of the occasion read as a person."""
    names = set(member.names)
    return any(m.kind == "agency" and names & set(m.names) for m in addressees)


def _other_side(occasion: Occasion, found: Attribution) -> list[Member]:
    """Who sits across the table: «استقبل الوزير فلاناً وفلاناً», of whom neither tells the other anything.

    Measured on the annotated articles with three and more taking part: who is not told of first speaks to
    the first alone in 11 of 22 cases, to everybody in 4.
    """
    people = [m for m in occasion.participants if m not in occasion.present]
    if len(people) < 3 or any(m is people[0] for m in found.speakers):
        return occasion.participants
    return people[:1] if any(m in people for m in found.speakers) else people


def _audience(occasion: Occasion) -> list[Member]:
    """Who listens: at a press conference reporters, at a session the body, and no minister beside the speaker.

    Measured on the annotated articles: persons and states at one hear what is said in 1 case of 68.
    """
    if occasion.type in ("press_conference", "conference"):
        return [m for m in occasion.hearers if m.kind in ("group", "organization", "agency")]
    return occasion.hearers


def _by_speaker(attributions: list[Attribution]) -> list[list[Attribution]]:
    """The statements that the narrator tells, in order, of one speaker after the other."""
    said: dict[int, list[Attribution]] = {}
    for found in attributions:
        if found.outer and found.speakers and found.speakers[0].kind != "agency":
            said.setdefault(found.speakers[0].order, []).append(found)
    return list(said.values())


def _leave_talks(statements: list[Attribution]) -> None:
    """Who told a medium of talks goes on telling it: no later words of his belong to those talks."""
    told = -1  # where the speaker talked to a medium last
    for found in statements:
        event, first = found.event, found.clause.sentence[0]
        if _media(found):
            told = found.clause.at
        elif event is not None and event.type in TWO_SIDED and event.at < told and event.at < first:
            found.event = None


def _carry_media(doc: Document, statements: list[Attribution], lead: int) -> None:
    """«قال لوكالة …», «وأضاف», and the lead that stands before: all said to the same medium."""
    for number, found in enumerate(statements):
        if not found.addressees and _may_go_on(doc, found):
            found.addressees += _media_near(doc, statements, number, lead)


def _may_go_on(doc: Document, found: Attribution) -> bool:
    """Whether remarks without a hearer of their own may be said to the medium told near by.

    «ردا على سؤال «الأفق»» asks for all that is said, one question at a «مؤتمر صحفي» for its answer.
    """
    event = found.event
    if event is None or event.type == "interview":
        return True
    return event.type == "press_conference" and not is_conference(doc, event.at)


_FAR = 40  # statements of one speaker; more than articles have


def _media_near(doc: Document, statements: list[Attribution], number: int, lead: int) -> list[Member]:
    for other in reversed(statements[max(0, number - _FAR) : number]):
        if media := _media(other):
            return media
        if not _may_go_on(doc, other):
            break
    if statements[number].clause.sentence[0] >= lead:
        return []
    for other in statements[number + 1 : number + 1 + _FAR]:
        if media := _media(other):
            return media
        if not _may_go_on(doc, other):
            break
    return []


def _media(found: Attribution) -> list[Member]:
    return [t.member for t in found.told if t.member.kind == "agency" and t.way in _TO_MEDIUM]
