"""Content without a complementiser: the object of a verb of saying, after its subject."""

from __future__ import annotations

from .attached import COUNTRY_WORDS, NOT_CONTENT, STRONGEST, is_object_like, with_pronoun
from .clauses import RELATIVES, Opening
from .cues import MASDAR, PARTICIPLE, FoundCue
from .known import Party
from .mentions import parse_parties, parse_party
from .object_split import split_object
from .offices import long_title_end
from .passed_on import CARRIED
from .phrases import is_definite
from .segment import CLOSE, COMMA, LINE, MARK, NUMBER, OPEN, STOP, WORD, Document
from .speech_nouns import SPEECH_NOUNS, find_speech_noun
from .vocabulary import (
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    looks_verbal_noun,
    nouns,
    words,
)


def find_object(doc: Document, cue: FoundCue, limit: int) -> Opening | None:
    """«أدان الوزير الهجوم», «مؤكدا استعداد بلاده»: content is the object, after the subject."""
    frames = cue.verb.frames
    of_noun = cue.form == MASDAR and cue.reading.suffix  # «رفضها وقف البرنامج»
    if cue.reading.suffix and not of_noun and cue.verb.sense in ("considered", "told"):
        return _after_pronoun(doc, cue, limit)
    if not frames & {"np", "speechnp", "speechb"} or (cue.reading.suffix and not of_noun):
        return None
    i = cue.at + 1
    limit = _object_limit(doc, i, limit)
    if frames & {"speechnp", "speechb"} and "that" not in frames:
        return find_speech_noun(doc, i, limit, frames)
    if cue.verb.addressee == "من" and i + 1 < limit and doc.words[i] in _FROM_THEM:
        i += 1  # «وطلبت منه وقف البناء»
    if cue.verb.addressee == "من" and i < limit and doc.words[i] == "من":
        asked = _asked(doc, i + 1, limit)
        j = _skip_adverbials(doc, asked.end if asked else i + 2, limit)
        return (
            Opening(j, j, "np")
            if j < limit and doc.kinds[j] in (WORD, OPEN) and not is_function(doc.words[j])
            else None
        )
    j = _skip_adverbials(doc, i, limit)
    quantity = _past_quantity(doc, j, limit) > j
    if cue.form != PARTICIPLE and not of_noun and (quantity or not is_object_head(doc, j, limit)):
        j, known = _past_subject(doc, j, limit, cue.verb.sense in _OF_SOMEBODY), j
        if j > known:
            if cue.verb.addressee == "من":
                j = _past_asked(doc, j, limit)
            j = _past_relative(doc, _past_aside(doc, j, limit), limit)
            j = _skip_adverbials(doc, j, limit)
    if "speechnp" in frames:
        return find_speech_noun(doc, j, limit, frames)
    if (
        j >= limit
        or doc.kinds[j] not in (WORD, OPEN, NUMBER)
        or (is_function(doc.words[j]) and doc.words[j] not in _OBJECT_PRONOUNS)
    ):
        return None
    return Opening(j, j, "np")


def _after_pronoun(doc: Document, cue: FoundCue, limit: int) -> Opening | None:
    """«واعتبرتها [استفزازية]», «ويراها [عقبة] في طريق السلام», «وأبلغته [احتجاجها]»: whom it is about is only a suffix."""
    j = _skip_adverbials(doc, cue.at + 1, _object_limit(doc, cue.at + 1, limit))
    if j >= limit or doc.kinds[j] != WORD or is_function(doc.words[j]) or cue.verb.lemma not in _WITH_PRONOUN:
        return None
    word = doc.words[j]
    about = cue.verb.sense == "considered" and not word.startswith("ال")
    return Opening(j, j, "np") if about or is_object_head(doc, j, limit) else None


_WITH_PRONOUN = ("اعتبر", "رأى", "عد", "أبلغ")


def _past_aside(doc: Document, j: int, limit: int) -> int:
    """«وأكد ناطق، [لم يذكر اسمه،] وفاة ثلاثة»: past a clause between commas that describes who speaks."""
    if j + 1 >= limit or doc.kinds[j] != COMMA or doc.words[j + 1] not in RELATIVES | _DENYING:
        return j
    return next((k for k in range(j + 2, min(limit, j + 14)) if doc.kinds[k] == COMMA), j)


def _past_relative(doc: Document, j: int, limit: int) -> int:
    """«ودانت الحكومة [التي تسيطر على القطاع] طرد ثلاثة»: past a relative clause that no pause ends."""
    if j + 2 >= limit or doc.words[j] not in RELATIVES or not is_verb(doc.words[j + 1]):
        return j
    for k in range(j + 3, min(j + 12, limit - 1)):
        if doc.kinds[k] != WORD:
            return j
        word, before = doc.words[k], doc.words[k - 1]
        if before.startswith("ال") and not word.startswith("و") and is_object_head(doc, k, limit):
            return k
    return j


