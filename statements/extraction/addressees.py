"""To whom: by the frame of the cue (told, called on, asked) and by «لـ» and «أمام»."""

from __future__ import annotations

from .audiences import press_delegation, read_audience, up_to
from .coreference import Cast
from .cues import MASDAR, PREPOSITION
from .identity import Member
from .known import Party
from .mentions import parse_parties, parse_party
from .occasion_nouns import noun_type
from .outlets import CHANNELS, between_marks, find_medium, is_of_office, named_medium
from .pairs import find_sides, is_pair, told_pair
from .press import TO_PRESS, is_in_name
from .pronouns import DATIVE_SENSES, tell_by_attached_pronoun, tell_by_pronoun
from .segment import CLOSE, COMMA, OPEN, WORD, Document
from .subjects import Attribution, Told
from .told_lines import medium_of_line
from .turning import find_thanked, find_turned_to, is_dative
from .vocabulary import (
    folded,
    given_names,
    is_function,
    is_medium,
    is_time,
    nouns,
    words,
)

_BEFORE = folded("أمام")
_OWN_DATIVE = folded("وفقا طبقا خلافا تبعا نقلا ردا تنفيذا")  # «وفقا للوكالة» tells nobody


def find_addressees(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    """Fill in the addressees that the words around the cue name; `before` is what the sentence told so far."""
    clause = found.clause
    for party in found.objects:
        _add(found, cast, up_to(doc, party, _object_end(doc, found)), "object")
    if clause.cue is None:
        if medium := medium_of_line(doc, clause, cast):
            _add(found, cast, medium, "dative")
        return
    for party in find_thanked(doc, clause):
        _add(found, cast, party, "thanked")
    verb = clause.cue.verb
    if verb.addressee == "من":
        _asked(doc, found, cast)
    if verb.addressee == "object":
        _told(doc, found, cast, before)
        if clause.cue.reading.suffix:
            return
    _told_by_dative(doc, found, cast)
    if party := find_turned_to(doc, clause):
        _add(found, cast, party, "turned")
    if not found.addressees:
        tell_by_attached_pronoun(doc, found, cast, before)


def _told(doc: Document, found: Attribution, cast: Cast, before: list[Attribution]) -> None:
    """«أبلغه أن», «دعا …، مجلس الأمن إلى», «مطالبته للدول بـ»: whom a verb of telling has as its object."""
    suffix = found.clause.cue.reading.suffix
    if found.clause.cue.form == MASDAR:
        return _told_after_noun(doc, found, cast)
    if suffix and not found.addressees:
        tell_by_pronoun(doc, found, cast, suffix, before)
    if not suffix and not found.addressees:
        _object_at_end(doc, found, cast)


def _told_by_dative(doc: Document, found: Attribution, cast: Cast) -> None:
    """«قال لوكالة …», «أكد الوزير لنظيره», «أمام مجلس الأمن», «عبر قناة …» between the cue and the content."""
    clause = found.clause
    i, limit = clause.region
    dative = clause.cue.verb.sense in DATIVE_SENSES or clause.cue.form == PREPOSITION
    while i < limit:
        word = doc.words[i]
        if doc.words[i - 1] in _OWN_DATIVE:
            i += 1
            continue
        if doc.kinds[i] == WORD and word == "الي" and i + 1 < limit:
            party = parse_party(doc, i + 1, limit)
            if party and (doc.words[i + 1] in TO_PRESS or (dative and party.kind == "agency")):
                _add(found, cast, party, "before" if doc.words[i + 1] in TO_PRESS else "dative")
                i = party.end - 1
        elif doc.kinds[i] == WORD and word in _BEFORE and i + 1 < limit and not doc.raw(i).startswith("إ"):
            for party in read_audience(doc, i + 1, limit):
                _add(found, cast, party, "before")
                i = party.end - 1
        elif doc.kinds[i] == WORD and word in ("عبر", "علي") and i + 1 < limit:
            party = parse_party(doc, i + 1, limit) or (
                named_medium(doc, i + 1, limit) if word == "عبر" else None
            )
            if party and party.kind == "agency" and (word == "عبر" or doc.words[i + 1] in CHANNELS):
                _add(found, cast, party, "channel")
                i = party.end - 1
        elif not _in_speaker(found, i) and (medium := _told_medium(doc, i, limit, cast, dative)):
            _add(found, cast, medium, "dative")
            i = max(i, medium.end - 1)
        elif (
            dative
            and not _in_speaker(found, i)
            and is_dative(doc, i, limit)
            and not (is_of_office(doc, i) or is_in_name(doc, i))
        ):
            party = _dative_party(doc, i, limit, clause.sentence[1])
            near = _next_to_speaker(doc, found, i)
            party = press_delegation(doc, i, limit) or party
            if party and (party.kind == "agency" or _is_press(party) or near):
                _add(found, cast, party, "dative" if near else "dative_far")
                i = max(i, party.end - 1)
        i += 1


def _told_medium(doc: Document, i: int, limit: int, cast: Cast, dative: bool) -> Party | None:
    """«قال لـ«الأفق»»; after a verb that is not said to somebody, «انتقد لـ«الجزيرة»», a medium of the lists only."""
    medium = find_medium(doc, i, limit, cast)
    if medium is None or dative:
        return medium
    first, end = medium.name or (medium.first, medium.end)
    return medium if is_medium(tuple(doc.words[first:end])) else None


def _object_at_end(doc: Document, found: Attribution, cast: Cast) -> None:
    """«دعا الوزير، في كلمته أمام القمة، مجلس الأمن إلى»: the object right before what is asked."""
    first, limit = found.clause.region[0], _object_end(doc, found)
    spoken = any(first <= s < limit for s, _ in found.speaker_spans)
    for i in range(max(first, limit - 12), limit):
        if doc.kinds[i] not in (WORD, OPEN) or is_function(doc.words[i]) or _in_speaker(found, i):
            continue
        if (i == first and not spoken) or (i > first and _may_precede_object(doc, i - 1)):
            parties = parse_parties(doc, i, limit)
            parties = [*parties[:-1], up_to(doc, parties[-1], limit)] if parties else []
            if parties and parties[-1].end >= limit - 1:
                for party in parties:
                    _add(found, cast, party, "object_late")
                return


def _object_end(doc: Document, found: Attribution) -> int:
    """Where what is asked begins, pauses and quotation marks before it left out."""
    first, limit = found.clause.region
    while limit > first and doc.kinds[limit - 1] in (COMMA, OPEN):
        limit -= 1
    return limit


def _may_precede_object(doc: Document, i: int) -> bool:
    """A pause, a time, an adverb or «فيه», none of which a noun phrase goes on after."""
    word = doc.words[i]
    if word in _DOCUMENTS or (word.endswith(("ه", "ها")) and noun_type(word)[0]):
        return True
    return (
        doc.kinds[i] in (COMMA, OPEN, CLOSE) or is_time(word) or word in words("adverb") or word in _ADJUNCTS
    )


_DOCUMENTS = folded("البيان القرار التقرير الرسالة الخطاب البلاغ المشروع")
_ADJUNCTS = folded("فيه فيها خلاله خلالها نفسه ذاته عبره معه أمامه")


def _told_after_noun(doc: Document, found: Attribution, cast: Cast) -> None:
    """«مطالبة الوزارة للدول العربية بـ»: whom a verbal noun of calling on is for."""
    first, limit = found.clause.region
    ends = {end for _, end in found.speaker_spans} | {first}
    for i in range(first, limit):
        if i in ends and is_dative(doc, i, limit):
            for party in parse_parties(doc, i, limit):
                _add(found, cast, party, "noun")
            return


def _in_speaker(found: Attribution, i: int) -> bool:
    return any(first <= i < end for first, end in found.speaker_spans)


def _is_press(party: Party) -> bool:
    return party.kind == "group" and any(stem in party.head for stem in ("صحفي", "صحافي", "اعلامي", "محرر"))


def _next_to_speaker(doc: Document, found: Attribution, i: int) -> bool:
    """Right after the cue or the speaker: «قال لبلينكن», «أكد الوزير لنظيره»."""
    ends = {found.clause.region[0], *(end for _, end in found.speaker_spans)}
    while (
        i > 0
        and i not in ends
        and (doc.kinds[i - 1] == COMMA or is_time(doc.words[i - 1]) or doc.words[i - 1] in _HIS_SAYING)
    ):
        i -= 1
    return i in ends


_HIS_SAYING = folded("قوله قولها قولهم")  # «نقلت الوكالة عن الوزير قوله لنظيره إن»


def _add(found: Attribution, cast: Cast, party: Party, way: str) -> None:
    if _is_adverbial(cast.doc, party):
        return
    members = find_sides(cast, party)
    if not members:
        members = told_pair(cast, found.speakers) if is_pair(cast, party) else [_resolve(found, cast, party)]
    for member in members:
        if member and member not in found.addressees and member not in found.speakers:
            found.addressees.append(member)
            found.told.append(Told(member, way, (party.first, party.end)))


def _is_adverbial(doc: Document, party: Party) -> bool:
    """«بناء على», «خصوصا», «وبشكل مستمر» where somebody is looked for: a common word without the article."""
    if party.kind == "group" and party.head in words("adverb"):
        return True
    word = doc.words[party.first]
    plain = party.kind == "person" and not party.titles and party.end == party.first + 1
    return plain and (
        doc.raw(party.first).endswith(("اً", "ًا"))
        or (word in nouns() and word not in given_names())
        or word.startswith("وب")
    )


def _resolve(found: Attribution, cast: Cast, party: Party) -> Member | None:
    """Who `party` is; «نظيره» is the counterpart of who speaks here, not of who spoke before."""
    if "نظير" not in party.head:
        return cast.resolve(party)
    spoken = len(cast.spoke)
    cast.spoke += found.speakers
    member = cast.resolve(party)
    del cast.spoke[spoken:]
    return member


def _asked(doc: Document, found: Attribution, cast: Cast) -> None:
    """«طلب من سورية تسليم»."""
    first, limit = found.clause.region
    for i in range(first, limit):
        if doc.words[i] in ("من", "الي") and i + 1 < limit:
            for party in parse_parties(doc, i + 1, limit):
                _add(found, cast, party, "asked")
            return


_REPORTERS = folded("مراسل لمراسل مراسلة لمراسلة مندوب لمندوب موفد لموفد")


def _dative_party(doc: Document, i: int, limit: int, end: int) -> Party | None:
    if doc.words[i] in _REPORTERS and i + 1 < limit:
        medium = parse_party(doc, i + 1, limit)
        if medium and medium.kind == "agency":
            return medium
    if doc.words[i] == "ل":
        return parse_party(doc, i + 1, limit) or between_marks(doc, i + 1, limit)
    party = parse_party(doc, i, limit)
    if party and party.kind == "agency" and party.end == i + 1:
        return between_marks(doc, i + 1, end) or party
    return party
