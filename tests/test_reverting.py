"""Acts taken back: an editor's own last one, and any change of the history."""

import pytest

from statements.editing import history, reshaping, reverting, review
from statements.models import Party, Statement
from tests.builders import build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(django_user_model):
    return django_user_model.objects.create_user("other", is_staff=True)


def seen(statement: Statement) -> tuple:
    statement.refresh_from_db()
    parties = list(statement.parties.values_list("role", "actor", "name", "start", "end"))
    return statement.state, statement.kind, statement.spans, statement.reviewed_by_id, parties


def test_each_act_is_undone_to_what_it_was(archive, editor):
    before = seen(archive.peace)
    for act in (
        lambda: review.confirm(archive.peace, by=editor),
        lambda: review.reject(archive.peace, by=editor),
        lambda: review.correct(archive.peace, by=editor, speakers=["سعيد"], kind="mixed", spans=[[3, 9]]),
        lambda: review.confirm_all(archive.article, by=editor),
        lambda: reshaping.split(archive.peace, archive.peace.spans[0][0] + 17, by=editor),
        lambda: reshaping.join(archive.peace, archive.crossings, by=editor),
    ):
        act()
        assert seen(archive.peace) != before
        assert reverting.undo(archive.article, by=editor)
        assert seen(archive.peace) == before


def test_undoing_goes_back_act_by_act(archive, editor):
    review.confirm(archive.peace, by=editor)
    review.reject(archive.crossings, by=editor)
    reverting.undo(archive.article, by=editor)
    archive.peace.refresh_from_db()
    archive.crossings.refresh_from_db()
    assert (archive.peace.state, archive.crossings.state) == ("confirmed", "machine")
    reverting.undo(archive.article, by=editor)
    archive.peace.refresh_from_db()
    assert archive.peace.state == "machine"
    assert reverting.undo(archive.article, by=editor) is None


def test_acts_of_others_are_not_undone_nor_overwritten(archive, editor, other):
    review.confirm(archive.peace, by=other)
    assert reverting.undo(archive.article, by=editor) is None
    review.correct(archive.peace, by=editor, kind="mixed")
    review.correct(archive.peace, by=other, kind="indirect")
    with pytest.raises(reverting.ChangedSince):
        reverting.undo(archive.article, by=editor)
    archive.peace.refresh_from_db()
    assert archive.peace.kind == "indirect"


def test_an_undone_addition_is_rejected_and_comes_back_by_undoing_no_more(archive, editor):
    start = archive.article.text.index("المعابر")
    added = review.add(archive.article, by=editor, spans=[[start, start + 7]], kind="indirect")
    reverting.undo(archive.article, by=editor)
    added.refresh_from_db()
    assert (added.state, added.state_before) == ("rejected", "added")


def test_any_change_of_the_history_is_taken_back(archive, editor, other):
    review.correct(archive.peace, by=editor, speakers=[archive.baroudi])
    review.confirm_all(archive.article, by=editor)
    wanted = next(act for act in history.acts_of(archive.article) if act.name == "correct")
    reverting.revert(archive.article, wanted.key, by=other)
    assert [p.actor for p in Party.objects.filter(statement=archive.peace, role="speaker")] == [
        archive.halwani
    ]
    archive.crossings.refresh_from_db()
    assert archive.crossings.state == "confirmed"


def test_what_the_machine_changed_stays_taken_back(archive, editor):
    Statement.objects.filter(pk=archive.peace.pk).update(kind="mixed")
    wanted = history.acts_of(archive.article)[0]
    reverting.revert(archive.article, wanted.key, by=editor)
    assert seen(archive.peace)[:2] == ("corrected", "direct")


def test_a_deleted_event_comes_back_with_its_people(archive, editor, client):
    client.force_login(editor)
    event = archive.call
    Statement.objects.filter(event=event).update(event=None)
    before = [str(p) for p in event.participants.all()]
    client.post(f"/admin/statements/article/{archive.article.pk}/events/{event.pk}/delete/")
    assert not archive.article.events.exists()
    reverting.undo(archive.article, by=editor)
    (again,) = archive.article.events.all()
    assert (again.pk, [str(p) for p in again.participants.all()]) == (event.pk, before)


def test_a_split_makes_two_of_the_same_people(archive, editor):
    text = archive.article.text
    first, second = reshaping.split(archive.peace, text.index("والمقاومة"), by=editor)
    assert (first.content, second.content) == ("نريد حلاً سلمياً يحفظ كرامة الشعبين", "والمقاومة حق")
    assert [str(p.actor) for p in second.speakers] == ["سامر الحلواني"]
    assert [str(p.actor) for p in second.addressees] == ["ليث البارودي"]
    assert (first.state, second.state) == ("corrected", "added")


@pytest.mark.parametrize("at", [0, 10**6])
def test_nothing_is_split_into_one(archive, editor, at):
    with pytest.raises(reshaping.BadSpans):
        reshaping.split(archive.peace, at, by=editor)


def test_joining_makes_one_content_where_only_marks_stand_between(archive, editor):
    text = archive.article.text
    first, second = reshaping.split(archive.peace, text.index("والمقاومة"), by=editor)
    joined = reshaping.join(first, second, by=editor)
    assert joined.content == "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق"
    second.refresh_from_db()
    assert second.state == "rejected"


def test_the_following_one_is_the_next_that_stands(archive):
    build_statement(archive.article, "وزير خارجية أرخانيا", state="rejected")
    assert reshaping.following(archive.peace) == archive.refusal
    assert reshaping.following(archive.crossings) is None
