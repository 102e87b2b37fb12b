"""Where a proper name ends. A name needs no list: it is what follows an office and is no common
noun, small word, adjective of a state or verb.
"""

from __future__ import annotations

from functools import cache

from .cues import MASDAR, PARTICIPLE, PAST, PRESENT, read_word
from .known import find_known, is_addressed_medium
from .segment import CLOSE, COMMA, MARK, WORD, Document
from .vocabulary import (
    countries,
    country_starts,
    demonyms,
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    known_starts,
    looks_verbal_noun,
    nouns,
    sure_names,
    words,
)

_NAME_PARTICLES = folded("بن ابن ال ابو ابي ام عبد دي دو دا فان فون دير ديل دل لو بنت ولد بو ماك اوف")


_MAX_NAME = 7


QUOTED_NAME = 6  # words; longer text in quotation marks is no name


def named_with_clitic(doc: Document, i: int) -> bool:
    """«لكيري», «وكيري»: a name met before with a preposition or conjunction attached."""
    word = doc.words[i]
    return word[:1] in "ولبف" and word[1:] in doc.names and word not in heads() and not is_cue_verb(word)


@cache
def is_cue_verb(word: str) -> bool:
    return any(r.form in (PAST, PRESENT, PARTICIPLE) and r.verb.strength == "s" for r in read_word(word))


def past_initial(doc: Document, j: int, limit: int) -> int:
    """Past «د.», «أ.د/», «م.»: forms of address of one letter."""
    while j + 2 < limit and doc.words[j] in ("د", "ا", "م") and doc.raw(j + 1) in (".", "/"):
        j += 2
    return j


def close_quote(doc: Document, end: int, limit: int) -> int:
    return end + 1 if end < limit and doc.kinds[end] == CLOSE and doc.match[end] >= 0 else end


def hidden_name(doc: Document, i: int, limit: int) -> bool:
    """«صائب عريقات رئيس …»: a name whose first word is a common one, before a pause or an office."""
    if (
        i + 2 >= limit
        or doc.kinds[i + 1] != WORD
        or is_function(doc.words[i])
        or doc.words[i].startswith("ال")
    ):
        return False
    one, two, three = doc.words[i : i + 3]
    if (
        looks_verbal_noun(one)
        or one in heads()
        or is_verb(one)
        or is_cue_verb(one)
        or _looks_common(two)
        or two in nouns()
    ):
        return False
    if (
        is_function(two)
        or is_time(two)
        or two.startswith("ال")
        or _stops_name(two)
        or two.endswith(("ه", "ها", "هم"))
    ):
        return False
    return doc.kinds[i + 2] == COMMA or three in heads() or three in ("ان", "انه", "انها")


def name_end_past_noun(doc: Document, j: int, limit: int) -> int:
    """«المتحدثة، هوا تشون يينغ، إن»: a name whose first word is a common one, if a pause or «أن» follows it."""
    if j + 1 >= limit or doc.kinds[j] != WORD or doc.words[j] not in nouns() or doc.words[j] in heads():
        return j
    if doc.words[j].startswith("ال") or _stops_name(doc.words[j]) or doc.words[j + 1].startswith("ال"):
        return j
    end = name_end(doc, j + 1, limit)
    if end < j + 3 or (end < len(doc) and doc.kinds[end] == WORD and not is_function(doc.words[end])):
        return j
    return end


def before_known_name(doc: Document, j: int, limit: int) -> int:
    """Where a person that the caller knows is named, with nothing but an office before it; 0 where none is."""
    while j < limit and doc.kinds[j] == WORD and not is_function(doc.words[j]):
        if doc.known.get(j, (0, ""))[1] == "person":
            return j
        j += 1
    return 0


@cache
def is_common_stem(stem: str) -> bool:
    """A noun or adjective without its article, also known by its feminine («شيوعي»)."""
    return stem in nouns() or stem + "ه" in nouns() or looks_verbal_noun(stem)


def name_end(doc: Document, j: int, limit: int, alone: bool = False) -> int:
    """Where the proper name that begins at token `j` ends; `j` itself where none begins."""
    end, kind = doc.known.get(j, (limit + 1, ""))
    if end <= limit and kind == "person":
        return end
    start, limit = j, min(limit, j + _MAX_NAME)
    while j < limit and _goes_on_name(doc, start, j, alone):
        j += 1
    while j > start and doc.words[j - 1] in _NAME_PARTICLES and doc.words[j - 1] not in ("ابو",):
        j -= 1
    if j > start and doc.kinds[j - 1] == MARK:
        j -= 1
    return j


