"""Where the content of a cue begins: at a complementiser, a preposition, a colon, quotation marks or an object."""

from __future__ import annotations

from .attached import NOT_CONTENT, is_attached_content, may_be_attached
from .audiences import is_of_session
from .clauses import FREE_THAT, RELATIVES, SHORT_QUOTE, Opening, is_preposition_through
from .cues import MASDAR, PARTICIPLE, PAST, PREPOSITION, PRESENT, FoundCue, find_cues, read_word
from .mentions import parse_parties
from .objects import find_object, is_object_head
from .segment import COLON, COMMA, LINE, OPEN, STOP, WORD, Document
from .vocabulary import folded, given_names, is_function, is_time, nouns, words

_REGION = 48  # tokens between a cue and its content


_BEFORE_THAT = folded(
    "قبل بعد منذ دون غير إلا رغم يجب يمكن ينبغي نأمل نريد يريد أمل بدون يمكننا قبيل بمجرد سوى لولا شرط"
)


_SAYING = folded("قوله قولها قولهم قائلا قائلة قائلين بالقول بقوله بقولها بقولهم يقول تقول يقولون القول قائل")


_ADJUNCT_AFTER_ALA = folded(
    "هامش موقعه موقعها موقع صفحته صفحتها حسابه حسابها تويتر فيسبوك فيس رأس لسان متن الرغم انفراد التوالي حد ما شاشة منصة الأرجح الأقل الأثر هذا ذلك حساب صفحة مدى خلفية ضوء"
)


def find_opening(doc: Document, cue: FoundCue, limit: int) -> Opening | None:
    """Where the content of a cue begins; None where it governs none to its left."""
    opening = _search_opening(doc, cue, limit)
    return opening if opening and opening.start < min(limit, len(doc)) else None


def _search_opening(doc: Document, cue: FoundCue, limit: int) -> Opening | None:
    frames, i = cue.verb.frames, cue.at + 1
    that, region_end, j = "that" in frames, None, i
    limit, subject_end = min(limit, i + _REGION), -1
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
            if _opens_content(doc, j, limit, that or region_end is not None):
                return Opening(end, j if _goes_on_plain(doc, j) else j + 1, "quote")
            j = doc.match[j] + 1 if doc.match[j] >= 0 else j + 1
            continue
        if kind == WORD:
            if word in _SAYING and _says(doc, j, limit):
                if "np" in frames and (told := _object_told(doc, cue, j)):
                    return told
                region_end, that = end, True
                j += 1
                continue
            opening = _opening_word(doc, cue, j, that or region_end is not None)
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
            if _is_new_cue(doc, j, cue):
                break
            if relative < 0 and j > i and _says_in_relative(doc, j):
                relative = j - 1
        j += 1
    if region_end is not None:
        return None
    return find_object(doc, cue, min(j, stop, limit))


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


def _says(doc: Document, j: int, limit: int) -> bool:
    """Whether «قائلا» here opens the content of the verb before it."""
    if j + 1 >= limit:
        return False
    return (
        not doc.words[j].startswith("قول")
        or doc.kinds[j + 1] in (OPEN, COLON)
        or doc.words[j + 1] in FREE_THAT
        or doc.words[j + 1] in words("clitic_comp")
    )


def _opening_word(doc: Document, cue: FoundCue, j: int, that: bool) -> Opening | None:
    word, before = doc.words[j], doc.words[j - 1]
    frames = cue.verb.frames
    if word in FREE_THAT:
        if (that or before in frames or (word == "بان" and "ب" in frames)) and _is_that(doc, cue, j):
            end = j - 1 if before in frames and j - 1 > cue.at else j
            return Opening(end, j + 1, "that")
        return None
    if word in words("clitic_comp"):
        if cue.verb.sense == "described" and cue.reading.suffix and doc.words[cue.at - 1] not in _NAMING:
            return Opening(j, j, "preposition") if word[:1] == "ب" else None
        that = that or (word[:1] == "ب" and "ب" in frames)
        if (that or before in frames) and before not in _BEFORE_THAT:
            return Opening(j - 1 if before in frames and j - 1 > cue.at else j, j, "that")
        return None
    if word in frames and word in _FREE_PREPOSITIONS:
        return _after_preposition(doc, cue, j)
    if word == "عما" and "عن" in frames:
        return Opening(j, j, "preposition")
    if word == "مما" and "من" in frames:
        return Opening(j, j, "preposition")
    if cue.verb.sense == "described" and cue.reading.suffix and _calls(doc, cue, j):
        return Opening(j, j + 1 if len(word) == 1 else j, "preposition")
    if "ب" in frames and word[:1] == "ب" and is_attached_content(doc, j, "ب"):
        if before in words("occasion") or _says_that_later(doc, cue, j):
            return None
        return Opening(j, j + 1 if len(word) == 1 else j, "preposition")
    if (
        "ل" in frames
        and word[:1] == "ل"
        and is_attached_content(doc, j, "ل")
        and cue.verb.sense in ("called_on", "expressed", "thanked")
        and not is_of_session(doc, j)
    ):
        return Opening(j, j + 1 if len(word) == 1 else j, "preposition")
    if cue.form == MASDAR and word[:1] == "ل" and _is_object_of_noun(doc, cue, j):
        return Opening(j, j, "preposition")
    return None


