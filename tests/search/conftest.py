"""Fixtures for tests that follow the log: committed rows, an index of the test's own, what is in it."""

import pytest
from django.http import QueryDict

from statements.filters.searches import search
from statements.search.criteria import Criteria
from statements.search.following import follower
from statements.search.searching import Found


@pytest.fixture
def archive_committed(transactional_db, request):
    """The small archive in committed transactions, as other processes see it."""
    return request.getfixturevalue("archive")


@pytest.fixture
def following(archive_committed, search_index):
    """A follower that has caught up with the small archive."""
    with follower() as following:
        following.catch_up()
        yield following


@pytest.fixture
def ids():
    """Ids of the statements on the page that a query string gives."""
    return lambda query="": {row.pk for row in search(QueryDict(query)).page(1, size=1000)}


@pytest.fixture
def indexed():
    """Ids in the index, whatever PostgreSQL says of them."""
    return lambda what="statement": set(Found(Criteria(what)).ids())
