"""The whole of an audience: «جمع من أهالي المدينة», «المشاركين في الدورة», «الدول القادرة على المساعدة»."""

from __future__ import annotations

from dataclasses import replace

from .known import Party, bare_word
from .mentions import parse_parties, parse_party
from .press import PARTY_OF_PRESS, PRESS, TO_PRESS
from .segment import COMMA, NUMBER, WORD, Document
from .vocabulary import demonyms, folded, is_function, is_time, is_verb, looks_verbal_noun, words

_CROWDS = folded("جمع حشد لفيف آلاف مئات عشرات الملايين الآلاف المئات العشرات ثلة نخبة كوكبة جموع حشود")
_COUNTED = folded("وفد وفدا عددا مجموعة")  # with «من» after them
# Groups that are none without what they take part in, stand for or live in.
_OPEN = folded(
    "المشاركين مشاركين المشاركون الحاضرين الحضور المجتمعين الأعضاء الجالية جالية ممثلين ممثلون المقيمين الموجودين المتواجدين العاملين أبناء"
)
_JOINING = folded("في عن من")
_RELATIVE = folded("الذين التي الذي اللتين اللذين")
_LONGEST = 9  # tokens that may be added to the noun phrase


def read_audience(doc: Document, i: int, limit: int) -> list[Party]:
    """The coordinated noun phrases from token `i` on, groups with all that belongs to them."""
    crowd = _read_crowd(doc, i, limit)
    if crowd:
        return [crowd]
    parties = parse_parties(doc, i, limit)
    if parties and parties[-1].kind == "group" and _is_open(doc, parties[-1]):
        parties[-1] = _with_adjunct(doc, parties[-1], limit)
    return parties


def up_to(doc: Document, party: Party, limit: int) -> Party:
    """«الدول القادرة على المساعدة», «المواطنين الموجودين في البلاد» before what is asked: a group up to `limit`."""
    if party.kind != "group" or not 0 < limit - party.end <= _LONGEST:
        return party
    first, is_open = doc.words[party.end], _is_open(doc, party)
    described = doc.words[party.end - 1].startswith("الم")  # «الأطراف المستمرة في دعمها»
    if not ((first in _JOINING and (is_open or described)) or first in _RELATIVE or first.startswith("ال")):
        return party
    if any(doc.kinds[i] not in (WORD, NUMBER) or is_time(doc.words[i]) for i in range(party.end, limit)):
        return party
    last = doc.words[limit - 1]
    if last in words("preposition") or last in words("adverb") or last == "بالتالي":
        return party
    return _longer(party, limit)


def press_delegation(doc: Document, i: int, limit: int) -> Party | None:
    """«للوفد الصحفي الأرخاني», «لعدد من الصحفيين»: reporters with all that is said of them."""
    if doc.words[i] not in PARTY_OF_PRESS:
        return None
    end = i + 1
    if end + 1 < limit and doc.words[end + 1] == "من":  # «لمجموعة صغيرة من»
        end += 1
    while end < limit and (
        doc.words[end] in PRESS
        or doc.words[end] in TO_PRESS
        or doc.words[end] in demonyms()
        or doc.words[end] == "من"
    ):
        end += 1
    if not set(doc.words[i + 1 : end]) & (PRESS | TO_PRESS):
        return None
    return Party(i, end, "group", number=3, name=(i, end), head="صحفيين")


def _read_crowd(doc: Document, i: int, limit: int) -> Party | None:
    if i + 1 >= limit or doc.words[i].removeprefix("ب") not in _CROWDS | _COUNTED:
        return None
    if doc.words[i] in _COUNTED and doc.words[i + 1] != "من":
        return None
    first = i + 1 + (doc.words[i + 1] == "من")
    inner = parse_party(doc, first, limit)
    if inner is None or inner.kind not in ("group", "organization", "unnamed"):
        return None
    end = inner.end
    while end < limit and inner.kind == "group" and _goes_on(doc, end):
        end += 1
    crowd = Party(i, end, "group", number=3, name=(i, end), head=doc.words[i])
    return _with_adjunct(doc, crowd, limit) if _is_open(doc, crowd) else crowd


