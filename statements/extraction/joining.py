"""Taking those named at a place of the text into an occasion: parties, reporters, who asks, who listens."""

from __future__ import annotations

from .audiences import find_session, press_delegation, read_audience
from .coreference import Cast
from .known import Party
from .mentions import parse_party
from .occasion_nouns import noun_type
from .occasions import TALK_VERBS, Occasion, join
from .outlets import REPORTERS, find_medium, named_medium
from .press import TO_PRESS
from .segment import WORD, Document
from .vocabulary import words


def join_parties(
    doc: Document,
    occasion: Occasion,
    j: int,
    limit: int,
    cast: Cast,
    hearer: bool = False,
    first_only: bool = False,
) -> None:
    parties = read_audience(doc, j, limit)
    for party in parties[:1] if first_only else parties:
        if parties.index(party) and _accompanies(doc, party):
            continue
        member = cast.resolve(party)
        join(occasion, member)
        if hearer and member and member not in occasion.hearers:
            occasion.hearers.append(member)


def join_medium(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> bool:
    """The medium from token `j` on, whose name may be a common word; False where none is named there."""
    party = named_medium(doc, j, limit)
    member = cast.resolve(party) if party else None
    join(occasion, member)
    if member and member not in occasion.hearers:
        occasion.hearers.append(member)
    return member is not None


def join_present(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«لقاء مع الصحافيين بحضور الوزير»: who stands beside the speaker."""
    for k in range(j, min(limit - 1, j + 12)):
        if doc.words[k] == "بحضور":
            join_parties(doc, occasion, k + 1, limit, cast, first_only=True)


def join_press(doc: Document, occasion: Occasion, i: int, limit: int, cast: Cast) -> None:
    """«للوفد الصحفي الأرخاني»: the delegation with its adjectives, no party or paper of that name."""
    if doc.words[i] in TO_PRESS:
        return join_parties(doc, occasion, i, limit, cast, hearer=True)
    party = press_delegation(doc, i, limit) or Party(
        i, i + 1, "group", number=3, name=(i, i + 1), head=doc.words[i]
    )
    member = cast.resolve(party)
    join(occasion, member)
    if member and member not in occasion.hearers:
        occasion.hearers.append(member)


def join_asker(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«سؤال لـ"الأفق"», «سؤال "الأفق"»: the medium that asks hears what is answered.

    «سؤال "الأفق" خلال مؤتمر صحفي» is one question of several: the medium takes part.
    """
    party = None
    if j < limit:
        sent = doc.words[j] in REPORTERS  # «سؤال لمندوب «الأفق»»
        dative = doc.words[j].startswith("ل") and not sent
        party = find_medium(doc, j, limit, cast) if dative else named_medium(doc, j + sent, limit)
    member = cast.resolve(party) if party else None
    join(occasion, member)
    one_of_many = any(
        noun_type(" ".join(doc.words[k : k + 2]))[0] == "press_conference" for k in range(j, limit)
    )
    if member and member not in occasion.hearers and not one_of_many:
        occasion.hearers.append(member)


def join_before(doc: Document, occasion: Occasion, first: int, cast: Cast) -> None:
    """«بحث الوزير مع نظيره، في اتصال هاتفي،»: whom the verb of talks names before the noun of the call."""
    talks = [i for i in range(first, occasion.at) if doc.words[i].lstrip("وف") in TALK_VERBS]
    if talks and "مع" in doc.words[talks[-1] : occasion.at]:
        join_parties(doc, occasion, doc.words.index("مع", talks[-1]) + 1, occasion.at, cast)


def join_audience(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«أمام مجلس الأمن», «أمام الجلسة الافتتاحية لاجتماع وزراء الخارجية»: who listens."""
    crowd = read_audience(doc, j, limit)
    if crowd and crowd[0].kind == "group" and crowd[0].first == j:
        return join_parties(doc, occasion, j, limit, cast, hearer=True)
    for k in range(j, min(limit, j + 7)):
        if doc.kinds[k] != WORD or (k > j and doc.words[k] in words("preposition") and doc.words[k] != "من"):
            return
        if noun_type(doc.words[k])[0] and not parse_party(doc, k, limit):
            continue
        party = parse_party(doc, k, limit)
        if party and party.kind in ("organization", "group", "agency", "country"):
            join_parties(doc, occasion, k, limit, cast, hearer=True)
            return


def join_session(doc: Document, occasion: Occasion, i: int, limit: int, cast: Cast) -> None:
    session = find_session(doc, i, limit)
    if session and (member := cast.resolve(session)):
        join(occasion, member)
        occasion.hearers.append(member)


def _accompanies(doc: Document, party: Party) -> bool:
    """«والوفد المرافق له»: with the other side, and no side of its own."""
    return any(w.startswith(("المرافق", "مرافق")) for w in doc.words[party.first : party.end + 1])
