"""By what results can be narrowed, and how the index's values stand in addresses and on pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.models import Actor, Event, Outlet, Statement
from statements.senses import SENSES

# A value of the index: as it stands in addresses, as it is shown.
Names = dict[int | str, tuple[str, str | Promise]]


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as it stands in the address, and how many of the results have it."""

    value: str
    label: str
    count: int
    chosen: bool = False
    left_out: bool = False


@dataclass(frozen=True)
class Facet:
    """A parameter of the search by which the results can be narrowed further; commonest choices first."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def is_used(self) -> bool:
        return any(choice.chosen or choice.left_out for choice in self.choices)


def names_of(facet: str, values: Iterable[int | str]) -> Names:
    """How these values of a facet stand in addresses and on pages; only those the public may see."""
    if facet in ("speaker", "to", "agency"):
        return _rows(Actor.objects.published(), values)
    if facet == "outlet":
        return _rows(Outlet.objects.all(), values)
    return _WORDS[facet]


def _rows(rows, ids: Iterable[int]) -> Names:
    return {pk: (slug, name) for pk, slug, name in rows.filter(pk__in=ids).values_list("pk", "slug", "name")}


def _labels(choices: type[TextChoices]) -> Names:
    return {value: (value, label) for value, label in choices.choices}


_WORDS: dict[str, Names] = {
    "event": _labels(Event.Type),
    "kind": _labels(Statement.Kind),
    "sense": {value: (value, label) for value, label in SENSES.items()},
    "reviewed": {"yes": ("yes", _("راجعه محرر")), "no": ("no", _("استخراج آلي"))},
}
