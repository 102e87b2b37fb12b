"""Who holds the office that stands without a name: «الوزير», «رئيس الدبلوماسية الروسية», «نظيره التركي»."""

from __future__ import annotations

from .identity import Member, agrees, key, office_fits
from .known import Party
from .roster import Office, Roster
from .vocabulary import folded, heads

_HEADS_OF_STATE = folded("وزير رئيس أمين")
# Who holds one of these is not known by another office of the same state.
_SINGULAR_OFFICES = folded(
    "سفير سفيرة رييس رئيسة وزير وزيرة ملك أمير مندوب مندوبة قنصل مبعوث مبعوثة متحدث متحدثة ناطق أمين قائد"
)
# What any office-holder may be called: «وأشار الدبلوماسي إلى».
_EPITHETS = folded("دبلوماسي دبلوماسيه مسوول مسووله سياسي قيادي نايب زعيم")
_DEPUTIES = ("نايب", "مساعد", "وكيل")
_ANYBODY = frozenset(("مصدر", "مسوول", "مسووله", "خبير", "شاهد", "عضو", "محلل"))
_SPOKESMEN = frozenset(("متحدث", "متحدثه"))
_SPOKESMEN = frozenset(("متحدث", "متحدثه"))
# «وأشار المتحدث»: whoever just spoke, also a source without a name.
_WHO_SPEAKS = frozenset((head, frozenset()) for head in ("متحدث", "متحدثه", "مسوول", "مسووله", "دبلوماسي"))
_FORMER = frozenset(("سابق", "اسبق", "راحل"))


def find_holder(cast: Roster, party: Party, speaking: bool) -> Member | None:
    """The member whose office `party` names; None for somebody not met before."""
    if not party.titles:
        return None
    office = cast.office_of(*party.titles[0])
    head, words = office
    if head.startswith("نظير"):
        return _counterpart(cast, words)
    if holder := _by_fit(cast, office, party.first):
        return holder
    if party.end - party.first == 1 and cast.doc.words[party.first] in cast.surnames:
        return _by_surname(cast, cast.doc.words[party.first])
    if head == "رييس" and words & {"دبلوماسيه", "دبلوماسي"} and (minister := _minister(cast, words)):
        return minister
    return (speaking and _described(cast, party, office)) or _only_holder(cast, party, office)


def named_later(cast: Roster, party: Party, speaking: bool) -> Member | None:
    """«قالت متحدثة باسم الوزارة»: the one the article names further down, or named before under the same office."""
    head, words = office = cast.office_of(party.first, party.end)
    holders = [m for m in cast.near((), head) if m.kind == "person" and agrees(m, party.gender, 1)]
    fitting = [m for m in holders if any(h == head and words and words == w for h, w in m.offices)]
    if not fitting and head not in _ANYBODY:
        told = [(m, o) for m in holders if m.last < 0 for o in m.offices if o[1] or head in _SPOKESMEN]
        field = any(not w.startswith("@") for w in words)  # «وزير خارجية», not «وزير فرنسي»
        fitting = [m for m, (h, w) in told if h == head and (w <= words or (field and words <= w))]
    if len({m.order for m in fitting}) == 1:
        return fitting[0]
    definite = any(w.startswith("ال") for w in cast.doc.words[party.first : party.first + 2])
    return _described(cast, party, office) if speaking and definite and head in _EPITHETS else None


def _by_fit(cast: Roster, office: Office, at: int) -> Member | None:
    """The last one met whose office has the words of this one, or whose words this one has.

    «قال الوزير خلال لقائه وزير خارجية أرخانيا فلان»: who is named after the office is rather another man.
    """
    holders = [m for m in cast.near((), office[0]) if any(office_fits(office, known) for known in m.offices)]
    if len(holders) > 1:
        holders = [m for m in holders if m.last <= at] or holders
    if states := {w for w in office[1] if w.startswith("@")}:
        own = [m for m in holders if any(h == office[0] and states <= w for h, w in m.offices)]
        holders = own or holders
    if len(holders) > 1 and not office[1] & _FORMER:
        holders = [m for m in holders if not _is_former(m, office[0])] or holders
    if len(holders) > 1 and office == ("رييس", frozenset()):
        holders = [m for m in holders if _heads_a_state(m)] or holders
    best = max(holders, key=lambda m: m.last, default=None)
    return best if best and (best.last >= 0 or len(holders) == 1) else None


