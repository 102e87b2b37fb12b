"""Words of the pages: days, cue senses, addresses."""

import datetime

from django import template
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from statements.calendars import with_hijri, write_day, write_hijri, write_month
from statements.pages.addresses import web_address
from statements.pages.wording import (
    ACCORDING_TO,
    balanced,
    cue_in_words,
    has_own_marks,
    headline,
    leading_words,
    missing_marks,
    shortened,
)
from statements.senses import SENSES, TONES

register = template.Library()
for plain in (headline, web_address):
    register.filter(plain)


@register.filter
def day(value: datetime.date | None) -> SafeString | str:
    """«12 مايو 2021», isolated from the text around it; empty for no day."""
    if not value:
        return ""
    written = format_html('<time datetime="{}">{}</time>', value.isoformat(), write_day(value))
    hijri = write_hijri(value)
    return format_html('{} <span class="hijri isolated">({})</span>', written, hijri) if hijri else written


@register.simple_tag
def has_hijri() -> bool:
    """Whether days of this page have the Hijri one beside them."""
    return with_hijri()


@register.filter
def month(value: datetime.date | None) -> str:
    """«مايو 2021»; empty for no day."""
    return write_month(value) if value else ""


@register.simple_tag
def when(day_known: datetime.date | None, published: datetime.date | None) -> SafeString | str:
    """The day itself where an article tells it; else the day of publication, and that it is no more than that."""
    if day_known:
        return day(day_known)
    return format_html(_("نُشر في {}"), day(published)) if published else ""


@register.simple_tag
def arrow(both: bool = False) -> SafeString:
    """From the speaker to the addressee, as the page runs; `both`: to and fro. Not read aloud."""
    sign = "⇄" if both else "←" if get_language_bidi() else "→"
    return format_html('<span class="arrow" aria-hidden="true">{}</span>', sign)


@register.filter
def cue_word(statement) -> str:
    """The cue as the article has it."""
    return cue_in_words(statement)


@register.filter
def cue_comes_first(statement) -> bool:
    """«بحسب سامر», «وفق سامر»: a cue that is no verb stands before the speaker's name."""
    return statement.sense == ACCORDING_TO


@register.filter
def sense_name(statement) -> str:
    """What the cue does, as a name of its group; empty where extraction knows no sense."""
    return SENSES.get(statement.sense, "")


@register.filter
def leading(statement) -> str:
    """«عن», «إلى أن»: the article's words between cue and content without which the two do not join."""
    return leading_words(statement)


@register.filter
def lead(statement) -> str:
    """«شدد على», «نفى»: the article's words without which the content alone would say something else.

    Empty for «قال» before words quoted as they were said, and for «بحسب», which leads to a name.
    """
    joint = leading_words(statement)
    if cue_comes_first(statement) or (statement.kind == "direct" and not joint and not tone(statement)):
        return ""
    return " ".join(filter(None, (cue_in_words(statement), joint)))


@register.filter
def manner(statement) -> str:
    """The kind, as the style sheet draws it: direct speech that has marks of its own gets no others."""
    return "mixed" if statement.kind == "direct" and has_own_marks(statement) else statement.kind


@register.simple_tag
def said(statement, words: int = 0) -> SafeString:
    """The content with the quotation marks that close it in the article; cut after `words`, if given.

    The marks of a search (`statement.highlighted`, safe HTML) are kept, and nothing is cut then.
    """
    if shown := getattr(statement, "highlighted", ""):
        before, after = missing_marks(statement)
        return format_html("{}{}{}", before, shown, after)
    return format_html("{}", shortened(statement, words) if words else balanced(statement))


@register.filter
def in_full(statement) -> str:
    """The content as `said` shows it, as plain text."""
    return balanced(statement)


@register.filter
def tone(statement) -> str:
    """The group of cue senses that a colour stands for; empty for plain saying."""
    return TONES.get(statement.sense, "")


@register.filter
def spoken_by(statement, actor) -> bool:
    return any(party.actor_id == actor.pk for party in statement.speakers)


@register.simple_tag(takes_context=True)
def canonical_url(context, **query) -> str:
    """The page's own address with scheme and host, without what a query string does not change on it.

    A `page` above 1 is kept, and so are the parameters in the view's `address_query`.
    """
    request = context.get("request")
    if request is None:
        return ""
    address = request.build_absolute_uri(request.path)
    query = context.get("address_query", {}) | query
    kept = urlencode({name: value for name, value in query.items() if value and value != 1}, doseq=True)
    return f"{address}?{kept}" if kept else address
