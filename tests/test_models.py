"""What the models promise on their own."""

import pytest
from django.db import IntegrityError, transaction

from statements.models import Actor, Article, Event, Outlet, Statement

pytestmark = pytest.mark.django_db


def test_text_of_a_stored_article_cannot_be_changed(archive):
    archive.article.text = "غير ذلك"
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        archive.article.save()


def test_public_sees_published_articles_and_their_statements_only(archive):
    assert set(Article.objects.published()) == {archive.article}
    assert set(Statement.objects.published()) == {archive.peace, archive.refusal, archive.crossings}


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_statement_that_fell_is_not_published(archive, state):
    Statement.objects.filter(pk=archive.peace.pk).update(state=state)
    assert archive.peace not in Statement.objects.published()


def test_actor_and_event_are_published_through_their_statements(archive):
    assert set(Actor.objects.published()) == {archive.halwani, archive.baroudi, archive.ofoq}
    assert set(Event.objects.published()) == {archive.call}
    archive.article.unpublish()
    assert not Actor.objects.published().exists()
    assert not Event.objects.published().exists()


def test_statements_between_two_actors_are_those_of_either_to_the_other(archive):
    both = Statement.objects.published().between(archive.halwani, archive.baroudi)
    assert set(both) == {archive.peace, archive.refusal}


def test_content_and_cue_are_the_articles_own_letters(archive):
    assert archive.peace.content == "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق"
    assert archive.peace.cue == "وقال"


def test_reviewed_statement_is_told_from_the_machines(archive):
    assert archive.refusal.is_reviewed
    assert not archive.peace.is_reviewed


@pytest.mark.parametrize(
    ("name", "slug"),
    [("محمد جواد ظريف", "محمد-جواد-ظريف"), ("الأُمم المتّحدة", "الأمم-المتحدة"), ("؟!", "actor")],
)
def test_slug_is_made_of_arabic_words(name, slug):
    assert Actor.objects.create(name=name, kind="person").slug == slug


def test_second_actor_of_a_name_has_an_address_of_its_own():
    slugs = [Actor.objects.create(name="سامر الحلواني", kind="person").slug for _ in range(3)]
    assert slugs == ["سامر-الحلواني", "سامر-الحلواني-2", "سامر-الحلواني-3"]


def test_outlet_keeps_its_address_when_renamed():
    outlet = Outlet.objects.create(name="صحيفة الأفق")
    outlet.name = "صحيفة الآفاق"
    outlet.save()
    assert outlet.slug == "صحيفة-الأفق"
