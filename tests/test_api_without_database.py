"""The API describes itself without a look at the database: it is loaded before the first table is made."""

import pytest

from statements.api.views import _parameters
from statements.filters.sets import ArticleFilters, StatementFilters


@pytest.mark.parametrize("filters", [StatementFilters, ArticleFilters])
def test_parameters_are_described_before_there_are_tables(filters):
    values = {parameter.name: parameter.enum for parameter in _parameters(filters)}
    assert any(values.values())  # fixed lists are named
    assert not values.get("outlet")  # what the archive holds is not
