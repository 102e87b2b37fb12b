"""Outlet, day and state of several articles, changed at once."""

import datetime

import pytest
from django.contrib.admin import helpers

from statements.models import Article
from tests.builders import build_article
from tests.pages import shown

LIST = "/admin/statements/article/"
DAY = datetime.date(2022, 3, 1)


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def choose(desk, articles, **typed):
    chosen = {helpers.ACTION_CHECKBOX_NAME: [article.pk for article in articles], "action": "describe"}
    return desk.post(LIST, chosen | typed, follow=True)


def test_page_names_the_chosen_articles(desk, db):
    articles = [build_article(f"قال الوزير {n} ذلك", title=f"مقال {n}") for n in range(3)]
    response = choose(desk, articles[:2])
    assert "يتغير مقالان" in response.text
    assert "مقال 1" in response.text
    assert "مقال 2" not in response.text


def test_what_is_typed_goes_to_all_and_the_rest_stays(desk, archive):
    articles = [archive.article, archive.draft]
    response = choose(desk, articles, apply="1", outlet="صحيفة الضفة", date="")
    assert "غُيّرت بيانات مقالين" in response.text
    assert {a.outlet.name for a in Article.objects.all()} == {"صحيفة الضفة"}
    assert Article.objects.get(pk=archive.draft.pk).date == datetime.date(2021, 5, 13)
    assert "صار: صحيفة الضفة" in shown(desk.get(f"{LIST}{archive.draft.pk}/history/"))


def test_new_day_moves_statements_without_a_day_of_their_own(desk, archive):
    choose(desk, [archive.article], apply="1", outlet="", date="2022-03-01")
    archive.crossings.refresh_from_db()
    assert archive.crossings.day == DAY


def test_same_values_change_nothing(desk, archive):
    response = choose(desk, [archive.article], apply="1", outlet="وكالة الأفق", date="")
    assert "تعديل بيانات المقال" not in desk.get(f"{LIST}{archive.article.pk}/history/").text
    assert response.status_code == 200


def test_state_is_changed_with_outlet_and_day(desk, archive):
    articles = [archive.article, archive.draft]
    choose(desk, articles, apply="1", outlet="صحيفة الضفة", date="2022-03-01", state="published")
    archive.draft.refresh_from_db()
    assert (archive.draft.state, archive.draft.date, archive.draft.outlet.name) == (
        "published",
        DAY,
        "صحيفة الضفة",
    )
    assert archive.draft.published_at
    assert "كان: مسودة ← صار: منشور" in shown(desk.get(f"{LIST}{archive.draft.pk}/history/"))
    choose(desk, articles, apply="1", outlet="", date="", state="draft")
    assert set(Article.objects.values_list("state", flat=True)) == {"draft"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [({"outlet": "", "date": ""}, "لم تكتب شيئًا"), ({"outlet": "", "date": "2999-01-01"}, "لم يأتِ بعد")],
)
def test_nothing_or_nonsense_is_told_and_the_choice_stays(desk, archive, typed, told):
    response = choose(desk, [archive.article], apply="1", **typed)
    assert response.status_code == 422
    assert told in response.text
    assert f'value="{archive.article.pk}"' in response.text


def test_cancelling_leads_back_to_the_list_as_it_was_filtered(desk, archive):
    chosen = {helpers.ACTION_CHECKBOX_NAME: [archive.draft.pk], "action": "describe"}
    page = desk.post(f"{LIST}?state__exact=draft", chosen).text
    assert f'href="{LIST}?state__exact=draft">إلغاء' in page


def test_publishing_with_the_rest_tells_what_is_lacking(desk, archive):
    Article.objects.filter(pk=archive.draft.pk).update(date=None)
    told = choose(desk, [archive.draft], apply="1", outlet="", date="", state="published").text
    assert "تصريح واحد لم يراجعه محرر" in told
    assert "مقال واحد نُشر بلا تاريخ نشر." in told
