"""What an editor decides about statements and events."""

import datetime

import pytest
from django.utils import timezone

from statements.editing import review
from statements.editing.locating import BadSpans, NoWords
from statements.models import Statement
from tests.builders import build_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def peace(archive) -> Statement:
    """A machine's statement: al-Halwani to al-Baroudi, at the phone call."""
    return archive.peace


def parties(statement: Statement, role: str) -> list[str]:
    return [str(p) for p in statement.parties.filter(role=role)]


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        ("machine", "confirm", "confirmed"),
        ("withdrawn", "confirm", "confirmed"),
        ("rejected", "confirm", "confirmed"),
        ("corrected", "confirm", "corrected"),
        ("added", "confirm", "added"),
        ("machine", "reject", "rejected"),
        ("corrected", "reject", "rejected"),
        ("rejected", "restore", "confirmed"),
        ("withdrawn", "restore", "confirmed"),
        ("machine", "restore", "machine"),
        ("confirmed", "unconfirm", "machine"),
        ("machine", "unconfirm", "machine"),
        ("corrected", "unconfirm", "corrected"),
        ("rejected", "unconfirm", "rejected"),
    ],
)
def test_each_act_leads_to_its_state(peace, editor, before, act, after):
    Statement.objects.filter(pk=peace.pk).update(state=before)
    returned = getattr(review, act)(peace, by=editor)
    peace.refresh_from_db()
    assert returned.state == peace.state == after


def test_decision_tells_who_and_when(peace, editor):
    before = timezone.now()
    review.confirm(peace, by=editor)
    peace.refresh_from_db()
    assert peace.reviewed_by == editor
    assert before <= peace.reviewed_at <= timezone.now()


def test_statement_added_by_hand_is_restored_as_such(archive, editor):
    added = review.add(archive.article, by=editor, spans=[[0, 9]], kind="indirect")
    review.reject(added, by=editor)
    assert review.restore(added, by=editor).state == "added"


@pytest.mark.parametrize("before", ["machine", "confirmed", "corrected", "added"])
def test_restoring_gives_back_what_was_before_the_rejection(peace, editor, before):
    Statement.objects.filter(pk=peace.pk).update(state=before)
    review.reject(peace, by=editor)
    review.reject(peace, by=editor)
    review.restore(peace, by=editor)
    peace.refresh_from_db()
    assert peace.state == before
    assert peace.reviewed_by == (None if before == "machine" else editor)


def test_what_is_the_machines_again_is_nobodys_decision(peace, editor):
    review.confirm(peace, by=editor)
    review.unconfirm(peace, by=editor)
    peace.refresh_from_db()
    assert (peace.state, peace.reviewed_by, peace.reviewed_at) == ("machine", None, None)


def test_doubtful_ones_are_left_out_of_confirming_all(archive, editor):
    Statement.objects.filter(pk=archive.crossings.pk).update(confidence=0.4)
    assert review.confirm_all(archive.article, by=editor, least=0.5) == [archive.peace.pk]
    archive.crossings.refresh_from_db()
    assert archive.crossings.state == "machine"


def test_all_undecided_ones_are_confirmed_at_once(archive, editor):
    assert review.confirm_all(archive.article, by=editor) == [archive.peace.pk, archive.crossings.pk]
    assert set(archive.article.statements.values_list("state", flat=True)) == {"confirmed"}
    assert Statement.objects.get(pk=archive.refusal.pk).reviewed_by is None  # decided before


def test_correction_changes_what_is_given_and_nothing_else(archive, peace, editor):
    review.correct(peace, by=editor, speakers=[archive.baroudi])
    peace.refresh_from_db()
    assert (parties(peace, "speaker"), parties(peace, "addressee")) == (["ليث البارودي"], ["ليث البارودي"])
    assert (peace.state, peace.event, peace.kind) == ("corrected", archive.call, "direct")
    assert peace.content == archive.peace.content


def test_correction_of_everything(archive, peace, editor):
    review.correct(
        peace,
        by=editor,
        kind="mixed",
        spans=[[10, 15], [0, 4]],
        speakers=[archive.baroudi, "ناطق"],
        addressees=[],
        reporter=archive.ofoq,
        event=review.NONE,
    )
    peace.refresh_from_db()
    assert (peace.kind, peace.spans, peace.start) == ("mixed", [[0, 4], [10, 15]], 0)
    assert parties(peace, "speaker") == ["ليث البارودي", "ناطق"]
    assert (parties(peace, "addressee"), parties(peace, "reporter")) == ([], ["وكالة الأفق"])
    assert (peace.event, peace.day) == (None, archive.article.date)


def test_reporter_is_taken_away(archive, editor):
    review.correct(archive.crossings, by=editor, reporter=review.NONE)
    assert parties(archive.crossings, "reporter") == []


def test_correction_that_changes_nothing_leaves_the_statement_undecided(archive, peace, editor):
    same = {"spans": peace.spans, "speakers": [archive.halwani], "addressees": [archive.baroudi]}
    review.correct(peace, by=editor, kind="direct", event=archive.call, reporter=review.NONE, **same)
    peace.refresh_from_db()
    assert (peace.state, peace.reviewed_at) == ("machine", None)


