"""The history on the desk: every change with who, when, before and after, and a button that takes it back."""

import re

import pytest
from django.urls import reverse

from statements.editing import review
from statements.models import Statement
from tests.pages import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def page(client, article, **asked):
    return client.get(reverse("admin:statements_article_history", args=[article.pk]), asked)


def revert(client, article, *, number: int = 0, **sent):
    """Press the button of the act `number`, from the newest."""
    text = page(client, article).text
    keys, marks = (re.findall(rf'name="{name}" value="([^"]*)"', text) for name in ("key", "mark"))
    address = reverse("admin:statements_article_revert", args=[article.pk])
    return client.post(address, {"key": keys[number], "mark": marks[0]} | sent, follow=True)


def test_it_tells_who_and_what_before_and_after(desk, archive, editor):
    review.correct(archive.peace, by=editor, speakers=[archive.baroudi], kind="mixed")
    words = shown(page(desk, archive.article))
    assert "تصحيح editor" in words
    assert "كان: سامر الحلواني ← صار: ليث البارودي" in words
    assert "كان: مباشر ← صار: مختلط" in words


def test_publishing_and_details_are_told_too(desk, archive):
    desk.post(reverse("admin:statements_article_publish", args=[archive.article.pk]), {"act": "unpublish"})
    words = shown(page(desk, archive.article))
    assert "سحب من النشر editor" in words
    assert "كان: منشور ← صار: مسودة" in words


def test_a_change_is_taken_back_by_its_button(desk, archive, editor):
    review.correct(archive.peace, by=editor, kind="mixed")
    answer = revert(desk, archive.article)
    assert "أُرجع ما كان قبل هذا التغيير" in answer.text
    archive.peace.refresh_from_db()
    assert (archive.peace.kind, archive.peace.state) == ("direct", "machine")


def test_nothing_is_taken_back_that_the_page_did_not_show(desk, archive, editor):
    review.correct(archive.peace, by=editor, kind="mixed")
    answer = revert(desk, archive.article, mark="0-0-0")
    assert "تغيّر المقال بعد أن فتحت السجل" in answer.text
    archive.peace.refresh_from_db()
    assert archive.peace.kind == "mixed"


def test_of_one_statement_only_its_own_changes_are_told(desk, archive, editor):
    review.correct(archive.peace, by=editor, kind="mixed")
    review.correct(archive.crossings, by=editor, kind="direct")
    words = shown(page(desk, archive.article, statement=archive.peace.pk))
    assert "كان: مباشر ← صار: مختلط" in words
    assert "كان: غير مباشر ← صار: مباشر" not in words


@pytest.mark.parametrize("nonsense", ["x", "٣", "9" * 30])
def test_nonsense_shows_the_whole(desk, archive, nonsense):
    assert page(desk, archive.article, statement=nonsense, page=nonsense).status_code == 200


def test_an_undone_act_says_so_and_has_no_button(desk, archive, editor):
    review.confirm(archive.peace, by=editor)
    desk.post(reverse("admin:statements_article_undo", args=[archive.article.pk]))
    words = shown(page(desk, archive.article))
    assert "تأكيد تُراجع عنه" in words
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def test_undoing_what_somebody_changed_since_is_refused(desk, archive, editor, django_user_model):
    other = django_user_model.objects.create_user("other")
    review.correct(archive.peace, by=editor, kind="mixed")
    review.correct(archive.peace, by=other, kind="indirect")
    answer = desk.post(reverse("admin:statements_article_undo", args=[archive.article.pk]), follow=True)
    assert "فلم يُتراجع عنه" in answer.text


def test_an_article_nobody_touched_says_so(desk, archive):
    assert "لم يتغير شيء" in shown(page(desk, archive.draft))
