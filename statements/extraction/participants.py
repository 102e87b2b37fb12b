"""Who took part in an occasion, from the words around its noun."""

from __future__ import annotations

from .acts import other_side
from .audiences import is_hosted
from .coreference import Cast
from .guests import join_guests, past_place, stands_between
from .honorifics import brings
from .identity import Member
from .joining import (
    join_asker,
    join_audience,
    join_before,
    join_medium,
    join_parties,
    join_present,
    join_press,
    join_session,
)
from .known import Party
from .mentions import parse_party
from .names import QUOTED_NAME
from .occasion_nouns import noun_type
from .occasions import MEETING_VERBS, TALK_VERBS, TWO_SIDED, Occasion, join
from .outlets import CHANNELS
from .press import QUESTIONS, REPORTERS_OF, TO_PRESS, press_at
from .segment import COMMA, OPEN, STOP, WORD, Document
from .vocabulary import folded, given_names, heads, is_function, is_medium, words
from .whereabouts import find_place, put_date

_TOLD_TO = ("interview", "press_conference", "message", "speech")
_GIVEN_TO = folded("أجرتها أجراها أجرته أجراه نشرتها نشرها بثتها بثها نشرته بثته أجرت")
_WITH_HIM = folded("معه معها به بها")
_NO_DATIVE = folded("لا لم لن ليس ليست لكن لأن لأنه لدى لدي لما")
_AUDIENCE = ("press_conference", "interview", "speech", "message", "conference")


def fill(
    doc: Document,
    occasion: Occasion,
    sentence: tuple[int, int],
    cast: Cast,
    subjects: list[Member],
    skipped: list[tuple[int, int]],
) -> None:
    """Who took part, where and when, from the words around the noun of the occasion."""
    for member in subjects:
        join(occasion, member)
    count = len(occasion.participants)
    stop = next((s for s, e in sorted(skipped) if s > occasion.at), sentence[1])
    if occasion.type in TWO_SIDED or occasion.type in _AUDIENCE:
        _others(doc, occasion, occasion.at, stop, cast)
    elif occasion.type == "other":
        join_present(doc, occasion, occasion.at, stop, cast)
    if occasion.type == "phone_call" and len(occasion.participants) == 1:
        join_before(doc, occasion, sentence[0], cast)
    if occasion.type == "message" and _is_received(doc, occasion.at, occasion.at + 1):
        _receive(doc, occasion, stop, cast)
    _share_office(cast, subjects, occasion.participants[count:])
    put_date(doc, occasion, sentence, skipped)
    occasion.place = occasion.place or find_place(doc, occasion.at, stop)


def _share_office(cast: Cast, subjects: list[Member], others: list[Member]) -> None:
    """«بنظيره فلان»: a counterpart holds the office of whom he meets, in his own state."""
    for member in others:
        for head, words_ in list(member.offices):
            if not head.startswith("نظير") or not subjects:
                continue
            states = {w for w in words_ if w.startswith("@")}
            for office, field_ in subjects[0].offices[:2]:
                own = frozenset(w for w in field_ if not w.startswith("@")) | states
                cast.give_office(member, (office, own))


def _others(doc: Document, occasion: Occasion, i: int, stop: int, cast: Cast) -> None:
    word = doc.words[i]
    j, limit = i + 1, min(stop, i + 30)
    bare = word[1:] if word[:1] in "وف" else word
    if bare in MEETING_VERBS or bare in TALK_VERBS or bare in ("هاتف", "هاتفت"):
        return join_guests(doc, occasion, j, limit, cast)
    if at := other_side(doc, i, limit):
        if not occasion.participants:
            join_parties(doc, occasion, i + 1, at, cast, first_only=True)
        return join_parties(doc, occasion, at, limit, cast)
    if word in TO_PRESS:
        return join_parties(doc, occasion, i, i + 1, cast, hearer=True)
    if word in REPORTERS_OF:
        return join_parties(doc, occasion, i, limit, cast, hearer=True, first_only=True)
    press = press_at(doc, i, limit) if occasion.type == "press_conference" else None
    if press is not None:
        join_press(doc, occasion, press, limit, cast)
        return join_present(doc, occasion, press, limit, cast)
    if word in QUESTIONS:
        return join_asker(doc, occasion, j, limit, cast)
    if word == "امام":
        return join_audience(doc, occasion, j, limit, cast)
    if word in ("الهاتف", "هاتفيا"):
        return _called(doc, occasion, i, cast)
    if doc.words[j : j + 1] in (["الذي"], ["جمع"], ["جمعه"], ["جمعها"], ["ضم"]):
        j += doc.words[j] == "الذي"
        if j < limit and doc.words[j] in ("جمع", "ضم", "جمعه", "جمعها"):
            return join_guests(doc, occasion, j + 1, limit, cast)
    while occasion.type == "meeting" and j < limit and stands_between(doc, j):
        j += 1
    if word.endswith(("ه", "ها")) and occasion.type == "meeting":
        j = past_place(doc, j, limit)
    if occasion.type == "meeting" and doc.words[j : j + 1] and doc.words[j] in _THEM:
        return None  # «خلال لقائه بهم»: whom the words at the cue name
    if (
        word.endswith(("ه", "ها", "هما", "هم"))
        and not word.endswith(("جلسه", "مادبه"))
        and occasion.type == "meeting"
        and j < limit
        and doc.words[j] not in words("preposition")
    ):
        return join_parties(doc, occasion, j, limit, cast)
    if occasion.type == "meeting" and j < limit and _opens_subject(doc, occasion, j, limit, cast):
        return join_guests(doc, occasion, j, limit, cast)
    if occasion.type == "conference" and _bodied(doc, j, limit):
        join_parties(doc, occasion, j, limit, cast, hearer=not is_hosted(word), first_only=True)
    _introduced(doc, occasion, j, limit, cast)
    if occasion.type == "conference":
        _join_leader(doc, occasion, j, limit, cast)
    if occasion.type in ("speech", "conference") and not occasion.hearers:
        join_session(doc, occasion, i, limit, cast)
    return None


