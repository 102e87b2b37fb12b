"""The search page: results, marks, filters that can be taken off, paging, advice, errors in Arabic."""

import datetime
import html
import re
from urllib.parse import quote, unquote

import pytest
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.gunicorn import limit_request_line
from statements.extraction.normalize import fold
from statements.search.reading import FIELDS, MOST_TYPED
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
    response = find("q=نريد&speaker=سامر-الحلواني&event=phone_call&from=2021-05-01")
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
    speakers = {one["choice"].label: one for one in facets["المتحدث"]}
    assert set(speakers) == {"سامر الحلواني", "ليث البارودي"}
    narrowed = find(speakers["ليث البارودي"]["toggle"].removeprefix("/search/?"))
    assert "تصريح واحد" in shown(narrowed)
    without = find(speakers["ليث البارودي"]["leave_out"].removeprefix("/search/?"))
    assert "تصريحان" in shown(without)
    assert "دون المتحدث: ليث البارودي" in shown(without)


def test_a_choice_is_taken_back_where_it_was_made(find):
    response = find("speaker=ليث-البارودي&speaker=سامر-الحلواني&no_kind=direct&page=2")
    facets = {facet["name"]: facet["choices"] for facet in response.context["facets"]}
    one = next(one for one in facets["speaker"] if one["choice"].label == "ليث البارودي")
    assert one["choice"].chosen
    assert unquote(one["toggle"]) == "/search/?speaker=سامر-الحلواني&no_kind=direct"
    left_out = next(one for one in facets["kind"] if one["choice"].left_out)
    assert "no_kind" not in left_out["toggle"]
    assert [chip["off"].count("speaker=") for chip in response.context["chips"]] == [1, 1, 2]


def test_every_value_of_a_facet_can_be_searched(client, find, archive):
    page = client.get("/search/by/speaker/?kind=indirect&find=بارودى")
    assert [one["choice"].label for one in page.context["choices"]] == ["ليث البارودي"]
    assert unquote(page.context["choices"][0]["toggle"]) == "/search/?kind=indirect&speaker=ليث-البارودي"
    assert "ليس في القائمة" in shown(client.get("/search/by/speaker/?find=زقزقة"))
    assert client.get("/search/by/nonsense/").status_code == 404


def test_nothing_found_gives_advice(find):
    page = shown(find("q=زقزقة&kind=direct"))
    assert "لا نتائج" in page
    assert "أزل مرشحًا من المرشحات أعلاه" in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("from=أمس", "من تاريخ: «أمس» ليس تاريخًا معروفًا: اكتب مثلًا 12/05/2021 أو 05/2021 أو 2021."),
        ("from=31/02/2021", "من تاريخ: «31/02/2021» ليس تاريخًا معروفًا"),
        ("from=2022&until=2021", "إلى تاريخ: تاريخ النهاية قبل تاريخ البداية."),
        ("speaker=لا-أحد", "المتحدث: لا أحد في الأرشيف باسم «لا-أحد» أو بهذا المنصب."),
        ("outlet=nowhere", "جهة النشر: «nowhere» ليس من القائمة: اختر منها."),
        ("event=wedding", "المناسبة: «wedding» ليس من القائمة"),
        ("kind=x", "نوع النقل: «x» ليس من القائمة"),
        ("q=😀 %25 (", "كلمات البحث: لم تُكتب كلمة يُبحث عنها"),
    ],
)
def test_what_cannot_be_understood_is_told_and_nothing_is_listed(find, query, message):
    response = find(f"q=المقاومة&{query}")
    page = shown(response).replace("\u2068", "").replace("\u2069", "").replace("\u2066", "")
    assert message in page
    assert page.count(message.partition(": ")[2]) == 2  # above the place of the results, and at the field
    assert "كرامة الشعبين" not in page
    assert "تصفّح" not in page
    assert response.context["facets"] == response.context["hits"] == []


