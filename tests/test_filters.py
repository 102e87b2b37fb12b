"""A query string becomes a query: the right rows, marked, in order; nonsense becomes a message."""

import datetime
import re

import pytest
from django.http import QueryDict

from statements.filters.searches import search
from statements.models import Actor, Article, Statement
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def find(archive, search_index):
    """Results of a query string over the small archive."""
    search_index()
    return lambda query="": search(QueryDict(query))


def contents(results) -> list[str]:
    return [row.content for row in results.page(1)]


def test_without_parameters_everything_published_is_found_newest_first(find):
    results = find()
    assert list(results.page(1)) == list(Statement.objects.published().newest())
    assert results.total == 3
    assert results.ready
    assert not results.is_asked


@pytest.mark.parametrize("typed", ["المقاومة", "المقاومه", "ٱلمُقَاوَمَة", "والمقـــاومة", "مقاومة", "للمقاومة"])
def test_any_spelling_finds_the_word_and_marks_it(find, typed):
    (row,) = find(f"q={typed}").page(1)
    assert row.highlighted == "نريد حلاً سلمياً يحفظ كرامة الشعبين، <mark>والمقاومة</mark> حق"


def test_drafts_are_never_found(find):
    assert find("q=السر").total == 0
    assert find("q=السر&what=articles").total == 0


def test_a_name_finds_what_its_bearer_said_and_was_told(find, archive):
    assert set(find("q=البارودي").page(1)) == {archive.peace, archive.refusal}


def test_a_known_office_finds_its_holder_even_where_the_text_has_only_the_name(find, archive):
    assert set(find("q=وزير+خارجية+ذورين").page(1)) == {archive.peace, archive.refusal}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker=سامر-الحلواني", {"peace", "crossings"}),
        ("to=سامر-الحلواني", {"refusal"}),
        ("speaker=سامر-الحلواني&to=ليث-البارودي", {"peace"}),
        ("speaker=الحلوانى", {"peace", "crossings"}),
        ("event=phone_call", {"peace", "refusal"}),
        ("event=meeting", set()),
        ("kind=indirect", {"refusal", "crossings"}),
        ("outlet=وكالة-الأفق", {"peace", "refusal", "crossings"}),
        ("from=2021-05-12&until=2021-05-12", {"peace", "refusal", "crossings"}),
        ("from=2021-05-13", set()),
        ("until=2021-05-11", set()),
        ("from=١٢/٥/٢٠٢١", {"peace", "refusal", "crossings"}),
        ("until=۲۰۲۰", set()),
        ("from=2021&until=2021", {"peace", "refusal", "crossings"}),
        ("from=2021-05&until=2021-05", {"peace", "refusal", "crossings"}),
        ("from=5/2021", {"peace", "refusal", "crossings"}),
        ("from=2021-06", set()),
        ("until=2021-04", set()),
        ("q=ترفض أو كرامة", {"peace", "refusal"}),
        ("q=ترفض OR المعابر OR زقزقة", {"refusal", "crossings"}),
        ("q=السابقة،الحوار", {"refusal"}),
        ("q=السابقة/الحوار", {"refusal"}),
        ("q=السابقة و الحوار", {"refusal"}),
        ("q=فتح&speaker=ليث-البارودي", set()),
        ("q=حق+-كرامة", set()),
    ],
)
def test_filters(find, archive, query, expected):
    assert set(find(query).page(1)) == {getattr(archive, name) for name in expected}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("speaker=لا-أحد", "speaker"),
        ("to=%00", "to"),
        ("event=wedding", "event"),
        ("kind=<script>", "kind"),
        ("outlet=لا-شيء", "outlet"),
        ("from=أمس", "from"),
        ("from=2021-02-30", "from"),
        ("from=0000", "from"),
        ("until=99999999999999999999", "until"),
        ("outlet=%00", "outlet"),
        ("from=31/02/2021", "from"),
        ("from=2021-13", "from"),
        ("until=abc", "until"),
        ("speaker=٪", "speaker"),
        ("q=😀", "q"),
        ('q=%25+"+(+*', "q"),
        ("q=و", "q"),
        ("from=2022&until=2021", "until"),
        ("sort=up", "sort"),
        ("what=everything", "what"),
    ],
)
def test_a_bad_value_is_a_message_of_our_own_and_finds_nothing(find, query, field):
    results = find(f"{query}&{'event=phone_call' if field != 'event' else 'kind=indirect'}")
    assert list(results.form.errors) == [field]
    (label, message) = results.errors[0]
    assert label == str(results.form.fields[field].label)
    assert re.search("[\u0600-\u06ff]{3}", message)
    assert "صالح" not in message  # Django's wording
    assert results.total == 0
    assert list(results.page(1)) == list(results.rows()) == results.years == []
    assert all(facet.choices == [] for facet in results.facets)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("speaker=الحلوانى", ["سامر الحلواني"]),
        ("speaker=سامر", ["سامر الحلواني"]),
        ("speaker=وزير خارجية ذورين", ["ليث البارودي"]),
        ("speaker=وزير الخارجية", ["سامر الحلواني", "ليث البارودي"]),
        ("speaker=وزير ذورين", ["ليث البارودي"]),  # all the words, not one after the other
        ("speaker=خارجية البارودي", ["ليث البارودي"]),
        ("speaker=الأفق", ["وكالة الأفق"]),
        ("speaker=بارودي", ["ليث البارودي"]),
        ("speaker=أفق", ["وكالة الأفق"]),
        ("speaker=«سامر الحلواني»", ["سامر الحلواني"]),
        ("to=وزير الخارجيه، أرخانيا", ["سامر الحلواني"]),
    ],
)
def test_an_actor_is_meant_by_any_part_of_a_name_or_office(find, query, names):
    found = find(query)
    assert sorted(actor.name for actor in [*found.actors("speaker"), *found.actors("to")]) == sorted(names)


