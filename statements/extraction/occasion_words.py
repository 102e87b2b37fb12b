"""Single words of occasions: a visit, a letter, a conference told again."""

from __future__ import annotations

from .segment import WORD, Document
from .vocabulary import folded, heads

_VISITS = ("زيارت", "زياره", "تفقد", "جولت")


def is_visit(word: str) -> bool:
    return word.startswith(_VISITS)


_LETTERS = folded("كتاب كتابا خطاب خطابا مذكرة التماس التماسا عريضة")
_SENT = folded(
    "وجهه وجهته وجهها وجهتها بعثه بعثته بعثها أرسله أرسلته أرسلها أرسلتها رفعه رفعته رفعها سلمه سلمته سلمها"
)
_POSTED_OFF = folded("موجه موجهة موجها بعث بعثت")
_HEARD = folded("الأمة الشعب للأمة للشعب")


def is_letter(doc: Document, i: int, end: int) -> bool:
    """«في كتاب وجهه إلى الأمين العام», «خطاب موجه لمجلس الأمن»; no address to the nation."""
    word, after = doc.words[i], doc.words[i + 1 : min(end, i + 5)]
    bare = word[1:] if word[:1] == "ب" else word
    if bare not in _LETTERS or not after or _HEARD & set(after):
        return False
    return (after[0] in _SENT and not bare.startswith("خطاب")) or after[0] in _POSTED_OFF


def is_conference(doc: Document, i: int) -> bool:
    """«مؤتمر», «المؤتمر الصحفي»: by its own noun, not by questions or remarks."""
    return doc.words[i].lstrip("وبل").removeprefix("ال").startswith("موتمر")


def is_bare_conference(doc: Document, i: int) -> bool:
    """«خلال المؤتمر»: one told before or after, by no name or body of its own."""
    after = doc.words[i + 1] if i + 1 < len(doc) and doc.kinds[i + 1] == WORD else ""
    return doc.words[i] in ("الموتمر", "بالموتمر") and not after.startswith("ال") and after not in heads()
