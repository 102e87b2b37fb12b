"""The first page: what was said last, by whom most, on which occasions; nothing unpublished, to anybody."""

import datetime

import pytest

from statements.models import Statement
from tests.builders import build_actor, build_article, build_statement
from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


def test_an_empty_archive_says_so(client):
    assert "لم يُنشر في الأرشيف شيء بعد" in shown(client.get("/"))


def test_latest_statements_actors_and_events_are_shown(client, archive):
    page = shown(client.get("/"))
    assert "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق" in page
    assert "سامر الحلواني تصريحان" in page
    assert "اتصال هاتفي بين سامر الحلواني وليث البارودي 12 مايو 2021" in page
    assert "3 تصريحات · مقال واحد" in page


def test_drafts_are_shown_to_nobody(client, admin_client, archive):
    assert "السر" not in shown(client.get("/"))
    assert "السر" not in shown(admin_client.get("/"))


def test_who_never_gave_a_name_is_not_among_the_most_quoted(client, archive):
    unnamed = build_actor("مصدر مطلع", "unnamed")
    article = build_article("قال مصدر مطلع إن الموعد قريب.")
    build_statement(article, "الموعد قريب", by=[unnamed], cue="قال", kind="indirect")
    assert unnamed not in client.get("/").context["actors"]


def test_a_long_article_does_not_fill_the_page(client, archive):
    long = build_article("قال سامر الحلواني: " + " ".join(f"كلام{n}" for n in range(20)), date=_day(9))
    for n in range(12):
        build_statement(long, f"كلام{n}", by=[archive.halwani])
    grow(archive, 5, day=_day(1))
    shown_statements = client.get("/").context["statements"]
    assert [s.article_id for s in shown_statements].count(long.pk) == 3
    assert len(shown_statements) == 10


def test_a_long_article_fills_the_page_where_there_is_nothing_else(client, archive):
    for _ in range(12):
        build_statement(archive.article, "اتصالاً هاتفياً", by=[archive.halwani], state="confirmed")
    assert len(client.get("/").context["statements"]) == 10


def test_newest_come_first(client, archive):
    grow(archive, 1)
    days = [statement.day for statement in client.get("/").context["statements"]]
    assert days == sorted(days, reverse=True)
    assert len(days) == Statement.objects.published().count()


def test_the_number_of_queries_does_not_grow(client, archive):
    grow(archive, 1)
    few = queries(client, "/")
    grow(archive, 8, day=_day(2))
    assert queries(client, "/") == few <= 12


def _day(day: int) -> datetime.date:
    return datetime.date(2021, 7, day)