def test_a_name_that_several_carry_says_who_is_meant_and_lets_choose(find):
    response = find("speaker=وزير الخارجية")
    assert "المقصود بـ«وزير الخارجية»: سامر الحلواني، ليث البارودي" in shown(response)
    assert "المتحدث: وزير الخارجية" in shown(response)
    assert "3 تصريحات" in shown(response)
    (one,) = response.context["meant"]
    addresses = {actor.name: address for actor, address in one["actors"]}
    chosen = find(addresses["ليث البارودي"].removeprefix("/search/?"))
    assert "تصريح واحد" in shown(chosen)
    assert chosen.context["meant"] == []


def test_who_bears_the_name_comes_first_with_a_link(find, archive):
    response = find("q=سامر الحلواني")
    assert response.context["hits"] == [(archive.halwani, 2)]
    assert "سامر الحلواني — تصريحان صادران" in shown(response)
    assert f'<a href="{escape(archive.halwani.get_absolute_url())}">' in response.content.decode()


def test_a_name_spelled_almost_so_is_proposed(find):
    response = find("q=الحلوابي")
    assert "هل تقصد سامر الحلواني؟" in shown(response)
    ((_actor, address),) = response.context["near"]
    assert "تصريحان صادران" in shown(find(address.removeprefix("/search/?")))
    assert "هل تقصد سامر الحلواني؟" in shown(find("speaker=الحلوابي"))


def test_what_only_articles_have_is_pointed_to(find):
    assert "في نصوص المقالات: مقال واحد" in shown(find("q=هاتفيا"))


def test_of_a_long_text_the_first_words_are_looked_for(find):
    page = shown(find("q=" + "المقاومة حق " * 16 + "زقزقة " * 50))
    assert "بُحث بكلماته الأولى فقط" in page
    assert "تصريح واحد" in page


def test_every_box_takes_as_much_and_an_address_with_so_much_is_served(find, client):
    for address in ("/", "/search/", "/nowhere/"):
        assert f'maxlength="{MOST_TYPED}"' in client.get(address).content.decode()
    assert len("GET /search/?q=&what=articles HTTP/1.1") + len(quote("ك" * MOST_TYPED)) < limit_request_line


def test_empty_fields_in_the_address_mean_nothing(find):
    full = find("q=نريد&speaker=&to=&event=&kind=&outlet=&from=&until=")
    assert full.status_code == 200
    assert full.context["results"].total == find("q=نريد").context["results"].total == 1


@pytest.mark.parametrize(
    ("query", "canonical", "title"),
    [
        ("", "", "البحث"),
        ("x=1&page=1", "", "البحث"),
        ("q= المقاومة", "?q=المقاومة", "بحث: المقاومة"),
        (
            "kind=direct&speaker=الحلوانى&q=نريد&from=2021-05",
            "?q=نريد&speaker=سامر-الحلواني&kind=direct&from=2021-05",
            "بحث: نريد، المتحدث: سامر الحلواني، نوع النقل: مباشر، من تاريخ: 1 مايو 2021",
        ),
        ("what=articles&page=7", "?what=articles", "البحث"),
    ],
)
def test_title_and_canonical_address_say_what_is_searched(find, query, canonical, title):
    page = html.unescape(find(query).content.decode())
    assert f"<title>{title} – أرشيف التصريحات</title>" in page
    (address,) = re.findall('<link rel="canonical" href="([^"]*)">', page)
    assert unquote(address) == f"http://testserver/search/{canonical}"


def test_a_page_beyond_the_last_is_the_last_and_says_so(archive, search_index, client):
    grow(archive, 12)
    search_index()
    for number, there in [("99", 2), ("2", 2), ("0", 1), ("-1", 1), ("abc", 1)]:
        response = client.get(f"/search/?page={number}")
        assert response.context["page"].number == there
        assert ("?page=2" in re.search("canonical.*", response.content.decode())[0]) == (there == 2)