def _is_open(doc: Document, party: Party) -> bool:
    return any(bare_word(word) in _OPEN for word in doc.words[party.first : party.end])


def _with_adjunct(doc: Document, party: Party, limit: int) -> Party:
    """«المشاركين في الدورة 17 لمجالس المنظمة»: as far as the phrase goes on."""
    end = party.end
    if end + 1 >= limit or doc.words[end] not in _JOINING:
        return party
    inner = parse_party(doc, end + 1, limit)
    if inner:
        return _longer(party, inner.end)
    i = end + 1
    while i < min(limit, end + _LONGEST) and _goes_on(doc, i):
        i += 1
    return _longer(party, i) if i > end + 1 else party


def _goes_on(doc: Document, i: int) -> bool:
    word = doc.words[i]
    if doc.kinds[i] == NUMBER:
        return True
    if doc.kinds[i] != WORD or is_function(word) or is_time(word) or is_verb(word):
        return False
    return not (word.startswith("ال") and looks_verbal_noun(word[2:]))


def _longer(party: Party, end: int) -> Party:
    first = party.name[0] if party.name else party.first
    return replace(party, end=end, name=(first, end))


_SESSIONS = folded(
    "جلسة جلسات الجلسة دورة الدورة دورته اجتماع الاجتماع اجتماعات مؤتمر المؤتمر قمة القمة منتدى المنتدى افتتاح إحاطة إحاطتها إحاطته"
)
_SEATS = folded(
    "مجلس لجنة برلمان البرلمان الكونغرس الكونجرس الكنيست الجمعية جمعية اللجنة المجلس وزراء قادة رؤساء زعماء سفراء أعضاء ممثلي الاتحاد"
)


def find_session(doc: Document, i: int, limit: int) -> Party | None:
    """«كلمته بالجلسة الافتتاحية للدورة …، لمجلس المدينة»: the body or group whose session is told from `i` on."""
    session = next((k for k in range(i, min(limit, i + 6)) if _is_session(doc.words[k])), limit)
    if session >= limit or doc.words[session - 1] in ("هامش", "قبل", "عقب", "بعد"):
        return None
    for k in range(session + 1, min(limit, session + 10)):
        word = doc.words[k]
        if doc.kinds[k] == COMMA and doc.words[k + 1 : k + 2] and not doc.words[k + 1].startswith("ل"):
            return None
        bare = word[1:] if word[:1] == "ل" and word not in _SEATS else word
        bare = "ا" + bare if word.startswith("لل") else bare
        if bare in _SEATS:
            parties = read_audience(doc, k, limit)
            if not parties or parties[0].kind not in _HEARING[is_hosted(doc.words[session])]:
                return None
            return parties[0]
        ordinal = word == "بعد" and doc.words[k + 1 : k + 2] == ["المايه"]  # «الثلاثين بعد المائة»
        if is_time(word) or (is_function(word) and word != "في" and not ordinal):
            return None
    return None


def is_of_session(doc: Document, i: int) -> bool:
    """«الجلسة الافتتاحية لاجتماع الوزراء»: the word at token `i` says whose session is told right before it."""
    before = doc.words[i - 1]
    return _is_session(before) or (before.startswith("ال") and i > 1 and _is_session(doc.words[i - 2]))


def _is_session(word: str) -> bool:
    return _base(word) in _SESSIONS


def is_hosted(word: str) -> bool:
    """«مؤتمر المعهد»: whose conference it is only hosts it; in its session a body hears what is said."""
    return _base(word) in _HOSTED


def _base(word: str) -> str:
    """A noun of sessions without «ب», «ل»."""
    bare = word[1:] if word[:1] in "بل" and word not in _SESSIONS else word
    return "ا" + bare if word.startswith("لل") else bare


_HOSTED = folded("مؤتمر المؤتمر منتدى المنتدى قمة القمة")
_HEARING = {True: ("group",), False: ("organization", "group")}