@pytest.mark.parametrize("typed", ["سامي", "الحلو", "وزير الدفاع", "سامر البارودي", "وزيرة", "أرخانيون"])
def test_parts_of_words_and_words_of_two_actors_mean_nobody(find, typed):
    results = find(f"speaker={typed}")
    assert "لا أحد" in results.errors[0][1]
    assert results.total == 0


def test_a_state_is_not_everybody_with_an_office_in_it(archive, search_index):
    doren = build_actor("ذورين", "country")
    build_statement(archive.article, "فتح المعابر", by=[doren], kind="indirect")
    search_index()
    assert search(QueryDict("speaker=ذورين")).actors("speaker") == [doren]


def test_an_office_somebody_is_called_by_means_its_holders_as_well(archive, search_index):
    minister = build_actor("وزير الخارجية", "unnamed")
    deputy = build_actor("نادر الساقي", offices=["نائب وزير الخارجية"])
    for number, actor in enumerate([minister, deputy]):
        build_statement(archive.article, ("فتح", "المعابر")[number], by=[actor], kind="indirect")
    search_index()
    found = search(QueryDict("speaker=وزير الخارجية")).actors("speaker")
    assert set(found) == {minister, archive.halwani, archive.baroudi}


def test_a_field_of_an_office_of_one_word_finds_its_holders(archive, search_index):
    president = build_actor("الرئيس", "unnamed")  # whose address is the very word
    holder = build_actor("نادر الساقي", offices=["رئيس ذورين"])
    rows = [
        build_statement(archive.article, text, by=[archive.halwani], to=[actor], kind="indirect")
        for text, actor in (("فتح", president), ("المعابر", holder))
    ]
    search_index()
    assert president.slug == "الرئيس"
    assert set(search(QueryDict("q=إلى:الرئيس")).rows()) == set(rows)
    assert search(QueryDict("to=الرئيس")).actors("to") == [president]  # an address is one actor's


def test_a_short_name_means_everybody_with_it(archive, search_index):
    brother = build_actor("زاهر الحلواني")
    build_statement(archive.article, "فتح المعابر", by=[brother], kind="indirect")
    search_index()
    assert set(search(QueryDict("to=الحلواني")).actors("to")) == {archive.halwani, brother}


def test_statements_of_any_of_those_meant_are_found(find, archive):
    results = find("speaker=وزير الخارجية")
    assert set(results.page(1)) == {archive.peace, archive.refusal, archive.crossings}
    assert set(find("to=وزير الخارجية&kind=indirect").page(1)) == {archive.refusal}
    assert not any(choice.chosen for facet in results.facets for choice in facet.choices)