def test_words_can_be_put_in_any_order(find):
    response = find("q=الحلواني")
    assert [sort for sort, _address in response.context["sorts"]] == ["relevance", "newest", "oldest"]
    assert response.context["results"].sort == "relevance"
    assert find("q=الحلواني&sort=newest").context["results"].sort == "newest"
    assert [sort for sort, _address in find().context["sorts"]] == ["newest", "oldest"]


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


@pytest.mark.parametrize(
    "address",
    ["/search/?q=نريد&", "/actors/?", "/outlets/?", "/events/?", "{0}?list=said&", "{0}to/{1}/?"],
)
def test_a_page_that_a_list_has_not_is_told_and_another_shown(find, client, archive, address):
    find()
    actors = archive.halwani.get_absolute_url(), archive.baroudi.slug
    address = address.format(*actors)
    for page in ("9", "0", "x"):
        assert "ليس في القائمة صفحة بهذا الرقم: هذه الصفحة 1 من 1." in shown(
            client.get(f"{address}page={page}")
        )
    assert "صفحة بهذا الرقم" not in shown(client.get(f"{address}page=1"))


def test_only_the_list_of_all_is_indexed_by_search_engines(find):
    assert '<meta name="robots" content="noindex">' in find("q=نريد").content.decode()
    assert "noindex" not in find().content.decode()


def test_the_number_of_queries_does_not_grow(find, client, archive, search_index):
    grow(archive, 3)
    search_index()
    few = queries(client, "/search/?q=الحلواني")
    grow(archive, 12, day=datetime.date(2022, 1, 1))
    search_index()
    assert queries(client, "/search/?q=الحلواني") == few <= 12


def test_how_the_words_were_read_is_told_where_they_are_more_than_words(find):
    page = shown(find("q=المقاومة أو سلام -حرب المتحدث:الحلواني"))
    page = page.replace("\u2068", "").replace("\u2069", "")
    assert "قُرئ البحث هكذا: «المقاومة» أو «سلام»؛ دون «حرب»؛ المتحدث: سامر الحلواني. كيف يُكتب البحث" in page
    assert "قُرئ البحث" not in shown(find("q=المقاومة حق"))


def test_a_field_that_makes_no_sense_is_left_out_and_that_is_told(find):
    page = shown(find("q=المقاومة التاريخ:أمس النوع:؟")).replace("\u2068", "").replace("\u2069", "")
    assert "التاريخ: «أمس» (غير مفهوم، فلم يُبحث به)" in page
    page = shown(find("q=المقاومة المتحدث:لاأحد")).replace("\u2068", "").replace("\u2069", "")
    assert "المتحدث: «لاأحد» (لا أحد بهذا الاسم)" in page
    assert "لا نتائج" in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("date:abc", "التاريخ: «abc» ليس تاريخًا معروفًا: اكتب مثلًا"),
        ("التاريخ:2021-02-30", "«2021-02-30» ليس تاريخًا معروفًا"),
        ("النوع:خرافي", "نوع النقل: «خرافي» ليس من القائمة: اكتب مثلًا مباشر أو"),
        ("التاريخ:2023..2021", "التاريخ: تاريخ النهاية قبل تاريخ البداية."),
    ],
)
def test_a_query_of_nothing_understood_finds_nothing_and_says_what_to_write(find, typed, told):
    response = find(f"q={typed}")
    assert told in shown(response).replace("\u2068", "").replace("\u2069", "")
    assert response.context["results"].total == 0
    beside = shown(find(f"q=المقاومة {typed}"))
    assert "فلم يُبحث به" in beside
    assert "كرامة الشعبين" in beside


def test_a_field_that_there_is_not_is_told(find):
    page = shown(find("q=كاتب:المقاومة")).replace("\u2068", "").replace("\u2069", "")
    assert "لا حقل بهذا الاسم: «كاتب»، فقُرئ كلمات. الحقول: المتحدث، إلى، الدولة" in page
    page = shown(find("q=المقاومة OR")).replace("\u2068", "").replace("\u2069", "")
    assert "لا كلمة بعد «OR»، فلم يُبحث بها." in page
    assert "كرامة الشعبين" in page


