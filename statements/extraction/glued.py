"""Words that lost the space between them: «أنّالكيان», «منإعلان», «وشدّدحاكم», «الروسيةعلى».

Seen in 406 of 1.2 million words of the news corpus, most of them in one outlet's texts.
"""

from __future__ import annotations

import re

from .normalize import fold
from .vocabulary import country_starts, demonyms, folded, given_names, heads, is_time, is_verb, nouns

# «أنّالكيان», «إلىالولايات»; but not the name «أناليند».
_BEFORE_ARTICLE = re.compile(
    r"و?(?:الي|ان|علي)(?=ال(?!ي[تنس])\w{3})|(?:حديث(?:ه|ها)?|تصريح(?:ه|ات|اته)?)(?=لل\w{4}|ل[^ه]\w{4})"
)
# «أنّأرخانيا», «إنّمن»; but not with a pronoun: «أنّها»
_DOUBLED = re.compile(r"[وبفل]?[أإا]ن\u0651")
_THAT = re.compile(r"[وبفل]?ان(?!(?:هم|ها|هما|هن|نا|ني|كم|كن|ما)$)(?=\w{3}|من$|لا$|لم$|كل$)")
# «الروسيةعلى», «مقالاًللكاتب», «إلىوقفه», «حكيمإن»: «ة», «ى» and «اً» end their word wherever they stand.
_ENDED = re.compile(
    r"(?:[^\W\d_ة][\w\u064b-\u0652]*?ة[\u064b-\u0652]*|\w{2,}(?:اً|ًا))(?=[^\W\d_]{2})"
    r"|و?[عإا]لى(?=\w{4})|[\w\u064b-\u0652]{3,}(?=(?:إن\u0651?|أن\u0651|إلى)$)"
)
# «مراسلالميادينفي», «مصادرللميادينأنّ»: an outlet's own name is a link in its pages and loses its spaces.
_LINKED = re.compile(r"[وب]?(?:لل|ال)ميادين(?=\w{2})|\w{2,}?(?=(?:لل|ال)ميادين)")
_SMALL = folded("من عن على إلى في قد وقد بعد عقب خلال حول ضد مع كان كانت وكان وكانت منذ قبل عبر لكن إثر إذ")
_SAYING = folded(
    "قال قالت أعلن أعلنت أكد أكدت ذكر ذكرت أضاف أضافت أوضح أوضحت أفاد أفادت أبلغ أبلغت صرح صرحت شدد شددت أشار "
    "أشارت أعرب أعربت كشف كشفت لفت دعا دعت حذر حذرت طالب طالبت اعتبر اعتبرت رأى رأت نفى نفت وصف وصفت رفض رفضت"
)
_PHONE = folded("هاتفي هاتفيا هاتفية")
_FREE = folded("في إلى عن على")
_OFTEN_GLUED = _SMALL | _SAYING | {"و" + word for word in _SAYING}
_SAID_AFTER = _OFTEN_GLUED - _SMALL - folded("ورأى ورأت ونفى ونفت ودعا ودعت ولفت")
_LONGEST = max(map(len, _OFTEN_GLUED))
_ENDINGS = ("ه", "ها", "هم", "هما", "نا", "ي", "ا", "ات", "ون", "ين", "ان", "يه", "تين")


def glued_letters(raw: str) -> int:
    """How many folded letters at the start of a written word are a word of their own that lost its space; 0 for none."""
    word = fold(raw)
    if "لميادين" in word and (found := _LINKED.match(word)):
        return found.end()
    if found := _BEFORE_ARTICLE.match(word) or (_DOUBLED.match(raw) and _THAT.match(word)):
        return found.end()
    if ended := _ENDED.match(raw):
        return len(fold(ended[0]))
    if len(word) < 5 or not _is_suspect(word) or _is_known(word):
        return 0
    for size in range(min(len(word) - 2, _LONGEST), 1, -1):
        rest, said = word[size:], word[:size] not in _SMALL  # «أكدفي»; but «معالي» is no «مع إلي»
        if word[:size] in _OFTEN_GLUED and (_may_follow(rest, size) or (said and rest in _FREE)):
            return 0 if _is_inflected(word) else size
    if word.endswith("مع") and word[:-2] in _PHONE:
        return len(word) - 2  # «اتصال هاتفيمع»
    if len(word) < 8 or _is_inflected(word):
        return 0
    return _before_saying(word) or _before_definite(word)


def _is_suspect(word: str) -> bool:
    """Whether the letters allow two words at all: 7 of 10 need no look at the lists."""
    if word[:2] in _STARTS or word.endswith("مع"):
        return True
    return len(word) >= 8 and (word[-3:] in _SAID_ENDS or "ال" in word[3:])


_STARTS = frozenset(word[:2] for word in _OFTEN_GLUED)
_SAID_ENDS = frozenset(word[-3:] for word in _SAID_AFTER)


def _before_saying(word: str) -> int:
    """«الانفجاروقال», «عرقيحذرت»: a sub-head that lost its line end; how many letters stand before the verb."""
    for size in range(min(len(word) - 3, _LONGEST), 3, -1):
        if word[-size:] in _SAID_AFTER and _may_stand_before(word[:-size]):
            return len(word) - size
    return 0


def _before_definite(word: str) -> int:
    """«وزيرالخارجية», «الاحتلالالإسرائيلي»: how many letters stand before a known word with the article.

    414 of 60 MB of news; one in ten of them was wrong before names in «الدين» and «سيراليون» were left out.
    """
    at = word.find("ال", 3)
    while 0 <= at <= len(word) - 5:
        if _may_stand_before(word[:at]) and _is_definite(word[at:]):
            return at
        at = word.find("ال", at + 1)
    return 0


def _may_stand_before(word: str) -> bool:
    bare = word[1:] if word[0] in "وفبل" else word
    return any(
        w in nouns()
        or w in heads()
        or w in given_names()
        or w in country_starts()
        or w in demonyms()
        or (w.startswith("ال") and w[2:] in nouns())
        for w in (word, bare)
    )


def _is_definite(word: str) -> bool:
    return word not in _IN_NAMES and (word in heads() or word in demonyms() or word[2:] in nouns())


_IN_NAMES = folded("الدين الله الزمان اليون اليات")


def _may_follow(word: str, size: int) -> bool:
    """A known word, the longer the shorter the one before: «مع» and «أداة» are «معاداة»."""
    if word in _SAYING:
        return True
    if len(word) < (5 if size < 3 else 4):
        return False
    bare = word.removeprefix("ال")
    return bare in nouns() or word in heads() or word in country_starts() or is_time(word)


def _is_known(word: str) -> bool:
    for bare in (word, word[1:] if word[0] in "وفبلكس" else word, word.removeprefix("ال")):
        if bare in nouns() or bare in given_names() or bare in heads() or is_verb(bare):
            return True
    return False


def _is_inflected(word: str) -> bool:
    return any(word.endswith(e) and _is_known(word.removesuffix(e)) for e in _ENDINGS)