def _goes_on_name(doc: Document, start: int, j: int, alone: bool) -> bool:
    kind, word = doc.kinds[j], doc.words[j]
    if kind == MARK:
        glued = doc.raw(j) in "-ـ'’." and j > start and doc.starts[j] == doc.ends[j - 1]
        return glued and j + 1 < len(doc) and doc.starts[j + 1] == doc.ends[j]
    if (
        kind != WORD
        or (len(word) == 1 and word in "لبوكف")
        or (is_time(word) and word not in ("صباح", "رجب", "شعبان", "رمضان", "فجر"))
    ):
        return False
    if word.startswith("ل") and word not in doc.names and _is_addressed(doc, j, start):
        return False
    if word not in doc.names and word not in sure_names() and _has_ending(doc, j):
        return False
    if is_ban(doc, j) or (j > start and is_ban(doc, j - 1)) or (j > start + 1 and is_ban(doc, j - 2)):
        return True
    if j > start and word in known_starts() and find_known(doc, j, min(len(doc), j + 6)):
        return False
    if word in _NAME_PARTICLES and (
        word not in ("ام", "ال", "ولد", "بو") or j > start or (word == "ام" and alone is False)
    ):
        return True
    if j > start and (word == "الله" or (word.startswith("ال") and doc.words[j - 1] in _NAME_PARTICLES)):
        return True
    if (word in doc.names and (j == start or word not in heads())) or (
        j == start and named_with_clitic(doc, j)
    ):
        return True
    if j == start and word[:1] == "و" and word[1:] in given_names():
        return True
    if j == start and not alone and (word,) in countries() and _surname_ends_phrase(doc, j + 1):
        return True
    if word == "علي":
        return _is_ali(doc, start, j)
    if word in sure_names() or (j == start and not alone and _is_called(doc, j)) or _is_second(doc, start, j):
        return True
    if is_function(word) or _stops_name(word) or ((word,) in countries() and word not in given_names()):
        return False
    if (
        j > start
        and word.startswith("ال")
        and (looks_verbal_noun(word[2:]) or word.endswith("ات"))
        and word[2:] in nouns()
    ):
        return False
    if j > start and word.startswith("ال") and doc.words[j - 1] in given_names() and word not in demonyms():
        return (
            word not in heads()
            or heads()[word].title_class not in ("office", "address")
            or _ends_phrase(doc, j + 1)
        )
    if (
        j > start
        and word in nouns()
        and (doc.words[j - 1] in given_names() or doc.words[j - 1] == "علي")
        and word not in heads()
    ):
        return _ends_or_names(doc, j + 1)
    if word in given_names():
        return j > start or not alone or not (is_cue_verb(word) or word in nouns())
    if _looks_common(word):
        return False
    if word.startswith("ال"):
        return True
    if j == start or doc.words[j - 1] not in _NAME_PARTICLES:
        return (
            not is_cue_verb(word)
            and (word not in nouns())
            and word not in demonyms()
            and word not in words("adverb")
        )
    return True


def _is_called(doc: Document, j: int) -> bool:
    """«الدكتور رفعت سيد»: a name that is a common word or verb too, right after a form of address."""
    head = heads().get(doc.words[j - 1]) if j else None
    return head is not None and head.title_class == "address" and doc.words[j] in given_names()


def _is_second(doc: Document, start: int, j: int) -> bool:
    """«حسن نصر الله», «ألبير أكتاش،», «لوران فابيوس أن»: a common word inside a name, where nothing else can stand."""
    word, after = doc.words[j], doc.words[j + 1] if j + 1 < len(doc) else ""
    if j == start or doc.kinds[j - 1] != WORD:
        return False
    if after in _ENDING_PARTS:
        return word in given_names() or doc.words[j - 1] in given_names()
    if is_cue_verb(word) or is_function(word) or is_time(word) or word in demonyms() or word in heads():
        return False
    if word in words("adverb") or _has_ending(doc, j):
        return False
    first_known = doc.words[j - 1] in given_names()
    if word in _ENDING_PARTS:
        return first_known or word != "الله"
    if word.startswith("ال"):
        return False
    comma = j + 1 >= len(doc) or doc.kinds[j + 1] == COMMA
    pause = comma or _is_office(after)
    if word in nouns():
        return first_known and (pause or (word in given_names() and _ends_phrase(doc, j + 1)))
    if first_known and word in given_names():
        return pause or _ends_phrase(doc, j + 1) or after in given_names()
    if word.startswith(("ت", "است")) or not (first_known or looks_verbal_noun(word)):
        return False
    return comma or (first_known and after in _THAT)


_ENDING_PARTS = folded("الدين الله الإسلام الزمان")
_THAT = folded("أن إن أنه أنها إنه إنها")


