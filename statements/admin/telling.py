"""What the history of an actor, an outlet or another row of a form says: what of it became what.

What becomes of articles and statements is in statements/history_words.py.
"""

import datetime

from django.forms import FileField
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

LONGEST = 120  # letters of a value before and after

Facts = dict[str, str]  # what a person calls the field -> its value in words


def differences(before: Facts, after: Facts) -> str:
    """«النوع: مباشر ← مختلط؛ اليوم: — ← 12 مايو 2021»; empty where nothing differs."""
    changed = [name for name in after if before.get(name, "") != after[name]]
    return "؛ ".join(f"{name}: {_short(before.get(name, ''))} ← {_short(after[name])}" for name in changed)


def changes_of_form(form) -> str:
    """Of a model form that was saved: «الاسم: سامر ← سامر الحلواني»; empty where nothing was changed."""
    names = [name for name in form.changed_data if _is_told(form.fields[name])]
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


def _is_told(field) -> bool:
    """Neither a file nor a token that nobody sees."""
    return not isinstance(field, FileField) and not field.widget.is_hidden


def _label(form, name: str) -> str:
    return str(form.fields[name].label)


def _value(form, name: str, value) -> str:
    choices = dict(getattr(form.fields[name], "choices", ()))
    if isinstance(value, datetime.date):
        return _day(value)
    return str(choices.get(value, value) or "")


def _day(day) -> str:
    return date_format(day, "j F Y") if day else ""


def _short(value: str) -> str:
    return Truncator(value).chars(LONGEST) or "—"