def test_letter_for_letter_is_a_filter_that_can_be_taken_off(find):
    response = find("q=والمقاومه&match=exact")
    assert response.context["results"].total == 0
    assert [chip["value"] for chip in response.context["chips"]] == ["حرفًا حرفًا كما كُتبت"]
    assert find("q=والمقاومة&match=exact").context["results"].total == 1


def test_a_choice_among_folded_facets_leads_back_to_its_place(find):
    page = find().content.decode()
    folded = page[
        page.index('<details class="facets-above">') : page.index("</details>", page.index("facets-above"))
    ]
    assert 'id="by-speaker"' in folded
    assert re.search(r'href="/search/\?speaker=[^"]*#by-speaker"', folded)
    assert page.count('id="by-speaker"') == 1


def test_the_page_of_articles_says_what_it_counts(find):
    assert "تصريح واحد على الأقل يوافق" in shown(find("what=articles&kind=direct"))
    assert "يوافق كل ما اخترت" not in shown(find("what=articles&q=المعابر"))


def test_the_help_page_shows_examples_that_are_understood(find, client):
    response = client.get("/search/help/")
    page = shown(response)
    assert "كيف يُكتب البحث" in page
    for example, *_ in [*response.context["examples"], *response.context["fields"]]:
        assert escape(example) in response.content.decode()
        assert find(f"q={quote(example)}").context["results"].errors == []
    shown_names = {fold(name) for _example, _meaning, names in response.context["fields"] for name in names}
    assert shown_names == {fold(name) for names in FIELDS.values() for name in names}
    assert "السلام AND الحوار NOT الحرب" in page
    assert '<a href="/search/help/">' in find().content.decode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["«", '"', "-", "=", "*", "أو", "قرب/2", "المتحدث:", "date:2021..", "النوع:", "zarif"]
            ),
            st.text(max_size=6),
        ),
        max_size=8,
    ).map(" ".join)
)
def test_whatever_is_typed_gives_a_page(find, typed):
    assert find(f"q={quote(typed)}").status_code == 200


def test_tabs_say_how_much_of_each_kind_there_is(find):
    tabs = {what: count for what, _label, count, _address in find("q=الحلواني").context["tabs"]}
    assert tabs == {"statements": 3, "articles": 1, "actors": 2, "events": 1}
    assert {count for _what, _label, count, _address in find().context["tabs"]} == {None}
    assert {count for _what, _label, count, _address in find("kind=direct").context["tabs"]} == {1, 2}


def test_actors_of_the_statements_found_are_listed_with_how_many_are_theirs(find, archive):
    response = find("q=كرامة&what=actors")
    page = shown(response)
    assert "جهتان" in page
    assert {actor.pk for actor in response.context["page"]} == {archive.halwani.pk, archive.baroudi.pk}
    assert "سامر الحلواني تصريح واحد" in page
    assert "الترتيب" not in page
    counts = [actor.statement_count for actor in find("what=actors&q=الحلواني").context["page"]]
    assert counts == [3, 2]


def test_occasions_of_the_statements_found_are_listed(find, archive):
    response = find("q=كرامة&what=events")
    assert "مناسبة واحدة" in shown(response)
    assert archive.call.get_absolute_url() in response.content.decode()
    assert "لا نتائج" in shown(find("q=المعابر&what=events"))


@pytest.mark.parametrize("what", ["actors", "events"])
@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_actors_and_occasions_can_be_taken_along(find, what, format):
    response = find(f"q=كرامة&what={what}&format={format}")
    assert response.status_code == 200
    assert b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("cut", "found"),
    [
        ("/articles/", "/search/?what=articles"),
        ("/statements/", "/search/"),
        ("/en/articles/", "/en/search/?what=articles"),
    ],
)
def test_address_cut_behind_its_first_word_leads_to_the_search(client, cut, found):
    response = client.get(cut)
    assert (response.status_code, response["Location"]) == (302, found)
