"""Figures of the page on quality."""

import datetime

from django import template

register = template.Library()


@register.filter
def of_hundred(share: float) -> int:
    """0.925 → 93: nobody reads the tenths of 200 statements."""
    return round(100 * share)


@register.filter
def iso_day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)