def _is_object_of_noun(doc: Document, cue: FoundCue, j: int) -> bool:
    """«اتهام العراق [لسوريا]», «رفضهم [للاتفاق]», «دعوة المعارضة [لمقاطعة]»: what a verbal noun is about."""
    word = doc.words[j]
    if (
        len(word) < 4
        or word in NOT_CONTENT
        or is_time(word[1:])
        or (j == cue.at + 1 and not cue.reading.suffix)
    ):
        return False
    if "np" in cue.verb.frames:
        return word.startswith("لل") or word[1:] in nouns() or not is_function(word)
    return cue.verb.sense == "called_on" and is_attached_content(doc, j, "ل")


def _calls(doc: Document, cue: FoundCue, j: int) -> bool:
    """«ووصفها محللون بالمهمة», «ووصفه بأنه صديق»; but «ما وصفه بـ» only names."""
    word = doc.words[j]
    if doc.words[cue.at - 1] in _NAMING:
        return False
    return (
        word[:1] == "ب"
        and word not in words("clitic_comp")
        and (len(word) == 1 or word.startswith("بال") or is_attached_content(doc, j, "ب"))
    )


_NAMING = folded("ما عما مما بما كما لما فيما")


def _says_that_later(doc: Document, cue: FoundCue, j: int) -> bool:
    """«أفادت الوزارة في بيان عقب لقاء بالحزب بأنّ»: the complementiser outweighs the noun with «ب» before it."""
    if "that" not in cue.verb.frames:
        return False
    for k in range(j + 1, min(j + _REGION, len(doc))):
        if doc.words[k] in _WITH_THAT:
            return True
        if doc.kinds[k] in (STOP, LINE) or find_cues(doc, k, k + 1):
            return False
    return False


_WITH_THAT = folded("بأن بأنه بأنها بأنهم بأننا")
_FREE_PREPOSITIONS = folded("إلى على عن من في")


def _is_that(doc: Document, cue: FoundCue, j: int) -> bool:
    before = doc.words[j - 1]
    if before in _BEFORE_THAT or (
        doc.words[j] == "بان" and doc.words[j + 1 : j + 2] in (["كي"], ["جي"], ["كى"])
    ):
        return False
    if before == "من" and doc.words[j - 2] in ("بالرغم", "الرغم", "بدلا", "دون"):
        return False
    if before == "الي" and "الي" not in cue.verb.frames:
        return cue.verb.strength == "s"
    return not (before == "علي" and doc.words[j - 2] in ("بناء",))


