"""A dated correction on the public page where a published statement was changed."""

import pytest

from statements.editing import reverting, review
from statements.editing.corrections import corrections_of
from statements.models import Statement
from tests.pages import shown

pytestmark = pytest.mark.django_db


def test_a_statement_nobody_changed_has_none_and_costs_one_query(archive, django_assert_num_queries):
    statement = Statement.objects.select_related("article").get(pk=archive.peace.pk)
    with django_assert_num_queries(1):
        assert corrections_of(statement) == []


def test_the_page_says_what_became_what_and_when(client, archive, editor):
    review.correct(archive.peace, by=editor, speakers=[archive.baroudi], kind="mixed")
    words = shown(client.get(archive.peace.get_absolute_url()))
    assert "تصحيح بعد النشر" in words
    assert "كان: سامر الحلواني صار: ليث البارودي" in words
    assert "كان: مباشر صار: مختلط" in words


def test_who_checked_it_is_no_correction(archive, editor):
    review.confirm(archive.peace, by=editor)
    assert corrections_of(Statement.objects.get(pk=archive.peace.pk)) == []


def test_what_was_changed_before_publishing_is_none(archive, editor):
    review.correct(archive.secret, by=editor, kind="mixed")
    archive.draft.publish()
    assert corrections_of(Statement.objects.get(pk=archive.secret.pk)) == []


def test_what_was_undone_is_none(archive, editor):
    review.correct(archive.peace, by=editor, kind="mixed")
    reverting.undo(archive.article, by=editor)
    assert corrections_of(Statement.objects.get(pk=archive.peace.pk)) == []


def test_a_later_extraction_that_changed_it_is_told_as_such(archive):
    Statement.objects.filter(pk=archive.peace.pk).update(kind="mixed")
    (correction,) = corrections_of(Statement.objects.get(pk=archive.peace.pk))
    assert correction.by_machine
    assert [d.name for d in correction.differences] == ["kind"]
