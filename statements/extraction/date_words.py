"""The words and shapes of dates in Arabic news, folded; dates.py says which day they are."""

import re
from collections.abc import Iterable

from .lexicon_tables import rows
from .normalize import fold

WEEKDAYS = dict(
    zip(["الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد"], range(7), strict=True)
)
WEEKDAYS |= {"الثلاثا": 1, "الاربعا": 2}
DAYS_AWAY = {
    **dict.fromkeys(("اول من امس", "اول امس", "امس الاول"), -2),
    **dict.fromkeys(("امس", "الامس", "البارحه", "الليله الماضيه", "الليله الفايته"), -1),
    **dict.fromkeys(("اليوم", "الليله"), 0),
    **dict.fromkeys(("غدا", "يوم غد", "يوم الغد"), 1),
    **dict.fromkeys(("بعد غد", "بعد الغد"), 2),
}
PAST = [
    "الماضي",
    "الماضيه",
    "الماضيين",
    "الفايت",
    "الفايته",
    "المنصرم",
    "المنصرمه",
    "السابق",
    "الاخير",
    "الاخيره",
]
BEFORE_LAST = ["قبل الماضي", "قبل الماضيه"]
PRESENT = ["الجاري", "الجاريه", "الحالي", "الحاليه"]
FUTURE = ["القادم", "القادمه", "المقبل", "المقبله", "الاتي", "الاتيه"]
_UNITS = ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
ORDINALS = dict(zip(_UNITS, range(1, 11), strict=True))
ORDINALS |= {f"{unit} عشر": n for n, unit in enumerate(["الحادي", *_UNITS[1:9]], start=11)}
ORDINALS |= {f"{unit} والعشرين": n for n, unit in enumerate(["الحادي", *_UNITS[1:9]], start=21)}
ORDINALS |= {"العشرين": 20, "الثلاثين": 30, "الحادي والثلاثين": 31}
COUNTED = {"يوم": 1, "يومين": 2, "اسبوع": 7, "اسبوعين": 14}
COUNTED |= {
    f"{n} ايام": i
    for i, n in enumerate(["ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"], start=3)
}

MONTHS = {fold(name.rstrip("?")): row["month"] for row in rows("months") for name in row["names"].split("|")}
_SURE_MONTHS = [
    fold(name)
    for row in rows("months")
    for name in row["names"].split("|")
    if not name.endswith("?") and row["month"].isdigit()
]


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


_BEGIN = r"(?<!\w)(?:في|[وفبل]{0,2}?)"  # an attached conjunction or preposition is no part of the date
_WHEN = _one_of(BEFORE_LAST + PAST + PRESENT + FUTURE)
_MONTH = _one_of(MONTHS)
_TWO_NAMES = rf"(?:\ ?[/(،–-]\ ?|\ ){_MONTH}\)?"  # أيار/مايو, مايو (أيار), يناير كانون الثاني

