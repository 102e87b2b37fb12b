"""The occasions told so far: which of them a new telling means, and where each speaker was last."""

from __future__ import annotations

from .belonging import is_one_sided
from .identity import Member
from .occasion_words import is_bare_conference, is_conference
from .occasions import TWO_SIDED, Occasion, join, merge, same
from .press import QUESTIONS
from .segment import Document

_REMEMBERED = 40  # occasions that a later telling may mean


_WITH_QUESTIONS = ("interview", "conference", "speech")


class ToldBefore:
    """The occasions of an article in the order they are told."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.occasions: list[Occasion] = []
        self._last: dict[int, Occasion] = {}  # by member

    def last_of(self, member: Member) -> Occasion | None:
        """Where a member spoke last."""
        return self._last.get(member.order)

    def was_at(self, member: Member, occasion: Occasion) -> None:
        """What the member goes on to say is said at this occasion."""
        join(occasion, member)
        self._last[member.order] = occasion

    def leave(self, member: Member) -> None:
        """What the member goes on to say is said elsewhere."""
        self._last.pop(member.order, None)

    def enter(self, occasion: Occasion, passing: bool) -> Occasion:
        """One more telling: of an occasion known already, or a new one; a passing one holds its sentence only."""
        occasion = self.note(occasion)
        if not passing and not is_one_sided(self.doc, occasion):
            for member in occasion.participants:
                if member not in occasion.hearers or occasion.type in TWO_SIDED:
                    self._last[member.order] = occasion
        return occasion

    def note(self, occasion: Occasion) -> Occasion:
        """The occasion known already that a telling means, with what it adds, or the new one."""
        known = next((o for o in self._recent() if self._is_same(o, occasion)), None)
        if known is None:
            self.occasions.append(occasion)
            return occasion
        merge(known, occasion)
        return known

    def meeting_of(self, member: Member) -> Occasion | None:
        """The last talks told in which a member took part."""
        return next((o for o in self._recent() if o.type == "meeting" and member in o.participants), None)

    def open_conference(self) -> Occasion | None:
        """The press conference told last, where only bodies that hold it are told, and no other occasion after it."""
        last = self.occasions[-1] if self.occasions else None
        if last is None or last.type != "press_conference" or not is_conference(self.doc, last.at):
            return None
        return last if all(m.kind in ("organization", "country") for m in last.participants) else None

    def meant_by(self, occasion: Occasion, subjects: list[Member]) -> Occasion | None:
        """The occasion that a question, «خلال المقابلة» or «خلال المؤتمر» points back to; None for none."""
        return self._asked_at(occasion, subjects) or self._told_again(occasion, subjects)

    def _recent(self) -> list[Occasion]:
        return self.occasions[-_REMEMBERED:][::-1]

    def _is_same(self, known: Occasion, occasion: Occasion) -> bool:
        """Whether an occasion was told before; «المؤتمر» also before «مؤتمر صحفي» says of what kind it was."""
        shared = any(m in known.participants for m in occasion.participants)
        types = (known.type, occasion.type)
        if types == ("conference", "press_conference") and shared and is_bare_conference(self.doc, known.at):
            known.type = occasion.type
        return same(known, occasion)

    def _asked_at(self, occasion: Occasion, subjects: list[Member]) -> Occasion | None:
        """«ردا على سؤال» in an interview is a question of it; «خلال المقابلة» after a meeting is the meeting."""
        last = self.last_of(subjects[0]) if subjects else None
        word = self.doc.words[occasion.at]
        if last is None:
            return None
        if word in QUESTIONS:
            return last if last.type in _WITH_QUESTIONS else None
        return last if word.endswith("المقابله") and last.type == "meeting" else None

    def _told_again(self, occasion: Occasion, subjects: list[Member]) -> Occasion | None:
        """«وأضاف خلال المؤتمر»: the press conference told before."""
        if not is_bare_conference(self.doc, occasion.at):
            return None
        told = [o for o in self._recent() if o.type == "press_conference"]
        own = [o for o in told if any(m in o.participants for m in subjects)]
        again = next(iter(own or told), None)
        for member in subjects if again else []:
            self.was_at(member, again)
        return again
