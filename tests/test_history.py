"""Who changed what: acts of editors and of the machine, with what stood before and after."""

import pytest

from statements.editing import history, review
from statements.models import PartyChange, Statement, StatementChange
from statements.recording.articles import record
from tests.extractions import extraction, quote

pytestmark = pytest.mark.django_db


def test_what_comes_into_being_by_a_first_extraction_leaves_no_row(archive):
    assert not StatementChange.objects.exists()
    assert not PartyChange.objects.exists()
    assert history.acts_of(archive.article) != []  # it was published, which is a change


def test_an_act_tells_who_and_what_stood_before_and_after(archive, editor):
    review.correct(archive.peace, by=editor, speakers=[archive.baroudi], kind="mixed")
    act = history.acts_of(archive.article)[0]
    (change,) = act.changes
    assert (act.user, act.name, change.sort, change.pk) == (editor, "correct", "statement", archive.peace.pk)
    assert (change.before.values["kind"], change.after.values["kind"]) == ("direct", "mixed")
    assert speakers(change.before) == [archive.halwani.pk]
    assert speakers(change.after) == [archive.baroudi.pk]


def speakers(snapshot) -> list[int]:
    return [part["actor_id"] for part in snapshot.parts if part["role"] == "speaker"]


def test_acts_are_told_newest_first_each_with_its_own_before(archive, editor):
    for kind in ("mixed", "indirect", "direct"):
        review.correct(archive.peace, by=editor, kind=kind)
    kinds = [
        [c.before.values["kind"], c.after.values["kind"]]
        for act in history.acts_of(archive.article)
        for c in act.changes
        if c.sort == "statement"
    ]
    assert kinds == [["indirect", "direct"], ["mixed", "indirect"], ["direct", "mixed"]]


def test_a_change_behind_the_back_of_every_function_is_written_down_too(archive):
    Statement.objects.filter(article=archive.article).update(kind="mixed")
    changed = {c.pk for act in history.acts_of(archive.article) for c in act.changes if c.sort == "statement"}
    assert changed == {archive.peace.pk, archive.refusal.pk, archive.crossings.pk}


def test_an_added_statement_has_nothing_before_it(archive, editor):
    start = archive.article.text.index("المعابر")
    review.add(archive.article, by=editor, spans=[[start, start + 7]], kind="indirect")
    (change,) = history.acts_of(archive.article)[0].changes
    assert change.before is None
    assert change.after.values["state"] == Statement.State.ADDED


def test_the_machine_is_told_by_its_version(archive):
    text = archive.draft.text
    first = extraction(quote(text, "السر لم يُنشر بعد", cue="قال"), actors=())
    record(archive.draft, first)
    record(archive.draft, extraction(quote(text, "السر لم يُنشر", cue="قال"), actors=(), version="2"))
    act = history.acts_of(archive.draft)[0]
    assert (act.user, act.machine) == (None, "2")
    assert [c.after.values["spans"] for c in act.changes if c.sort == "statement"]