def test_who_only_stands_in_drafts_is_meant_by_nothing(archive, search_index):
    hidden = build_actor("زاهر المخفي")
    build_statement(archive.draft, "لم يُنشر بعد", by=[hidden], kind="indirect")
    search_index()
    for query in ("speaker=زاهر", "q=زاهر المخفي", "q=زاهر المخفى"):
        results = search(QueryDict(query))
        assert results.total == 0
        assert hidden not in [*results.actors("speaker"), *results.bearers, *results.near.get("q", [])]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("الحلواني", ["سامر الحلواني"]),
        ("الحلوانى سامر", []),
        ("سامر الحلواني", ["سامر الحلواني"]),
        ("«سامر الحلواني»", ["سامر الحلواني"]),
        ("سامر", []),
        ("وزير خارجية ذورين", []),
        ("الحلواني المعابر", []),
        ("الحلواني أو البارودي", []),
        ("-الحلواني", []),
    ],
)
def test_a_name_and_nothing_else_has_its_bearers(find, query, names):
    results = find(f"q={query}")
    assert [actor.name for actor in results.bearers] == names
    assert all(results.said(actor) == 2 for actor in results.bearers)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("q=الحلوابي", ["سامر الحلواني"]),
        ("q=حلوابي", ["سامر الحلواني"]),
        ("q=سامر+الحلوابي", ["سامر الحلواني"]),
        ("q=الباروذي", ["ليث البارودي"]),
        ("q=زقزقة", []),
        ("q=الحلواني", []),
        ("speaker=الحلوابي", ["سامر الحلواني"]),
    ],
)
def test_names_spelled_almost_so_are_proposed_where_nothing_is_found(find, query, names):
    found = find(query).near
    assert [actor.name for actors in found.values() for actor in actors] == names
    assert set(found) <= {query.partition("=")[0]}


def test_of_many_words_the_first_are_looked_for(find, archive):
    results = find("q=" + "المقاومة حق " * 16 + "زقزقة " * 50)
    assert results.criteria.query.is_cut
    assert list(results.page(1)) == [archive.peace]


def test_a_draft_only_actor_is_as_unknown_as_any_other(find, archive):
    archive.article.unpublish()
    assert "speaker" in find("speaker=سامر-الحلواني").form.errors


def test_a_day_in_any_form_is_shown_as_browsers_need_it(find):
    assert 'value="2021-05-12"' in str(find("from=١٢/٥/٢٠٢١").form["from"])
    assert 'value="2021-02-01"' in str(find("from=2021-02").form["from"])
    assert 'value="2021-02-28"' in str(find("until=2021-02").form["until"])
    assert 'type="text" name="from" value="31/02/2021"' in str(find("from=31/02/2021").form["from"])
    assert 'value="2021-12-31"' in str(find("until=2021").form["until"])


def test_articles_are_found_by_their_words_and_by_what_stands_in_them(find, archive):
    assert list(find("what=articles&q=المعابر").page(1)) == [archive.article]
    assert list(find("what=articles&speaker=ليث-البارودي").page(1)) == [archive.article]
    assert list(find("what=articles&q=هاتفيا").page(1)) == [archive.article]
    assert find("what=articles&kind=mixed").total == 0


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("speaker=سامر-الحلواني&kind=direct", 1),
        ("speaker=ليث-البارودي&kind=indirect", 1),
        ("speaker=ليث-البارودي&kind=direct", 0),
        ("speaker=ليث-البارودي&no_kind=indirect", 0),
        ("no_kind=direct", 1),
        ("no_speaker=سامر-الحلواني&no_speaker=ليث-البارودي", 0),
        ("party=ليث-البارودي&party=سامر-الحلواني&kind=direct", 1),
        ("party=ليث-البارودي&party=وكالة-الأفق", 0),
        ("speaker=ليث-البارودي&q=المعابر", 1),
        ("speaker=ليث-البارودي&from=2030", 0),
        ("q=المتحدث:البارودي النوع:direct", 0),
        ("q=-kind:direct", 1),
    ],
)
def test_one_statement_of_an_article_fits_all_that_narrows(find, archive, query, count):
    results = find(f"what=articles&{query}")
    assert results.total == len(list(results.rows())) == count


def test_an_article_whose_statements_all_have_what_is_left_out_is_not_found(archive, search_index):
    article = build_article("قال سامر الحلواني «كفى».")
    build_statement(article, "كفى", by=[archive.halwani])
    search_index()
    found = search(QueryDict("what=articles&no_kind=direct"))
    assert list(found.rows()) == [archive.article]


def test_what_narrows_articles_by_statements_counts_the_statements_that_fit(find, archive):
    results = find("what=articles&speaker=سامر-الحلواني&q=البارودي")
    (kinds,) = [facet for facet in results.facets if facet.name == "kind"]
    assert {choice.value: choice.count for choice in kinds.choices} == {"direct": 1, "indirect": 1}
    assert results.counts_statements
    assert not find("what=articles&q=البارودي&outlet=وكالة-الأفق").counts_statements


