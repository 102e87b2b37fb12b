"""Names completed while they are typed."""

import re

import pytest

from statements.search.completing import complete
from tests.builders import build_actor, build_statement
from tests.pages import queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _indexed(archive, search_index):
    search_index()


def names(typed: str) -> list[str]:
    return [actor.name for actor, _said in complete(typed)]


@pytest.mark.parametrize(
    "typed",
    [
        "سامر",
        "سام",
        "الحل",
        "حلو",
        "الحلوانى",
        "سامر الح",
        "سامر حلوا",
        "الحلوابي",
        "الخلوا",
        "وزير خارجية أرخ",
        "Samer",
        "Hal",
        "samer hal",
        "al-Halwani",
        "Ḥalw",
        "halwany",
        "holwani",
    ],
)
def test_a_name_is_completed_from_its_beginning(typed):
    assert names(typed)[0] == "سامر الحلواني"


@pytest.mark.parametrize("typed", ["", " ", "ا", "؟", "زقزق", "xqz", "سامر البار", "كلمة " * 20])
def test_what_begins_no_name_completes_to_nothing(typed):
    assert names(typed) == []


def test_the_most_quoted_comes_first_with_the_number_of_its_statements(archive):
    assert complete("وزير خارجية") == [(archive.halwani, 2), (archive.baroudi, 1)]


@pytest.mark.parametrize("typed", ["nasrallah", "nasral", "nasrllah", "hasan nasra"])
def test_a_name_of_two_words_that_is_one_in_latin_is_completed(typed, archive, search_index):
    # A made-up man: what is tested is a name of two words.
    build_statement(archive.article, "ضرورة فتح المعابر", by=[build_actor("حسن نصر الله الأرخاني")])
    search_index()
    assert names(typed)[0] == "حسن نصر الله الأرخاني"


def test_a_name_comes_before_an_office_of_the_same_words(archive):
    assert names("بارودي")[0] == names("baroudi")[0] == "ليث البارودي"


def test_who_is_not_public_is_never_offered(search_index):
    build_actor("هيثم الكاشوري")
    search_index()
    assert names("الكاشوري") == []


def test_names_are_given_to_the_pages_script(client, archive):
    answer = client.get("/search/names/?q=سام")
    assert answer.json() == {
        "names": [{"name": "سامر الحلواني", "slug": "سامر-الحلواني", "kind": "شخص", "said": 2}]
    }
    assert answer["Cache-Control"] == "max-age=60, public"
    assert queries(client, "/search/names/?q=وزير") <= 2


@pytest.mark.parametrize("query", ["", "?q=", "?q=%00", "?q=%ff", "?q=" + "ك" * 500])
def test_nonsense_is_no_error(client, query):
    assert client.get(f"/search/names/{query}").json() == {"names": []}


def test_every_box_for_a_name_asks_for_names(client):
    assert boxes_of(client.get("/search/").content.decode()) >= {"q", "speaker", "to"}


@pytest.mark.parametrize("address", ["/", "/actors/", "/search/help/", "/no-such-page/"])
def test_the_box_for_words_offers_names_on_every_page(client, address):
    page = client.get(address).content.decode()
    assert boxes_of(page) == {"q"}
    assert "site/names.js" in page


def boxes_of(page: str) -> set[str]:
    boxes = re.findall('<input[^>]*data-names-url="/search/names/"[^>]*>', page)
    return {re.search('name="(.*?)"', box)[1] for box in boxes}