def test_who_stays_keeps_the_place_in_the_text(archive, peace, editor):
    before = peace.parties.get(role="speaker")
    review.correct(peace, by=editor, speakers=[build_actor("ناطق"), archive.halwani])
    after = peace.parties.get(role="speaker", actor=archive.halwani)
    assert (after.start, after.end) == (before.start, before.end)


def test_new_event_gives_its_day(archive, peace, editor):
    day = datetime.date(2021, 5, 10)
    event = review.add_event(archive.article, type="interview", day=day, participants=[archive.ofoq])
    review.correct(peace, by=editor, event=event)
    peace.refresh_from_db()
    assert (peace.event, peace.day, str(event.participants.get())) == (event, day, "وكالة الأفق")


def test_event_of_another_article_is_refused(archive, editor):
    with pytest.raises(ValueError, match="another article"):
        review.correct(archive.secret, by=editor, event=archive.call)


@pytest.mark.parametrize(
    ("spans", "problem"), [([[0, 9999]], BadSpans), ([[5, 9], [7, 12]], BadSpans), ([], NoWords)]
)
def test_wrong_spans_are_refused_and_change_nothing(archive, peace, editor, spans, problem):
    with pytest.raises(problem):
        review.correct(peace, by=editor, kind="mixed", spans=spans)
    peace.refresh_from_db()
    assert (peace.kind, peace.state) == ("direct", "machine")


def test_correction_works_on_the_row_as_it_now_is(archive, peace, editor):
    """A page opened before somebody else's correction does not undo it."""
    review.correct(Statement.objects.get(pk=peace.pk), by=editor, kind="mixed")
    review.correct(peace, by=editor, speakers=["ناطق"])
    peace.refresh_from_db()
    assert (peace.kind, parties(peace, "speaker")) == ("mixed", ["ناطق"])


def test_added_statement_stands_where_the_editor_found_it(archive, editor):
    text = archive.article.text
    start = text.index("فتح المعابر")
    cue = (text.index("شدد"), text.index("شدد") + 3)
    added = review.add(
        archive.article,
        by=editor,
        spans=[[start, start + 11]],
        kind="indirect",
        speakers=[archive.halwani],
        addressees=["الوسطاء"],
        reporter=archive.ofoq,
        event=archive.call,
        cue=cue,
    )
    added.refresh_from_db()
    assert (added.content, added.cue, added.state, added.reviewed_by) == (
        "فتح المعابر",
        "شدد",
        "added",
        editor,
    )
    assert [str(p) for p in added.parties.all()] == ["سامر الحلواني", "الوسطاء", "وكالة الأفق"]
    assert added.day == archive.call.day


def test_cue_is_set_with_its_sense_and_taken_away(archive, peace, editor):
    text = archive.article.text
    cue = (text.index("وأكد"), text.index("وأكد") + 4)
    review.correct(peace, by=editor, cue=cue)
    peace.refresh_from_db()
    assert (peace.cue, peace.cue_lemma, peace.sense, peace.state) == ("وأكد", "أكد", "asserted", "corrected")
    review.correct(peace, by=editor, cue=review.NONE)
    peace.refresh_from_db()
    assert (peace.cue, peace.cue_lemma, peace.sense) == ("", "", "")


def test_cue_that_stays_decides_nothing(peace, editor):
    review.correct(peace, by=editor, cue=(peace.cue_start, peace.cue_end))
    peace.refresh_from_db()
    assert (peace.state, peace.cue_lemma) == ("machine", "قال")


def test_event_without_statements_is_deleted_and_no_other(archive, editor):
    assert not review.delete_event(archive.call)
    for statement in (archive.peace, archive.refusal):
        review.correct(statement, by=editor, event=review.NONE)
    assert review.delete_event(archive.call)
    assert not archive.article.events.exists()


def test_event_of_a_rejected_statement_stays_for_its_return(archive, editor):
    review.correct(archive.refusal, by=editor, event=review.NONE)
    review.reject(archive.peace, by=editor)
    assert not review.delete_event(archive.call)


def test_event_is_called_by_its_actors_present_name(archive):
    archive.halwani.name = "سامر بن نادر الحلواني"
    archive.halwani.save()
    assert str(archive.call) == "اتصال هاتفي: سامر بن نادر الحلواني وليث البارودي"


def test_correction_of_an_added_statement_leaves_it_added(archive, editor):
    added = review.add(archive.article, by=editor, spans=[[0, 9]], kind="indirect")
    assert review.correct(added, by=editor, kind="direct").state == "added"


def test_corrected_event_moves_its_statements(archive):
    day = datetime.date(2021, 4, 1)
    review.correct_event(archive.call, place="ذورين", day=day)
    archive.call.refresh_from_db()
    assert (archive.call.place, archive.call.type, archive.call.edited) == ("ذورين", "phone_call", True)
    assert archive.call.participants.count() == 2
    assert set(archive.call.statements.values_list("day", flat=True)) == {day}


def test_event_without_a_day_leaves_the_articles(archive):
    review.correct_event(archive.call, day=review.NONE)
    assert set(archive.call.statements.values_list("day", flat=True)) == {archive.article.date}
