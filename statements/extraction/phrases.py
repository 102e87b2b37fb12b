"""Where a noun phrase ends before any proper name: «الأمين العام لحركة النهوض في الجنوب»."""

from __future__ import annotations

from .fields import is_title_conjunct
from .known import bare_word, find_state, is_addressed_medium
from .names import QUOTED_NAME, before_known_name, is_common_stem, is_cue_verb
from .phrase_bounds import ends_plural, has_a_father, is_brought, is_done_by, is_form_of_address, is_task
from .phrase_prepositions import PHRASE_PREPOSITIONS, prepositional
from .segment import NUMBER, OPEN, WORD, Document
from .vocabulary import (
    NO_HEAD,
    countries,
    country_starts,
    demonyms,
    folded,
    function_words,
    given_names,
    heads,
    is_function,
    is_time,
    known_names,
    looks_verbal_noun,
    nouns,
    sure_names,
)

_MAX_TITLE = 14


def title_end(doc: Document, i: int, limit: int) -> int:
    """Where the noun phrase with its head at token `i` ends before any proper name."""
    limit = min(limit, i + _MAX_TITLE)
    j = i + 1
    if doc.known and (before_name := before_known_name(doc, j, limit)):
        return before_name
    while j < limit:
        step = _modifier(doc, i, j, limit)
        if step == 0:
            break
        j += step
    return j


def _modifier(doc: Document, head: int, j: int, limit: int) -> int:
    """How many tokens at `j` go on the phrase of the head: 0 where it ends."""
    if doc.kinds[j] == NUMBER:
        return 1
    if doc.kinds[j] != WORD:
        return _quoted_part(doc, j, limit)
    word = doc.words[j]
    if word in ("العام", "العامه", "الاول", "الاولي", "الله"):
        return 1
    if more := _goes_on_rank(doc, head, j, limit):
        return more
    if (word == "ابو" and find_state(doc, j, limit) is None) or (
        word in doc.names and j == head + 1 and is_form_of_address(doc.words[head])
    ):
        return 0
    if ends_plural(doc, head, j) or has_a_father(doc, j, limit):
        return 0
    if _opens_title(doc, j) or _opens_other(doc, head, j) or _is_told_to(doc, head, j):
        return 0
    if word == "عام" and j == head + 1 and not doc.words[head].startswith("ال") and _is_rank(doc, j, limit):
        return 1
    if is_time(word) or (is_cue_verb(word) and word not in nouns()):
        return 0
    if word in PHRASE_PREPOSITIONS:
        return prepositional(doc, head, j, limit)
    if word == "غير" and not doc.words[j - 1].startswith("ال") and j + 1 < limit and doc.kinds[j + 1] == WORD:
        return 2
    if is_function(word):
        return 0
    if j > head + 1 and (word,) in countries() and word not in demonyms() and is_definite(doc.words[j - 1]):
        return 0
    if word in _OWN_FIELDS and j == head + 1:
        return 1
    if word in _QUARTERS and j + 1 < limit and doc.words[j + 1] in _OF_A_QUARTER:
        return 2
    if word in _TOLD_MEDIA:
        return 0
    if _is_told_press(doc, head, j):
        return 0
    if _is_definite_modifier(doc, head, j):
        return 1
    if word in demonyms() or word in country_starts():
        state = find_state(doc, j, limit)
        return state.end - j if state else 1
    if word.startswith("و") and word not in heads() and word not in nouns():
        return int(is_title_conjunct(doc, head, j))
    if word.startswith("ل") and is_addressed_medium(word):
        return 0
    if (word.startswith("ل") and looks_verbal_noun(word[1:])) or (
        word[:1] == "ل"
        and j + 1 < limit
        and doc.words[j + 1].startswith("ال")
        and word not in function_words()
        and word not in given_names()
        and word not in doc.names
    ):
        return 1
    if (
        word.startswith("ل")
        and word not in sure_names()
        and (word[1:] in nouns() or word[1:] in heads() or _is_state_word(word[1:]))
    ):
        return 1
    if word in _LED_BY:
        return 0
    if _is_of_a_body(word):
        return 1
    if word in _RANKING and not doc.words[j - 1].startswith(("ال", "لل")):
        return 1
    if is_definite(doc.words[j - 1]) or (j == head + 1 and bare_word(doc.words[head]) in _COUNTERPARTS):
        return 0
    if j == head + 1 and is_task(doc, head, j, limit):
        return 1
    return int((word in nouns() or word in heads()) and word not in given_names())


