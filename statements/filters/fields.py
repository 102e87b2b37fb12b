"""The fields of a search: words, days as people write them, actors by any part of their names.

Every message is whole and says what was typed: it stands on its own above the place of the results.
"""

import calendar
import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.urls import reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from statements import countries
from statements.extraction.normalize import fold
from statements.languages import is_foreign
from statements.models import Actor
from statements.search.people import meant_by
from statements.search.query import Query
from statements.search.reading import MOST_TYPED, read_query

MOST_VALUES = 50  # of one parameter; nobody chooses more
_SELECTED, _IN_ARABIC = mark_safe(" selected"), mark_safe(' lang="ar"')
_LONGEST_SHOWN = 60  # code points of what was typed, in a message


class TextField(forms.CharField):
    """What was typed, with NUL read as another sign without meaning: PostgreSQL takes none."""

    def to_python(self, value) -> str:
        return super().to_python((value or "").replace("\0", "\ufffd"))


class QueryField(TextField):
    """What to look for, as a Query; of words beyond the first ones it says `is_cut`."""

    widget = forms.TextInput(attrs={"maxlength": MOST_TYPED})

    def clean(self, value) -> Query:
        typed = super().clean(value)
        query = read_query(typed)
        if typed and not (query.parts or query.fields):
            raise ValidationError(_("لم تُكتب كلمة يُبحث عنها: العلامات والرموز وحدها لا يُبحث عنها."))
        return query


class DayField(forms.DateField):
    """A day as people write it: 2021-05-12, 12/5/2021, in any digits; or a whole month or year.

    Of a month or year it means the first day, or the last one where `last`.
    """

    _PERIOD = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d\d?))?|(?P<m>\d\d?)[-/.](?P<y>\d{4})")
    _FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")

    def __init__(self, *, last: bool = False, **kwargs):
        self.last = last
        super().__init__(input_formats=self._FORMATS, widget=DayInput(last), **kwargs)

    def to_python(self, value) -> datetime.date | None:
        typed = fold(value).strip() if isinstance(value, str) else value
        try:
            if isinstance(typed, str) and (period := self._PERIOD.fullmatch(typed)):
                return self._in_period(int(period["year"] or period["y"]), period["month"] or period["m"])
            return super().to_python(typed)
        except (ValueError, ValidationError):
            raise ValidationError(self._message(value)) from None

    def _in_period(self, year: int, month: str | None) -> datetime.date:
        """Raises ValueError where there is no such year or month."""
        number = int(month) if month else 12 if self.last else 1
        first = datetime.date(year, number, 1)
        return first.replace(day=calendar.monthrange(year, number)[1]) if self.last else first

    def _message(self, typed: str) -> str:
        # What is typed and the examples are isolated: Arabic words around them would turn day and year about.
        # No hyphens in the examples: lines break at them.
        return _(
            "«\u2068%(typed)s\u2069» ليس تاريخًا معروفًا: اكتب مثلًا \u206612/05/2021\u2069 أو \u206605/2021\u2069 أو 2021."
        ) % {"typed": shortened(typed)}


class DayInput(forms.DateInput):
    """A browser's date field, which shows nothing but yyyy-mm-dd; what was typed otherwise is turned into it.

    What is no day stays in a plain field, to be mended.
    """

    input_type = "date"

    def __init__(self, last: bool):
        self.last = last
        super().__init__()

    def format_value(self, value) -> str | None:
        try:
            day = DayField(last=self.last, required=False).to_python(value)
        except ValidationError:
            return None
        return day.isoformat() if day else None

    def get_context(self, name: str, value, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        if value and context["widget"]["value"] is None:
            context["widget"] |= {"type": "text", "value": value}
        return context


class Typed(forms.TextInput):
    """A box for one more value; a query string may hold any number of them.

    It and Listed are written without a template: a page has a dozen of them, some with a hundred options.
    """

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        told = {"type": self.input_type, "name": name, **self.build_attrs(self.attrs, attrs)}
        return format_html("<input{}>", flatatt(told))

    def value_from_datadict(self, data, files, name) -> list[str]:
        return values_of(data, name)

    def format_value(self, value) -> str:
        return ""


class Listed(forms.Select):
    """A list to choose one more value from; a query string may hold any number of them."""

    def value_from_datadict(self, data, files, name) -> list[str]:
        return values_of(data, name)

    def format_value(self, value) -> list[str]:
        return [""]

    def use_required_attribute(self, initial) -> bool:
        """None has to be chosen; Django would look through the list."""
        return False

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        """With the language told of what is a name of the archive on a page of another."""
        labels = [(key, str(label)) for key, label in self.choices]
        options = format_html_join(
            "",
            '<option value="{}"{}{}>{}</option>',
            (
                (key, _SELECTED if not key else "", _IN_ARABIC if is_foreign(label) else "", label)
                for key, label in labels
            ),
        )
        told = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<select{}>{}</select>", told, options)


def values_of(data: Mapping, name: str) -> list[str]:
    """What a query string (or a dict) gives for a parameter, each once, nothing empty."""
    given = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
    return list(dict.fromkeys(filter(str.strip, [given] if isinstance(given, str) else given)))[:MOST_VALUES]


@dataclass(frozen=True)
class Named:
    """Whom a name or slug may mean: one actor, or several that carry it."""

    typed: str
    actors: tuple[Actor, ...]


class ActorsField(forms.Field):
    """Those whom the public sees by a slug, name, or part of a name or office: a list of Named."""

    def __init__(self, **kwargs):
        offered = {
            "data-names": "fill",
            "data-names-url": reverse_lazy("names"),
            "data-names-label": gettext_lazy("أسماء"),
        }
        super().__init__(widget=Typed(attrs={"maxlength": 100} | offered), **kwargs)

    def clean(self, value: list[str]) -> list[Named]:
        named = [Named(typed.strip(), tuple(meant_by(typed.replace("\0", "\ufffd")))) for typed in value]
        for one in named:
            if not one.actors:
                raise ValidationError(
                    _("لا أحد في الأرشيف باسم «\u2068%(typed)s\u2069» أو بهذا المنصب.")
                    % {"typed": shortened(one.typed)}
                )
        return named


class ChoicesField(forms.MultipleChoiceField):
    """Any of the values of a list, which may be a callable."""

    widget = Listed

    def __init__(self, *, choices, empty_label: str, **kwargs):
        self.is_fixed = not callable(choices)  # else the archive is asked
        listed = choices if callable(choices) else lambda: choices
        super().__init__(choices=lambda: [("", empty_label), *listed()], **kwargs)

    def valid_value(self, value: str) -> bool:
        return bool(value) and super().valid_value(value)

    def labels(self, values: Iterable[str]) -> list[str]:
        """The words for these values, in their order."""
        words = dict(self.choices)
        return [str(words[value]) for value in values]


class CountriesField(ChoicesField):
    """States, by their code or by any of their names: typed, for a list of two hundred is no list to choose from."""

    def __init__(self, **kwargs):
        super().__init__(choices=countries.choices, empty_label="", **kwargs)
        self.is_fixed = True
        self.widget = Typed(attrs={"maxlength": 100, "list": "states"})

    def to_python(self, value: list[str]) -> list[str]:
        return [countries.coded(typed) or typed for typed in super().to_python(value)]

    @staticmethod
    def offered() -> SafeString:
        """The names a browser offers while one is typed, in the language of the page."""
        return _options(get_language())


@cache
def _options(_language: str) -> SafeString:
    return format_html_join(
        "", '<option value="{}"></option>', ((name,) for _code, name in countries.choices())
    )


def shortened(typed: str) -> str:
    return typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN]}…"