def _is_office(word: str) -> bool:
    """«فلان المحامي», «فلان رئيس الحركة»: an office after a name ends it."""
    head = heads().get(word)
    return (
        head is not None
        and head.kind == "person"
        and head.title_class == "office"
        and not word.startswith("نظير")
    )


def _has_ending(doc: Document, j: int) -> bool:
    """«رحلته», «معهم», «شرحًا»: a pronoun or a case ending that no name has."""
    raw, word = doc.raw(j), doc.words[j]
    if raw.endswith(("ً", "ًا", "اً", "ٍ", "ٌ")):
        return True
    return has_pronoun(word) and not (word.endswith("ه") and doc.written(j).endswith("ة"))


@cache
def has_pronoun(word: str) -> bool:
    """Whether a folded word is a noun or small word with a pronoun attached: «رحلته», «بتعنتها», «معهم»."""
    for suffix in ("هما", "ها", "هم", "هن", "نا", "كم", "ه"):
        stem = word.removesuffix(suffix)
        if stem == word or word in given_names():
            continue
        if stem in _HELD or (stem[:1] in "وف" and stem[1:] in _HELD):
            return True
        if len(stem) > 2 and (_is_noun_stem(stem, suffix) or (len(stem) > 3 and is_verb(stem))):
            return True
        if stem[:1] in "وبلفك" and len(stem) > 3 and _is_noun_stem(stem[1:], suffix):
            return True
    return False


_HELD = folded(
    "مع من عن في على إلى علي الي ب ل بين لدى لدي عند ضد نحو حول بعد قبل أمام خلال بخصوص بشأن بسبب لأن أن إن كل"
)


def _is_noun_stem(stem: str, suffix: str) -> bool:
    bare = stem[:-1] + "ه" if stem.endswith("ت") else stem
    if suffix == "ه":
        return (
            (len(stem) > 3 and stem in nouns())
            or (stem.endswith("ت") and bare in nouns())
            or stem.endswith("ات")
            or looks_verbal_noun(stem)
        )
    return len(stem) > 3 and (stem in nouns() or bare in nouns() or looks_verbal_noun(stem))


def _is_addressed(doc: Document, j: int, start: int) -> bool:
    """«تشين لماسك», «لبي بي سي»: «لـ» before a name met already, or before a medium."""
    word = doc.words[j]
    return (j > start and word[1:] in doc.names and word not in given_names()) or is_addressed_medium(word)


def is_no_surname(doc: Document, i: int) -> bool:
    """«إحدى», «لنص», «المسافرين», «غزة»: a word that names nobody when it stands alone."""
    word = doc.words[i]
    if word in sure_names() or word in doc.names or (i in doc.known):
        return False
    if word in words("alone") or word in words("place") or len(word) < 2 or is_verb(word):
        return True
    if word.startswith("ال"):
        return word.endswith(("ون", "ات", "تان")) or (word.startswith("الم") and word.endswith("ين"))
    if _is_glued(word):
        return True
    bare = word[1:]
    return word[:1] in "وفبلك" and (
        is_function(bare) or bare in nouns() or bare in words("alone") or bare in heads()
    )


@cache
def _is_glued(word: str) -> bool:
    """«ذكرتصحيفة», «مصادرالأفق»: two words whose space was lost, the first of them a common one."""
    for cut in range(3, len(word) - 3):
        first, rest = word[:cut], word[cut:]
        if (rest.startswith("ال") or rest.startswith("لل")) and (first in nouns() or first in heads()):
            return True
        if is_verb(first) and rest in heads():
            return True
    return False


def _surname_ends_phrase(doc: Document, j: int) -> bool:
    """«إسرائيل كاتس،»: a word of no list after a state's name, and then a pause or «أن»."""
    if j + 1 >= len(doc) or doc.kinds[j] != WORD:
        return False
    word = doc.words[j]
    if is_function(word) or is_time(word) or _looks_common(word) or _stops_name(word) or word in nouns():
        return False
    return doc.kinds[j + 1] == COMMA or doc.words[j + 1] in ("ان", "انه", "انها")


def is_ban(doc: Document, i: int) -> bool:
    """The Korean name «بان كي …», not «بأن» with its hamza dropped."""
    return i >= 0 and doc.words[i] == "بان" and doc.words[i + 1 : i + 2] in (["كي"], ["جي"])


def _is_ali(doc: Document, start: int, j: int) -> bool:
    """The name علي, not the preposition: after a name, or before one."""
    after = doc.words[j + 1] if j + 1 < len(doc) and doc.kinds[j + 1] == WORD else ""
    if j > start and doc.words[j - 1] in _NAME_PARTICLES:
        return True
    if not doc.writes_ala and _is_unsure_ali(doc, start, j, after):
        return True
    if doc.writes_ala and doc.written(j) == "علي":
        return (bool(after) and not is_function(after)) or j > start
    if is_function(after) or after in nouns() or after in heads() or after in demonyms() or not after:
        return j > start and doc.written(j) == "علي" and not after
    if j > start:
        return not after.startswith("ال") or (doc.written(j) == "علي" and after[2:] not in nouns())
    return (
        after in sure_names()
        or after in _NAME_PARTICLES
        or (doc.written(j) == "علي" and not after.startswith("ال") and not _looks_common(after))
    )


