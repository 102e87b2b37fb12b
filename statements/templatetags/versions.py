"""How one article words an utterance, held against another's: word by word."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from statements.grouping.likeness import differences

register = template.Library()


@register.simple_tag
def differing(version, statement) -> SafeString:
    """The words of `version`: what `statement` has not is inserted, what only that has stands there as deleted."""
    html = ""
    for stretch in differences(statement.content, version.content):
        piece = _stretch(*stretch)
        gap = " " if html and piece and not html.endswith((" ", "\n")) else ""
        html = format_html("{}{}{}", html, gap, piece)
    return html


@register.filter
def is_worded_alike(version, statement) -> bool:
    return all(same for _one, _other, same in differences(statement.content, version.content))


def _stretch(one: str, other: str, same: bool) -> SafeString:
    if same:
        return format_html("{}", other)
    deleted = format_html("<del>{}</del>{}", one.strip(), " ") if one.strip() else ""
    inserted = format_html("<ins>{}</ins>{}", other.rstrip(), other[len(other.rstrip()) :]) if other else ""
    return format_html("{}{}", deleted, inserted)
