"""Actors that may be one, and those that surely are."""

import pytest

from statements.actors.doubles import likely_doubles, merge_sure_doubles
from statements.actors.moving import undo
from statements.models import Actor, ActorMove
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db
OFFICE = "رئيس الوزراء الإيراني"


def speaker(name: str, *, offices=(OFFICE,), country="IR", times=1) -> Actor:
    actor = build_actor(name, offices=offices)
    Actor.objects.filter(pk=actor.pk).update(country=country)
    for at in range(times):
        words = f"قول رقم {at} لفلان {actor.pk}"
        build_statement(build_article(f"قال {name} إن {words}."), words, by=[actor], cue="قال")
    return actor


def test_one_spelled_otherwise_in_the_same_office_is_merged_into_the_busier(client):
    less, busier = speaker("بنيامين نتانياهو"), speaker("بنيامين نتنياهو", times=2)
    assert merge_sure_doubles() == 1
    assert Actor.objects.get(pk=less.pk).merged_into == busier
    assert merge_sure_doubles() == 0


@pytest.mark.parametrize(
    "other",
    [
        {"name": "بنيامين نتانياهو", "offices": ["وزير المالية الإيراني"]},
        {"name": "بنيامين نتانياهو", "country": "IQ"},
        {"name": "بنيامين نتانياهو", "country": ""},
        {"name": "عادل نتنياهو"},
        {"name": "نتانياهو"},
    ],
)
def test_less_than_name_office_and_country_is_for_editors(other):
    speaker("بنيامين نتنياهو")
    speaker(**other)
    assert merge_sure_doubles() == 0


def test_what_an_editor_undid_is_not_merged_again(editor):
    speaker("بنيامين نتانياهو"), speaker("بنيامين نتنياهو", times=2)
    merge_sure_doubles()
    undo(ActorMove.objects.get(), by=editor)
    assert merge_sure_doubles() == 0
    assert likely_doubles() == []
