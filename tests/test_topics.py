"""The words that are somebody's own."""

import pytest

from statements.pages.topics import characteristic
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody(search_index):
    """An archive in which all speak of peace and few of dams."""
    for number in range(50):
        text = f"قال ناطق إن السلام قريب {number}."
        build_statement(build_article(text), "السلام قريب", by=[build_actor(f"ناطق {number}")])
    search_index()


def test_rare_words_come_first_and_common_ones_not_at_all(everybody):
    said = ["السلام قريب والسدود آمنة"] * 3 + ["السدود لنا جميعاً"] * 2
    words = characteristic(said)
    assert words[0] == "السدود"
    assert not {"سلام", "السلام"} & set(words)


def test_numbers_function_words_rare_ones_and_ones_own_name_are_no_topics(everybody):
    said = ["إن الحلواني يجب أن يكون هذا من 2021 إلى السدود"] * 3 + ["مرة واحدة"]
    assert characteristic(said, but=["سامر الحلواني"]) == ["السدود"]


def test_words_that_mostly_stand_beside_each_other_are_one(everybody):
    said = ["بالسدود العالية نحتفل", "والسدود العالية لنا", "عند السدود العالية", "السدود قديمة"]
    assert characteristic(said) == ["السدود العالية"]


def test_words_that_only_meet_stay_apart(everybody):
    said = ["السدود العالية لنا"] * 3 + ["السدود قديمة"] * 4 + ["الجبال العالية بعيدة"] * 4
    assert {"السدود", "الجبال"} <= set(characteristic(said))


def test_without_an_index_there_are_none(settings, tmp_path):
    settings.SEARCH_INDEX = tmp_path / "nothing"
    assert characteristic(["السدود"] * 5) == []
