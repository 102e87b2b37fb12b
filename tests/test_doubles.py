"""Actors that may be one, and those that surely are."""

import pytest

from statements.actors.doubles import Known, likely_doubles, merge_sure_doubles
from statements.actors.moving import undo
from statements.actors.naming import fold_name
from statements.actors.sure_doubles import sure_pairs
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


def known(name: str, parts: int, *offices: str, country="", kind="person", pk=0) -> Known:
    return Known(
        Actor(pk=pk or len(name) * 1000 + parts, name=name, kind=kind, country=country),
        parts,
        {},
        dict.fromkeys(offices),
    )


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (("حسن نصر الله", 9), ("حسن نصرالله", 8), True),
        (("كتائب عز الدين", 9), ("كتائب عزالدين", 2), True),
        (("علي خامنئي", 90), ("علي الخامنئي", 9), True),
        (("علي خامنئي", 90), ("علي الخامنئي", 10), False),  # as often, and nothing in common
        (("سيرغي لافروف", 20, "وزير الخارجية"), ("سيرجي لافروف", 19, "وزير الخارجية"), True),
        (("عمرو موسى", 90), ("عرو موسى", 4), False),  # a short word: neither state nor office in common
        (("عمرو موسى", 90, "الأمين العام"), ("عرو موسى", 4, "الأمين العام"), True),
        (("محمد عباس", 90, "عضو مجلس الشعب"), ("محمود عباس", 4, "عضو مجلس الشعب"), False),
        (("دميتري بيسكوف", 9, "الناطق باسم الرئاسة"), ("ديمتري بيسكوف", 8, "الناطق باسم الرئاسة"), True),
        (("محمود عباس", 90), ("محمود عباس السابق", 4), True),
        (("محمود عباس", 90), ("المستشارمحمود عباس", 4), True),
        (("محمود عباس", 90), ("محمود عباس الحلواني", 4), False),
        (("باراك أوباما", 90), ("وأوباما", 4), True),
        (("نبيه بري", 90), ("كبرى", 4), False),
        (("محمد سعد الحلواني", 9, "رئيس حزب النهوض"), ("سعد الحلواني", 4, "رئيس حزب النهوض"), True),
        (("محمد سعد الحلواني", 9), ("سعد الحلواني", 4), False),
        (("كمال سالم", 90), ("سالم الحلواني", 4), False),
    ],
)
def test_a_slip_of_the_pen_or_words_beside_a_name_make_no_other_man(one, other, is_one):
    kept, gone = known(*one, pk=1), known(*other, pk=2)
    for each in (kept, gone):
        each.offices = {fold_name(office): office for office in each.offices}
        each.actor.kind = "organization" if "كتائب" in each.actor.name else "person"
    assert list(sure_pairs([gone, kept])) == ([(kept, gone)] if is_one else [])


def test_who_serves_another_state_is_another():
    pair = known("حسن نصر الله", 9, country="LB", pk=1), known("حسن نصرالله", 8, country="EG", pk=2)
    assert list(sure_pairs(pair)) == []


def test_a_slip_is_merged_and_stays_apart_once_undone(editor):
    speaker("سامر الحلواني", offices=(), times=2), speaker("سامر  الحلوانى", offices=())
    assert merge_sure_doubles() == 1
    undo(ActorMove.objects.get(), by=editor)
    assert merge_sure_doubles() == 0
