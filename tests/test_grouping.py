"""Statements that several articles quote, events that several articles tell."""

import datetime

import pytest

from statements.grouping.groups import group
from statements.models import Event, EventGroup, Statement, StatementGroup
from tests.builders import build_actor, build_article, build_event, build_statement

pytestmark = pytest.mark.django_db
DAY = datetime.date(2021, 5, 12)
SAID = "نريد حلاً سلمياً عادلاً يحفظ كرامة الشعبين ويفتح المعابر"
SAID_OTHERWISE = "نريد حلا سلميا عادلا يحفظ كرامة الشعبين، وفتح المعابر كلها"


@pytest.fixture
def halwani():
    return build_actor("سامر الحلواني")


@pytest.fixture
def baroudi():
    return build_actor("ليث البارودي")


def tell(content=SAID, *, by, outlet="وكالة الأفق", day=DAY, to=(), event=None, place="") -> Statement:
    """An article that tells of one statement, on an occasion if `event` names its type."""
    number = Statement.objects.count()
    article = build_article(f"{number}. قال إن {content}.", outlet=outlet, date=day)
    occasion = build_event(article, event, [*by, *to], place=place) if event else None
    return build_statement(article, content, by=by, to=to, cue="قال", event=occasion)


def regroup(*statements: Statement) -> None:
    group([statement.article_id for statement in statements])
    for statement in statements:
        statement.refresh_from_db()
        if statement.event:
            statement.event.refresh_from_db()


# Statements


def test_one_utterance_in_two_outlets_is_one_group(halwani):
    here, there = tell(by=[halwani]), tell(SAID_OTHERWISE, by=[halwani], outlet="الصباح")
    regroup(here, there)
    assert here.group == there.group is not None
    assert list(here.versions()) == [here, there]


@pytest.mark.parametrize(
    ("content", "days"),
    [
        ("الحوار مع الجيران واجب على كل حكومة تحترم شعبها وتاريخها", 0),
        (SAID, 2),
        ("نريد حلاً", 0),
    ],
)
def test_another_wording_or_day_is_another_utterance(halwani, content, days):
    here = tell(by=[halwani])
    there = tell(content, by=[halwani], day=DAY + datetime.timedelta(days=days))
    regroup(here, there)
    assert (here.group, there.group) == (None, None)


def test_the_same_words_of_another_are_his_own(halwani, baroudi):
    here, there = tell(by=[halwani]), tell(by=[baroudi])
    regroup(here, there)
    assert here.group is None


def test_an_article_that_comes_later_joins_the_group_that_is_there(halwani):
    first, second = tell(by=[halwani]), tell(by=[halwani])
    regroup(first, second)
    third = tell(SAID_OTHERWISE, by=[halwani])
    regroup(third)
    assert third.group == first.group
    assert StatementGroup.objects.count() == 1


def test_grouping_again_changes_nothing(halwani, django_assert_max_num_queries):
    told = [tell(by=[halwani], event="speech", place="مسرا") for _ in range(3)]
    regroup(*told)
    before = [(one.group_id, one.event.group_id) for one in told]
    regroup(*told)
    assert [(one.group_id, one.event.group_id) for one in told] == before


def test_who_no_longer_says_it_leaves_and_nobody_stays_alone(halwani, baroudi):
    here, there = tell(by=[halwani]), tell(by=[halwani])
    regroup(here, there)
    there.parties.update(actor=baroudi)
    regroup(there)
    here.refresh_from_db()
    assert (here.group, there.group, StatementGroup.objects.count()) == (None, None, 0)


def test_what_an_editor_put_apart_stays_apart(halwani):
    here, there = tell(by=[halwani]), tell(by=[halwani])
    Statement.objects.filter(pk=there.pk).update(group_decided=True)
    regroup(here, there)
    assert (here.group, there.group) == (None, None)