_DENYING = folded("لم طلب رفض وهو وهي")
_FROM_THEM = folded("منه منها منهم منهما منا مني")


_OF_SOMEBODY = ("accused", "criticized", "condemned", "praised", "thanked")


def _past_subject(doc: Document, j: int, limit: int, of_somebody: bool) -> int:
    """Past who speaks; a noun phrase that swallowed the object, which may be somebody, is cut before it."""
    subjects = parse_parties(doc, _past_quantity(doc, j, limit), limit)
    if not subjects:
        return j + 1 if _is_unknown_name(doc, j, limit) else j
    split = split_object(doc, subjects, limit) if of_somebody else None
    if split and split[1]:
        return split[1][0].first
    last = subjects[-1]
    for k in range(last.first + 1, last.end):
        if _starts_object(doc, k, limit):
            return k
    return last.end if last.end < limit else j


def _past_quantity(doc: Document, j: int, limit: int) -> int:
    """«[العديد من] سكان المدينة», «[أحد] المرشحين»: where the noun begins that tells who they are."""
    if j + 2 >= limit:
        return j
    if doc.words[j] in _MANY and doc.words[j + 1] == "من":
        return j + 2
    return j + 1 if doc.words[j] in _ONE_OF else j


_MANY = folded("العديد الكثير كثير عديد كثيرون")
_ONE_OF = folded("أحد إحدى")


def _is_unknown_name(doc: Document, j: int, limit: int) -> bool:
    """«ودان [السامري] بشدة الهجوم»: a word that is no common noun, with an object after it."""
    if j >= limit or doc.kinds[j] != WORD or doc.words[j].removeprefix("ال") in nouns():
        return False
    word, k = doc.words[j], _skip_adverbials(doc, j + 1, limit)
    if (
        word[:1] == "و"
        or word in SPEECH_NOUNS
        or doc.raw(j).endswith(("اً", "ًا"))
        or is_function(word)
        or is_object_like("ل" + word.removeprefix("ال"))
    ):
        return False
    return k < limit and doc.kinds[k] == WORD and not is_function(doc.words[k])


def _starts_object(doc: Document, k: int, limit: int) -> bool:
    """«وزير الاتصال [الإفراج عن …]», «الرئيس [التزامه]»: a second noun after a phrase that is complete."""
    word, before = doc.words[k], doc.words[k - 1]
    common = word.startswith("ال") and word[2:] in nouns()
    if _is_need(doc, k):
        return True
    if doc.kinds[k] != WORD or word in heads() or word in given_names() or (word in doc.names and not common):
        return False
    if word[:1] == "ل" and before.startswith("ال") and looks_verbal_noun(word[1:]):
        return True
    if k + 1 >= limit or (before in nouns() and not before.startswith("ال")) or is_function(before):
        return False
    if with_pronoun(word) and looks_verbal_noun(word.removesuffix("ه").removesuffix("ها")):
        return True
    if not word.startswith("ال") or word.endswith(("ي", "يه")):
        return False
    after = doc.words[k + 1]
    if looks_verbal_noun(word[2:]) or word.endswith("ات"):
        return after in _OBJECT_GOES_ON
    return word[2:] in nouns() and (
        after in ("الي", "عن", "بانه", "بانها", "غير") or (after == "التي" and not word.endswith("ه"))
    )


_OBJECT_GOES_ON = folded("التي الذي عن على إلى غير في بأن بأنه بأنها من")


def _past_asked(doc: Document, j: int, limit: int) -> int:
    """«طلب العراق من سورية تسليم»: past the one who is asked."""
    k = j + 1 if j < limit and doc.kinds[j] == COMMA else j
    while k < limit and (is_time(doc.words[k]) or doc.words[k] in words("adverb")):
        k += 1
    if k < limit and doc.words[k] == "من":
        asked = _asked(doc, k + 1, limit)
        return asked.end if asked else min(limit, k + 2)
    return j


def _asked(doc: Document, i: int, limit: int) -> Party | None:
    """«من الجامعات», «من ست جامعات»: who is asked, behind a number too."""
    return parse_party(doc, i, limit) or (parse_party(doc, i + 1, limit) if i + 1 < limit else None)


_OBJECT_PRONOUNS = folded("ما أي هذا هذه ذلك تلك هؤلاء كل")


def _object_limit(doc: Document, i: int, limit: int) -> int:
    for j in range(i, limit):
        if doc.kinds[j] in (STOP, LINE):
            return j
    return limit


