"""What the fields of a query mean: «المتحدث:فلان» are these actors, «التاريخ:2021» these days.

What names nobody finds nothing; what is no day, occasion or kind is left out, and the page says so;
where nothing else was asked, it says what to write.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from statements import countries
from statements.calendars import write_day
from statements.extraction.normalize import fold
from statements.filters.fields import DayField
from statements.languages import isolate
from statements.models import Event, Outlet, Statement
from statements.search.analysis import analyse
from statements.search.criteria import Narrowing
from statements.search.explaining import quoted
from statements.search.people import called
from statements.search.query import Field

_FEW = 3  # names shown
# Other words for the same; the types' own labels and keys are understood anyway.
_SAME = {
    "phone_call": "مكالمة هاتفية|محادثة هاتفية|call|phone",
    "meeting": "اجتماع|محادثات|مباحثات",
    "press_conference": "مؤتمر صحافي|press",
    "interview": "حوار|حديث صحفي",
    "speech": "خطاب|خطبة",
    "conference": "قمة|منتدى|ندوة",
    "direct": "حرفي|quoted",
}
_RANGE = re.compile(r"(?P<since>[^.…]*?)\s*(?:\.\.+|…|–|—)\s*(?P<until>[^.…]*)|(?P<y1>\d{4})-(?P<y2>\d{4})")
_YEAR = re.compile(r"\d{4}")
_SINCE, _UNTIL = re.compile(r">=?(.+)"), re.compile(r"<=?(.+)")


@dataclass(frozen=True)
class FieldRead:
    """A field of a query, what it was read as, and the narrowing of the rows; None where it was left out."""

    label: str
    shown: str
    narrowing: Narrowing | None
    negated: bool = False
    wrong: str = ""  # what to write instead, where it was left out

    def __str__(self) -> str:
        said = f"{self.label}: {self.shown}"
        return _("دون %(part)s") % {"part": said} if self.negated else said


def read_field(field: Field) -> FieldRead:
    """What a field asks for. Never raises."""
    return _READERS[field.name](field)


def _actors(label: str, *roles: str) -> Callable[[Field], FieldRead]:
    def read(field: Field) -> FieldRead:
        actors = called(field.value)
        ids = tuple(actor.pk for actor in actors)
        ways = [(role, ids) for role in roles]
        outlets = _outlets(field.value) if "reporter" in roles else []
        ways.append(("outlet", tuple(outlet.pk for outlet in outlets)))
        names = list(dict.fromkeys(isolate(str(row)) for row in (*actors, *outlets)))
        shown = _some(names) or _("%(typed)s (لا أحد بهذا الاسم)") % {"typed": quoted(field.value)}
        return FieldRead(_(label), shown, Narrowing(tuple(ways), negated=field.negated), field.negated)

    return read


def _outlets(typed: str) -> list[Outlet]:
    """Agencies that publish by themselves, with all these words in their names."""
    words = _stems(typed) | _stems("وكالة")
    return [
        outlet
        for outlet in Outlet.objects.order_by("name")
        if any(words <= _stems(name) for name in outlet.names)
    ]


def _some(names: list[str]) -> str:
    shown = _(" أو ").join(names[:_FEW])
    return _("%(names)s أو غيرهم") % {"names": shown} if len(names) > _FEW else shown


def _country(field: Field) -> FieldRead:
    code = countries.coded(field.value)
    shown = (
        isolate(dict(countries.choices())[code])
        if code
        else _("%(typed)s (لا دولة بهذا الاسم)") % {"typed": quoted(field.value)}
    )
    ways = tuple((side, (code,) if code else ()) for side in ("country", "to_country"))
    return FieldRead(_("الدولة"), shown, Narrowing(ways, negated=field.negated), field.negated)


def _choices(label: str, name: str, choices: type[TextChoices]) -> Callable[[Field], FieldRead]:
    def read(field: Field) -> FieldRead:
        values = _named(field.value, choices)
        if not values:
            wrong = _("%(typed)s ليس من القائمة: اكتب مثلًا %(values)s.")
            listed = _(" أو ").join(str(label) for _value, label in choices.choices)
            return _left_out(label, field, wrong % {"typed": quoted(field.value), "values": listed})
        shown = _some([str(choices(value).label) for value in values])
        return FieldRead(_(label), shown, Narrowing(((name, values),), negated=field.negated), field.negated)

    return read


def _named(typed: str, choices: type[TextChoices]) -> tuple[str, ...]:
    """Values by their key, label or another word for it; by a part of the label where none is so called."""
    words = _stems(typed.replace("_", " "))
    names = {
        value: [
            _stems(name) for name in (value.replace("_", " "), str(label), *_SAME.get(value, "").split("|"))
        ]
        for value, label in choices.choices
    }
    whole = tuple(value for value, called in names.items() if words in called)
    return whole or tuple(value for value, called in names.items() if any(words <= name for name in called))


def _stems(text: str) -> set[str]:
    return {token.stem for token in analyse(text)}


def _days(field: Field) -> FieldRead:
    typed = fold(field.value).strip()
    try:
        since, until = _ends(typed)
    except ValidationError as error:
        return _left_out("التاريخ", field, error.messages[0])
    first = DayField(required=False).clean(since)
    last = DayField(required=False, last=True).clean(until)
    if not (first or last):
        return _left_out("التاريخ", field, _("اكتب تاريخًا بعد النقطتين: يومًا أو شهرًا أو سنة."))
    if first and last and last < first:
        shown = _("%(typed)s (تاريخ النهاية قبل تاريخ البداية، فلم يُبحث به)")
        return _left_out("التاريخ", field, _("تاريخ النهاية قبل تاريخ البداية."), shown)
    said = [
        part % {"day": write_day(day)}
        for part, day in ((_("من %(day)s"), first), (_("إلى %(day)s"), last))
        if day
    ]
    shown = _("سنة %(year)s") % {"year": typed} if _YEAR.fullmatch(typed) else " ".join(said)
    narrowing = Narrowing(since=first, until=last, negated=field.negated)
    return FieldRead(_("التاريخ"), shown, narrowing, field.negated)


def _ends(typed: str) -> tuple[str, str]:
    """What was typed for the first and the last day. Raises ValidationError where it is none."""
    since = until = typed
    if match := _RANGE.fullmatch(typed):
        since, until = (match["y1"], match["y2"]) if match["y1"] else (match["since"], match["until"])
    elif match := _SINCE.fullmatch(typed):
        since, until = match[1], ""
    elif match := _UNTIL.fullmatch(typed):
        since, until = "", match[1]
    for day in (since, until):
        DayField(required=False).clean(day)
    return since, until


def _left_out(label: str, field: Field, wrong: str, shown: str = "") -> FieldRead:
    shown = shown or _("%(typed)s (غير مفهوم، فلم يُبحث به)")
    return FieldRead(_(label), shown % {"typed": quoted(field.value)}, None, field.negated, wrong)


_READERS: dict[str, Callable[[Field], FieldRead]] = {
    "speaker": _actors("المتحدث", "speaker"),
    "to": _actors("المخاطَب", "addressee"),
    "country": _country,
    "agency": _actors("الوكالة", "reporter"),
    "event": _choices("المناسبة", "event", Event.Type),
    "kind": _choices("نوع النقل", "kind", Statement.Kind),
    "date": _days,
}
