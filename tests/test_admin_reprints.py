"""One report that two outlets carried: told wherever an editor decides, and made one article of, undoably."""

import re

import pytest
from django.urls import reverse

from statements.admin import confirming
from statements.kinship import find_kin, sketch
from statements.models import Article, ExtractionRun, Publication, appearances_of, kin_of
from statements.publications import make_publication
from tests.builders import build_article, build_outlet, build_statement
from tests.test_kinship import ELSEWHERE, LATER, REPORT, REWORDED

LIST = "/admin/statements/article/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def twins(db) -> tuple[Article, Article]:
    """Two drafts that bring one report, the first of «وكالة الأفق»."""
    first = build_article(REPORT, title="الأول", published=False)
    second = build_article(REWORDED, title="الثاني", published=False, **ELSEWHERE)
    Article.objects.filter(pk=second.pk).update(url="https://example.org/2")
    second.refresh_from_db()
    sketch([first, second])
    find_kin([second])
    return first, second


def act(client, article: Article, name: str, **sent):
    return client.post(reverse(f"admin:statements_article_{name}", args=[article.pk]), sent, follow=True)


def review(client, article: Article) -> str:
    return client.get(reverse("admin:statements_article_review", args=[article.pk])).text


@pytest.mark.parametrize("at", ["", "report"])
def test_article_becomes_another_publication_of_its_kin_and_an_article_again(desk, twins, at):
    first, second = twins
    page = act(desk, second, "join", of=first.pk)
    assert page.request["PATH_INFO"] == reverse("admin:statements_article_review", args=[first.pk])
    assert "صار المقال «الثاني» نشرًا آخر لهذا المقال" in page.text
    assert "صحيفة الضفة" in page.text.partition("نُشر أيضًا")[2]
    assert 'href="https://example.org/2"' in page.text
    assert "يكاد يطابق" not in page.text
    second.refresh_from_db()
    assert (second.text, second.publication_of) == (REWORDED, first)
    assert "هذا النص نشر آخر للمقال" in review(desk, second)
    page = act(desk, second, "part", at=at)
    assert "عاد المقال «الثاني» مستقلًا" in page.text
    where = first if at else second
    assert page.request["PATH_INFO"] == reverse("admin:statements_article_review", args=[where.pk])
    assert list(kin_of(first)) == [second]
    assert not appearances_of(first)


def test_published_article_is_withdrawn_and_its_addresses_lead_to_the_other(desk, twins, client):
    first, second = twins
    first.publish()
    second.publish()
    said = build_statement(second, "الأمن لا يتجزأ")
    act(desk, second, "join", of=first.pk)
    client.logout()
    for address in (second.get_absolute_url(), said.get_absolute_url()):
        assert client.get(address).headers["Location"] == first.get_absolute_url()
    shown = client.get(first.get_absolute_url()).text
    assert "صحيفة الضفة" in shown.partition("نُشر أيضًا")[2]
    Article.objects.filter(pk=first.pk).update(state="draft")
    assert client.get(second.get_absolute_url()).status_code == 404


def test_either_of_the_two_can_be_the_one_that_stays(desk, twins):
    first, second = twins
    for article, other in (twins, twins[::-1]):
        page = review(desk, article)
        assert f'name="of" value="{other.pk}"' in page
        assert reverse("admin:statements_article_join", args=[other.pk]) in page
    act(desk, first, "join", of=second.pk)
    assert [one.copy for one in appearances_of(second)] == [first]


def test_what_was_published_with_a_copy_is_shown_with_the_article(desk, twins):
    first, second = twins
    Publication.objects.create(article=second, outlet=build_outlet("إذاعة السهول"))
    act(desk, second, "join", of=first.pk)
    assert {one.outlet.name for one in appearances_of(first)} == {"صحيفة الضفة", "إذاعة السهول"}
    page = act(desk, first, "remove_publication", publication=Publication.objects.get().pk)
    assert "أُزيل من مرات النشر: إذاعة السهول" in page.text
    assert [one.outlet.name for one in appearances_of(first)] == ["صحيفة الضفة"]


def test_copies_of_a_copy_go_with_it(desk, twins):
    first, second = twins
    third = build_article(LATER, published=False)
    make_publication(third, second)
    act(desk, second, "join", of=first.pk)
    third.refresh_from_db()
    assert third.publication_of == first


@pytest.mark.parametrize("of", ["", "x", "0", "9" * 30, "itself", "stranger"])
def test_nothing_but_kin_can_be_joined(desk, twins, of):
    _first, second = twins
    stranger = build_article(LATER)
    wanted = {"itself": second.pk, "stranger": stranger.pk}.get(of, of)
    assert "فلم يتغير شيء" in act(desk, second, "join", of=wanted).text
    second.refresh_from_db()
    assert second.publication_of is None


def test_banner_says_what_is_to_be_done_after_publishing(desk, twins):
    first, _second = twins
    assert "فقارن قبل النشر" in review(desk, first)
    first.publish()
    page = review(desk, first)
    assert "قبل النشر" not in page
    assert "هذا المقال منشور، وفي الأرشيف نص يكاد يطابقه" in page


def test_another_publication_is_not_published_nor_waits_for_review(desk, twins):
    first, second = twins
    for article in twins:
        ExtractionRun.objects.create(article=article, state="done")
    act(desk, second, "join", of=first.pk)
    assert "فلا يُنشر وحده" in act(desk, second, "publish", act="publish").text
    desk.post(LIST, {"action": "publish", "_selected_action": [first.pk, second.pk]})
    described = {"action": "describe", "apply": "1", "state": "published", "_selected_action": [second.pk]}
    desk.post(LIST, described)
    states = dict(Article.objects.values_list("title", "state"))
    assert states == {"الأول": "published", "الثاني": "draft"}
    assert not desk.get("/admin/").context["to_review"]
    assert not desk.get(LIST, {"state__exact": "draft"}).context["cl"].queryset
    [listed] = desk.get(LIST, {"state__exact": "copy"}).context["cl"].queryset
    assert listed == second
    assert "نشر آخر لمقال" in desk.get(LIST).text


def test_list_of_articles_with_kin(desk, twins):
    build_article(LATER)
    page = desk.get(LIST, {"kin": "has"})
    assert set(page.context["cl"].queryset) == set(twins)
    assert re.search(
        r">الأول</a><div class=\"desk-alike\">.*?≈ <a[^>]*>الثاني</a> \(صحيفة الضفة\)", page.text, re.DOTALL
    )
    assert page.text.count("≈") == 2


@pytest.mark.parametrize("answer", ["1", confirming.ALONE])
def test_publishing_many_asks_about_those_that_have_kin(desk, twins, answer):
    other = build_article(LATER, title="خبر آخر", published=False)
    chosen = {"action": "publish", "_selected_action": [one.pk for one in (*twins, other)]}
    page = desk.post(LIST, chosen)
    assert "منها مقالان في الأرشيف نصوص تكاد تطابقهما" in page.text
    assert not Article.objects.published()
    desk.post(LIST, chosen | {"apply": answer})
    expected = {"خبر آخر"} if answer == confirming.ALONE else {"خبر آخر", "الأول", "الثاني"}
    assert set(Article.objects.published().values_list("title", flat=True)) == expected