def is_object_head(doc: Document, j: int, limit: int) -> bool:
    """«ضرورة», «استعداد», «دعمه»: a common noun that opens what was said, and no office or body."""
    if j >= limit or doc.kinds[j] != WORD:
        return False
    word = doc.words[j]
    if word in _OBJECT_PRONOUNS and word != "كل":
        return True
    if _is_need(doc, j):
        return True
    if word in heads() or word in given_names() or long_title_end(doc, j, limit) > j:
        return False
    if word.startswith("ال"):
        return False
    return word in nouns() or looks_verbal_noun(word) or with_pronoun(word)


def _is_need(doc: Document, j: int) -> bool:
    """«الحاجة العاجلة إلى»: no pilgrim."""
    return doc.words[j] == "الحاجه" and "الي" in doc.words[j + 1 : j + 4]


_ADVERBIAL_PREPOSITIONS = folded(
    "في خلال عقب بعد قبل إثر لدى أمام عبر على حتى أثناء قبيل بعيد عند منذ مع إلى حول بشأن من ضمن تعليقا ردا لدن حسب بحسب وفق"
)


def _skip_adverbials(doc: Document, j: int, limit: int) -> int:
    """Past commas, times, adverbs and prepositional phrases: «، في اتصال هاتفي مع فلان،»."""
    while j < limit:
        word, kind = doc.words[j], doc.kinds[j]
        if (
            kind == COMMA
            or (kind in (OPEN, CLOSE) and _is_quoted_adverb(doc, j))
            or (kind == MARK and word in "-–—()")
            or (kind == WORD and (is_time(word) or word in words("adverb")))
            or (kind == NUMBER and j + 1 < limit and is_time(doc.words[j + 1]))
        ) or (kind == WORD and word in _PRONOUN_ADJUNCTS):
            j += 1
        elif kind == WORD and word in _ADVERBIAL_PREPOSITIONS:
            j = _phrase_end(doc, j, limit)
        elif kind == WORD and word in CARRIED and doc.kinds[j - 1] == COMMA:
            carrier = parse_party(doc, j + 1, limit)  # «في تصريحات، نقلتها الوكالة، ترحيب بلاده»
            j = carrier.end if carrier else j + 1
        elif word == "ب" and j + 2 < limit and doc.words[j + 2] in STRONGEST and doc.match[j + 1] > j:
            j = doc.match[j + 1] + 1  # «أدان ب"أشد العبارات" الهجوم»
        elif word == "ل" and j + 1 < limit and doc.kinds[j + 1] == OPEN and 0 < doc.match[j + 1] - j <= 8:
            j = doc.match[j + 1] + 1  # «نفى الوزير لـ«الأفق» إغلاق الحدود»
        elif kind == WORD and word.startswith("ب") and (word[1:] in COUNTRY_WORDS or word in NOT_CONTENT):
            j += 1
        elif (
            kind == WORD
            and word.startswith("ل")
            and (word.startswith("لل") or word[1:] in heads() or word[1:] in COUNTRY_WORDS)
        ):
            party = parse_party(doc, j, limit)
            j = party.end if party else j + 1
        else:
            break
    return j


def _is_quoted_adverb(doc: Document, j: int) -> bool:
    """The marks of «أدان "بشدة" الهجوم»."""
    first, last = sorted((j, doc.match[j]))
    return first >= 0 and last - first == 2 and doc.words[first + 1] in words("adverb")


_PRONOUN_ADJUNCTS = folded("خلاله خلالها فيه فيها أمامه أمامها له لها معه معها عنه مجددا بدوره")


def _phrase_end(doc: Document, j: int, limit: int) -> int:
    """Past a prepositional phrase: to its comma, or past its noun phrase where none follows near by."""
    if doc.words[j : j + 2] == ["علي", "حد"]:
        return min(limit, j + 3)  # «رفض، على حد قوله»
    for k in range(j + 1, min(limit, j + 24)):
        if doc.kinds[k] == COMMA:
            return k
        if k > j + 2 and is_definite(doc.words[k - 1]) and is_object_head(doc, k, limit):
            return k  # «في بداية اللقاء [أهمية] التعاون»: no genitive stands after the article
        if doc.kinds[k] == OPEN and doc.match[k] < 0:
            break
    k = j + 1
    while k < limit and doc.kinds[k] == WORD and doc.words[k] in ("كل", "من", "خلال", "في"):
        k += 1
    party = parse_party(doc, k, limit)
    if party:
        return party.end
    k += 1
    while k < limit and doc.kinds[k] == WORD and (doc.words[k].startswith("ال") or is_time(doc.words[k])):
        k += 1
    return k
