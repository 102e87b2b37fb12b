"""Whom a noun phrase means among the actors met so far.

Names meet by their words («ظريف» is «محمد جواد ظريف»), offices by their head and field
(«الوزير», «رئيس الدبلوماسية الروسية»), states by any name, capital or government, and
«المصدر نفسه», «الوزارة», «البيان» by the last actor they can point to.
"""

from __future__ import annotations

from .identity import Member, agrees, key, office_fits, same_body, same_name
from .known import Party
from .roster import DOCUMENTS, Roster
from .vocabulary import folded

_SAME = folded("نفسه ذاته نفسها ذاتها أنفسهم المذكور المذكورة عينه")
_HEADS_OF_STATE = folded("وزير رئيس أمين")
# Who holds one of these is not known by another office of the same state.
_SINGULAR_OFFICES = folded(
    "سفير سفيرة رييس رئيسة وزير وزيرة ملك أمير مندوب مندوبة قنصل مبعوث مبعوثة متحدث متحدثة ناطق"
)
# What any office-holder may be called: «وأشار الدبلوماسي إلى».
_EPITHETS = folded("دبلوماسي دبلوماسيه مسوول مسووله سياسي قيادي نايب زعيم")
_NOBODY = frozenset(("مصدر", "مصادر", "مسوول", "مسوولون", "خبراء"))


def find_member(cast: Roster, party: Party, gender: str, speaking: bool) -> Member | None:
    """The actor met before that `party` names or points to; `speaking` where it is the subject of a cue."""
    if party.country:
        return cast.states.get(party.country)
    if party.kind == "person" and party.name:
        return _by_name(cast, party, gender)
    if party.kind == "person":
        return _by_office(cast, party, speaking)
    if party.kind == "unnamed":
        return _unnamed(cast, party, gender)
    return _body(cast, party)


def _by_name(cast: Roster, party: Party, gender: str) -> Member | None:
    words = cast.words_of(*party.name)
    last = key(cast.doc.words[party.name[1] - 1])
    fitting = [
        m
        for m in cast.near(words)
        if m.words
        and (m.kind == "person" or (m.kind == "unnamed" and any(words & w for w in m.words)))
        and any(same_name(words, w) for w in m.words)
    ]
    best = max(fitting, key=lambda m: (any(m.ends_with(last) for _ in (0,)), m.last), default=None)
    if best:
        return best
    return _named_at_last(cast, party, gender)


def _named_at_last(cast: Roster, party: Party, gender: str) -> Member | None:
    """«متحدثة باسم الوزارة» and in the next sentence her name."""
    for title in party.titles:
        office = cast.office_of(*title)
        for member in reversed(cast.near((), office[0])):
            if (
                member.kind == "unnamed"
                and not member.heads & _NOBODY
                and any(office_fits(office, known) for known in member.offices)
            ):
                return member
    last = cast.spoke[-1] if cast.spoke else None
    if last is None or last.kind != "unnamed" or last.number != 1 or "مصدر" in last.heads:
        return None
    if party.titles:
        office = cast.office_of(*party.titles[0])
        return last if any(office_fits(office, known) for known in last.offices) else None
    same = not gender or not last.gender or gender == last.gender
    return last if same and last.heads & {"متحدث", "متحدثه", "ناطق", "ناطقه"} else None


def _by_office(cast: Roster, party: Party, speaking: bool) -> Member | None:
    offices = [cast.office_of(*t) for t in party.titles]
    if not offices:
        return None
    head, words = offices[0]
    if head.startswith("نظير"):
        return _counterpart(cast, words)
    holders = [m for m in cast.near((), head) if any(office_fits(offices[0], known) for known in m.offices)]
    if holders:
        best = max(holders, key=lambda m: m.last)
        if best.last >= 0 or len(holders) == 1:
            return best
    if party.end - party.first == 1 and cast.doc.words[party.first] in cast.surnames:
        return _by_surname(cast, cast.doc.words[party.first])
    if head == "رييس" and words & {"دبلوماسيه", "دبلوماسي"}:
        state = {w for w in words if w.startswith("@")}
        ministers = [
            m
            for m in cast.near((), "وزير")
            if any(
                h == "وزير"
                and "خارجيه" in w
                and (not state or state <= w or not any(x.startswith("@") for x in w))
                for h, w in m.offices
            )
        ]
        if ministers:
            return max(ministers, key=lambda m: m.last)
    return (speaking and _described(cast, party, offices[0])) or _only_holder(cast, party, offices[0])


