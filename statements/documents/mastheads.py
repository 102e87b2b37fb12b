"""What a page or feed calls itself becomes the name of its outlet: «واج - دولي» is «واج» and one of its sections."""

import re
from functools import cache

from statements.extraction import lexicon
from statements.extraction.normalize import fold

_BETWEEN = re.compile(r"\s+[-–—•·/]\s+|\s*:\s+|\s*[|»›«]\s*")  # «أ - ب», «أ: ب», «أ | ب», «أ » ب»
_FEED_WORDS = re.compile(r"\b(rss|feed|خلاصة|خلاصات)\b", re.IGNORECASE)

# Names that sections have, compared folded, each with and without the article, «أخبار» and «شؤون» before it.
_SECTIONS = """
الرئيسية|الصفحة الرئيسية|الرئيسة|أخبار|الأخبار|آخر الأخبار|أحدث الأخبار|أهم الأخبار|عاجل|اليوم|جديد
سياسة|سياسي|سياسية|دولي|دولية|عالم|عالمي|عالمية|عربي|عربية|عربي ودولي|عرب وعالم|العرب والعالم|شرق أوسط
محلي|محلية|محليات|محافظات|وطن|وطني|وطنية|داخل|خارج|حوادث|أمن|قضاء|عدل|مجتمع|اجتماع|منوعات|متفرقات
اقتصاد|اقتصادي|اقتصادية|مال|مال وأعمال|أعمال|أسواق|بورصة|طاقة|رياضة|رياضي|رياضية|كرة قدم
ثقافة|ثقافي|ثقافة وفنون|فن|فنون|فن وثقافة|أدب|سينما|صحة|طب|علوم|تكنولوجيا|تقنية|علوم وتكنولوجيا|بيئة|تعليم
رأي|آراء|مقالات|كتاب|تحليلات|تقارير|تحقيقات|حوارات|ملفات|فيديو|صور|بودكاست|مرأة|أسرة|دين|سياحة|سفر|لبنان والعالم
home|home page|news|latest news|world|politics|economy|business|sports|sport|culture|opinion|middle east|local
"""


def outlet_of(told: str) -> str:
    """The outlet's own name of what a site or feed is called; empty where several may be it."""
    told = " ".join(_FEED_WORDS.sub(" ", told.replace("ـ", "")).split())
    parts = [part.strip() for part in _BETWEEN.split(told) if fold(part).strip()]
    likely = [part for part in parts if not _is_section(part)] or list(filter(_is_medium, parts))
    for is_it in (bool, _is_medium, _has_media_noun):
        found = [part for part in likely if is_it(part)]
        if len(found) == 1:
            return found[0]
    return ""


def _is_section(name: str) -> bool:
    """«دولي», «الجزائر», «أخبار مصر والعالم»; «أخبار اليوم» is a newspaper."""
    if _plain(name) in _sections() or lexicon.country_of(fold(name)):
        return True
    return fold(name).startswith("اخبار ") and not _is_medium(name)


def _is_medium(name: str) -> bool:
    return lexicon.medium_of(fold(name)) is not None


def _has_media_noun(name: str) -> bool:
    """«وكالة الأفق», «صحيفة الضفة»."""
    return lexicon.media_noun_of(fold(name).split()[0]) is not None


def _plain(name: str) -> str:
    words = [word.removeprefix("ال") for word in fold(name).lower().split()]
    if len(words) > 1 and words[0] in ("اخبار", "شوون", "قسم"):
        words = words[1:]
    return " ".join(words)


@cache
def _sections() -> frozenset[str]:
    return frozenset(_plain(name) for line in _SECTIONS.split("\n") for name in line.split("|") if name)