def _after_preposition(doc: Document, cue: FoundCue, j: int) -> Opening | None:
    word = doc.words[j]
    if j + 1 >= len(doc):
        return None
    after, kind = doc.words[j + 1], doc.kinds[j + 1]
    if kind in (COMMA, STOP, LINE):
        return None
    if word == "علي" and (after in _ADJUNCT_AFTER_ALA or is_time(after)):
        return None
    if (
        word == "علي"
        and doc.written(j) == "علي"
        and after not in words("comp")
        and j > cue.at + 1
        and (doc.writes_ala or doc.words[j - 1] != "،")
        and after not in nouns()
        and not after.startswith("ال")
    ):
        return None
    if (
        word == "في"
        and cue.verb.sense == "hoped"
        and after not in FREE_THAT
        and after not in words("clitic_comp")
        and j > cue.at + 1
    ):
        return None
    if (
        word == "من"
        and j > cue.at + 1
        and doc.words[j - 1]
        in ("كل", "عدد", "مصدر", "مصادر", "كلا", "مجموعه", "اكثر", "العديد", "وعدد", "بدلا", "قريب", "قريبه")
    ):
        return None
    if word == "الي" and doc.words[j - 2].endswith("مبعوث") and doc.words[j - 1] in ("الدولي", "الاممي"):
        return None
    if word == "الي" and doc.words[j - 1] in (
        "نظرا",
        "اضافه",
        "بالاضافه",
        "مبعوث",
        "المبعوث",
        "ادي",
        "استنادا",
        "مصدر",
    ):
        return None if after not in words("comp") else Opening(j, j + 2, "that")
    if after in FREE_THAT:
        return Opening(j, j + 2, "that")
    if kind == OPEN:
        return Opening(j, j + 2 if _whole(doc, j + 1) else j + 1, "preposition")
    return Opening(j, j + 1, "preposition")


def _whole(doc: Document, j: int) -> bool:
    """Whether the quotation that opens at `j` is long enough to be the content, not a word of it."""
    return (
        doc.match[j] < 0
        or doc.match[j] - j > SHORT_QUOTE
        or doc.kinds[doc.match[j] + 1 : doc.match[j] + 2] in ([STOP], [COMMA], [])
    )


def _opens_content(doc: Document, j: int, limit: int, that: bool) -> bool:
    """Whether the quotation marks at `j` open what was said, not a name in the subject."""
    close = doc.match[j]
    if close < 0:
        return that
    size = close - j - 1
    if size > SHORT_QUOTE + 2:
        return that
    if not that or size < 1:
        return False
    after = doc.kinds[close + 1] if close + 1 < len(doc) else LINE
    if close + 1 >= limit or after in (STOP, LINE):
        return True
    if size > 2 and after == COMMA:
        return True
    return size > 1 and (_opens_with_pronoun(doc, j + 1) or _is_participle(doc, close + 1))


def _goes_on_plain(doc: Document, j: int) -> bool:
    """«"لدينا ثقة" في السيطرة»: a short quotation that is only the beginning of the content."""
    close = doc.match[j]
    return 0 <= close - j <= SHORT_QUOTE and doc.kinds[close + 1 : close + 2] == [WORD]


def _opens_with_pronoun(doc: Document, i: int) -> bool:
    """«"لدينا ثقة" في …», «"انها خطوة جيدة"»: a clause, no name."""
    return doc.words[i] in _CLAUSE_WORDS or doc.words[i] in words("clitic_comp")


_CLAUSE_WORDS = folded(
    "لدينا لدي نحن أنا هذا هذه ليس لا لن لم سوف هناك إنها إنه إننا إني ما لقد نعم إن أنها أنه"
)


def _is_participle(doc: Document, i: int) -> bool:
    return any(c.form == PARTICIPLE for c in find_cues(doc, i, i + 1))


def _is_new_cue(doc: Document, j: int, before: FoundCue) -> bool:
    """A strong finite verb of saying ends the search, except in a relative clause of the subject."""
    from_cues = read_word(doc.words[j]) and find_cues(doc, j, j + 1)
    if not from_cues or from_cues[0].verb.strength != "s":
        return False
    r = from_cues[0].reading
    if (
        doc.words[j] == "مجددا"
        or r.form in (MASDAR, PREPOSITION)
        or is_preposition_through(doc, from_cues[0])
    ):
        return False
    if r.form == PARTICIPLE:
        return doc.words[j - 1] not in words("preposition")
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


def may_be_noun(word: str) -> bool:
    """«رفضها»: a verb with its object or a verbal noun with its subject."""
    return any(r.form == MASDAR for r in read_word(word))


_TELLING = ("said", "added", "announced", "noted", "considered", "explained", "asserted")


def _says_in_relative(doc: Document, j: int) -> bool:
    """«التي قالت إنها»: a verb of saying right after a relative pronoun, with content of its own."""
    if doc.words[j - 1] not in RELATIVES:
        return False
    return any(
        c.verb.strength == "s"
        and c.verb.sense in _TELLING
        and c.form in (PAST, PRESENT)
        and not c.reading.suffix
        for c in find_cues(doc, j, j + 1)
    )


_BEFORE_VERB = folded("بينما كما فيما قد حيث وقد")