def _only_holder(cast: Roster, party: Party, office: tuple[str, frozenset[str]]) -> Member | None:
    """«المتحدثة الأممية»: the one person of the article with that office, or the deputy of it."""
    head, words = office
    if not party.definite:
        return None
    holders = [m for m in cast.near((), head) if m.kind == "person" and any(h == head for h, _ in m.offices)]
    if not holders:
        holders = [
            m
            for m in cast.near((), "نايب", "مساعد")
            if m.kind == "person" and any(head in w for h, w in m.offices if h in ("نايب", "مساعد"))
        ]
    if len(holders) != 1 or (party.gender and holders[0].gender and party.gender != holders[0].gender):
        return None
    known = frozenset().union(*[w for _, w in holders[0].offices])
    states = {w for w in words if w.startswith("@")}
    return holders[0] if not states - known and len(words - known) <= 1 else None


def _counterpart(cast: Roster, words: frozenset[str]) -> Member | None:
    """«نظيره التركي»: whoever of that state holds the office of the last speaker."""
    states = {w for w in words if w.startswith("@")}
    last = cast.spoke[-1] if cast.spoke else None
    heads = {head for head, _ in last.offices} if last else set()
    fitting = [
        m
        for m in cast.near((), *(heads or _HEADS_OF_STATE))
        if m is not last and states and any(states <= w for _, w in m.offices)
    ]
    return max(fitting, key=lambda m: m.last, default=None)


def _described(cast: Roster, party: Party, office: tuple[str, frozenset[str]]) -> Member | None:
    """The last speaker under another description of his office: some word of it in common."""
    last = cast.spoke[-1] if cast.spoke else None
    definite = party.definite or any(
        cast.doc.words[i].startswith(("ال", "لل")) for i in range(party.first, party.end)
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
    if office[0] in _SINGULAR_OFFICES and office[0] not in known and all(w.startswith("@") for w in shared):
        return None
    if not office[1] & known or {w for w in office[1] if w.startswith("@")} - known:
        return None
    return last


def _unnamed(cast: Roster, party: Party, gender: str) -> Member | None:
    words = cast.words_of(party.first, party.end) - {key(w) for w in _SAME}
    bare = key(party.head)
    for member in reversed(cast.near(words, bare)):
        if bare in member.heads and party.definite:
            if words <= frozenset().union(*member.words, *[w for _, w in member.offices], {bare}):
                return member
        elif member.kind == "unnamed" and words in member.words:
            return member
    if party.definite:
        if party.head in DOCUMENTS:
            return cast.issuer or next((m for m in reversed(cast.spoke) if m.kind != "agency"), None)
        if party.head in DOCUMENTS or len(words) == 1:
            for member in reversed(cast.near(words, bare)):
                if bare in member.heads:
                    return member
            if bare in ("مصدر", "مصادر"):
                kin = next((m for m in reversed(cast.near(words, bare)) if m.heads & {"مصدر", "مصادر"}), None)
                return kin or _last_speaker(cast, gender)
            return _last_speaker(cast, gender)
    return None


def _last_speaker(cast: Roster, gender: str) -> Member | None:
    last = cast.spoke[-1] if cast.spoke else None
    return last if last and agrees(last, gender, 0) else None


def _body(cast: Roster, party: Party) -> Member | None:
    words = cast.words_of(*(party.name or (party.first, party.end)))
    words -= {key(w) for w in _SAME}
    bare = key(party.head)
    if party.head in DOCUMENTS:
        return cast.issuer or next((m for m in reversed(cast.spoke) if m.kind != "agency"), None)
    for member in reversed(cast.near(words, bare)):
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
        return next((m for m in reversed(cast.members) if m.kind == "agency"), None)
    return None


def _by_surname(cast: Roster, word: str) -> Member | None:
    """The person of the article whose name has the folded `word`, if there is just one."""
    bare = key(word)
    found = [m for m in cast.members if m.kind == "person" and any(bare in w for w in m.words)]
    return found[-1] if found else None
