"""The list of occasions that triggers keep is what the statements and articles say, whatever happens to them."""

import datetime

import pytest
from django.db.models.functions import Coalesce

from statements.models import Event, EventGroup, ListedEvent, Statement
from statements.models.visibility import published_statement
from tests.builders import build_article, build_event, build_statement

TEXT = "قال سامر «نعم». وقال ليث «لا»."


@pytest.fixture
def told(db):
    """Two articles, each with an event and two statements at it; the second is a draft."""
    for published in (True, False):
        article = build_article(f"{TEXT} {published}", published=published)
        event = build_event(article, "speech")
        for words in ("نعم", "لا"):
            build_statement(article, words, event=event)
    return list(Event.objects.order_by("pk"))


def from_the_rows() -> set[tuple]:
    public = Event.objects.filter(published_statement("statements__")).distinct()
    rows = public.annotate(shown=Coalesce("day", "article__date"))
    return set(rows.values_list("pk", "shown", "type", "group"))


def _reject_one(events):
    Statement.objects.filter(event=events[0]).first().delete()
    assert ListedEvent.objects.exists()
    Statement.objects.filter(event=events[0]).update(state="rejected")


def _publish_all(events):
    events[1].article.publish()


def _take_back(events):
    events[0].article.unpublish()


def _date(events):
    Event.objects.filter(pk=events[0].pk).update(day=datetime.date(2021, 5, 12))
    events[0].article.date = datetime.date(2021, 5, 13)
    events[0].article.save()


def _move(events):
    Statement.objects.filter(event=events[0]).update(event=events[1])


def _regroup(events):
    events[1].article.publish()
    Event.objects.update(group=EventGroup.objects.create(), type="meeting")


def _delete(events):
    events[0].delete()


@pytest.mark.parametrize("act", [_reject_one, _publish_all, _take_back, _date, _move, _regroup, _delete])
def test_what_happens_to_rows_happens_to_the_list(told, act):
    assert set(ListedEvent.objects.values_list("event", flat=True)) == {told[0].pk}
    act(told)
    assert set(ListedEvent.objects.values_list("event", "day", "type", "group")) == from_the_rows()


def test_of_one_occasion_the_first_is_listed(told):
    _regroup(told)
    assert list(ListedEvent.objects.once().values_list("event", flat=True)) == [told[0].pk]
    told[0].article.unpublish()
    assert list(ListedEvent.objects.once().values_list("event", flat=True)) == [told[1].pk]
