"""By what results can be narrowed: counted in the index, named as the public may see it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from statements.filters.sets import ACTORS, NARROWS, WITHOUT, SearchFilters
from statements.models import Actor, Outlet
from statements.search.criteria import Criteria
from statements.search.searching import Found

FACETS = (
    "speaker",
    "to",
    "country",
    "to_country",
    "sense",
    "event",
    "kind",
    "agency",
    "outlet",
    "reviewed",
)
YEAR = "year"  # a field of the index
_MOST_YEARS = 200
COUNTED = 20  # choices of a facet, the commonest

Counts = Mapping[int | str, int]  # of values as they stand in the index
Names = dict[int | str, tuple[str, str]]  # a value of the index: as it stands in addresses, as it is shown


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


class Facets:
    """The facets of one search; index and database are each asked once for all of them."""

    def __init__(self, filterset: SearchFilters, found: Found, criteria_but: Callable[[str], Criteria]):
        self.filterset, self.found, self.criteria_but = filterset, found, criteria_but

    def all(self) -> list[Facet]:
        """FACETS, each with its COUNTED commonest values and all that are chosen or left out.

        A facet's own choice is left aside in the counting: they say what another choice beside it would add.
        """
        counts = {name: self._with_chosen(name, self._counts(name)) for name in FACETS}
        return self._facets(counts)

    def one(self, name: str, most: int) -> Facet:
        """One of FACETS, with its `most` commonest values."""
        counts = self._without(name).counts(_field(name), most)
        return self._facets({name: self._with_chosen(name, counts)})[0]

    def commonest(self, name: str) -> Counts:
        """How often the index holds each of the COUNTED commonest values of a facet."""
        return self._together[_field(name)]

    def years(self) -> list[tuple[int, int]]:
        """The years of the results with how many fall into each, newest first."""
        return sorted(self._together[YEAR].items(), reverse=True)

    @cached_property
    def _together(self) -> dict[str, Counts]:
        """By field: the counts of the years, and of all facets whose choice leaves nothing aside."""
        return self.found.counts_of({YEAR: _MOST_YEARS} | {_field(name): COUNTED for name in FACETS})

    def _counts(self, name: str) -> Counts:
        if self._ids(name):
            return self._without(name).counts(_field(name), COUNTED)
        return self._together[_field(name)]

    def _without(self, name: str) -> Found:
        """What is found where a parameter chooses nothing."""
        if not self._ids(name):
            return self.found
        return Found(self.criteria_but(name))

    def _with_chosen(self, name: str, counts: Counts) -> Counts:
        missing = (self._ids(name) | self._ids(WITHOUT + name)) - counts.keys()
        return {**counts, **dict.fromkeys(missing, 0)}

    def _facets(self, counts: Mapping[str, Counts]) -> list[Facet]:
        known = self._names(counts)
        return [self._facet(name, counts[name], known[name]) for name in counts]

    def _names(self, counts: dict[str, Counts]) -> dict[str, Names]:
        """How the values of each facet stand in addresses and on pages; only those the public may see."""
        ids = {pk for name in counts if name in ACTORS for pk in counts[name]}
        actors = _rows(Actor.objects.published(), ids) if ids else {}
        return {name: actors if name in ACTORS else self._of_a_list(name, counts[name]) for name in counts}

    def _of_a_list(self, name: str, counts: Counts) -> Names:
        if name == "outlet":
            outlets = Outlet.objects.in_bulk(list(counts)) if counts else {}
            return {pk: (outlet.slug, outlet.called) for pk, outlet in outlets.items()}
        listed = self.filterset.form.fields[name].choices
        return {value: (value, str(label)) for value, label in listed if value in counts}

    def _facet(self, name: str, counts: Counts, names: Names) -> Facet:
        chosen, left_out = self._ids(name), self._ids(WITHOUT + name)
        choices = [
            Choice(*names[key], count, key in chosen, key in left_out)
            for key, count in counts.items()
            if key in names
        ]
        return Facet(name, str(self.filterset.form.fields[name].label), choices)

    def _ids(self, name: str) -> set[int | str]:
        """What the index holds for the values of a parameter, but names that may mean several actors."""
        return self._chosen.get(name, set())

    @cached_property
    def _chosen(self) -> dict[str, set[int | str]]:
        """By parameter."""
        if self.filterset.errors:
            return {}
        names = (*FACETS, *(WITHOUT + name for name in FACETS))
        return {
            name: {value[0] for value in self.filterset.values(name) if len(value) == 1} for name in names
        }


def _field(name: str) -> str:
    """The field of the index that a facet counts."""
    return NARROWS[name].fields[0]


def _rows(rows, ids: Iterable[int]) -> Names:
    found = rows.filter(pk__in=list(ids)).order_by().values_list("pk", "slug", "name")
    return {pk: (slug, name) for pk, slug, name in found}
