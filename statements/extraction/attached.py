"""Content that opens with an attached preposition: «بدعم», «لوقف», «للنظر»."""

from __future__ import annotations

from .segment import MARK, OPEN, Document
from .vocabulary import countries, folded, given_names, heads, is_time, looks_verbal_noun, nouns, words

NOT_CONTENT = folded(
    "بشدة بوضوح بدوره بدورها بدورهم بحضور بمناسبة بشأن بخصوص بمشاركة برفقة بينما بين بعد بعض بحسب بل بالفعل بقوة بحزم بالاشتراك بالتزامن بسبب بذلك به بها بهم بعيد بنفسه بنفسها بعنوان باسم بقيادة برئاسة بصفته بصفتها بلقاء بتصريحات بالإضافة بالنسبة بأشد بأقوى بصراحة بصورة بشكل بطريقة بالغ لدى لها له لهم لهما لقاء لوكالة لصحيفة لقناة لشبكة لموقع لإذاعة لجريدة لدينا لأن لكن للصحفيين للصحافيين لهذا لذلك لتلفزيون لمجلة ليس لم لن لا لما ليست لجنة لحظة لاحقا لافتا لوسائل لوحة لندن ليلة ليل بلدان بلدة بلاده بلد بلادها بلادنا بيان بيانه بيانها برنامج بيانات بداية بنود بنك بينهم بينها بينهما بيننا"
)


def is_attached_content(doc: Document, j: int, letter: str) -> bool:
    """«بدعم», «لوقف»: a preposition attached to a common noun, or before quotation marks."""
    word = doc.words[j]
    if word in _POINTING:
        return doc.words[j + 1 : j + 2] != [] and doc.words[j + 1].startswith("ال")
    if word in NOT_CONTENT or is_time(word[1:]) or word in given_names() or word in words("occasion"):
        return False
    if len(word) == 1:
        strongly = j + 2 < len(doc) and doc.words[j + 2] in STRONGEST
        return j + 1 < len(doc) and doc.kinds[j + 1] in (OPEN, MARK) and not strongly
    rest = word[1:]
    if rest in countries_words():
        return False
    if letter == "ل":
        if word.startswith("لل"):
            return (
                (word[2:] in nouns() or looks_verbal_noun(word[2:]))
                and "ال" + word[2:] not in heads()
                and not word.endswith(("ين", "ون"))
            )
        return (rest in nouns() or looks_verbal_noun(rest)) and rest not in heads()
    if word in nouns() and rest not in nouns() and not rest.startswith("ال"):
        return False
    return (
        rest.startswith("ال")
        or rest in nouns()
        or rest in ("ما", "ان", "اي", "كل")
        or looks_verbal_noun(rest)
        or with_pronoun(rest)
    )


STRONGEST = folded("أشد أقوى أقسى")  # «أدان ب"أشد العبارات" الهجوم»: how, not what
_POINTING = folded("بهذا بهذه بهؤلاء")


def may_be_attached(doc: Document, j: int) -> bool:
    """After the subject an unknown word with «ب» opens content: «وعد الرئيس ببذل»."""
    word = doc.words[j]
    if (
        len(word) < 4
        or word[:1] != "ب"
        or word in NOT_CONTENT
        or word in nouns()
        or word in words("occasion")
        or word in given_names()
        or word in doc.names
    ):
        return False
    rest = word[1:]
    return (
        rest not in countries_words()
        and rest not in heads()
        and not is_time(rest)
        and rest not in doc.names
        and rest not in given_names()
    )


def countries_words() -> frozenset[str]:
    return COUNTRY_WORDS


COUNTRY_WORDS = frozenset(name[0] for name in countries() if len(name) == 1)


def with_pronoun(word: str) -> bool:
    """«دعمه», «استعدادها»: a noun with a possessive pronoun."""
    for suffix in ("هما", "هم", "ها", "نا", "ه", "ي"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            if (
                stem in nouns()
                or (stem.endswith("ت") and stem[:-1] + "ه" in nouns())
                or (stem.endswith("ي") and stem[:-1] + "ء" in nouns())
            ):
                return True
    return False


def is_object_like(word: str) -> bool:
    """«لدعمهم»: a preposition on a verbal noun."""
    return looks_verbal_noun(word[1:]) or with_pronoun(word[1:])
