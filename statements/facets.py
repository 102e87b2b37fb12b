"""By what results can be narrowed, and how the index's values stand in addresses and on pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, TextChoices

Names = dict[int | str, tuple[str, str]]  # a value of the index: as it stands in addresses, as it is shown


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as it stands in the address, and how many of the results have it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A parameter of the search by which the results can be narrowed further."""

    name: str
    label: str
    choices: list[Choice]


def names(rows: QuerySet, ids: Iterable[int]) -> Names:
    return {pk: (slug, name) for pk, slug, name in rows.filter(pk__in=ids).values_list("pk", "slug", "name")}


def labels(choices: type[TextChoices]) -> Names:
    return {value: (value, str(label)) for value, label in choices.choices}
