"""Where a proper name ends. A name needs no list: it is what follows an office and is no common
noun, small word, adjective of a state or verb.
"""

from __future__ import annotations

from .cues import PARTICIPLE, PAST, PRESENT, read_word
from .honorifics import ends_name
from .name_edges import closes_name, ends_before, is_preposition_in_name, is_sabah, is_surname
from .name_words import ALONE, BODY, NAME_PARTICLES, TITLED, goes_on, is_common, is_ever_name, word_class
from .per_word import per_word
from .segment import CLOSE, MARK, WORD, Document
from .vocabulary import (
    demonyms,
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    looks_verbal_noun,
    nouns,
    words,
)

_MAX_NAME = 10  # tokens: «محمد بن سلمان بن عبد العزيز آل سعود» has eight


QUOTED_NAME = 6  # words; longer text in quotation marks is no name


@per_word
def is_cue_verb(word: str) -> bool:
    return any(r.form in (PAST, PRESENT, PARTICIPLE) and r.verb.strength == "s" for r in read_word(word))


def past_initial(doc: Document, j: int, limit: int) -> int:
    """Past «د.», «أ.د/», «م.»: forms of address of one letter."""
    while j + 2 < limit and doc.words[j] in ("د", "ا", "م") and doc.raw(j + 1) in (".", "/"):
        j += 2
    return j


def close_quote(doc: Document, end: int, limit: int) -> int:
    return end + 1 if end < limit and doc.kinds[end] == CLOSE and doc.match[end] >= 0 else end


def before_known_name(doc: Document, j: int, limit: int) -> int:
    """Where a person that the caller knows is named, with nothing but an office before it; 0 where none is."""
    while j < limit and doc.kinds[j] == WORD and not is_function(doc.words[j]):
        if doc.known.get(j, (0, ""))[1] == "person":
            return j
        j += 1
    return 0


@per_word
def is_common_stem(stem: str) -> bool:
    """A noun or adjective without its article, also known by its feminine («شيوعي»)."""
    return stem in nouns() or stem + "ه" in nouns() or looks_verbal_noun(stem)


def name_end(doc: Document, j: int, limit: int, use: str = TITLED) -> int:
    """Where the proper name that begins at token `j` ends; `j` itself where none begins."""
    end, kind = doc.known.get(j, (limit + 1, ""))
    if end <= limit and kind == "person":
        return end
    start, limit = j, min(limit, j + _MAX_NAME)
    while j < limit and _goes_on_name(doc, start, j, use):
        j += 1
    if start < j < limit and use != BODY and _is_surname_in_waw(doc, start, j):
        j += 1
    while j > start and doc.words[j - 1] in NAME_PARTICLES and doc.words[j - 1] not in ("ابو",):
        j -= 1
    if j > start and doc.kinds[j - 1] == MARK:
        j -= 1
    return j


def _is_attached(word: str) -> bool:
    """«كمال الراوي [بالعاصمة]», «[للحضور]»: a preposition with its noun."""
    return word.startswith(("بال", "لل")) and len(word) > 5 and not is_ever_name(word)


def _is_surname_in_waw(doc: Document, start: int, j: int) -> bool:
    """«عبد الرحيم ورداك إن»: behind first names alone an unknown word that begins with «و» is the surname."""
    word = doc.words[j]
    if (
        doc.kinds[j] != WORD
        or word[:1] != "و"
        or len(word) < 5
        or word_class(word) not in ("other", "surname")
    ):
        return False
    if (
        doc.raw(j).startswith("وأ")  # «وأعرف»
        or doc.raw(j).endswith(_OWNERS)
        or word_class(word[1:]) != "other"
        or word[1:] in doc.names
        or is_ever_name(word[1:])
    ):
        return False
    firsts = (w for k, w in enumerate(doc.words[start:j], start) if "عبد" not in (w, doc.words[k - 1]))
    if any(w not in given_names() for w in firsts) and not _is_one_mans(doc, start, j):
        return False
    return j + 1 >= len(doc) or doc.kinds[j + 1] != WORD or is_function(doc.words[j + 1])


def _is_one_mans(doc: Document, start: int, j: int) -> bool:
    """«الرئيس جوكو ويدودو»: one unknown word between an office of one man and «و» is half a name."""
    before = (
        heads().get(doc.words[start - 2 if doc.words[start - 1] in demonyms() else start - 1])
        if start > 1
        else None
    )
    single = before is not None and before.kind == "person" and before.number == 1
    return (
        single
        and j == start + 1
        and word_class(doc.words[start]) == "other"
        and doc.words[start] not in doc.names
    )


def _goes_on_name(doc: Document, start: int, j: int, use: str) -> bool:
    kind, word = doc.kinds[j], doc.words[j]
    if kind == MARK:
        glued = doc.raw(j) in "-ـ'’." and j > start and doc.starts[j] == doc.ends[j - 1]
        return glued and j + 1 < len(doc) and doc.starts[j + 1] == doc.ends[j]
    if j > start and ends_name(doc, j):
        return False
    if kind != WORD or (len(word) == 1 and word in "لبوكف"):
        return False
    if word == "علي" and j > start and doc.writes_ala and doc.written(j) == "علي":
        return doc.words[j - 1] in given_names() or goes_on(doc, start, j, use)
    if word == "علي" and (
        _is_before_that(doc, start, j) or (not doc.writes_ala and _is_unsure_ali(doc, start, j))
    ):
        return True
    if _goes_on_great(doc, start, j) or is_preposition_in_name(doc, start, j):
        return True
    if ends_before(doc, start, j) or (j > start and use != BODY and _is_attached(word)):
        return False
    if j == start and is_sabah(doc, j):
        return True
    if j == start and use == TITLED and _is_plain_act(word):
        return False
    if word not in doc.names and not is_ever_name(word) and _is_no_part(doc, j, j == start):
        return False
    if word not in doc.names:
        attached = word[:1] in "ولبف" and word[1:] in doc.names and not is_common(word)
        if j == start and is_name_here(doc, j):
            return True
        if j == start and not attached and _is_brought(word):
            return False
        if j == start and (attached or _is_called(doc, j)):
            return True
        if (j > start and attached) or (j == start and use == ALONE and _opens_none(word)):
            return False
    if goes_on(doc, start, j, use):
        return True
    return j > start and (
        (use == TITLED and closes_name(doc, start, j)) or (use == ALONE and is_surname(doc, start, j))
    )


