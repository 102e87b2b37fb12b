"""The search page: results, marks, filters that can be taken off, paging, advice, errors in Arabic."""

import datetime

import pytest
from django.utils.html import escape

from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def find(client, archive, search_index):
    """The search page for a query string, over the small archive."""
    search_index()
    return lambda query="": client.get(f"/search/?{query}")


def test_matches_are_marked_in_any_spelling(find):
    response = find("q=المقاومه")
    assert "<mark>والمقاومة</mark>" in response.content.decode()
    assert "تصريح واحد" in shown(response)


def test_without_words_everything_published_is_listed(find):
    page = shown(find())
    assert "3 تصريحات" in page
    assert "السر" not in page


def test_articles_are_searched_too(find, archive):
    response = find("q=الحلواني&what=articles")
    assert archive.article.get_absolute_url() in response.content.decode()
    assert "مقال واحد" in shown(response)
    assert '<input type="hidden" name="what" value="articles">' in response.content.decode()


def test_the_words_stand_in_the_box_escaped(find):
    page = find('q="><script>alert(1)</script>').content.decode()
    assert escape('"><script>alert(1)</script>') in page
    assert "<script>alert" not in page


def test_filters_in_force_are_chips_that_can_be_taken_off(find):
    response = find("q=نريد&speaker=سامر-الحلواني&event=phone_call&from=2021-05-01&until=")
    chips = response.context["chips"]
    assert [str(chip["label"]) for chip in chips] == ["المتحدث", "المناسبة", "من تاريخ"]
    assert "المتحدث: سامر الحلواني" in shown(response)
    assert "من تاريخ: 1 مايو 2021" in shown(response)
    without_speaker = chips[0]["off"]
    assert "speaker" not in without_speaker
    assert "event=phone_call&from=2021-05-01" in without_speaker


def test_an_actor_chosen_stays_chosen_when_the_form_is_sent_again(find):
    page = find("speaker=الحلوانى").content.decode()
    assert '<input type="hidden" name="speaker" value="سامر-الحلواني">' in page


def test_paging_keeps_the_whole_query(find, archive, search_index):
    grow(archive, 12)
    search_index()
    page = find("q=الحلواني&kind=indirect").content.decode()
    assert "?q=%D8%A7%D9%84%D8%AD%D9%84%D9%88%D8%A7%D9%86%D9%8A&amp;kind=indirect&amp;page=2" in page
    assert find("q=الحلواني&page=2").context["page"].number == 2
    assert find("q=الحلواني&page=x").status_code == 200


def test_results_can_be_narrowed_by_what_tells_them_apart(find):
    response = find()
    facets = {str(facet["label"]): facet["choices"] for facet in response.context["facets"]}
    assert {choice.label for choice, _address in facets["المتحدث"]} == {"سامر الحلواني", "ليث البارودي"}
    addresses = [address for choice, address in facets["المتحدث"] if choice.label == "ليث البارودي"]
    assert "تصريح واحد" in shown(find(addresses[0].removeprefix("?")))


def test_nothing_found_gives_advice(find):
    page = shown(find("q=زقزقة&kind=direct"))
    assert "لا نتائج" in page
    assert "أزل مرشحًا من المرشحات أعلاه" in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("from=أمس", "اكتب تاريخاً مثل \u20662021-05-12\u2069"),
        ("speaker=لا-أحد", "لا أحد في الأرشيف بهذا الاسم"),
        ("outlet=nowhere", "خيار"),
    ],
)
def test_bad_values_are_told_in_arabic_and_the_rest_still_applies(find, query, message):
    response = find(f"q=المقاومة&{query}")
    assert message in shown(response)
    assert "تصريح واحد" in shown(response)


def test_without_an_index_the_page_says_so(client, archive, settings, tmp_path):
    settings.SEARCH_INDEX = tmp_path / "none"
    response = client.get("/search/?q=المقاومة")
    assert response.status_code == 200
    assert "البحث قيد الإعداد" in shown(response)


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ff", "page=999999999999", "what=x", "sort=x", "q=" + "(" * 400]
)
def test_nonsense_is_no_error(find, query):
    assert find(query).status_code == 200


def test_the_page_is_not_indexed_by_search_engines(find):
    assert '<meta name="robots" content="noindex">' in find("q=نريد").content.decode()


def test_the_number_of_queries_does_not_grow(find, client, archive, search_index):
    grow(archive, 3)
    search_index()
    few = queries(client, "/search/?q=الحلواني")
    grow(archive, 12, day=datetime.date(2022, 1, 1))
    search_index()
    assert queries(client, "/search/?q=الحلواني") == few <= 12
