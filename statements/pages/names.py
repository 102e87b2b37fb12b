"""Parties, participants and occasions as words: joined as Arabic joins names."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from statements.languages import isolate
from statements.models import Event

BETWEEN = (Event.Type.PHONE_CALL, Event.Type.MEETING)  # occasions that two sides have with each other


def in_words(rows: Iterable) -> str:
    """The names as text, for titles: «سامر، ليث ونديم»."""
    return joined([isolate(name) for row in rows if (name := name_of(row))])


def occasion(event) -> str:
    """«اتصال هاتفي بين سامر وليث»، «مؤتمر صحفي: سامر»; the type alone where nobody is known to have taken part."""
    took_part = [row for row in event.participants.all() if name_of(row)]
    type_, names = event.get_type_display(), in_words(took_part)
    if event.type in BETWEEN and len(took_part) > 1:
        return _("%(type)s بين %(names)s") % {"type": type_, "names": names}
    return f"{type_}: {names}" if names else type_


def named(rows: Iterable) -> list:
    """Those that have a name: on a line, nobody is simply left out."""
    return [row for row in rows if name_of(row)]


def name_of(row) -> str:
    return row.actor.name if row.actor else row.name


def joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s و%(last)s") % {"names": _("، ").join(names[:-1]), "last": names[-1]}
