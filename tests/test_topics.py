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
    assert words[0] == "سدود"
    assert "سلام" not in words


def test_numbers_function_words_rare_ones_and_ones_own_name_are_no_topics(everybody):
    said = ["إن الحلواني هذا من 2021 إلى السدود"] * 3 + ["مرة واحدة"]
    assert characteristic(said, but=["سامر الحلواني"]) == ["سدود"]


def test_without_an_index_there_are_none(settings, tmp_path):
    settings.SEARCH_INDEX = tmp_path / "nothing"
    assert characteristic(["السدود"] * 5) == []