def test_what_an_editor_put_together_stays_together_and_others_join(halwani, baroudi):
    here, there = tell(by=[halwani]), tell("قول آخر لا صلة له بالأول أبدًا", by=[baroudi])
    chosen = StatementGroup.objects.create()
    Statement.objects.update(group=chosen, group_decided=True)
    third = tell(by=[halwani])
    regroup(here, there, third)
    assert {here.group, there.group, third.group} == {chosen}


def test_a_rejected_statement_is_no_version(halwani, client):
    here, there = tell(by=[halwani]), tell(by=[halwani])
    Statement.objects.filter(pk=there.pk).update(state="rejected")
    regroup(here, there)
    assert here.group is None


def test_groups_do_not_depend_on_what_came_first(halwani):
    told = [tell(f"{SAID} {more}", by=[halwani]) for more in ("غدا", "بعد غد", "قريبا في مسرا")]
    for one in told:
        regroup(one)
    together = {one.group_id for one in Statement.objects.all()}
    Statement.objects.update(group=None)
    for one in reversed(told):
        regroup(one)
    assert len(together) == len({one.group_id for one in Statement.objects.all()}) == 1


def test_what_is_repeated_every_day_does_not_drift_into_one(halwani):
    told = [tell(by=[halwani], day=DAY + datetime.timedelta(days=at)) for at in range(4)]
    regroup(*told)
    assert StatementGroup.objects.count() == 2


# Events


def test_one_call_in_two_articles_is_one_event(halwani, baroudi):
    here = tell("الحوار ممكن الآن أكثر من أي وقت", by=[halwani], to=[baroudi], event="phone_call")
    there = tell("المعابر تفتح قريبا أمام التجار", by=[baroudi], to=[halwani], event="phone_call")
    regroup(here, there)
    assert here.event.group == there.event.group is not None
    assert list(here.event.tellings()) == [here.event, there.event]
    assert list(Event.objects.published().once()) == [here.event]
    assert set(Statement.objects.at(there.event)) == {here, there}


@pytest.mark.parametrize(
    ("event", "place", "days"), [("meeting", "", 0), ("phone_call", "", 2), ("phone_call", "ذورين", 0)]
)
def test_another_type_day_or_place_is_another_event(halwani, baroudi, event, place, days):
    here = tell("الحوار ممكن", by=[halwani], to=[baroudi], event="phone_call", place="أرخانيا")
    day = DAY + datetime.timedelta(days=days)
    there = tell("المعابر تفتح", by=[baroudi], to=[halwani], event=event, place=place, day=day)
    regroup(here, there)
    assert (here.event.group, there.event.group) == (None, None)


def test_two_speeches_of_one_on_a_day_are_two_unless_the_words_or_the_place_tell(halwani):
    here, there = (
        tell(said, by=[halwani], event="speech") for said in ("الحوار ممكن اليوم", "المعابر تفتح غدا")
    )
    regroup(here, there)
    assert here.event.group is None
    quoted = [tell(by=[halwani], event="speech") for _ in range(2)]
    regroup(*quoted)
    assert quoted[0].event.group == quoted[1].event.group is not None


def test_daily_calls_do_not_drift_into_one(halwani, baroudi):
    days = [DAY + datetime.timedelta(days=at) for at in range(4)]
    told = [
        tell(f"كلام اليوم رقم {day}", by=[halwani], to=[baroudi], event="phone_call", day=day) for day in days
    ]
    regroup(*told)
    assert EventGroup.objects.count() == 2
    assert [one.event.group_id == told[at ^ 1].event.group_id for at, one in enumerate(told)] == [True] * 4


def test_two_calls_that_one_article_tells_stay_two(halwani, baroudi):
    here = tell("الحوار ممكن", by=[halwani], to=[baroudi], event="phone_call")
    again = build_event(here.article, "phone_call", [halwani, baroudi])
    build_statement(here.article, "ممكن", by=[baroudi], event=again)
    there = tell("المعابر تفتح", by=[baroudi], to=[halwani], event="phone_call")
    regroup(here, there)
    again.refresh_from_db()
    assert sorted([here.event.group is None, again.group is None]) == [False, True]
