"""Words of the pages: days, cue senses, addresses."""

import datetime
from urllib.parse import urlsplit

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from statements.senses import SENSES, TONES

register = template.Library()
HEADLINE = 14  # words


@register.filter
def day(value: datetime.date | None) -> SafeString | str:
    """«12 مايو 2021», isolated from the text around it; empty for no day."""
    if not value:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, "j F Y"))


@register.filter
def month(value: datetime.date | None) -> str:
    """«مايو 2021»; empty for no day."""
    return date_format(value, "F Y") if value else ""


@register.filter
def cue_word(statement) -> str:
    """What the cue does, in one word; its dictionary form where extraction knows no sense."""
    return SENSES.get(statement.sense) or statement.cue_lemma


@register.filter
def tone(statement) -> str:
    """The group of cue senses that a colour stands for; empty for plain saying."""
    return TONES.get(statement.sense, "")


@register.filter
def headline(statement) -> str:
    """«سامر الحلواني: «نريد حلاً …»»: who, and the first words, for the tab of a browser and for sharing."""
    words = Truncator(" ".join(statement.content.split())).words(HEADLINE, truncate=" …")
    if statement.kind == "direct":
        words = f"«{words}»"
    names = [party.actor.name if party.actor else party.name for party in statement.speakers]
    return ": ".join(filter(None, ("، ".join(filter(None, names)), words)))


@register.filter
def spoken_by(statement, actor) -> bool:
    return any(party.actor_id == actor.pk for party in statement.speakers)


@register.filter
def web_address(url: str) -> str:
    """The address where a browser may be sent to it; empty for any other scheme."""
    try:
        return url if urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


@register.simple_tag(takes_context=True)
def canonical_url(context, **query) -> str:
    """The page's own address with scheme and host, without the query string; a `page` above 1 is kept."""
    request = context.get("request")
    if request is None:
        return ""
    address = request.build_absolute_uri(request.path)
    kept = "&".join(f"{name}={value}" for name, value in query.items() if value and value != 1)
    return f"{address}?{kept}" if kept else address
