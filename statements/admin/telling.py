"""What the history of an article says: which statement or event, and what of it became what."""

import datetime
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from statements.models import Article, Event, Statement

WORDS = 6  # of a statement's content, enough to know it by
LONGEST = 120  # letters of a value before and after

Facts = dict[str, str]  # what a person calls the field -> its value in words


def which(statement: Statement) -> str:
    """«التصريح 3 «نريد حلًّا سلميًّا …»»: the figure on its card, where it has one, and its first words."""
    words = Truncator(" ".join(statement.content.split())).words(WORDS, truncate=" …")
    number = _numbers(statement.article).get(statement.pk)
    if number is None:
        return _("التصريح «%(words)s»") % {"words": words}
    return _("التصريح %(number)s «%(words)s»") % {"number": number, "words": words}


def numbers(article: Article, statements: Iterable[int]) -> str:
    """«(1، 4)»: the figures on the cards of `statements` (primary keys); empty for none."""
    known = _numbers(article)
    figures = [str(known[pk]) for pk in statements if pk in known]
    return f"({'، '.join(figures)})" if figures else ""


def facts_of_statement(statement: Statement) -> Facts:
    statement = Statement.objects.select_related("article", "event").get(pk=statement.pk)
    return {
        _("المحتوى"): " ".join(statement.content.split()),
        _("النوع"): statement.get_kind_display(),
        _("فعل القول"): statement.cue,
        _("المتحدث"): _people(statement.speakers),
        _("المخاطَب"): _people(statement.addressees),
        _("الناقل"): _people(statement.reporters),
        _("المناسبة"): str(statement.event or ""),
        _("اليوم"): _day(statement.day),
    }


def facts_of_event(event: Event) -> Facts:
    event = Event.objects.get(pk=event.pk)
    return {
        _("نوع المناسبة"): event.get_type_display(),
        _("المكان"): event.place,
        _("اليوم"): _day(event.day),
        _("المشاركون"): _people(event.participants.select_related("actor")),
    }


def facts_of_article(article: Article) -> Facts:
    return {
        _("العنوان"): article.title,
        _("الكاتب"): article.author,
        _("جهة النشر"): str(article.outlet or ""),
        _("تاريخ النشر"): _day(article.date),
        _("الرابط"): article.url,
        _("الحالة"): article.get_state_display(),
    }


def differences(before: Facts, after: Facts) -> str:
    """«النوع: مباشر ← مختلط؛ اليوم: — ← 12 مايو 2021»; empty where nothing differs."""
    changed = [name for name in after if before.get(name, "") != after[name]]
    return "؛ ".join(f"{name}: {_short(before.get(name, ''))} ← {_short(after[name])}" for name in changed)


def changes_of_form(form) -> str:
    """Of a model form that was saved: «الاسم: سامر ← سامر الحلواني»; empty where nothing was changed."""
    names = form.changed_data
    before = {_label(form, name): _value(form, name, form.initial.get(name)) for name in names}
    after = {_label(form, name): _value(form, name, form.cleaned_data.get(name)) for name in names}
    return differences(before, after)


def changes_of_rows(formset) -> str:
    """Of the rows under a model form: which were added, changed and deleted."""
    rows = {id(row) for row, _fields in formset.changed_objects}  # a row not yet saved has no other key
    changed = [changes_of_form(form) for form in formset.forms if id(form.instance) in rows]
    came = [_("أُضيف «%(row)s»") % {"row": row} for row in formset.new_objects]
    gone = [_("حُذف «%(row)s»") % {"row": row} for row in formset.deleted_objects]
    return "؛ ".join(filter(None, [*changed, *came, *gone]))


def told(act: str, changes: str) -> str:
    """What was done, and after a colon what changed."""
    return f"{act}: {changes}" if changes else act


def _numbers(article: Article) -> dict[int, int]:
    """The figure on the card of each standing statement, by primary key."""
    standing = article.statements.standing().order_by("start", "id").values_list("pk", flat=True)
    return {pk: number for number, pk in enumerate(standing, 1)}


def _label(form, name: str) -> str:
    return str(form.fields[name].label)


def _value(form, name: str, value) -> str:
    choices = dict(getattr(form.fields[name], "choices", ()))
    if isinstance(value, datetime.date):
        return _day(value)
    return str(choices.get(value, value) or "")


def _people(rows) -> str:
    return "، ".join(row.actor.name if row.actor else row.name for row in rows)


def _day(day) -> str:
    return date_format(day, "j F Y") if day else ""


def _short(value: str) -> str:
    return Truncator(value).chars(LONGEST) or "—"
