"""Who wrote an article: as a page, a feed or a table says it, or the line «كتب: نادر السالمي» above a text."""

import re

from statements.extraction.normalize import fold

HEAD = 6  # lines of a text in which a byline may stand
LONGEST_NAME = 8  # words: two writers with «و» between them
_BYLINE = re.compile(
    r"\s*(?:كتب|كتبت|كتبه|كتبها|بقلم|تقرير|إعداد|اعداد|حوار)\s*[:\-–—]\s*(?P<name>[^|:\-–—،,()\d\n]{4,80})"
)
_BEFORE = re.compile(r"^(?:كتب|كتبت|كتبه|بقلم|by)\b\s*[:\-–—]?\s*", re.IGNORECASE)
# What programs and outlets write where a writer should stand.
_NOBODY = frozenset(
    map(fold, ("admin", "administrator", "editor", "user", "المحرر", "محرر", "إدارة الموقع", "مدير الموقع"))
)


def author_of(told: str, *, outlet: str = "") -> str:
    """The writers of what is told of them; empty where that is no name: an address, the outlet, «admin»."""
    name = " ".join(_BEFORE.sub("", " ".join(told.split())).strip(" .:|-–—").split())
    plain = fold(name).lower()
    nobody = plain in _NOBODY or plain == fold(outlet).lower() or "@" in name or "/" in name
    return "" if nobody or not any(map(str.isalpha, name)) or len(name.split()) > LONGEST_NAME else name


def byline(text: str) -> str:
    """The writer whom one of the first lines names: «كتب: نادر السالمي | الأربعاء»; the line stays part of the text."""
    lines = text.split("\n", HEAD)[:HEAD]
    found = next((match for line in lines if len(line) < 120 and (match := _BYLINE.match(line))), None)
    return author_of(found["name"]) if found else ""
