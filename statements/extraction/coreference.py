"""Who is who: one entry of the cast for every actor of the article, however it is called.

Names meet by their words («ظريف» is «محمد جواد ظريف»), offices by their head and field
(«الوزير», «رئيس الدبلوماسية الروسية»), states by any name, capital or government, and
«المصدر نفسه», «الوزارة», «البيان» by the last actor they can point to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from .annotations import Actor, Mention, Span
from .identity import (
    TITLE_FILLERS,
    Member,
    agrees,
    has_prefix,
    key,
    office_fits,
    same_body,
    same_name,
    with_states,
    without_prefix,
)
from .known import Party
from .normalize import fold
from .segment import Document
from .vocabulary import folded

_FOREIGN = folded("دبلوماسية الدبلوماسية دبلوماسي الدبلوماسي")


_DOCUMENTS = folded("البيان بيان التقرير تقرير الرسالة الخطاب الوثيقة المذكرة القرار الإعلان الدعوى المقال")


_SAME = folded("نفسه ذاته نفسها ذاتها أنفسهم المذكور المذكورة عينه")


_NOT_ALONE = folded("عبد الله آل أبو ابن الدين علي أحمد")


_SMALL = folded("في من إلى على لدى عن باسم الرسمي") | {"رسمي"}


# Two words for one office: «خادم الحرمين», «الملك».
_HEADS_ALIKE = {
    "خادم": "ملك",
    "عاهل": "ملك",
    "ناطق": "متحدث",
    "ناطقه": "متحدثه",
    "موفد": "مبعوث",
    "مسيول": "مسوول",
}
_OF_THE_KING = frozenset(("حرمين", "شريفين"))
_HEADS_OF_STATE = folded("وزير رئيس أمين")
# Who holds one of these is not known by another office of the same state.
_SINGULAR_OFFICES = folded(
    "سفير سفيرة رييس رئيسة وزير وزيرة ملك أمير مندوب مندوبة قنصل مبعوث مبعوثة متحدث متحدثة ناطق"
)
# What any office-holder may be called: «وأشار الدبلوماسي إلى».
_EPITHETS = folded("دبلوماسي دبلوماسيه مسوول مسووله سياسي قيادي نايب زعيم")
_NOBODY = frozenset(("مصدر", "مصادر", "مسوول", "مسوولون", "خبراء"))


class Cast:
    """The actors of an article in the order they are met."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.members: list[Member] = []
        self.spoke: list[Member] = []  # who spoke, in order
        self.mentions: list[tuple[int, int, Member]] = []
        self.surnames: set[str] = set()  # folded words of the names met so far
        self.meeting: list[Member] = []  # who took part in the last meeting told of
        self._speaking = False
        self.issuer: Member | None = None  # of the document told of last
        self._states: dict[str, Member] = {}
        self._recent: deque[Member] = deque(maxlen=12)  # who was met last
        self._by_word: dict[str, list[Member]] = {}
        self._by_head: dict[str, list[Member]] = {}

    def resolve(self, party: Party, *, gender: str = "", speaking: bool = False) -> Member | None:
        """The member that `party` names, made new where nobody fits; who speaks goes on speaking."""
        self._speaking = speaking
        member = self._find(party, gender) or self._add(party)
        self._learn(member, party, gender)
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
            for m in self._recent
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

    def by_surname(self, word: str) -> Member | None:
        """The person of the article whose name has the folded `word`, if there is just one."""
        bare = key(word)
        found = [m for m in self.members if m.kind == "person" and any(bare in w for w in m.words)]
        return found[-1] if found else None

    # -- finding ---------------------------------------------------------------------------

    def _find(self, party: Party, gender: str) -> Member | None:
        if party.country:
            return self._states.get(party.country)
        if party.kind == "person" and party.name:
            return self._by_name(party, gender)
        if party.kind == "person":
            return self._by_office(party)
        if party.kind == "unnamed":
            return self._unnamed(party, gender)
        return self._body(party)

    def _near(self, words: Iterable[str], *heads: str) -> list[Member]:
        """Members whose names have one of the words, or whose office or kind has one of the heads, in order."""
        found = {m.order: m for w in words for m in self._by_word.get(w, ())}
        found |= {m.order: m for head in heads for m in self._by_head.get(head, ())}
        return [found[order] for order in sorted(found)]

    def _by_name(self, party: Party, gender: str) -> Member | None:
        words = self._words(*party.name)
        last = key(self.doc.words[party.name[1] - 1])
        fitting = [
            m
            for m in self._near(words)
            if m.words
            and (m.kind == "person" or (m.kind == "unnamed" and any(words & w for w in m.words)))
            and any(same_name(words, w) for w in m.words)
        ]
        best = max(fitting, key=lambda m: (any(m.ends_with(last) for _ in (0,)), m.last), default=None)
        if best:
            return best
        return self._named_at_last(party, gender)

    def _named_at_last(self, party: Party, gender: str) -> Member | None:
        """«متحدثة باسم الوزارة» and in the next sentence her name."""
        for title in party.titles:
            office = self._office(*title)
            for member in reversed(self._near((), office[0])):
                if (
                    member.kind == "unnamed"
                    and not member.heads & _NOBODY
                    and any(office_fits(office, known) for known in member.offices)
                ):
                    return member
        last = self.spoke[-1] if self.spoke else None
        if last is None or last.kind != "unnamed" or last.number != 1 or "مصدر" in last.heads:
            return None
        if party.titles:
            office = self._office(*party.titles[0])
            return last if any(office_fits(office, known) for known in last.offices) else None
        same = not gender or not last.gender or gender == last.gender
        return last if same and last.heads & {"متحدث", "متحدثه", "ناطق", "ناطقه"} else None

    def _by_office(self, party: Party) -> Member | None:
        offices = [self._office(*t) for t in party.titles]
        if not offices:
            return None
        head, words = offices[0]
        if head.startswith("نظير"):
            return self._counterpart(words)
        holders = [
            m for m in self._near((), head) if any(office_fits(offices[0], known) for known in m.offices)
        ]
        if holders:
            best = max(holders, key=lambda m: m.last)
            if best.last >= 0 or len(holders) == 1:
                return best
        if party.end - party.first == 1 and self.doc.words[party.first] in self.surnames:
            return self.by_surname(self.doc.words[party.first])
        if head == "رييس" and words & {"دبلوماسيه", "دبلوماسي"}:
            state = {w for w in words if w.startswith("@")}
            ministers = [
                m
                for m in self._near((), "وزير")
                if any(
                    h == "وزير"
                    and "خارجيه" in w
                    and (not state or state <= w or not any(x.startswith("@") for x in w))
                    for h, w in m.offices
                )
            ]
            if ministers:
                return max(ministers, key=lambda m: m.last)
        return self._described(party, offices[0]) or self._only_holder(party, offices[0])

    def _only_holder(self, party: Party, office: tuple[str, frozenset[str]]) -> Member | None:
        """«المتحدثة الأممية»: the one person of the article with that office, or the deputy of it."""
        head, words = office
        if not party.definite:
            return None
        holders = [
            m for m in self._near((), head) if m.kind == "person" and any(h == head for h, _ in m.offices)
        ]
        if not holders:
            holders = [
                m
                for m in self._near((), "نايب", "مساعد")
                if m.kind == "person" and any(head in w for h, w in m.offices if h in ("نايب", "مساعد"))
            ]
        if len(holders) != 1 or (party.gender and holders[0].gender and party.gender != holders[0].gender):
            return None
        known = frozenset().union(*[w for _, w in holders[0].offices])
        states = {w for w in words if w.startswith("@")}
        return holders[0] if not states - known and len(words - known) <= 1 else None

    def _counterpart(self, words: frozenset[str]) -> Member | None:
        """«نظيره التركي»: whoever of that state holds the office of the last speaker."""
        states = {w for w in words if w.startswith("@")}
        last = self.spoke[-1] if self.spoke else None
        heads = {head for head, _ in last.offices} if last else set()
        fitting = [
            m
            for m in self._near((), *(heads or _HEADS_OF_STATE))
            if m is not last and states and any(states <= w for _, w in m.offices)
        ]
        return max(fitting, key=lambda m: m.last, default=None)

    def _described(self, party: Party, office: tuple[str, frozenset[str]]) -> Member | None:
        """The last speaker under another description of his office: some word of it in common."""
        last = self.spoke[-1] if self.spoke else None
        if not self._speaking:
            return None
        definite = party.definite or any(
            self.doc.words[i].startswith(("ال", "لل")) for i in range(party.first, party.end)
        )
        if last is None or last.kind != "person" or not (definite or len(office[1]) > 1):
            return None
        if party.gender and last.gender and party.gender != last.gender:
            return None
        if not last.offices and definite:
            return last
        known = set().union(*[w | {h} for h, w in last.offices])
        if office[0] in _EPITHETS and party.definite and not office[1]:
            return last
        shared = office[1] & known
        if (
            office[0] in _SINGULAR_OFFICES
            and office[0] not in known
            and all(w.startswith("@") for w in shared)
        ):
            return None
        if not office[1] & known or {w for w in office[1] if w.startswith("@")} - known:
            return None
        return last

    def _unnamed(self, party: Party, gender: str) -> Member | None:
        words = self._words(party.first, party.end) - {key(w) for w in _SAME}
        bare = key(party.head)
        for member in reversed(self._near(words, bare)):
            if bare in member.heads and party.definite:
                if words <= frozenset().union(*member.words, *[w for _, w in member.offices], {bare}):
                    return member
            elif member.kind == "unnamed" and words in member.words:
                return member
        if party.definite:
            if party.head in _DOCUMENTS:
                return self.issuer or next((m for m in reversed(self.spoke) if m.kind != "agency"), None)
            if party.head in _DOCUMENTS or len(words) == 1:
                for member in reversed(self._near(words, bare)):
                    if bare in member.heads:
                        return member
                if bare in ("مصدر", "مصادر"):
                    kin = next(
                        (m for m in reversed(self._near(words, bare)) if m.heads & {"مصدر", "مصادر"}), None
                    )
                    return kin or self._last_speaker(gender)
                return self._last_speaker(gender)
        return None

    def _last_speaker(self, gender: str) -> Member | None:
        last = self.spoke[-1] if self.spoke else None
        return last if last and agrees(last, gender, 0) else None

    def _body(self, party: Party) -> Member | None:
        words = self._words(*(party.name or (party.first, party.end)))
        words -= {key(w) for w in _SAME}
        bare = key(party.head)
        if party.head in _DOCUMENTS:
            return self.issuer or next((m for m in reversed(self.spoke) if m.kind != "agency"), None)
        for member in reversed(self._near(words, bare)):
            if member.kind == "person":
                continue
            if member.kind == "country" and not (party.definite and len(words) == 1 and bare in member.heads):
                continue
            if words in member.words:
                return member
            if any(same_body(words, known) for known in member.words):
                return member
            if party.definite and len(words) == 1 and bare in member.heads:
                return member
        if party.kind == "agency" and party.definite and len(words) == 1:
            return next((m for m in reversed(self.members) if m.kind == "agency"), None)
        return None

    # -- learning --------------------------------------------------------------------------

    def _add(self, party: Party) -> Member:
        kind = party.kind
        if kind == "person" and not party.name:
            kind = "unnamed"
        if kind == "government":
            kind = "organization"
        member = Member(len(self.members), kind, country=party.country, number=party.number)
        self.members.append(member)
        if party.country:
            self._states[party.country] = member
        return member

    def _learn(self, member: Member, party: Party, gender: str) -> None:
        first, end = party.name or (party.first, party.end)
        text = self._clean(first, end)
        if party.name or not member.names:
            words = self._words(first, end)
            if words and words not in member.words and not self._points(party, member):
                member.words.append(words)
                member.names.append(text)
                if party.kind == "person" and party.name:
                    member.surnames.add(key(self.doc.words[end - 1]))
                    known = {
                        w
                        for w in self.doc.words[first:end]
                        if len(w) > 2 and w.isalpha() and not (w[0] in "ولبف" and w[1:] in self.doc.names)
                    }
                    self.surnames |= known
                    self.doc.names |= known - _NOT_ALONE
        if party.name and party.kind == "person" and member.kind == "unnamed":
            member.kind = "person"
            member.titles = member.names[:-1] + member.titles
            member.names, member.words = [text], [self._words(first, end)]
        for title in party.titles:
            office = self._office(*title)
            if office not in member.offices:
                member.offices.append(office)
                member.titles.append(self._clean(*title))
        if party.head:
            member.heads.add(key(party.head))
        if party.kind == "unnamed":
            office = self._office(party.first, party.end)
            if office not in member.offices:
                member.offices.append(office)
        if party.gender and party.titles:
            member.gender = party.gender
        elif gender and not member.gender:
            member.gender = gender
        member.last = party.first
        self._recent.append(member)
        self._index(member)

    def give_office(self, member: Member, office: tuple[str, frozenset[str]]) -> None:
        """Note an office that the text implies of a member: «نظيره» of a minister is one."""
        if office not in member.offices:
            member.offices.append(office)
            self._index(member)

    def _index(self, member: Member) -> None:
        for table, keys in (
            (self._by_word, set().union(*member.words)),
            (self._by_head, member.heads | {head for head, _ in member.offices}),
        ):
            for word in keys:
                known = table.setdefault(word, [])
                if not any(m is member for m in known[-8:]) and not any(m is member for m in known):
                    known.append(member)

    def _points(self, party: Party, member: Member) -> bool:
        """Whether the words only point back («المصدر», «الوزارة») and are no name to learn."""
        if not member.names:
            return False
        return (
            party.kind in ("unnamed", "organization", "agency", "group")
            and party.definite
            and party.end - party.first <= 2
        ) or party.head in _DOCUMENTS

    def _words(self, first: int, end: int) -> frozenset[str]:
        words = [self.doc.words[i] for i in range(first, end) if self.doc.kinds[i] in "wn"]
        if (
            words
            and words[0] not in self.doc.names
            and words[0][:1] in "ولبف"
            and words[0][1:] in self.doc.names
        ):
            words[0] = words[0][1:]
        return frozenset(map(key, words))

    def _office(self, first: int, end: int) -> tuple[str, frozenset[str]]:
        words = with_states(
            [w for i, w in enumerate(self.doc.words[first:end], first) if self.doc.kinds[i] in "wn"]
        )
        words = words[:1] + [w for w in words[1:] if w not in _SMALL]
        return (
            _HEADS_ALIKE.get(words[0], words[0]) if words else "",
            frozenset(words[1:]) - TITLE_FILLERS - _OF_THE_KING,
        )

    def _clean(self, first: int, end: int) -> str:
        text = self.doc.of(first, end).strip("\"'«»“”„ ")
        word = self.doc.words[first]
        if word not in self.doc.names and word[:1] in "ولبف" and word[1:] in self.doc.names:
            text = text[1:]
        elif self.doc.kinds[first] == "w" and key(word) and has_prefix(word):
            text = without_prefix(self.doc.raw(first), word) + text[len(self.doc.raw(first)) :]
        return " ".join(text.split())


def actors(cast: Cast, kept: list[Member]) -> tuple[tuple[Actor, ...], dict[int, str]]:
    """Actor values for the members in `kept`, and the id of each by its order."""
    ids = {m.order: f"a{n}" for n, m in enumerate(kept, 1)}
    made = []
    for member in kept:
        names = sorted(
            dict.fromkeys(member.names),
            key=lambda n: (
                -len(n.split()) if member.kind == "person" else fold(n).removeprefix("ال") in member.heads
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