def _goes_on_rank(doc: Document, head: int, j: int, limit: int) -> int:
    """«الفريق [أول] [ركن]», «اللواء [أركان حرب]», «العميد [أ.ح]»: how many tokens go on a military rank."""
    rank = heads().get(doc.words[head])
    if rank is None or rank.title_class != "rank" or any(w not in _OF_RANKS for w in doc.words[head + 1 : j]):
        return 0
    if doc.words[j] in ("اركان", "ا"):
        close = next((k for k in (j + 1, j + 2) if k < limit and doc.words[k] in ("حرب", "ح")), 0)
        return close + 1 - j if close else 0
    return int(doc.words[j] in _OF_RANKS)


_OF_RANKS = folded("أول ثان ثاني ركن الركن طيار بحري")


_LED_BY = folded("برئاسة بقيادة بزعامة")  # «وفد برلماني برئاسة فلان»
_TOLD_MEDIA = folded("للصحيفة للقناة للوكالة للشبكة للموقع للإذاعة للمجلة للصحافة")  # «مصدر مسؤول للصحيفة»
# «وزيرة خارجيته»: the field of an office, with a pronoun.
_OWN_FIELDS = folded("خارجيته خارجيتها خارجيتهم خارجيتهما دفاعه دفاعها داخليته داخليتها وزرائه وزرائها")
# «القاضي الجنوب أفريقي»: the first word of a state's adjective of two words.
_QUARTERS = folded("الجنوب الشمال جنوب شمال")
_OF_A_QUARTER = folded("أفريقي أفريقية إفريقي كوري كورية سوداني سودانية")


def _is_of_a_body(word: str) -> bool:
    """«سفير أرخانيا بالاتحاد», «المتحدث باسم»."""
    rest = word[1:]
    return (
        word.startswith("ب")
        and not is_brought(word)
        and (_is_state_word(rest) or rest in heads() or rest == "اسم")
    )


# «أبلغ نظيره استعداد بلاده»: behind its owner no genitive stands.
_COUNTERPARTS = folded("نظيره نظيرها نظيرته نظيرتها نظيريه نظيريها نظرائه نظرائها مضيفه مضيفها")


def is_definite(word: str) -> bool:
    """After a definite word no bare noun goes on the phrase: «الوزير السوري ضرورة …»."""
    return (
        (word.startswith(("ال", "لل", "وال", "بال")) and len(word) > 4)
        or word in demonyms()
        or (word,) in countries()
    )


def _opens_title(doc: Document, j: int) -> bool:
    """«أمير الكويت الشيخ صباح»: a form of address begins a title of its own."""
    head = heads().get(doc.words[j])
    if head is None or head.kind != "person" or head.number != 1 or not head.definite:
        return False
    return head.title_class in ("address", "rank", "clergy", "royal") and doc.words[j] not in ("الامين",)


def _opens_other(doc: Document, head: int, j: int) -> bool:
    """«الأمين العام الرئيس كرزاي»: after a definite office «الرئيس» is another man."""
    if doc.words[j] not in _SECOND_MEN or not is_definite(doc.words[j - 1]):
        return False
    if heads().get(bare_word(doc.words[head]), NO_HEAD).kind in ("organization", "group", "government"):
        return True
    alone = all(w.startswith("ال") for w in doc.words[head:j])
    return j > head + 1 and (alone or _stands_after_name(doc, head))


def _is_told_to(doc: Document, head: int, j: int) -> bool:
    """«أكد الوزير [للسفراء]»: people right after an office that takes no «لـ»."""
    if j != head + 1 or not doc.words[j].startswith("ل") or doc.words[head] not in _SECOND_MEN:
        return False
    return heads().get(bare_word(doc.words[j]), NO_HEAD).kind in ("group", "person")


def _is_told_press(doc: Document, head: int, j: int) -> bool:
    """«مستشار الرئيس للصحفيين», «عضو المكتب للأفق»: whom a person tells; «نقيب الاتحاد للصحفيين» is of a body."""
    if not doc.words[j].startswith("لل") or doc.kinds[head] != WORD or not is_addressed_medium(doc.words[j]):
        return False
    known = [heads().get(bare_word(w), NO_HEAD) for w in doc.words[head:j]]
    if (bare_word(doc.words[j]),) in known_names() and known[0].kind != "agency":
        return True
    if known[0].kind not in ("person", "unnamed", "group"):
        return False
    return not any(bare_word(w).removeprefix("ال") in _OF_THE_PRESS for w in doc.words[head:j])


_OF_THE_PRESS = folded("نقابة اتحاد مجلس هيئة رابطة جمعية مركز منتدى ملتقى نادي لجنة مؤسسة صندوق")


