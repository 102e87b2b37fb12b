"""What editors put together or apart: events in the admin, and that no later grouping changes it."""

import datetime

import pytest
from django.utils import timezone

from statements.actors.moving import merge
from statements.grouping.decisions import leave_to_machine, put_apart, put_together
from statements.grouping.groups import group, group_changed
from statements.models import Event, EventGroup, Statement
from tests.builders import build_actor, build_article, build_event, build_statement
from tests.pages import shown

pytestmark = pytest.mark.django_db
EVENTS = "/admin/statements/event/"


@pytest.fixture
def told():
    """Three events of one type and the same two people on one day, in three articles."""
    people = [build_actor("سامر الحلواني"), build_actor("ليث البارودي")]
    events = []
    for words in ("الحوار ممكن", "المعابر تفتح", "الصلح خير"):
        article = build_article(f"قال سامر الحلواني إن {words}.")
        events.append(build_event(article, "meeting", people))
        build_statement(article, words, by=people[:1], cue="قال", event=events[-1])
    return events


def regroup(events: list[Event]) -> list[int | None]:
    group([event.article_id for event in events])
    return [Event.objects.get(pk=event.pk).group_id for event in events]


def test_what_was_put_apart_stays_apart_until_it_is_left_to_the_machine(told, editor):
    assert len(set(regroup(told))) == 1
    put_apart(told[0], by=editor)
    first, *others = regroup(told)
    assert first is None
    assert others[0] == others[1] is not None
    leave_to_machine(told[0], by=editor)
    assert len(set(regroup(told))) == 1


def test_of_two_put_apart_neither_has_a_group(told, editor):
    told.pop().article.delete()
    regroup(told)
    put_apart(told[0], by=editor)
    assert regroup(told) == [None, None]
    assert not EventGroup.objects.exists()


def test_what_was_put_together_takes_its_companions_along(told, editor, archive):
    assert archive.call.group is None
    regroup(told)
    put_together([told[0], archive.call], by=editor)
    assert len(set(regroup([*told, archive.call]))) == 1


def test_events_are_put_together_and_apart_from_the_list(client, editor, told, archive):
    client.force_login(editor)
    chosen = {"_selected_action": [told[0].pk, archive.call.pk], "action": "put_together"}
    assert "صارت مناسبة واحدة" in shown(client.post(EVENTS, chosen, follow=True))
    together = Event.objects.get(pk=told[0].pk).group
    assert Event.objects.get(pk=archive.call.pk).group == together is not None
    assert "مقالان" in shown(client.get(EVENTS, {"told": together.pk}))
    client.post(EVENTS, {"_selected_action": [archive.call.pk], "action": "put_apart"})
    assert Event.objects.get(pk=archive.call.pk).group is None


def test_one_event_is_one_already(client, editor, told):
    client.force_login(editor)
    response = client.post(EVENTS, {"_selected_action": [told[0].pk], "action": "put_together"}, follow=True)
    assert "اختر مناسبتين على الأقل" in shown(response)


@pytest.mark.parametrize("value", ["several", "one", "7", "x", "²"])
def test_no_filter_of_the_list_errs(client, editor, told, value):
    client.force_login(editor)
    assert client.get(EVENTS, {"told": value}).status_code == 200


def test_statements_of_whom_was_merged_are_grouped_again(told, editor):
    other = build_actor("سامر حلواني")
    words = "نريد حلاً سلمياً عادلاً يحفظ كرامة الشعبين"
    said = [
        build_statement(build_article(f"{at} قال إن {words}."), words, by=[one], cue="قال")
        for at, one in enumerate((told[0].actors.first(), other))
    ]
    before = timezone.now() - datetime.timedelta(seconds=1)
    group([one.article_id for one in said])
    assert not Statement.objects.exclude(group=None).exists()
    merge(other, told[0].actors.first(), by=editor)
    group_changed(before)
    assert (
        len({one.group_id for one in Statement.objects.filter(pk__in=[one.pk for one in said])} - {None}) == 1
    )
