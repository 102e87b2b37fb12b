"""Where the content of a cue begins: at a complementiser, a preposition, a colon, quotation marks or an object."""

from __future__ import annotations

from .asides import asks_not_to_be_named
from .attached import is_attached_content, may_be_attached
from .clauses import FREE_THAT, RELATIVES, Opening, is_preposition_through
from .cues import MASDAR, PARTICIPLE, PAST, PREPOSITION, PRESENT, FoundCue, find_cues, read_word
from .mentions import parse_parties
from .objects import find_object, is_object_head
from .opening_marks import goes_on_plain, opens_content
from .opening_words import REGION, may_open, opening_word
from .phrase_bounds import is_done_by
from .said_between import is_said_between
from .segment import COLON, COMMA, OPEN, STOP, WORD, Document
from .vocabulary import folded, given_names, words

_SAYING = folded("قوله قولها قولهم قائلا قائلة قائلين بالقول بقوله بقولها بقولهم يقول تقول يقولون القول قائل")


def find_opening(doc: Document, cue: FoundCue, limit: int) -> Opening | None:
    """Where the content of a cue begins; None where it governs none to its left."""
    opening = _search_opening(doc, cue, limit)
    if opening and cue.verb.lemma == "ناشد":
        opening = _from_what_is_asked(doc, cue, opening)
    return opening if opening and opening.start < min(limit, len(doc)) else None


def _from_what_is_asked(doc: Document, cue: FoundCue, opening: Opening) -> Opening:
    """«ناشد الأهالي المحافظ [التدخل] لحل المشكلة»: the second object, behind the one who is asked."""
    for k in range(cue.at + 2, opening.start):
        if doc.kinds[k] == WORD and is_done_by(doc, k):
            return Opening(k, k, "np")
    return opening


def _search_opening(doc: Document, cue: FoundCue, limit: int) -> Opening | None:
    frames, i = cue.verb.frames, cue.at + 1
    that, region_end, j = "that" in frames, None, i
    limit, subject_end = min(limit, i + REGION), -1
    stop = limit  # where a content without a complementiser must begin
    relative = -1  # a verb of saying in a relative clause: the next complementiser is its own
    depth = doc.depth[cue.at]
    while j < limit:
        kind, word = doc.kinds[j], doc.words[j]
        if doc.depth[j] < depth:
            break
        if subject_end < 0 and kind == WORD and word[:1] == "ب" and "ب" in frames:
            subjects = parse_parties(doc, i, limit)
            subject_end = subjects[-1].end if subjects else i
        end = region_end if region_end is not None else j
        if kind == STOP and doc.depth[j] <= depth:
            break
        if kind == COLON and (that or region_end is not None):
            return Opening(end, j + 1, "colon")
        if kind == OPEN:
            brought = j + 1 < limit and doc.words[j + 1][:1] == "ب"  # «قناة "كان"» brings nothing
            if "ب" in frames and brought and is_attached_content(doc, j + 1, "ب"):
                return Opening(end, j + 1, "quote")  # «مطالباً "بالحذر"، و…»
            if past_told := _past_told_in_quote(doc, cue, j, limit):
                j = past_told
                continue
            if opens_content(doc, j, limit, that or region_end is not None):
                return Opening(end, j if goes_on_plain(doc, j) else j + 1, "quote")
            j = doc.match[j] + 1 if doc.match[j] >= 0 else j + 1
            continue
        if kind == WORD:
            if word in FREE_THAT and doc.words[j - 1] in _WITHOUT:
                j += 2  # «وأضافت من دون أن تكشف عن اسمه أن …»
                continue
            if word == "القول" and doc.words[j - 1] in frames:
                that, region_end = True, j - 1 if region_end is None else region_end
                j += 1
                continue
            if word in _SAYING and _opens_saying(doc, j, limit):
                if "np" in frames and (told := _object_told(doc, cue, j)):
                    return told
                region_end, that = end, True
                j += 1
                continue
            told = that or region_end is not None
            opening = opening_word(doc, cue, j, told) if may_open(word) else None
            if opening and relative >= 0 and opening.opener == "that":
                earlier = _object_before(doc, cue, Opening(relative, relative, "preposition"))
                if earlier:
                    return earlier
                stop, relative, j = min(stop, relative), -1, j + 1
                continue
            if opening is None and 0 <= subject_end <= j and may_be_attached(doc, j):
                opening = Opening(j, j, "preposition")
            if opening and region_end is None and (earlier := _object_before(doc, cue, opening)):
                return earlier
            if opening:
                return Opening(
                    end if opening.region_end == j else min(end, opening.region_end),
                    opening.start,
                    opening.opener,
                )
            if read_word(word) and _is_new_cue(doc, j, cue):
                break
            if relative < 0 and j > i and doc.words[j - 1] in RELATIVES and _says(doc, j):
                relative = j - 1
        j += 1
    if region_end is not None:
        return None
    return find_object(doc, cue, min(j, stop, limit))


