"""The kinds of filters that searches have: each says which field it is."""

from copy import copy
from typing import Self

from django_filters import ChoiceFilter, Filter

from statements.filters.fields import ActorsField, ChoicesField, CountriesField, DayField, QueryField


class _Shared:
    """A filter that every search takes as it is: it only says what its field is."""

    def __deepcopy__(self, memo: dict) -> Self:
        return copy(self)


class QueryFilter(_Shared, Filter):
    field_class = QueryField


class ActorsFilter(_Shared, Filter):
    field_class = ActorsField


class ChoicesFilter(_Shared, Filter):
    field_class = ChoicesField


class CountriesFilter(_Shared, Filter):
    field_class = CountriesField


class DayFilter(_Shared, Filter):
    field_class = DayField


class OneOfFilter(_Shared, ChoiceFilter):
    pass
