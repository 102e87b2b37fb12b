"""Content, split and join from the page, with and without script; who else is there; Latin letters in the lookup."""

import pytest
from django.urls import reverse

from statements.admin.lookup import actors_named
from statements.models import Presence, Statement
from statements.search.latin import beginnings
from tests.builders import build_actor, build_article, build_mention, build_statement
from tests.test_admin_review import card_version, review

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def reshape(client, act: str, statement, **sent):
    address = reverse(f"admin:statements_article_{act}", args=[statement.article_id, statement.pk])
    return client.post(address, {"version": card_version(client, statement)} | sent, follow=True)


def test_words_are_made_the_content_and_the_kind_read_from_the_marks(desk, archive):
    near = archive.article.text.index("وزير")
    reshape(desk, "recontent", archive.peace, content="وزير خارجية أرخانيا", near=near)
    archive.peace.refresh_from_db()
    assert (archive.peace.content, archive.peace.kind) == ("وزير خارجية أرخانيا", "indirect")


@pytest.mark.parametrize("content", ["", "ليس في المقال", "\x00", " … "])
def test_words_that_are_not_in_the_article_are_told_and_change_nothing(desk, archive, content):
    answer = reshape(desk, "recontent", archive.peace, content=content, near="x")
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE
    assert answer.context["messages"]


def test_without_script_a_statement_is_split_by_typed_words(desk, archive):
    reshape(desk, "split", archive.peace, words="والمقاومة حق")
    contents = list(archive.article.statements.order_by("start").values_list("state", flat=True))
    assert contents[:2] == ["corrected", "added"]


def test_a_split_outside_the_content_is_told(desk, archive):
    answer = reshape(desk, "split", archive.peace, words="أجرى", near="0")
    assert "مواضع المحتوى ليست" in answer.text
    assert archive.article.statements.count() == 3


def test_statements_of_different_speakers_are_not_joined(desk, archive):
    assert "متحدث التصريح التالي غير متحدث هذا" in reshape(desk, "join", archive.peace).text
    archive.refusal.refresh_from_db()
    assert archive.refusal.stands


def test_the_last_statement_has_none_to_join(desk, archive):
    assert "ليس بعده تصريح" in reshape(desk, "join", archive.crossings).text


@pytest.mark.parametrize("act", ["recontent", "split", "join"])
def test_what_somebody_changed_meanwhile_is_not_overwritten(desk, archive, act):
    answer = reshape(desk, act, archive.peace, version="old", content="والمقاومة", words="والمقاومة")
    assert "لم يُحفظ قرارك" in answer.text
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def test_an_open_page_tells_of_itself_and_of_its_end(desk, archive, editor):
    here = reverse("admin:statements_article_here", args=[archive.article.pk])
    desk.post(here)
    assert Presence.objects.filter(article=archive.article, user=editor).count() == 1
    desk.post(here, {"leaving": "1"})
    assert not Presence.objects.exists()


def test_the_order_is_by_doubt_and_stays_as_chosen(desk, archive):
    Statement.objects.filter(pk=archive.crossings.pk).update(confidence=0.2)
    address = review(archive.article)
    assert desk.get(address).context["cards"][0].statement == archive.crossings
    desk.get(address, {"order": "text"})
    assert desk.get(address).context["cards"][0].statement == archive.peace


def found(words: str, article="") -> list[str]:
    return [one.actor.name for one in actors_named(words, article=str(article))]


def test_those_of_the_article_are_offered_first_then_words_that_begin_so_then_the_busiest(archive):
    busy = build_actor("رياض الحلواني")
    inside = build_actor("عمر المحلواني")
    for number in range(4):
        build_statement(build_article(f"قال رياض: نعم {number}."), f"نعم {number}", by=[busy])
    build_statement(build_article("قال عمر: لا. كلا. أبدًا. حاشا."), "لا", by=[inside])
    assert found("حلو", archive.article.pk) == ["سامر الحلواني", "رياض الحلواني", "عمر المحلواني"]
    assert found("حلو") == ["رياض الحلواني", "سامر الحلواني", "عمر المحلواني"]
    build_mention(archive.draft, archive.draft.text.split()[0], inside)
    assert found("حلو", "x")[0] == "رياض الحلواني"


def test_three_latin_letters_find_an_arabic_name():
    zarif, other = build_actor("جواد ظريف"), build_actor("سامر الحلواني")
    assert [found.actor for found in actors_named("Zar")] == [zarif]
    assert [found.actor for found in actors_named("halw")] == [other]
    assert any(name.startswith("ظر") for name in beginnings("zar"))
