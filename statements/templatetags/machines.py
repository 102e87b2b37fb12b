"""What the head of a page tells programs."""

import json

from django import template
from django.utils.safestring import SafeString, mark_safe

from statements.pages.linked_data import linked_data

register = template.Library()
_ABOUT = ("statement", "actor", "event", "article")  # pages about one row, which has the page's name
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def described(context) -> SafeString:
    """The page's row as JSON-LD, on a page about one; nothing that is not public is described."""
    match = getattr(context.get("request"), "resolver_match", None)
    row = context.get(match.url_name) if match and match.url_name in _ABOUT else None
    data = _data(context, row) if row else None
    if not data:
        return mark_safe("")
    written = json.dumps(data, ensure_ascii=False).translate(_HARMLESS)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')


def _data(context, row) -> dict | None:
    absolute = context["request"].build_absolute_uri
    return linked_data(row, absolute, context.get("spellings"), context.get("portrait"))


@register.simple_tag(takes_context=True)
def published_on(context) -> str:
    """The day of publication in ISO 8601, of an article or the article that a statement stands in."""
    match = getattr(context.get("request"), "resolver_match", None)
    row = context.get(match.url_name) if match and match.url_name in ("statement", "article") else None
    article = getattr(row, "article", row)
    return article.date.isoformat() if article and article.date else ""
