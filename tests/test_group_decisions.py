"""What editors put together or apart: events in the admin, and that no later grouping changes it."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from statements.actors.moving import merge
from statements.editing.review import confirm
from statements.grouping.decisions import DecidedSince, leave_to_machine, put_apart, put_together, undo
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
    assert "اختر اثنين على الأقل" in shown(response)


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


def together(rows) -> bool:
    found = type(rows[0]).objects.filter(pk__in=[row.pk for row in rows]).values_list("group", flat=True)
    return None not in found and len(set(found)) == 1


def test_what_was_put_together_is_taken_back_with_all_its_companions(told, editor, archive):
    regroup(told)
    decision = put_together([told[0], archive.call], by=editor)
    assert together([*told, archive.call])
    undo(decision, by=editor)
    assert together(told)
    archive.call.refresh_from_db()
    assert (archive.call.group, archive.call.group_decided) == (None, False)


def test_what_was_put_apart_is_taken_back(told, editor):
    regroup(told)
    undo(put_apart(told[0], by=editor), by=editor)
    assert together(told)
    assert not Event.objects.filter(group_decided=True).exists()


def test_of_two_decisions_the_later_is_taken_back_first(told, editor):
    regroup(told)
    first = put_apart(told[0], by=editor)
    later = put_together(told[:2], by=editor)
    with pytest.raises(DecidedSince):
        undo(first, by=editor)
    undo(later, by=editor)
    undo(first, by=editor)
    assert together(told)


@pytest.fixture
def quoted(archive):
    """What is quoted in the archive, as another article words it."""
    article = build_article("قال سامر الحلواني إن التسوية السلمية وحدها ترعى الكرامة.", title="خبر آخر")
    words = "التسوية السلمية وحدها ترعى الكرامة"  # the machine would not think of it
    return build_statement(article, words, by=[archive.halwani], cue="قال", kind="indirect")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def versions(statement) -> str:
    return reverse("admin:statements_statement_versions", args=[statement.pk])


def test_a_statement_is_put_together_with_what_its_page_offers_and_taken_back(desk, archive, quoted):
    offered = shown(desk.get(versions(archive.peace)))
    assert "لم ينقله مقال آخر" in offered
    assert "خبر آخر هو نفسه" in offered
    told = desk.post(versions(archive.peace), {"act": "together", "other": quoted.pk}, follow=True)
    assert "صارا تصريحًا واحدًا" in told.text
    assert "<ins>التسوية السلمية وحدها ترعى الكرامة</ins>" in told.text
    assert together([archive.peace, quoted])
    review = shown(desk.get(reverse("admin:statements_article_review", args=[archive.article.pk])))
    assert "نقله مقال آخر" in review
    [undo_it] = set(re.findall(r'action="([^"]*/groups/\d+/undo/)"', told.text))
    desk.post(undo_it, {"back": versions(archive.peace)})
    assert not Statement.objects.filter(group__isnull=False).exists()


def test_put_apart_from_the_page_and_told_in_the_history_with_a_way_back(desk, archive, quoted):
    desk.post(versions(archive.peace), {"act": "together", "other": f"https://x.org/statements/{quoted.pk}/"})
    desk.post(versions(archive.peace), {"act": "apart", "other": quoted.pk}, follow=True)
    assert not together([archive.peace, quoted])
    history = desk.get(reverse("admin:statements_article_history", args=[archive.article.pk]))
    words = shown(history)
    assert words.index("فصل عن غيره") < words.index("جمع في واحد")
    address = re.findall(r'action="([^"]*/groups/\d+/undo/)"', history.text)
    desk.post(address[0], {"back": "/admin/"})
    assert together([archive.peace, quoted])


@pytest.mark.parametrize("typed", ["", "خبر", "0", "99999999", "9" * 30])
def test_what_is_no_statement_is_told(desk, archive, typed):
    told = desk.post(versions(archive.peace), {"act": "together", "other": typed}, follow=True)
    assert "اكتب رقم تصريح قائم في مقال آخر" in told.text
    told = desk.post(versions(archive.peace), {"act": "together", "other": archive.refusal.pk}, follow=True)
    assert "اكتب رقم تصريح قائم في مقال آخر" in told.text


def test_the_last_act_that_undo_takes_back_may_be_one_on_a_group(desk, archive, quoted, editor):
    confirm(archive.peace, by=editor)
    put_together([archive.peace, quoted], by=editor)
    undo_address = reverse("admin:statements_article_undo", args=[archive.article.pk])
    assert "تم التراجع عن: جمع في واحد" in desk.post(undo_address, follow=True).text
    assert not together([archive.peace, quoted])
    assert "تم التراجع عن: تأكيد" in desk.post(undo_address, follow=True).text


def test_statements_are_put_together_from_their_list(desk, archive, quoted):
    sent = {"_selected_action": [archive.peace.pk, quoted.pk], "action": "put_together"}
    told = desk.post("/admin/statements/statement/", sent, follow=True)
    assert "صارت تصريحًا واحدًا" in told.text
    assert "مقالان" in shown(desk.get("/admin/statements/statement/", {"told": "several"}))
    assert together([archive.peace, quoted])
