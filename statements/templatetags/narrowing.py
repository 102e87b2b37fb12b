"""The choices of a facet. Written here and not by a template: a page of results has two hundred of them."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements.templatetags.languages import bdi

register = template.Library()


@register.simple_tag
def choices(rows: Iterable[dict], facet: str = "") -> SafeString:
    """A list of choices: each `choice` is chosen or taken back at the address `toggle`, or left out at `leave_out`.

    With the name of the facet, the addresses lead back to the facet's place on the page.
    """
    place, leave_out = f"#by-{facet}" if facet else "", _("استبعد")
    return format_html(
        '<ul class="ranking choices">{}</ul>',
        format_html_join("\n", "{}", ((_row(row, place, leave_out),) for row in rows)),
    )


def _row(row: dict, place: str, leave_out: str) -> SafeString:
    choice, label, toggle = row["choice"], bdi(row["choice"].label), row["toggle"] + place
    if choice.left_out:
        return _used("left-out", _("مستبعد:"), toggle, label, "")
    count = format_html('<span class="count">{}</span>', choice.count)
    if choice.chosen:
        return _used("chosen", _("مختار:"), toggle, label, count)
    return format_html(
        '<li><a href="{}">{}</a> {} <a class="leave-out" href="{}" title="{}"><span aria-hidden="true">−</span>'
        '<span class="visually-hidden">{} {}</span></a></li>',
        *(toggle, label, count, row["leave_out"] + place, leave_out, leave_out, label),
    )


def _used(state: str, said: str, address: str, label: SafeString, count: str) -> SafeString:
    return format_html(
        '<li class="{}"><a href="{}" title="{}"><span class="visually-hidden">{} </span>{}</a> {}</li>',
        *(state, address, _("أزل هذا الاختيار"), said, label, count),
    )
