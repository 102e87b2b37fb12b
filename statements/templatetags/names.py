"""Parties and participants as readers meet them: linked where the actor is known, joined as Arabic joins names."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def party(row) -> SafeString:
    """One Party or EventParticipant: a link to its actor, else its name, else «غير محدد»."""
    if row.actor:
        return format_html('<a href="{}"><bdi>{}</bdi></a>', row.actor.get_absolute_url(), row.actor.name)
    return format_html("<bdi>{}</bdi>", row.name) if row.name else _nobody()


@register.simple_tag
def parties(rows: Iterable) -> SafeString:
    """All of them: «سامر، ليث ونديم»; «غير محدد» for none."""
    names = [party(row) for row in rows]
    if len(names) < 2:
        return names[0] if names else _nobody()
    return mark_safe("، ".join(names[:-1]) + " و" + names[-1])


@register.filter
def offices_in(row, article) -> list[str]:
    """The offices of the party's actor that the article's text uses, in its order.

    «وزير الخارجية» is left out where «وزير الخارجية الإيراني» stands.
    """
    if row.actor is None:
        return []
    used = {office.text for office in row.actor.offices_used() if office.text in article.text}
    longest = (text for text in used if not any(text in other for other in used - {text}))
    return sorted(longest, key=article.text.index)


def _nobody() -> SafeString:
    return format_html('<span class="unknown">{}</span>', _("غير محدد"))