# 12 أيار/مايو 2021; 22 و24 آب; الثالث من مارس الجاري; 10 سبتمبر من العام الماضي
CALENDAR = re.compile(
    rf"""{_BEGIN}(?P<date>
      (?: (?P<number>0?[1-9]|[12][0-9]|3[01]) (?:\ ?(?:و|-|–|\ الي|\ حتي)\ ?[0-9]{{1,2}})? | (?P<ordinal>{_one_of(ORDINALS)}) )
      \ (?:من\ )?(?:شهر\ )? (?P<month>{_MONTH}) (?:{_TWO_NAMES})? (?!\w)
      (?: \ ?[،,]?\ ?(?:من\ )?(?:عام\ |سنه\ |العام\ )? (?P<year>(?:19|20)[0-9]{{2}}) (?!\d)
        | \ (?:من\ (?:العام|السنه)\ )? (?P<when>{_WHEN}) (?!\w) )? )""",
    re.VERBOSE,
)
# 12/5/2021, 12-05-2021, 2021/5/12
NUMERIC = re.compile(
    r"""(?<![\w/.-])[وفبل]?(?P<date>
      (?P<y1>(?:19|20)[0-9]{2}) (?P<s1>[/.-]) (?P<m1>[0-9]{1,2}) (?P=s1) (?P<d1>[0-9]{1,2})
    | (?P<d2>[0-9]{1,2}) (?P<s2>[/.-]) (?P<m2>[0-9]{1,2}) (?P=s2) (?P<y2>(?:19|20)[0-9]{2}) )(?![\w/])""",
    re.VERBOSE,
)
# اليوم, أمس الثلاثاء, اليوم (الأربعاء), قبل يومين
RELATIVE = re.compile(
    rf"""{_BEGIN}(?P<date>
      (?P<away>{_one_of(DAYS_AWAY)}) (?!\w) (?: [،,]?[ ]{{1,2}} (?P<open>[(«“"'])? (?P<weekday>{_one_of(WEEKDAYS)}) (?!\w) (?(open)[)»”"']) )?
    | قبل\ (?: (?P<counted>{_one_of(COUNTED)}) | (?P<days>[0-9]{{1,2}})\ (?:يوما|ايام) ) (?!\w) )""",
    re.VERBOSE,
)
# الأربعاء, (الخميس), الخميس الماضي
WEEKDAY = re.compile(
    rf"{_BEGIN}(?P<date>(?P<weekday>{_one_of(WEEKDAYS)})(?!\w)(?: (?P<when>{_WHEN})(?!\w))?)"
)
_SPANS = ("مطلع", "اوايل", "اواخر", "نهايه", "بدايه", "منتصف")
# الشهر الماضي, مطلع الشهر الجاري, تموز/يوليو الماضي, شباط 2011, قبل أسابيع
VAGUE = re.compile(
    rf"""{_BEGIN}(?P<date>
      (?:{_one_of(_SPANS)}\ )? (?:
          (?:الشهر|الاسبوع|العام|السنه)\ {_WHEN}
        | (?:شهر\ )?{_one_of(_SURE_MONTHS)}(?:{_TWO_NAMES})?\ ?(?:{_WHEN}|(?:عام\ )?(?:19|20)[0-9]{{2}}) )
    | (?:قبل|منذ)\ (?:قليل|اسابيع|ايام|ساعات) )(?!\w)""",
    re.VERBOSE,
)

# The first words of all of these, without numbers.
FIRST = frozenset(
    words.split()[0]
    for words in (
        *WEEKDAYS,
        *DAYS_AWAY,
        *ORDINALS,
        *_SURE_MONTHS,
        *_SPANS,
        "شهر",
        "قبل",
        "منذ",
        "الشهر",
        "الاسبوع",
        "العام",
        "السنه",
    )
)

# What belongs to the date on its left: مساء يوم, صباح, يوم, فجر
LEFT = re.compile(
    r"(?<!\w)[وفبل]?(?P<date>(?:(?:بعد )?(?:صباح|ظهر|عصر|مساء|ليل|ليله|فجر|ضحي|عشيه|منتصف ليل)[ ]{1,2}(?:يوم )?|يومي? ))\(?$"
)
# المصري اليوم, روسيا اليوم, خطبة الجمعة are names; ذلك اليوم is some other day
NAME_BEFORE = re.compile(
    r"(?<!\w)\w{0,2}(?:المصري|روسيا|فلسطين|اخبار|راي|سوريا|العراق|ذلك|هذا|صلاه|خطبه|خطيب|امام|مسجد|يوم من)[ ]{1,2}$"
)
NAME_AFTER = re.compile(r" (?:ال ?[0-9]|(?:السابع|التالي|الاسود|العظيم|الحزين|البيضاء|نيوز)(?!\w))")
# سيلتقي, سوف يزور, من المقرر أن: what follows is to come
TO_COME = re.compile(r"(?<!\w)(?:[وف]?س(?:ي|ت|ن)\w{3,}|[وف]?سوف|المقرر|المنتظر|المتوقع|يعتزم|تعتزم)(?!\w)")
FUTURE_SIGN = re.compile(r"^[وف]?س(?=[يتن])")
NOT_TO_COME = re.compile(
    r"[وف]?(?:سياس|سيطر|سيار|سيناء|سيناريو|سيداتي?|سيول|ستين|ستراتيج|سنوا|سنوي|ستوكهولم|ستيف|سيرج|سيسي)"
)
CLAUSE = re.compile(r"[.،؛:!؟\n\"«»“”]")


# الأربعاء 12 مايو; الأربعاء، 12 مايو; الأربعاء الموافق 12 مايو; الأربعاء (12 مايو
BETWEEN = re.compile(r"\ ?[،,]?\ ?(?:الموافق\ )?\(?")