@per_word
def _is_plain_act(word: str) -> bool:
    """«أعلن الوزير الأرخاني [تشكيل] جيشين»: a verbal noun that news never has in names."""
    return word in nouns() and looks_verbal_noun(word) and not is_ever_name(word)


_OWNERS = ("ه", "ها", "هم")
_CASE_ENDINGS = ("ٌ", "ٍ")
_SAYING = folded(
    "قوله قولها قولهم قائلا قائلة قائلين مضيفا مضيفة مؤكدا مؤكدة مشيرا مشيرة موضحا موضحة معتبرا معتبرة محذرا محذرة"
)


def _is_no_part(doc: Document, j: int, first: bool) -> bool:
    """«بـ19», «مُشارك», «ثائرٌ», «مرسي وحكومته», «مرسي بمراعاة القانون»: as no name is written."""
    word, raw = doc.words[j], doc.raw(j)
    if word in _SAYING or raw.startswith("مُ") or raw.endswith(_CASE_ENDINGS) or word[-1:].isdigit():
        return True
    after = doc.words[j + 1] if j + 1 < len(doc) else ""
    if first:
        return after in _HIS_STATE and word in nouns() and word not in given_names()
    owned = word[:1] == "و" and len(word) > 4 and raw.endswith(_OWNERS)
    return owned or (_is_brought(word) and after.startswith("ال"))


_HIS_STATE = folded("بلاده بلادها بلادنا بلادهم حكومته حكومتها")  # «أكد الوزير موقف بلاده»


def is_name_here(doc: Document, j: int) -> bool:
    """«أمير عياد», «رائد صلاح», «الدكتور السيد البدوي»: an office or form of address that is a given name here."""
    word, after = doc.words[j], doc.words[j + 1] if j + 1 < len(doc) else ""
    if word == "السيد":
        return j > 0 and doc.words[j - 1].endswith(_BEFORE_SAYYID)
    head = heads().get(word) if word in given_names() else None
    if head is None or head.definite or head.kind != "person":
        return False
    if after in heads():
        return False
    return word_class(after) in ("name", "given", "surname") or closes_name(doc, j, j + 1)


_BEFORE_SAYYID = tuple(folded("لدكتور لمهندس لأستاذ للواء لعميد لعقيد لمستشار لحاج لنائب"))


def _is_brought(word: str) -> bool:
    """«أفاد المتحدث بوجود»: a common word with its preposition opens no name."""
    return word[:1] == "ب" and len(word) > 4 and is_common_stem(word[1:]) and not is_ever_name(word)


_GREAT = folded("أكبر أصغر")


def _goes_on_great(doc: Document, start: int, j: int) -> bool:
    """«علي أكبر دمشقيه»: the second and the third word of such a name."""
    great = j if doc.words[j] in _GREAT else j - 1
    return (
        great > start
        and doc.words[great] in _GREAT
        and doc.words[great - 1] == "علي"
        and (great == j or not is_common(doc.words[j]))
    )


def _is_before_that(doc: Document, start: int, j: int) -> bool:
    """«قال زياد علي إن»: on stands before «أن», never before «إن»."""
    after = doc.raw(j + 1) if j + 1 < len(doc) else ""
    return j > start and after.startswith("إن") and doc.words[j + 1] in words("comp") | words("clitic_comp")


def _is_unsure_ali(doc: Document, start: int, j: int) -> bool:
    """Where على may be the name: «محمد على الحلوانى», «القائد على خامنئى،», «السفير على العشيرى، أنه»."""
    after = doc.words[j + 1] if j + 1 < len(doc) and doc.kinds[j + 1] == WORD else ""
    great = after in _GREAT
    if not after or (is_common(after) and not great):
        return False
    if j > start:
        return doc.words[j - 1] in given_names() and (
            after.startswith("ال") or closes_name(doc, start, j + 1)
        )
    head = heads().get(doc.words[j - 1]) if j else None
    end = j + 2 + great
    if (head is None or head.kind != "person") and doc.words[j - 1] not in demonyms():
        return False
    return end >= len(doc) or doc.kinds[end] != WORD or is_function(doc.words[end]) or is_time(doc.words[end])


_CALLING = ("address", "rank", "clergy", "trade")


def _is_called(doc: Document, j: int) -> bool:
    """«الدكتور رفعت», «ورنا السبكي»: a name of the list right after a form of address or «و»."""
    word = doc.words[j]
    head = heads().get(doc.words[j - 1]) if j else None
    if head is not None and head.definite and head.title_class in _CALLING and word in given_names():
        return True
    return word[:1] == "و" and word[1:] in given_names() and not is_common(word)


@per_word
def _opens_none(word: str) -> bool:
    """«إحدى», «معهم», «يهاتف»: small words, with a pronoun too, open no name."""
    if word in given_names():
        return False
    if is_common(word) and not is_ever_name(word):
        return True
    return word in words("alone") or any(
        is_function(word.removesuffix(p)) for p in ("هما", "ها", "هم", "نا") if word.endswith(p) and word != p
    )
