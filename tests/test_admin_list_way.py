"""An editor who filtered or sorted a list goes on in that list."""

import re

import pytest
from django.urls import reverse

from statements.models import Article
from tests.builders import build_actor, build_article, build_statement
from tests.pages import shown

pytestmark = pytest.mark.django_db
LIST = "/admin/statements/article/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def five(db):
    """Articles stored one after the other; the list shows the last first."""
    return [build_article(f"خبر رقم {at} عن السلام.", published=at != 2) for at in range(5)]


def review(desk, article):
    return desk.get(reverse("admin:statements_article_review", args=[article.pk]))


def following(desk, article) -> int | None:
    found = re.search(r'/article/(\d+)/review/" data-page-key="N"', review(desk, article).text)
    return found and int(found[1])


def test_the_next_one_is_the_next_of_the_filtered_list(desk, five):
    desk.get(LIST, {"state__exact": "published"})
    assert following(desk, five[3]) == five[1].pk  # 2 is a draft, and not in the list
    assert "القائمة: بقي بعده مقالان" in shown(review(desk, five[3]))


def test_the_order_of_the_list_is_kept_though_what_it_asks_for_is_done(desk, five):
    desk.get(LIST, {"state__exact": "published", "o": "1"})  # by title
    order = list(Article.objects.published().order_by("title", "-pk").values_list("pk", flat=True))
    Article.objects.get(pk=order[1]).unpublish()
    assert following(desk, Article.objects.get(pk=order[1])) == order[2]


def test_the_end_of_the_list_leads_back_to_it(desk, five):
    desk.get(LIST, {"state__exact": "published"})
    text = review(desk, five[0]).text
    assert f'href="{LIST}?state__exact=published" data-page-key="N">آخر القائمة: عد إليها' in text


def test_an_article_that_is_gone_is_passed_over(desk, five):
    desk.get(LIST, {"state__exact": "published"})
    five[1].delete()
    assert following(desk, five[3]) == five[0].pk


@pytest.mark.parametrize("asked", [{}, {"p": "1"}])
def test_the_whole_list_is_the_desks_own_order(desk, five, asked):
    desk.get(LIST, {"state__exact": "published"})
    desk.get(LIST, asked)
    assert "القائمة" not in shown(review(desk, five[3])).partition("التصريحات")[0]


def test_a_list_of_statements_goes_on_by_article(desk, five):
    speaker = build_actor("سامر الحلواني")
    for at in (0, 1, 1, 4):
        build_statement(five[at], f"خبر رقم {at}", by=[speaker])
    desk.get("/admin/statements/statement/", {"state__exact": "machine"})
    assert following(desk, five[4]) == five[1].pk
    assert following(desk, five[1]) == five[0].pk