def _is_unsure_ali(doc: Document, start: int, j: int, after: str) -> bool:
    """Where على may be the name: «محمد على الحلوانى», «القائد على خامنئى،», «السفير على العشيرى، أنه»."""
    if j > start:
        return after.startswith("ال") and doc.words[j - 1] in given_names() and _may_be_surname(after)
    if after in ("اكبر", "اصغر") and j + 2 < len(doc):
        return not doc.words[j + 2].startswith("ال") and _is_unknown(doc.words[j + 2])
    return _is_titled_ali(doc, j, after) or (
        bool(after)
        and _ends_office(doc, j)
        and _is_unknown(after)
        and (_ends_phrase(doc, j + 2) or is_time(doc.words[j + 2]))
    )


def _ends_office(doc: Document, j: int) -> bool:
    """«الوزير على», «وزير الخارجية الايرانى على»: an office or its adjective stands right before."""
    before = doc.words[j - 1] if j else ""
    head = heads().get(before)
    return (head is not None and head.kind == "person") or (before in demonyms() and before.startswith("ال"))


def _is_unknown(word: str) -> bool:
    """A word of no list, as surnames are."""
    return not (
        word.startswith("ال")
        or word in nouns()
        or word in heads()
        or word in country_starts()
        or word in demonyms()
        or is_function(word)
        or _looks_common(word)
    )


def _may_be_surname(word: str) -> bool:
    """«الحلواني»: with the article, and no common word, state's adjective or office."""
    common = is_common_stem(word[2:]) or word in demonyms() or word in heads() or word.endswith("ات")
    return not common and word not in country_starts()


def _is_titled_ali(doc: Document, j: int, after: str) -> bool:
    """«السفير على العشيرى، أنه»: after a lone office and before a surname that ends the phrase."""
    head = heads().get(doc.words[j - 1]) if j else None
    if head is None or head.kind != "person" or not head.definite or not after.startswith("ال"):
        return False
    return _may_be_surname(after) and _ends_phrase(doc, j + 2)


def _ends_phrase(doc: Document, j: int) -> bool:
    return j >= len(doc) or doc.kinds[j] != WORD or is_function(doc.words[j])


def _ends_or_names(doc: Document, j: int) -> bool:
    """Whether at `j` a name may end or go on: «رجب طيب أردوغان،»."""
    if j >= len(doc) or doc.kinds[j] != WORD:
        return True
    word = doc.words[j]
    return (
        is_function(word)
        or word == "الله"
        or (word not in nouns() and not word.startswith("ال") and not _looks_common(word))
    )


@cache
def _stops_name(word: str) -> bool:
    """Verbs and verbal nouns end a name, with whatever is attached to them."""
    if (
        is_verb(word)
        or (word[:1] == "ي" and len(word) > 4 and word[1:] in nouns() and word not in given_names())
        or looks_verbal_noun(word)
        or any(r.form == MASDAR and r.suffix for r in read_word(word))
    ):
        return True
    bare = word[1:]
    if word[:1] in "ولبف" and len(word) > 3 and (bare in heads() or looks_verbal_noun(bare)):
        return True
    return word.endswith("ا") and word[:-1] in nouns() and word[:-1] not in given_names()


@cache
def _looks_common(word: str) -> bool:
    """Whether a word has a prefix that names do not have: «بال…», «لل…», «وال…», «سي…»."""
    if word[:1] in "ول" and len(word) > 3 and word[1:] in given_names() and word not in sure_names():
        return True
    if (
        word.startswith(("لل", "وال", "بال", "فال", "كال", "وبال", "ولل", "وي", "فا"))
        and len(word) > 4
        and word not in given_names()
    ):
        return not word.startswith("وي") or word[1:] in nouns()
    if word.startswith("ال"):
        return word[2:] in nouns() or word in demonyms() or word in heads()
    if word in heads() and heads()[word].kind != "agency":
        return True
    if word in demonyms() or word in words("adverb"):
        return True
    return (
        word[:1] in "وبلف"
        and len(word) > 3 + (word[1:] not in nouns() or word[0] in "وف")
        and (
            word[1:] in nouns()
            or word[1:] in heads()
            or word[1:] in given_names()
            or word[1:] in country_starts()
        )
    )
