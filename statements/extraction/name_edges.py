"""Where the words around a name tell that it goes on or ends, whatever the words are in themselves."""

from __future__ import annotations

from .name_words import NAME_PARTICLES, word_class
from .segment import COMMA, WORD, Document
from .vocabulary import (
    demonyms,
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    nouns,
    words,
)

_MORNING = frozenset(("صباح",))
_COMPASS = folded("شمالي جنوبي شرقي غربي شمال جنوب شرق غرب وسط")
_SPOKESMEN = folded("المتحدث المتحدثة الناطق الناطقة")
_UNKNOWN = ("other", "surname")
_LONGEST_REST = 3  # words of a foreign name after the first


def is_ban(doc: Document, i: int) -> bool:
    """The Korean name «بان كي …», not «بأن» with its hamza dropped."""
    return i >= 0 and doc.words[i] == "بان" and doc.words[i + 1 : i + 2] in (["كي"], ["جي"])


def is_sabah(doc: Document, i: int) -> bool:
    """«صباح الأحمد», «صباح الساعدي»: the name; a day or another word of time follows the morning."""
    if doc.words[i] not in _MORNING or i + 1 >= len(doc) or doc.kinds[i + 1] != WORD:
        return False
    after = doc.words[i + 1]
    return after.startswith("ال") and not is_time(after) and after not in demonyms()


def ends_before(doc: Document, start: int, j: int) -> bool:
    """«مستشفى سامر الحلواني [شمالي] غزة», «[بأن]», «دعا سامر الحلواني [العالم]»: no part of the name before it."""
    word = doc.words[j]
    if word == "بان":
        return not is_ban(doc, j)
    if word in _SPOKESMEN and j > start:
        return True  # «باتريك لو [المتحدث] باسم»
    if word == "العالم":
        return j - start != 1 or not _stands_before_office(doc, j)
    return (
        word in _COMPASS
        and j + 1 < len(doc)
        and doc.kinds[j + 1] == WORD
        and not is_function(doc.words[j + 1])
    )


def closes_name(doc: Document, start: int, j: int) -> bool:
    """«مارك [روته] إن», «بوي [ثانه] سون،»: words of no list from a first name to «أن» or a pause are all its name."""
    if j >= len(doc):
        return False
    first = doc.words[start]
    if is_surname(doc, start, j):
        return True
    if first.startswith("ال") or word_class(first) not in ("name", "given", *_UNKNOWN):
        return False
    end = j
    while end < len(doc) and end - j < _LONGEST_REST and doc.kinds[end] == WORD and _is_unlisted(doc, end):
        end += 1
    return end > j and _is_edge(doc, end) and _is_unlisted(doc, j)


def is_surname(doc: Document, start: int, j: int) -> bool:
    """«فرحات بن [قدارة]», «أحمد [البارودي] المجتمع», «باسم [عودة] وزير», «أنس [القاضي]،»: part of the name whatever it is."""
    if doc.words[j - 1] == "بن" and j > start + 1:
        return not is_function(doc.words[j]) and not is_time(doc.words[j])
    firsts = doc.words[start:j]
    if any(w not in given_names() and w not in NAME_PARTICLES for w in firsts):
        return False
    if j == start + 1 and word_class(doc.words[j]) == "the" and len(doc.words[j]) > 5:
        return True  # what no list knows behind a first name
    return _stands_before_office(doc, j) or (j == start + 1 and _is_office_as_surname(doc, j))


def _is_office_as_surname(doc: Document, j: int) -> bool:
    """«أنس [القاضي]، المتحدث», «سلوى [الشاعر]،»: an office or trade at the end of a name."""
    head = heads().get(doc.words[j])
    if head is None or not head.definite or head.number != 1 or doc.words[j] in _OFFICES_ALONE:
        return False
    return (
        head.title_class in ("trade", "office", "clergy") and j + 1 < len(doc) and doc.kinds[j + 1] == COMMA
    )


_OFFICES_ALONE = folded(
    "الرئيس الوزير الوزيرة الملك السفير السفيرة النائب المتحدث المتحدثة الناطق الأمين القائد المبعوث الزعيم المدير "
    "الخبير الباحث الكاتب المحلل الصحفي الصحافي المحامي الناشط الإعلامي الإعلامية القيادي المرشح المستشار"
)


def _stands_before_office(doc: Document, j: int) -> bool:
    """«الدكتور باسم [عودة] وزير التموين», «باسم [العالم]، أستاذ الإعلام»: a common word before an office is a surname."""
    if word_class(doc.words[j]) not in ("noun", "the_noun"):
        return False
    k = j + 2 if j + 1 < len(doc) and doc.kinds[j + 1] == COMMA else j + 1
    head = heads().get(doc.words[k]) if k + 1 < len(doc) else None
    if (
        head is None
        or head.kind != "person"
        or head.definite
        or head.number != 1
        or head.title_class != "office"
    ):
        return False
    return doc.words[k + 1].startswith("ال") or doc.words[k + 1] in heads() or doc.words[k + 1] in nouns()


def is_preposition_in_name(doc: Document, start: int, j: int) -> bool:
    """«وانغ وين [بين] إن», «لويس [لولا] دا سيلفا»: where no small word can stand."""
    word, after = doc.words[j], doc.words[j + 1] if j + 1 < len(doc) else ""
    if word == "امام" and doc.raw(j).startswith("إ"):
        return j > start and doc.words[start] in given_names()  # «أحمد إمام»
    if word == "لولا":
        return after == "دا"
    return word == "بين" and j > start and after in words("comp") and not doc.raw(j + 1).startswith("ب")


def _is_unlisted(doc: Document, i: int) -> bool:
    word = doc.words[i]
    if word in NAME_PARTICLES or word_class(word) not in _UNKNOWN or doc.raw(i).startswith("وأ"):
        return False
    if word.endswith("ا") and (doc.raw(i).endswith(_ACCUSATIVE) or word[:-1] in nouns()):
        return False  # «أجرى فلان اتصالا»
    return not (word.startswith(_WITH_ARTICLE) or (word[:1] in "وبلف" and _is_listed(word[1:])))


_ACCUSATIVE = ("اً", "ًا")
_WITH_ARTICLE = ("لل", "بال", "وال", "ولل", "فال")


def _is_listed(word: str) -> bool:
    return word in given_names() or word in heads() or word in nouns() or is_verb(word)


def _is_edge(doc: Document, i: int) -> bool:
    """The end of a noun phrase: a pause, «أن», an adverb."""
    if i >= len(doc) or doc.kinds[i] == COMMA:
        return True
    return doc.kinds[i] == WORD and (doc.words[i] in words("comp") or doc.words[i] in words("adverb"))