def _called(doc: Document, occasion: Occasion, i: int, cast: Cast) -> None:
    """«تحدث إلى فلان عبر الهاتف», «اتصل بنظيره هاتفيا», «بحث هاتفيا مع فلان»: the other end of the line."""
    _introduced(doc, occasion, i + 1, min(i + 12, len(doc)), cast)
    for j in range(i - 1, max(0, i - 25), -1):
        if len(occasion.participants) > 1:
            return
        word = doc.words[j]
        if doc.kinds[j] == WORD and (word in ("مع", "الي") or (word[:1] == "ب" and word[1:] in heads())):
            join_parties(doc, occasion, j + (word in ("مع", "الي")), i, cast)


def _opens_subject(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> bool:
    """«جاء ذلك خلال لقاء الوزير … فلاناً»: who speaks follows the noun, then whom he met."""
    party = parse_party(doc, j, limit) if doc.kinds[j] == WORD and doc.words[j] in heads() else None
    if party is None or party.kind != "person":
        return False
    return cast.resolve(party) in occasion.participants


def _bodied(doc: Document, j: int, limit: int) -> bool:
    """«جلسة مجلس الأمن»: the body whose session it is follows the noun."""
    party = parse_party(doc, j, limit) if j < limit and doc.kinds[j] == WORD else None
    at = doc.words[j][:1] == "ب" and doc.words[j] not in heads() if j < limit else False  # «ندوة بالجامعة»
    return party is not None and party.kind == "organization" and party.first == j and not at


def _join_leader(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """«عقد المجلس جلسة برئاسة فلان»: who leads a session speaks at it."""
    for k in range(j, min(limit - 1, j + 12)):
        if doc.words[k] == "برياسه":
            return join_parties(doc, occasion, k + 1, limit, cast, first_only=True)
    return None


def _is_received(doc: Document, first: int, j: int) -> bool:
    """«تلقى … اتصالا … من»: the verb of receiving in the sentence before the call, titles may be long."""
    for k in range(j - 1, max(-1, first - 30), -1):
        if doc.kinds[k] == STOP:
            return False
        if doc.words[k] in _RECEIVED:
            return True
    return False


def _receive(doc: Document, occasion: Occasion, stop: int, cast: Cast) -> None:
    """«تلقى الرئيس برقية من نظيره»: who sent it speaks in it, who received it hears."""
    limit = min(stop, occasion.at + 12)
    at = next((j for j in range(occasion.at + 1, limit) if doc.words[j] == "من"), 0)
    if not at or at + 1 >= limit:
        return
    verb = next(j for j in range(occasion.at, -1, -1) if doc.words[j] in _RECEIVED)
    join_parties(doc, occasion, at + 1, min(stop, at + 30), cast, first_only=True)
    join_parties(doc, occasion, verb + 1, occasion.at, cast, hearer=True, first_only=True)


_THEM = folded("به بها بهم بهما معه معها معهم معهما")
_ELSEWHERE = folded("خلال هامش عقب أثناء لدى بمناسبة")


_COUNTERPARTS = folded("نظيره نظيرها نظرائه")


_RECEIVED = folded(
    "تلقى تلقت وتلقى وتلقت يتلقى تتلقى تسلم تسلمت وتسلم وتسلمت تلقاه تلقته تلقيه تلقيها تلقاها تلقتها"
)


def _introduced(doc: Document, occasion: Occasion, j: int, limit: int, cast: Cast) -> None:
    """The others after «مع», «إلى», «أمام», «لـ»."""
    kind, first = occasion.type, j
    while j < limit:
        here = doc.words[j]
        if doc.kinds[j] == OPEN and 0 <= doc.match[j] - j <= QUOTED_NAME and doc.words[j + 1] in _TITLE_WORDS:
            j = doc.match[j] + 1  # «ببرنامج «مع الناس»»: the name of a programme
            continue
        if here == "مع" and kind == "press_conference" and j > first + 5:
            return
        if (doc.kinds[j] == COMMA or here in _ELSEWHERE) and not _goes_on(doc, kind, j):
            return
        with_him = doc.words[j + 1 : j + 2] and doc.words[j + 1] in _WITH_HIM
        if kind == "phone_call" and here in _GIVEN_TO and with_him:  # «اتصال أجراه به الوزير»
            if not join_medium(doc, occasion, j + 2, limit, cast):
                join_parties(doc, occasion, j + 2, limit, cast)
            return
        if kind == "interview" and here in _GIVEN_TO and doc.words[j + 1 : j + 2] != ["مع"]:
            k = j + 1 + bool(with_him)
            k += 2 * (doc.words[k : k + 2] == ["عبر", "الهاتف"])
            return join_parties(doc, occasion, k, limit, cast, hearer=True)
        if _may_be_medium(doc, kind, j) and join_medium(doc, occasion, j + 1, limit, cast):
            return
        hearer = kind in _AUDIENCE and (
            here == "امام" or (here == "الي" and kind in ("message", "interview", "speech"))
        )
        if here == "امام" and hearer:
            join_audience(doc, occasion, j + 1, limit, cast)
            return
        if here == "شرف" and kind == "meeting":
            return join_parties(doc, occasion, j + 1, limit, cast)
        if here == "من" and kind == "phone_call" and _is_received(doc, first, j):
            return join_parties(doc, occasion, j + 1, limit, cast)
        if here == "مع" or hearer or (kind in ("phone_call", "press_conference") and here == "بين"):
            join_parties(doc, occasion, j + 1, limit, cast, hearer=hearer or kind == "interview")
            return
        if (
            here.startswith("ل")
            and kind in _TOLD_TO
            and not (here in _NO_DATIVE or here in doc.names or is_function(here) or noun_type(here)[0])
        ):
            party = parse_party(doc, j + (here == "ل"), limit)
            if (
                party
                and party.kind in ("agency", "group", "person", "country")
                and _hears(occasion, party, j)
            ):
                join_parties(doc, occasion, j + (here == "ل"), limit, cast, hearer=True)
                return
        if (
            here.startswith("ب")
            and kind == "phone_call"
            and (
                here[1:] in heads()
                or here[1:] in _COUNTERPARTS
                or here[1:] in given_names()
                or brings(doc, j)
            )
        ):
            join_parties(doc, occasion, j, limit, cast)
            return
        j += 1


_TITLE_WORDS = folded("مع إلى أمام بين")
_SENT_ON = folded("المذاع المذاعة والمذاع الذي يذاع يبث الذي")  # «برنامج «…»، المذاع على قناة …»
_TO_MEDIA = ("مع", "الي")


def _goes_on(doc: Document, kind: str, j: int) -> bool:
    """Whether those taking part may be told after the pause at token `j`: always of talks, of a programme «، المذاع على»."""
    return kind in TWO_SIDED or (
        kind == "interview" and bool(doc.words[j + 1 : j + 2]) and doc.words[j + 1] in _SENT_ON
    )


def _may_be_medium(doc: Document, kind: str, j: int) -> bool:
    """«مقابلة مع …», «حديثه إلى …», «لقاء على قناة …»; of a call or meeting «مع (…)» alone."""
    if kind == "interview":
        return doc.words[j] in _TO_MEDIA or _on_air(doc, j)
    if kind not in TWO_SIDED or doc.words[j] not in _TO_MEDIA or j + 1 >= len(doc):
        return False
    return doc.words[j + 1] == "(" or (
        is_medium((doc.words[j + 1],)) and parse_party(doc, j + 1, min(len(doc), j + 4)) is None
    )


def _on_air(doc: Document, j: int) -> bool:
    """«على قناة», «عبر شاشة», «على فضائية»."""
    return doc.words[j] in ("علي", "عبر") and j + 1 < len(doc) and doc.words[j + 1] in CHANNELS


def _hears(occasion: Occasion, party: Party, j: int) -> bool:
    """Whoever gives an interview speaks to a medium, or to whom follows at once."""
    if occasion.type == "speech":
        return j <= occasion.at + 3
    return occasion.type != "interview" or party.kind == "agency" or j <= occasion.at + 3
