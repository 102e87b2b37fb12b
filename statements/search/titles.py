"""Titles that readers type before a name and texts leave out: «د. محمد» is «محمد»."""

import re

from statements.extraction.normalize import fold

_DOCTORS = (
    "د أد ا.د الدكتور الدكتورة دكتور دكتورة البروفيسور م المهندس المهندسة الأستاذ الأستاذة أستاذ المستشار"
)
_POLITE = (
    "السيد السيدة الآنسة الشيخ الشيخة الحاج معالي سعادة فخامة سمو جلالة سماحة فضيلة قداسة غبطة نيافة دولة"
)
_RANKS = "الفريق اللواء المشير العميد العقيد الجنرال الأدميرال المقدم الرائد"
_OFFICES = "الرئيس الرئيسة الملك الملكة الأمير الأميرة السلطان الوزير الوزيرة السفير السفيرة النائب البابا الإمام القاضي"
_LATIN = (
    "dr mr mrs ms prof president sheikh shaikh king queen prince princess general minister senator sir pope"
)
TITLES = frozenset(map(fold, f"{_DOCTORS} {_POLITE} {_RANKS} {_OFFICES} {_LATIN}".split()))
_LONGER = (
    "صاحب السمو الملكي|صاحبة السمو الملكي|صاحب السمو|صاحب الجلالة|صاحب الفخامة|صاحب المعالي|"
    "صاحب السعادة|صاحب الغبطة|صاحب الفضيلة|الفريق أول|أ. د|آية الله|حجة الإسلام"
)
_FIRST = re.compile(
    rf"\s*(?:{'|'.join(sorted((re.escape(fold(way)) for way in (*_LONGER.split('|'), *TITLES)), key=len, reverse=True))})"
    r"(?:\s*[./]\s*|\s+)(?=\w)"
)


def is_title(word: str) -> bool:
    """Whether a word typed alone is a title, be it an office as well."""
    return fold(word).lower().strip(" .") in TITLES


def untitled(typed: str) -> str:
    """What was typed, folded, without the titles it begins with; as it was typed where it begins with none."""
    left = fold(typed).lower()
    while match := _FIRST.match(left):
        left = left[match.end() :]
    return left.strip() if len(left) < len(fold(typed)) else typed