def _stands_after_name(doc: Document, head: int) -> bool:
    """«استقبل سامر الحلواني رئيس الحزب [السفير الألماني]»: the office is of the man named before it."""
    return head > 1 and (doc.words[head - 1] in doc.names or doc.words[head - 2] in given_names())


_SECOND_MEN = folded("الرئيس الوزير الملك الأمير السفير المستشار السلطان")


def _is_rank(doc: Document, j: int, limit: int) -> bool:
    """«مدير عام المنظمة», «أمين عام حزب النهوض»: «عام» is a rank here, not a year."""
    after = doc.words[j + 1] if j + 1 < limit else ""
    return doc.words[j - 1] in _RANKED and (after.startswith("ال") or after in heads())


_RANKED = folded("مدير مديرة أمين أمينة قنصل مراقب مفوض وكيل محام محامى مشرف قائد")


def _quoted_part(doc: Document, j: int, limit: int) -> int:
    """«بحزب "المؤتمر" الحاكم»: the quoted name of a body inside an office."""
    if doc.kinds[j] != OPEN or not j < doc.match[j] < limit or doc.match[j] - j > QUOTED_NAME:
        return 0
    head = heads().get(bare_word(doc.words[j - 1]))
    if is_definite(doc.words[j - 1]) and not doc.words[j - 1].startswith(("لل", "بال")):
        return 0
    return doc.match[j] + 1 - j if head and head.kind == "organization" else 0


def _is_state_word(word: str) -> bool:
    return word in country_starts()


def _is_definite_modifier(doc: Document, head: int, j: int) -> bool:
    """A word with the article goes on the phrase, unless it is somebody's surname."""
    word = doc.words[j]
    if not word.startswith(("ال", "لل", "بال")) or len(word) < 4 or is_brought(word):
        return False
    if j == head + 2 and doc.words[j - 1] in demonyms() and word.startswith("ال") and not _is_adjective(word):
        return False
    if j == head + 1 and doc.words[head].startswith("ال") and not _goes_with_plural(doc.words[head], word):
        return False
    if word in _NO_MODIFIERS or is_done_by(doc, j):
        return False
    return not (word.startswith("ال") and _may_be_surname(doc, head, j))


_ADJECTIVES = folded(
    "السابق السابقة الأسبق الحالي الحالية الجديد الجديدة العام العامة الأعلى الأول الأولى المقيم المقيمة الراحل المنتخب المعين المكلف الدائم الدائمة المؤقت المشترك المتحدة الحر الكبير الكبرى الصغرى الوطنية الموحد المحتل المحتلة"
)


# «بالتالي», and verbs that begin like a word with the article: «مساعد الوزير التقى بهم».
_NO_MODIFIERS = folded("بالتالي التقى التقت التقوا التزم التزمت التحق التحقت ألغى ألغت ألقى ألقت ألمح ألمحت")


def _goes_with_plural(head: str, word: str) -> bool:
    """«المتظاهرون الغاضبون», «الطرفان التركي»: after a plural or dual of men no object of the verb before."""
    dual = head.endswith("ان") and (heads().get(head, NO_HEAD).number == 2 or head.startswith("ال"))
    if not (head.endswith("ون") or (dual and head in heads())):
        return True
    return word in demonyms() or word.endswith(("ون", "ين", "ان", "يان"))


def _is_adjective(word: str) -> bool:
    """After an adjective of a state only adjectives go on the phrase; a noun begins another one."""
    return word in demonyms() or word in _ADJECTIVES or word.endswith(("ي", "يه", "يين", "يون"))


def _may_be_surname(doc: Document, head: int, j: int) -> bool:
    """«السفير الشرقاوي»: right after a definite office, no adjective of a state and no common word."""
    first = doc.words[head]
    info = heads().get(bare_word(first)) or heads().get(first)
    if info is None or info.kind not in ("person", "unnamed") or info.number != 1:
        return False
    if not bare_word(first).startswith("ال"):
        return False
    if any(not w.startswith("ال") for w in doc.words[head + 1 : j]):
        return False
    word = doc.words[j]
    if word in _EPITHETS:
        return False
    if info.title_class == "address" and j == head + 1 and word not in demonyms() and word not in heads():
        return True
    return not (word in demonyms() or is_time(word) or is_common_stem(word[2:]))


_EPITHETS = folded("المفدى المعظم المعظمة الموقر المبجل")  # «الملك المفدى»
_RANKING = folded("رفيع كبير سابق بارز مطلع رفيعة كبيرة سابقة بارزة مطلعة متقاعد حالي")
