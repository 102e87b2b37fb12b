"""Words that rose and fell between the earlier statements of a search and the later ones."""

import datetime

import pytest

from statements.pages.trends import changed_words
from tests.builders import build_article, build_statement
from tests.pages import shown


def words(changed) -> list[str]:
    return [row.word for row in changed]


def test_words_that_come_and_go_are_told_apart():
    earlier = ["نريد هدنة دائمة", "الهدنة قريبة", "هدنة اليوم", "نبحث عن هدنة"] * 3
    later = ["نفتح المعابر غدا", "المعابر مفتوحة", "فتح معابر جديدة", "معابر الشمال"] * 3
    risen, fallen = changed_words(earlier, later)
    assert "معابر" in " ".join(words(risen))
    assert "هدنة" in " ".join(words(fallen))
    assert not set(words(risen)) & set(words(fallen))


def test_what_stays_or_is_rare_is_not_said_to_change():
    same = ["السلام ممكن", "نريد السلام", "السلام أولًا", "لا سلام بعد"] * 3
    assert changed_words(same, [*same, "كلمة وحيدة"]) == ([], [])


def test_the_numbers_say_in_how_many_statements_a_word_stands():
    risen, _fallen = changed_words(["نص آخر تماما"] * 8, ["المعابر المعابر مفتوحة"] * 8)
    crossing = next(row for row in risen if "معابر" in row.word)
    assert (crossing.earlier, crossing.later) == (0, 8)


@pytest.fixture
def years(archive, search_index):
    """Twelve statements on a truce in 2019, twelve on crossings in 2022."""
    for number in range(12):
        for year, content in ((2019, f"هدنة طويلة رقم {number}"), (2022, f"معابر مفتوحة رقم {number}")):
            article = build_article(
                f"قال سامر الحلواني إن {content}.", date=datetime.date(year, 3, 1 + number)
            )
            build_statement(article, content, by=[archive.halwani], kind="indirect")
    search_index()


@pytest.mark.django_db
def test_a_search_over_time_shows_first_last_and_changed_words(client, archive, years):
    response = client.get(f"/search/over-time/?speaker={archive.halwani.slug}")
    page = shown(response)
    assert [s.day for s in response.context["ends"]] == [
        datetime.date(2019, 3, 1),
        datetime.date(2022, 3, 12),
    ]
    assert "معابر" in " ".join(words(response.context["risen"]))
    assert "هدنة" in " ".join(words(response.context["fallen"]))
    assert "مارس 2019" in page
    rows = b"".join(client.get(f"/search/over-time/?speaker={archive.halwani.slug}&format=csv")).decode()
    assert "2019-03,12" in rows


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "message"),
    [("q=ههههه", "ليس في هذا البحث تصريح"), ("from=غد", "ليس تاريخًا معروفًا"), ("q=%00", "تصريح")],
)
def test_nothing_over_time_is_said_plainly(client, archive, search_index, query, message):
    search_index()
    assert message in shown(client.get(f"/search/over-time/?{query}"))


@pytest.mark.django_db
def test_over_time_without_an_index_says_so(client, archive, settings, tmp_path):
    settings.SEARCH_INDEX = tmp_path / "none"
    assert "البحث قيد الإعداد" in shown(client.get("/search/over-time/"))