def test_an_article_shows_its_title_and_words_around_the_first_match(archive, search_index):
    text = "كلام كثير. " * 100 + "ثم <b>الزيتون</b> أخيراً."
    build_article(text, title="عن الزيتون")
    search_index()
    (row,) = search(QueryDict("what=articles&q=زيتون")).page(1)
    assert row.highlighted_title == "عن <mark>الزيتون</mark>"
    assert "&lt;b&gt;<mark>الزيتون</mark>&lt;/b&gt;" in row.highlighted
    assert row.highlighted.startswith("… ")
    assert len(row.highlighted) < 500


def test_what_was_withdrawn_since_the_last_commit_is_not_shown(find, archive):
    Statement.objects.filter(pk=archive.peace.pk).update(state="rejected")
    assert contents(find("q=كرامة")) == []
    Article.objects.update(state="draft")
    assert contents(find()) == []


def test_pages(archive, search_index):
    words = ["أمل", "بحر", "تفاح", "ثلج", "جبل", "حقل", "خبز"]
    article = build_article(". ".join(words), date=datetime.date(2022, 1, 1))
    for word in words:
        build_statement(article, word)
    search_index()
    results = search(QueryDict("from=2022"))
    assert contents(results) == words
    assert [row.content for row in results.page("2", size=3)] == words[3:6]
    assert results.page("كلام", size=3).number == 1
    assert results.page("-7", size=3).number == results.page("0", size=3).number == 1
    assert results.page("٢", size=3).number == 2
    assert results.page("9" * 30, size=3).number == results.page("4", size=3).number == 3
    assert results.page(None, size=3).paginator.num_pages == 3
    assert [row.content for row in results.rows()] == words


def test_facets_count_exactly_and_say_what_is_chosen(find):
    facets = {facet.name: facet for facet in find("speaker=سامر-الحلواني").facets}
    chosen, other = facets["speaker"].choices  # what another choice would find is counted as well
    assert (chosen.value, chosen.label, chosen.count, chosen.chosen) == (
        "سامر-الحلواني",
        "سامر الحلواني",
        2,
        True,
    )
    assert (other.label, other.count, other.chosen) == ("ليث البارودي", 1, False)
    assert {c.value: c.count for c in facets["kind"].choices} == {"direct": 1, "indirect": 1}
    assert [(c.label, c.count) for c in facets["event"].choices] == [("اتصال هاتفي", 1)]
    assert find().years == [(2021, 3)]


def test_by_relevance_words_come_before_names(archive, search_index):
    article = build_article("وزير ترك الوزارة، هكذا قيل.", date=datetime.date(2010, 1, 1))
    said = build_statement(article, "وزير ترك الوزارة")
    search_index()
    assert next(iter(search(QueryDict("q=وزير&sort=relevance")).page(1))) == said
    assert next(iter(search(QueryDict("q=وزير")).page(1))) == said  # the rule
    assert list(search(QueryDict("q=وزير&sort=newest")).page(1))[-1] == said


def test_by_relevance_what_somebody_said_comes_first_where_the_name_is_looked_for(archive, search_index):
    article = build_article("الحلواني ترك الحلواني، هكذا قيل. ثم نفى ذلك.", date=datetime.date(2010, 1, 1))
    about = build_statement(article, "الحلواني ترك الحلواني")
    early = build_statement(article, "نفى ذلك", by=[archive.halwani])
    search_index()
    found = search(QueryDict("q=سامر الحلواني"))
    assert list(found.page(1))[-1] == archive.refusal  # said to him
    found = search(QueryDict("q=الحلواني"))
    newest_first = [archive.peace, archive.crossings, early]
    assert list(found.page(1))[:3] == list(found.page("1", size=3)) == newest_first
    assert set(found.page("2", size=3)) == {about, archive.refusal}
    assert [*found.page("1", size=2), *found.page("2", size=2), *found.page("3", size=2)] == list(
        found.page(1)
    )


