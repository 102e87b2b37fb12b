"""Where words are passed on: a verb («نقلت الوكالة», «ناقلا»), «عن», and a verbal noun («قوله», «رفضه»)."""

from __future__ import annotations

from .segment import STOP, Document
from .vocabulary import folded

CARRIED = folded(
    "بثته نشرته نقلته أوردته بثها نشرها نقلتها بثه نشره أوردتها نقله أورده أوردها نشرتها بثتها نقلها"
)
TRANSMITTING = ("نقل", "نسب")
REACH = 16  # tokens from «عن» back to the verb, and from «قوله» back to «عن»
_FORMS = folded(
    "نقل نقلت ونقل ونقلت فنقلت نقلا ناقلا ناقلة نسب نسبت ونسب ونسبت ينقل تنقل وينقل وتنقل"
    " تناقل تناقلت وتناقل وتناقلت ذكرت وذكرت أوردت وأوردت بثت وبثت نشرت ونشرت"
)


def is_passed_on(doc: Document, at: int, first: int) -> bool:
    """Whether the verbal noun at token `at` says what somebody is told to have said: «نقلت الوكالة عن الوزير رفضه»."""
    of = of_before(doc, at, first)
    return of >= 0 and verb_before(doc, of, first) is not None


def of_before(doc: Document, at: int, first: int) -> int:
    """The token of the last «عن» before token `at` in its sentence; -1 for none."""
    for i in range(at - 1, max(first, at - REACH) - 1, -1):
        if doc.words[i] == "عن":
            return i
        if doc.kinds[i] == STOP:
            break
    return -1


def verb_before(doc: Document, at: int, first: int) -> int | None:
    """The token of the verb of passing on before «عن» at token `at`; None for none."""
    return next((j for j in range(at - 1, max(first, at - REACH) - 1, -1) if doc.words[j] in _FORMS), None)
