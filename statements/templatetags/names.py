"""Parties and participants as readers meet them: linked where the actor is known, joined as Arabic joins names."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from statements.extraction.normalize import fold
from statements.holding import held_on, offices_of
from statements.languages import isolate
from statements.models import Event
from statements.spellings import public_names
from statements.templatetags.languages import bdi

register = template.Library()
BETWEEN = (Event.Type.PHONE_CALL, Event.Type.MEETING)  # occasions that two sides have with each other


@register.simple_tag
def party(row) -> SafeString:
    """One Party or EventParticipant: a link to its actor, else its name, else «غير محدد»."""
    if row.actor:
        return format_html('<a href="{}">{}</a>', row.actor.get_absolute_url(), bdi(row.actor.called))
    return bdi(row.name) if row.name else _nobody()


@register.simple_tag
def parties(rows: Iterable) -> SafeString:
    """All of them: «سامر، ليث ونديم»; «غير محدد» for none."""
    return mark_safe(_joined([party(row) for row in rows])) or _nobody()


@register.filter
def in_words(rows: Iterable) -> str:
    """The names as text, for titles: «سامر، ليث ونديم»."""
    return _joined([isolate(name) for row in rows if (name := _name(row))])


@register.filter
def occasion(event) -> str:
    """«اتصال هاتفي بين سامر وليث»، «مؤتمر صحفي: سامر»; the type alone where nobody is known to have taken part."""
    took_part = [row for row in event.participants.all() if _name(row)]
    type_, names = event.get_type_display(), in_words(took_part)
    if event.type in BETWEEN and len(took_part) > 1:
        return _("%(type)s بين %(names)s") % {"type": type_, "names": names}
    return f"{type_}: {names}" if names else type_


@register.filter
def named(rows: Iterable) -> list:
    """Those that have a name: on a line, nobody is simply left out."""
    return [row for row in rows if _name(row)]


@register.filter
def relays(statement) -> list:
    """Who relayed the statement, without the speaker: nobody relays himself."""
    speakers = {_name(row) for row in statement.speakers}
    return [row for row in named(statement.reporters) if _name(row) not in speakers]


@register.filter
def other_relays(statement) -> list:
    """The relays that are not the article's own outlet, which a line names anyway."""
    outlet = statement.article.outlet
    published_by = set(fold(outlet.name).split()) if outlet else set()
    return [row for row in relays(statement) if not set(fold(_name(row)).split()) <= published_by]


@register.simple_tag
def offices(row, article, mentions: Iterable) -> list[str]:
    """The offices that the article itself gives to the party's actor, beside a mention of it, in its order."""
    if row.actor is None:
        return []
    known = [office.text for office in row.actor.offices_used()]
    mine = [(m.start, m.end) for m in mentions if m.actor_id == row.actor_id]
    if row.start is not None:
        mine.append((row.start, row.end))
    others = [(m.start, m.end) for m in mentions if m.actor_id != row.actor_id]
    return offices_of(article.text, known, mine, others)


@register.simple_tag
def office_then(row, day) -> str:
    """The office that other articles gave the party's actor in the time around `day`; empty for none."""
    if row.actor is None or not held_on(
        row.actor.offices_used(), day
    ):  # drafts included: mostly there is none
        return ""
    return held_on([name for name in public_names(row.actor) if name.kind == name.Kind.OFFICE], day)


def _name(row) -> str:
    return row.actor.name if row.actor else row.name


def _joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s و%(last)s") % {"names": _("، ").join(names[:-1]), "last": names[-1]}


def _nobody() -> SafeString:
    return format_html('<span class="unknown">{}</span>', _("غير محدد"))