def test_a_page_of_results_takes_a_fixed_number_of_queries(find, django_assert_max_num_queries):
    results = find("q=الحلواني")
    with django_assert_max_num_queries(
        5
    ):  # the name: rows, actors; statements with article, outlet and event; parties; actors
        for row in results.page(1):
            assert row.highlighted
            assert [party.actor.name for party in row.speakers if party.actor]
            assert row.article.outlet.name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        '"',
        "-",
        '-"',
        "«»",
        "-- -",
        "*",
        "؟",
        "\\",
        "(",
        "a:b",
        "NOT",
        "أو",
        "\u200f",
        "💥",
        '"" ""',
        "ـ",
        "َ",
    ],
)
def test_nonsense_never_errs(find, typed):
    query = QueryDict(mutable=True)
    query["q"] = typed
    results = search(query)
    assert results.total == (0 if typed.strip() else 3)
    assert len(list(results.page(1))) == results.total
    assert bool(results.errors) == (bool(typed.strip()) and typed not in ("a:b", "NOT", "أو"))


def test_without_an_index_nothing_is_found_and_the_page_can_say_why(archive, search_index):
    results = search(QueryDict("q=حق"))
    assert not results.ready
    assert results.total == 0
    assert list(results.page(1)) == []
    assert all(facet.choices == [] for facet in results.facets)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker=سامر-الحلواني&speaker=ليث-البارودي", {"peace", "refusal", "crossings"}),
        ("kind=direct&kind=indirect", {"peace", "refusal", "crossings"}),
        ("no_speaker=سامر-الحلواني", {"refusal"}),
        ("no_kind=direct", {"refusal", "crossings"}),
        ("kind=indirect&no_speaker=ليث-البارودي", {"crossings"}),
        ("party=ليث-البارودي", {"peace", "refusal"}),
        ("party=ليث-البارودي&party=سامر-الحلواني", {"peace", "refusal"}),
        ("party=سامر-الحلواني&no_party=ليث-البارودي", {"crossings"}),
        ("sense=said", {"peace"}),
        ("sense=said&sense=asserted", {"peace", "refusal", "crossings"}),
        ("no_sense=said", {"refusal", "crossings"}),
        ("agency=وكالة-الأفق", {"crossings"}),
        ("no_agency=وكالة-الأفق", {"peace", "refusal"}),
        ("reviewed=yes", {"refusal"}),
        ("reviewed=no", {"peace", "crossings"}),
        ("outlet=وكالة-الأفق&no_event=phone_call", {"crossings"}),
    ],
)
def test_several_values_and_values_left_out(find, archive, query, expected):
    assert {row.pk for row in find(query).page(1)} == {getattr(archive, name).pk for name in expected}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country=EG", {"peace", "crossings"}),
        ("country=مصر", {"peace", "crossings"}),
        ("country=EG&country=IQ", {"peace", "refusal", "crossings"}),
        ("to_country=EG", {"refusal"}),
        ("country=EG&to_country=العراق", {"peace"}),
        ("no_country=EG", {"refusal"}),
        ("q=الدولة:مصر", {"peace", "refusal", "crossings"}),
        ("q=country:العراق", {"peace", "refusal"}),
        ("q=-الدولة:العراق", {"crossings"}),
        ("q=الدولة:أرخانيا", set()),
    ],
)
def test_states_of_those_who_speak_and_are_spoken_to(archive, search_index, query, expected):
    Actor.objects.filter(pk=archive.halwani.pk).update(country="EG")
    Actor.objects.filter(pk=archive.baroudi.pk).update(country="IQ")
    search_index()
    results = search(QueryDict(query))
    assert {row.pk for row in results.page(1)} == {getattr(archive, name).pk for name in expected}
    assert results.errors == []
    if query == "to_country=EG":
        (facet,) = (facet for facet in results.facets if facet.name == "country")
        assert [(c.value, c.label, c.count) for c in facet.choices] == [("IQ", "العراق", 1)]


def test_a_state_that_is_none_is_told_so(find):
    ((label, message),) = find("country=أرخانيا").errors
    assert label == "دولة المتحدث"
    assert "أرخانيا" in message


def test_facets_say_what_is_left_out_and_what_it_would_add(find):
    facet = find("no_speaker=سامر-الحلواني").facet("speaker")
    assert [(c.label, c.count, c.left_out) for c in facet.choices] == [
        ("ليث البارودي", 1, False),
        ("سامر الحلواني", 0, True),
    ]


def test_counts_of_a_facet_are_what_its_choice_finds(find):
    for facet in find("kind=indirect").facets:
        for choice in facet.choices:
            query = (
                f"kind={choice.value}"
                if facet.name == "kind"
                else f"kind=indirect&{facet.name}={choice.value}"
            )
            assert find(query).total == choice.count, (facet.name, choice)


def test_oldest_first_is_newest_first_turned_about(find):
    assert list(find("sort=oldest").page(1)) == list(find("sort=newest").page(1))[::-1]