def _is_former(member: Member, head: str) -> bool:
    """«الملك الراحل»: told of, but no longer meant by the office alone."""
    return any((h == head and words & _FORMER) or h in _FORMER for h, words in member.offices)


def _heads_a_state(member: Member) -> bool:
    """«الرئيس» is rather the president of a state than the head of its government or of a body."""
    return any(h == "رييس" and all(w.startswith("@") for w in words) for h, words in member.offices)


def _minister(cast: Roster, words: frozenset[str]) -> Member | None:
    """«رئيس الدبلوماسية الروسية»: the foreign minister of that state."""
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
    return max(ministers, key=lambda m: m.last, default=None)


def _only_holder(cast: Roster, party: Party, office: Office) -> Member | None:
    """«المتحدثة الأممية»: the one person of the article with that office, or the deputy of it."""
    head, words = office
    states = {w for w in words if w.startswith("@")}
    if not _is_definite(cast, party):
        return None
    holders = [m for m in cast.near((), head) if m.kind == "person" and any(h == head for h, _ in m.offices)]
    if not holders:
        holders = [
            m
            for m in cast.near((), *_DEPUTIES)
            if m.kind == "person" and any(head in w for h, w in m.offices if h in _DEPUTIES)
        ]
    if len(holders) > 1:
        holders = [m for m in holders if not _has_other_state(m, office)]
    if len(holders) != 1 or not agrees(holders[0], party.gender, 1):
        return None
    known = frozenset().union(*[w for h, w in holders[0].offices if h == head])
    if not known and all(not w or h in _DEPUTIES for h, w in holders[0].offices):
        return holders[0]
    known = frozenset().union(*[w for _, w in holders[0].offices])
    fits = not _has_other_state(holders[0], office) and len(words - states - known) <= (not states - known)
    return holders[0] if party.definite and fits else None


def _has_other_state(member: Member, office: Office) -> bool:
    """Whether the member holds such an office of another state, or of a body where a state's is asked for."""
    states = {w for w in office[1] if w.startswith("@")}
    own = [{w for w in words if w.startswith("@")} for head, words in member.offices if head == office[0]]
    return bool(states) and any(own) and not any(states <= known for known in own)


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


def _described(cast: Roster, party: Party, office: Office) -> Member | None:
    """The last speaker under another description of his office: some word of it in common."""
    last = cast.spoke[-1] if cast.spoke else None
    definite = _is_definite(cast, party)
    if last and last.kind == "unnamed" and last.number == 1 and office in _WHO_SPEAKS and party.definite:
        return last
    if last is None or last.kind != "person" or not (definite or len(office[1]) > 1):
        return None
    if party.gender and last.gender and party.gender != last.gender:
        return None
    if definite and all(_is_address(known) for known in last.offices):
        return last
    known = set().union(*[w | {h} for h, w in last.offices])
    if office[0] in _EPITHETS and party.definite and not office[1]:
        return last
    shared = office[1] & known
    if office[0] in _SINGULAR_OFFICES and office[0] not in known and all(w.startswith("@") for w in shared):
        return None
    states = {w for w in office[1] if w.startswith("@")}
    if (office[0], frozenset()) in last.offices and not _has_other_state(last, office):
        return last
    if not office[1] & known or states - known:
        return (
            last
            if office[0] in known and states == office[1] and not _has_other_state(last, office)
            else None
        )
    return last


def _is_definite(cast: Roster, party: Party) -> bool:
    """«السفير الروسي», «سفير الاتحاد»; not «سفير روسي»."""
    return party.definite or any(w.startswith(("ال", "لل")) for w in cast.doc.words[party.first : party.end])


def _is_address(office: Office) -> bool:
    """«السفير», «الدكتور»: a rank or form of address alone, beside which any office may be held."""
    head = heads().get(office[0])
    return not office[1] and (
        office[0] in ("سفير", "سفيره") or (head is not None and head.title_class != "office")
    )


def _by_surname(cast: Roster, word: str) -> Member | None:
    """The person of the article whose name has the folded `word`, the last of several."""
    bare = key(word)
    found = [m for m in cast.members if m.kind == "person" and any(bare in w for w in m.words)]
    return found[-1] if found else None
