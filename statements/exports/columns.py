"""The columns of a table for people: Arabic headings, Arabic words, a row a statement, article, event, actor or outlet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from statements import countries
from statements.models import Actor, Article, Event, Outlet, Statement
from statements.pages.holding import offices_in
from statements.pages.wording import balanced, cue_in_words, leading_words
from statements.senses import SENSES

Absolute = Callable[[str], str]  # an address of the site, made whole
Cell = str | int


@dataclass(frozen=True)
class Column:
    """`read` takes a row; an address of the site that it returns as PageOf is made whole."""

    heading: str | Promise
    read: Callable[[Any], Any]


@dataclass(frozen=True)
class PageOf:
    row: Model | None


def headings(model: type[Model]) -> list[str]:
    """The first line of a table of `model`: Statement, Article, Event, Actor or Outlet (KeyError for any other)."""
    return [str(column.heading) for column in _COLUMNS[model]]


def cells(row: Model, absolute: Absolute) -> list[Cell]:
    """A row of the table: days in ISO 8601, several names joined by «؛», nothing as an empty cell.

    An actor comes with the numbers `said` and `told` of its statements in the list.
    """
    return [_cell(column.read(row), absolute) for column in _COLUMNS[type(row)]]


def _cell(value: Any, absolute: Absolute) -> Cell:
    if isinstance(value, PageOf):
        return absolute(value.row.get_absolute_url()) if value.row else ""
    if isinstance(value, list):
        return gettext("؛ ").join(value)
    if isinstance(value, bool):
        return str(_("نعم") if value else _("لا"))
    return value if isinstance(value, int) else str(value or "")


def _names(people: Iterable) -> list[str]:
    """Actors by their present names; who is no actor of the archive, as the article names them."""
    return [person.actor.name if person.actor else person.name for person in people]


def _offices(statement: Statement, people: Iterable) -> list[str]:
    """The offices that the article gives them; of several people, those of each in their order."""
    mentions = statement.article.mentions.all()
    held = [_("، ").join(offices_in(statement.article, person, mentions)) for person in people]
    return list(filter(None, held))


def _states(people: Iterable) -> list[str]:
    """Whose they are, each state once."""
    names = dict(countries.choices())
    codes = dict.fromkeys(person.actor.country for person in people if person.actor)
    return [names[code] for code in codes if code in names]


def _state(row: Actor | Outlet) -> str:
    return dict(countries.choices()).get(row.country, "")


def _outlet(article: Article) -> str:
    return article.outlet.called if article.outlet else ""


_COLUMNS: dict[type[Model], tuple[Column, ...]] = {
    Statement: (
        Column(_("الرقم"), lambda s: s.pk),
        Column(_("المتحدث"), lambda s: _names(s.speakers)),
        Column(_("منصب المتحدث في المقال"), lambda s: _offices(s, s.speakers)),
        Column(_("دولة المتحدث"), lambda s: _states(s.speakers)),
        Column(_("فعل القول"), cue_in_words),
        Column(_("أداة الوصل"), leading_words),
        Column(_("صنف القول"), lambda s: SENSES.get(s.sense, "")),
        Column(_("ما قيل"), balanced),
        Column(_("نوع النقل"), lambda s: s.get_kind_display()),
        Column(_("المخاطَب"), lambda s: _names(s.addressees)),
        Column(_("دولة المخاطَب"), lambda s: _states(s.addressees)),
        Column(_("المناسبة"), lambda s: s.event and s.event.get_type_display()),
        Column(_("المكان"), lambda s: s.event and s.event.place),
        Column(_("يوم المناسبة"), lambda s: s.event and s.event.day),
        Column(_("نقلًا عن"), lambda s: _names(s.reporters)),
        Column(_("المقال"), lambda s: str(s.article)),
        Column(_("جهة النشر"), lambda s: _outlet(s.article)),
        Column(_("يوم النشر"), lambda s: s.article.date),
        Column(_("رابط المقال عند ناشره"), lambda s: s.article.url),
        Column(_("راجعه محرر"), lambda s: s.is_reviewed),
        Column(_("صفحة التصريح"), PageOf),
    ),
    Article: (
        Column(_("الرقم"), lambda a: a.pk),
        Column(_("العنوان"), str),
        Column(_("جهة النشر"), _outlet),
        Column(_("يوم النشر"), lambda a: a.date),
        Column(_("رابط المقال عند ناشره"), lambda a: a.url),
        Column(_("صفحة المقال"), PageOf),
    ),
    Event: (
        Column(_("الرقم"), lambda e: e.pk),
        Column(_("المناسبة"), lambda e: e.get_type_display()),
        Column(_("المشاركون"), lambda e: _names(e.participants.all())),
        Column(_("المكان"), lambda e: e.place),
        Column(_("اليوم"), lambda e: e.day),
        Column(_("التاريخ كما ورد"), lambda e: e.date_text),
        Column(_("المقال"), lambda e: str(e.article)),
        Column(_("جهة النشر"), lambda e: _outlet(e.article)),
        Column(_("يوم النشر"), lambda e: e.article.date),
        Column(_("صفحة المناسبة"), PageOf),
    ),
    Actor: (
        Column(_("الرقم"), lambda a: a.pk),
        Column(_("الاسم"), lambda a: a.name),
        Column(_("النوع"), lambda a: a.get_kind_display()),
        Column(_("الدولة"), _state),
        Column(_("تصريحات صدرت عنه"), lambda a: a.said),
        Column(_("تصريحات وُجّهت إليه"), lambda a: a.told),
        Column(_("صفحة الجهة"), PageOf),
    ),
    Outlet: (
        Column(_("الرقم"), lambda o: o.pk),
        Column(_("الاسم"), lambda o: o.called),
        Column(_("النوع"), lambda o: o.get_kind_display()),
        Column(_("الدولة"), _state),
        Column(_("المقالات"), lambda o: o.article_count),
        Column(_("التصريحات"), lambda o: o.statement_count),
        Column(_("صفحة الجهة"), PageOf),
    ),
}
