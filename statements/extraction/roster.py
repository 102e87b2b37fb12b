"""The actors of an article as they are met: their names, offices and kinds, and how to look them up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from . import lexicon_tables as tables
from .identity import TITLE_FILLERS, Member, has_prefix, key, rough, with_states, without_prefix
from .known import Party
from .normalize import fold
from .segment import Document
from .vocabulary import folded
from .written import spaced, without_marks

DOCUMENTS = folded("البيان بيان التقرير تقرير الرسالة الخطاب الوثيقة المذكرة القرار الإعلان الدعوى المقال")
_NOT_ALONE = folded("عبد الله آل أبو ابن الدين علي أحمد")
_SMALL = folded("في من إلى على لدى عن باسم الرسمي") | {"رسمي"}
# Two words for one office: «خادم الحرمين», «الملك».
_HEADS_ALIKE = {
    "خادم": "ملك",
    "عاهل": "ملك",
    "ناطق": "متحدث",
    "ناطقه": "متحدثه",
    "موفد": "مبعوث",
    "مراسلنا": "مراسل",
    "مراسلتنا": "مراسله",
    "مسيول": "مسوول",
}
_CABINETS = frozenset(("حكومه", "حكومته", "حكومتها"))  # «رئيس الحكومة», «رئيس الوزراء»: one office
_OF_THE_KING = frozenset(("حرمين", "شريفين"))


Office = tuple[str, frozenset[str]]  # its head, and its other words


def _in_one(words: list[str]) -> list[str]:
    """«عبد ربه» as «عبدربه», «أبو زهري» as «أبوزهري»."""
    found: list[str] = []
    for word in words:
        if found and found[-1] in ("عبد", "ابو"):
            found[-1] += word
        else:
            found.append(word)
    return found


def _oblique(text: str) -> str:
    """«المتظاهرون» after a preposition; such a name gives way to the one in the nominative."""
    first, space, rest = text.partition(" ")
    return first.removesuffix("ون") + "ين" + space + rest if first.endswith("ون") else ""


def _with_rough(member: Member) -> set[str]:
    """The words under which a member is looked up; a surname also as it may be misspelt."""
    words = set().union(*member.words)
    return words | {rough(w) for w in words if member.kind == "person" and len(w) > 5}


def _extent(member: Member) -> tuple[str, int, int, int]:
    """How much is known of a member by which it is looked up: nothing is taken away again."""
    return member.kind, len(member.words), len(member.heads), len(member.offices)


class Roster:
    """The actors of an article in the order they are met."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.members: list[Member] = []
        self.spoke: list[Member] = []  # who spoke, in order
        self.surnames: set[str] = set()  # folded words of the names met so far
        self.issuer: Member | None = None  # of the document told of last
        self.states: dict[str, Member] = {}
        self.recent: deque[Member] = deque(maxlen=12)  # who was met last
        self._by_word: dict[str, list[Member]] = {}
        self._by_head: dict[str, list[Member]] = {}

    def near(self, words: Iterable[str], *heads: str) -> list[Member]:
        """Members whose names have one of the words, or whose office or kind has one of the heads, in order."""
        found = {m.order: m for w in words for m in self._by_word.get(w, ())}
        found |= {m.order: m for head in heads for m in self._by_head.get(head, ())}
        return [found[order] for order in sorted(found)]

    def add(self, party: Party) -> Member:
        """A new actor for `party`, which names nobody met before."""
        kind = party.kind
        if kind == "person" and not party.name:
            kind = "unnamed"
        if kind == "government":
            kind = "organization"
        member = Member(len(self.members), kind, country=party.country, number=party.number)
        self.members.append(member)
        if party.country:
            self.states[party.country] = member
        return member

    def state(self, name: str) -> Member:
        """The member that is the state of this usual name, made new where the article has not told of it."""
        if name not in self.states:
            member = Member(len(self.members), "country", names=[name], country=name)
            self.members.append(member)
            self.states[name] = member
        return self.states[name]

    def learn(self, member: Member, party: Party, gender: str) -> None:
        """Note the names, offices and gender under which `party` tells of `member`."""
        known_before = _extent(member)
        first, end = party.name or (party.first, party.end)
        text = self._clean(first, end)
        described = party.kind == "unnamed" and member.kind == "person"
        if (party.name and not described) or not member.names:
            words = self.words_of(first, end)
            if (oblique := _oblique(text)) in member.names:
                member.names[member.names.index(oblique)] = text
            if member.country and text not in member.names and fold(text) == fold(member.country):
                member.names.append(text)
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
            member.names, member.words = [text], [self.words_of(first, end)]
        for title in party.titles:
            office = self.office_of(*title)
            if office not in member.offices:
                member.offices.append(office)
                member.titles.append(self._clean(*title))
                self._take_from_counterpart(member, office)
        if party.head:
            member.heads.add(key(party.head))
        if party.kind == "unnamed":
            office = self.office_of(party.first, party.end)
            if office not in member.offices:
                member.offices.append(office)
        if party.gender and party.titles:
            member.gender = party.gender
        elif not member.gender:
            member.gender = gender or self._gender_of_name(party)
        member.last = party.first
        self.recent.append(member)
        if _extent(member) != known_before:
            self._index(member)

    def _gender_of_name(self, party: Party) -> str:
        """«m» or «f» where the first name of two or more is a man's or a woman's, else ""."""
        if party.kind != "person" or not party.name or party.name[1] - party.name[0] < 2:
            return ""
        given = tables.given_names().get(self.doc.words[party.name[0]])
        return given.gender if given and given.gender in ("m", "f") else ""

    def _take_from_counterpart(self, member: Member, office: Office) -> None:
        """«مع نظيره التركي فلان»: he holds the office of whoever was told of before, of his own state."""
        head, words = office
        if not head.startswith("نظير"):
            return
        for other in reversed(self.recent):
            fits = other is not member and not (head == "نظيرها" and other.gender == "m")
            own = [o for o in other.offices if o[1] and not o[0].startswith("نظير")]
            if fits and own:
                kept = frozenset(w for w in own[0][1] if not w.startswith("@"))
                bare = own[0][0].removesuffix("ه")
                member.offices.append((bare + "ه" * head.startswith("نظيرت"), kept | words))
                return

    def give_office(self, member: Member, office: tuple[str, frozenset[str]]) -> None:
        """Note an office that the text implies of a member: «نظيره» of a minister is one."""
        if office not in member.offices:
            member.offices.append(office)
            self._index(member)

    def _index(self, member: Member) -> None:
        for table, keys in (
            (self._by_word, _with_rough(member)),
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
        ) or party.head in DOCUMENTS

    def words_of(self, first: int, end: int) -> frozenset[str]:
        """The words of a name as they are compared."""
        words = [self.doc.words[i] for i in range(first, end) if self.doc.kinds[i] in "wn"]
        if (
            words
            and words[0] not in self.doc.names
            and words[0][:1] in "ولبف"
            and words[0][1:] in self.doc.names
        ):
            words[0] = words[0][1:]
        return frozenset(map(key, _in_one(words)))

    def office_of(self, first: int, end: int) -> Office:
        """The head of an office and its other words, as they are compared."""
        words = with_states(
            [w for i, w in enumerate(self.doc.words[first:end], first) if self.doc.kinds[i] in "wn"]
        )
        words = words[:1] + [w for w in words[1:] if w not in _SMALL]
        if words[:1] in (["رييس"], ["رييسه"]):
            words[1:] = [
                "وزراء" if w in _CABINETS else w for w in words[1:] if w != "مجلس" or "وزراء" not in words
            ]
        if words[-1:] in (["اممي"], ["امميه"]):
            words[-1] = "امم"  # as in «الأمم المتحدة»
        return (
            _HEADS_ALIKE.get(words[0], words[0]) if words else "",
            frozenset(words[1:]) - TITLE_FILLERS - _OF_THE_KING,
        )

    def _clean(self, first: int, end: int) -> str:
        text = without_marks(spaced(self.doc, first, end))
        word = self.doc.words[first]
        if word not in self.doc.names and word[:1] in "ولبف" and word[1:] in self.doc.names:
            text = text[1:]
        elif self.doc.kinds[first] == "w" and key(word) and has_prefix(word):
            text = without_prefix(self.doc.raw(first), word) + text[len(self.doc.raw(first)) :]
        return " ".join(text.split())