def _past_told_in_quote(doc: Document, cue: FoundCue, j: int, limit: int) -> int:
    """«دعت الوزارة "السلطات الأرخانية إلى …»: where the quotation goes on behind those it begins with; 0 for none."""
    if (
        cue.verb.addressee != "object"
        or cue.reading.suffix
        or not cue.verb.frames & {"الي", "علي", "من", "ب"}
    ):
        return 0
    parties = parse_parties(doc, j + 1, limit) if j + 1 < limit and doc.kinds[j + 1] == WORD else []
    if not parties or parties[0].kind not in ("group", "organization", "country"):
        return 0
    end = parties[-1].end + (parties[-1].end < limit and doc.kinds[parties[-1].end] == COMMA)
    if end >= limit or (0 <= doc.match[j] <= end):
        return 0
    word = doc.words[end]
    own = word in cue.verb.frames or (
        "ب" in cue.verb.frames and is_attached_content(doc, end, "ب") and word[0] == "ب"
    )
    return end if own else 0


def _object_before(doc: Document, cue: FoundCue, opening: Opening) -> Opening | None:
    """«أكد ترحيب المملكة بأي اتفاق», «نفت اتهامات بأن»: the object opens the content before the preposition does."""
    if "np" not in cue.verb.frames or cue.verb.addressee == "object":
        return None
    found = find_object(doc, cue, opening.start - 1)
    if found is None or found.start >= opening.region_end:
        return None
    word = doc.words[found.start]
    if cue.verb.sense in ("accused", "described"):
        return found if cue.form != PARTICIPLE or doc.kinds[found.start] == WORD else None
    if opening.opener == "that":
        return (
            found
            if word in _OBJECT_BEFORE_THAT
            or (
                cue.verb.sense in ("denied", "rejected", "condemned")
                and is_object_head(doc, found.start, opening.start)
            )
            else None
        )
    return found if is_object_head(doc, found.start, opening.start) else None


def _object_told(doc: Document, cue: FoundCue, j: int) -> Opening | None:
    """«انتقد الخطط قائلا إنها …»: the object is what is criticised, «قائلا» opens words of its own."""
    limit = j - 1 if doc.kinds[j - 1] == COMMA else j
    found = find_object(doc, cue, limit)
    return found if found and cue.at + 1 < limit and found.start < limit else None


_OBJECT_BEFORE_THAT = folded(
    "ضرورة أهمية حرص رفض دعم استعداد ثقة إيمان أمل اتهامات أنباء مزاعم مسؤولية موقف التزام حق ثقته أمله رفضه حرصه دعمه استعداده اعتقاده قناعته"
)


def _opens_saying(doc: Document, j: int, limit: int) -> bool:
    """Whether «قائلا» here opens the content of the verb before it."""
    if j + 1 >= limit:
        return False
    return (
        not doc.words[j].startswith("قول")
        or doc.kinds[j + 1] in (OPEN, COLON)
        or doc.words[j + 1] in FREE_THAT
        or doc.words[j + 1] in words("clitic_comp")
    )


def _is_new_cue(doc: Document, j: int, before: FoundCue) -> bool:
    """A strong finite verb of saying ends the search, except in a relative clause of the subject."""
    from_cues = find_cues(doc, j, j + 1)
    if not from_cues or asks_not_to_be_named(doc, from_cues[0]):
        return False
    r = from_cues[0].reading
    if is_said_between(doc, from_cues[0]):
        return False
    if r.verb.strength != "s":
        return r.prefix == "و" and r.form == PAST and j + 1 < len(doc) and _opens_quoted(doc, j + 1)
    if (
        doc.words[j] == "مجددا"
        or (r.verb is before.verb and doc.words[j] == r.verb.masdar + "ا")  # «نفت نفيا قاطعا أن»
        or r.form in (MASDAR, PREPOSITION)
        or is_preposition_through(doc, from_cues[0])
    ):
        return False
    if r.form == PARTICIPLE:  # «برنامج «…» المذاع على»: with the article it describes
        return doc.words[j - 1] not in words("preposition") and not doc.words[j].startswith("ال")
    if r.suffix and "np" in before.verb.frames and may_be_noun(doc.words[j]) and not r.prefix:
        return False  # «أعلنت الوزارة، اليوم، رفضها …»
    if doc.words[j - 1] in RELATIVES or doc.words[j] in given_names():
        return False
    return doc.words[j - 1] in _BEFORE_VERB or not (
        r.form == PAST
        and r.gender == "m"
        and r.number == 1
        and not r.prefix
        and r.verb.masdar == doc.words[j]
    )


def _opens_quoted(doc: Document, j: int) -> bool:
    """«…، وتابع "من هنا"», «، وكتب: …»: a looser verb with words of its own right behind it."""
    return doc.kinds[j] in (OPEN, COLON) or doc.words[j] in FREE_THAT


def may_be_noun(word: str) -> bool:
    """«رفضها»: a verb with its object or a verbal noun with its subject."""
    return any(r.form == MASDAR for r in read_word(word))


_TELLING = ("said", "added", "announced", "noted", "considered", "explained", "asserted")


def _says(doc: Document, j: int) -> bool:
    """«التي قالت إنها»: a verb of saying with content of its own."""
    return any(
        c.verb.strength == "s"
        and c.verb.sense in _TELLING
        and c.form in (PAST, PRESENT)
        and not c.reading.suffix
        for c in find_cues(doc, j, j + 1)
    )


_WITHOUT = folded("دون بدون")
_BEFORE_VERB = folded("بينما كما فيما قد حيث وقد")
