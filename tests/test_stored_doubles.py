"""The table of likely doubles: renewed every hour, and after a merger about whoever is left."""

import pytest

from statements.actors.moving import merge
from statements.actors.stored_doubles import doubles_of, renew_doubles, stored_doubles
from statements.models import ActorsApart, LikelyDouble
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    """Three spellings, the first the busiest."""
    found = []
    for times, name in ((3, "بنيامين نتنياهو"), (2, "بنيامين نتانياهو"), (1, "بنيامين نيتنياهو")):
        actor = build_actor(name)
        for at in range(times):
            words = f"قول رقم {at} من {name}"
            build_statement(build_article(f"قال {name} {words}."), words, by=[actor])
        found.append(actor)
    return found


def pairs() -> set[frozenset[int]]:
    return {frozenset((pair.one_id, pair.other_id)) for pair in stored_doubles()}


def test_they_are_looked_for_once(three, django_assert_num_queries):
    assert len(pairs()) == 3
    with django_assert_num_queries(4):  # is there any, the pairs, the names of either side
        list(stored_doubles())


def test_who_is_told_apart_is_not_offered(three, editor):
    renew_doubles()
    first, second, third = three
    ActorsApart.objects.create(first=first, second=second, by=editor)
    assert pairs() == {frozenset((first.pk, third.pk)), frozenset((second.pk, third.pk))}
    assert doubles_of(first, 5) == [third]


def test_after_a_merger_whoever_may_be_one_with_who_went_is_offered_with_who_stayed(three, editor):
    first, second, third = three
    LikelyDouble.objects.create(one=first, other=second, place=0)
    LikelyDouble.objects.create(one=second, other=third, place=1, evidence=[["name", "نتنياهو"]])
    merge(second, first, by=editor)
    [left] = stored_doubles()
    assert (left.one, left.other, left.evidence) == (first, third, [["name", "نتنياهو"]])
