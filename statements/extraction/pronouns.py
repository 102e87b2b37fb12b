"""Whom a pronoun at a cue addresses: «أبلغه أن», «قال له», «طلب منه أن», «أكدوا لنا»."""

from __future__ import annotations

from .coreference import Cast
from .cues import PARTICIPLE, PAST, PRESENT
from .identity import Member, agrees
from .known import Party
from .mentions import parse_party
from .segment import WORD, Document
from .subjects import Attribution, Told
from .vocabulary import country_starts, folded, given_names, heads

DATIVE_SENSES = folded(
    "said added asserted explained noted announced told expected considered denied expressed promised answered proposed rejected hoped warned"
)

_DATIVE_PRONOUNS = {"له": "ه", "لها": "ها", "لهم": "هم", "لنا": "نا", "لي": "ني"}
_ASKED_PRONOUNS = {"منه": "ه", "منها": "ها", "منهم": "هم", "منا": "نا", "مني": "ني"}
_GENDER = {"ه": "m", "ها": "f", "هم": "m"}
_NUMBER = {"ه": 1, "ها": 1, "هم": 3}


def tell_by_attached_pronoun(
    doc: Document, found: Attribution, cast: Cast, before: list[Attribution]
) -> None:
    """«قال له إن», «أكدوا له», «طلب منه أن»: a pronoun right after the cue."""
    clause = found.clause
    verb = clause.cue.verb
    if clause.cue.form not in (PAST, PRESENT, PARTICIPLE):
        return
    pronouns = _ASKED_PRONOUNS if verb.addressee == "من" else _DATIVE_PRONOUNS
    if verb.sense not in DATIVE_SENSES and verb.addressee != "من":
        return
    first, limit = clause.region
    if first < limit and doc.words[first] in pronouns:
        tell_by_pronoun(doc, found, cast, pronouns[doc.words[first]], before)


def tell_by_pronoun(
    doc: Document, found: Attribution, cast: Cast, pronoun: str, before: list[Attribution]
) -> None:
    """«أبلغه أن»: the one spoken of before who does not speak; in somebody's words often he himself."""
    host = next((a for a in before if a.clause is found.clause.parent), None) if found.clause.parent else None
    tellers = [m for m in host.speakers if m not in found.speakers] if host else []
    if pronoun in ("نا", "ني"):
        _add(found, tellers)
    if pronoun not in ("ه", "ها", "هم"):
        return
    member = _spoken_of(doc, found, cast, pronoun, host.clause.start) if host else None
    if member is None:
        member = next((m for m in tellers if agrees(m, _GENDER[pronoun], _NUMBER[pronoun])), None)
    member = member or _spoken_of(doc, found, cast, pronoun, found.clause.sentence[0])
    if member is None and pronoun != "هم":
        member = cast.other_than(found.speakers, found.clause.at, _GENDER[pronoun])
    _add(found, [member] if member else [])


def _add(found: Attribution, members: list[Member]) -> None:
    for member in members:
        if member not in found.addressees and member not in found.speakers:
            found.addressees.append(member)
            found.told.append(Told(member, "pronoun"))


def _spoken_of(doc: Document, found: Attribution, cast: Cast, pronoun: str, first: int) -> Member | None:
    """The last one named between `first` and the cue whom the pronoun may mean."""
    i, stop, parties = first, found.clause.at, []
    while i < stop:
        party = parse_party(doc, i, stop) if doc.kinds[i] == WORD and _may_name(doc, i) else None
        parties += [party] if party else []
        i = party.end if party else i + 1
    gender, number = _GENDER[pronoun], _NUMBER[pronoun]
    for party in reversed(parties):
        if not _may_mean(party, gender, number):
            continue
        member = cast.resolve(party)
        if member and member not in found.speakers and (number == 3 or agrees(member, gender, number)):
            return member
    return None


_INDEFINITE = ("اً", "ًا")


def _may_name(doc: Document, i: int) -> bool:
    word = doc.words[i]
    bare = word[1:] if word[:1] in "بلوف" else word
    if doc.raw(i).endswith(_INDEFINITE) or word.endswith(("هم", "ها", "نا")):
        return False
    return bool({word, bare} & doc.names) or any(
        w in heads() or w in country_starts() or w in given_names() for w in (word, bare)
    )


def _may_mean(party: Party, gender: str, number: int) -> bool:
    if number == 3:
        return party.number == 3 and party.kind in ("group", "unnamed")
    if party.number != 1 or party.kind not in ("person", "country", "unnamed"):
        return False
    return not party.gender or party.gender == gender
