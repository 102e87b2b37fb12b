"""Parties and participants as readers meet them: linked where the actor is known, joined as Arabic joins names."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from statements.extraction.normalize import fold
from statements.pages.holding import held_on, offices_in
from statements.pages.names import in_words, joined, name_of, named, occasion
from statements.pages.spellings import public_names
from statements.templatetags.languages import bdi

register = template.Library()
for plain in (in_words, occasion, named):
    register.filter(plain)


@register.simple_tag
def party(row) -> SafeString:
    """One Party or EventParticipant: a link to its actor, else its name, else «غير محدد»."""
    if row.actor:
        return format_html('<a href="{}">{}</a>', row.actor.get_absolute_url(), bdi(row.actor.called))
    return bdi(row.name) if row.name else _nobody()


@register.simple_tag
def parties(rows: Iterable) -> SafeString:
    """All of them: «سامر، ليث ونديم»; «غير محدد» for none."""
    return mark_safe(joined([party(row) for row in rows])) or _nobody()


@register.filter
def relays(statement) -> list:
    """Who relayed the statement, without the speaker: nobody relays himself."""
    speakers = {name_of(row) for row in statement.speakers}
    return [row for row in named(statement.reporters) if name_of(row) not in speakers]


@register.filter
def other_relays(statement) -> list:
    """The relays that are not the article's own outlet, which a line names anyway."""
    outlet = statement.article.outlet
    published_by = [set(fold(name).split()) for name in outlet.names] if outlet else []
    return [
        row
        for row in relays(statement)
        if not any(set(fold(name_of(row)).split()) <= words for words in published_by)
    ]


@register.simple_tag
def offices(row, article, mentions: Iterable) -> list[str]:
    """The offices that the article itself gives to the party's actor, beside a mention of it, in its order."""
    return offices_in(article, row, mentions)


@register.simple_tag
def office_then(row, day) -> str:
    """The office that other articles gave the party's actor in the time around `day`; empty for none."""
    if row.actor is None or not held_on(
        row.actor.offices_used(), day
    ):  # drafts included: mostly there is none
        return ""
    return held_on([name for name in public_names(row.actor) if name.kind == name.Kind.OFFICE], day)


def _nobody() -> SafeString:
    return format_html('<span class="unknown">{}</span>', _("غير محدد"))
