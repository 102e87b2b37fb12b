"""Who is who: one entry of the cast for every actor of the article, however it is called."""

from __future__ import annotations

from .identity import Member, agrees
from .known import Party
from .recognition import find_member
from .roster import Roster
from .segment import Document


class Cast(Roster):
    """The actors of an article, and whom a noun phrase, a pronoun or a verb without a subject means."""

    def __init__(self, doc: Document):
        super().__init__(doc)
        self.mentions: list[tuple[int, int, Member]] = []
        self.medium: Member | None = None  # that last spoke or relayed
        self.said_at = -1  # token of the last cue whose speaker was found
        self.sides: list[Member] = []  # the two states last told of as «الجانبان المصري والتركي»
        self.meeting: list[Member] = []  # the two that last met or spoke together, or all of a larger meeting

    def resolve(self, party: Party, *, gender: str = "", speaking: bool = False) -> Member | None:
        """The member that `party` names, made new where nobody fits; who speaks goes on speaking."""
        if party.name and not self.doc.has_words(*party.name):
            party.name = None  # «وكالة “ »»: marks alone name nobody
        member = find_member(self, party, gender, speaking) or self.add(party)
        self.learn(member, party, gender)
        self.mentions.append((party.first, party.end, member))
        return member

    def forget_order(self) -> None:
        """After a first look at the whole article: who was met counts, when does not."""
        for member in self.members:
            member.last = -1
        self.mentions.clear()

    def pair(self, occasion_members: list[Member]) -> list[Member]:
        """The two that «الطرفان», «الوزيران» mean: of the last meeting, else the last two met."""
        if len(occasion_members) == 2:
            return occasion_members
        kinds = ("person", "country")
        met = sorted((m for m in self.members if m.kind in kinds and m.last >= 0), key=lambda m: -m.last)
        return sorted(met[:2], key=lambda m: m.order)

    def other_than(self, speakers: list[Member], at: int, gender: str) -> Member | None:
        """Whom a pronoun before token `at` means, told by one of `speakers`: the last other one met."""
        fitting = [
            m
            for m in self.recent
            if m not in speakers
            and 0 <= m.last < at
            and m.kind in ("person", "country", "unnamed")
            and agrees(m, gender, 1)
        ]
        return max(fitting, key=lambda m: m.last, default=None)

    def focus(self, gender: str = "", number: int = 0) -> Member | None:
        """The last speaker who may be the subject of a verb without one."""
        for member in reversed(self.spoke):
            if agrees(member, gender, number):
                return member
        return self.spoke[-1] if self.spoke else None
