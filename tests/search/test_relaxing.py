"""What a query that finds nothing may ask for instead: titles passed over, a year as the day's."""

import pytest
from django.http import QueryDict

from statements.filters.searches import search
from statements.search import people
from statements.search.query import Field
from statements.search.reading import read_query
from statements.search.relaxing import relaxed
from statements.search.titles import untitled


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("د. سامر الحلواني", "سامر الحلواني"),
        ("د.سامر", "سامر"),
        ("أ.د. سامر", "سامر"),
        ("الدكتور سامر", "سامر"),
        ("السيد الرئيس سامر", "سامر"),
        ("صاحب السمو الملكي الأمير سامر", "سامر"),
        ("President Samer", "samer"),
        ("الدكتور", "الدكتور"),
        ("داود سامر", "داود سامر"),
        ("سامر الأمير", "سامر الأمير"),
    ],
)
def test_titles_before_a_name_are_taken_off(typed, left):
    assert untitled(typed) == left


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("المعابر", []),
        ("الرئيس", []),
        ("«الدكتور» سامر", []),
        ("=الرئيس سامر", []),
        ("2021", [((), "2021")]),
        ("سامر 1850", []),
        ("سامر 2020 2021", []),
        ("د. سامر", [(("سامر",), None)]),
        ("سامر ٢٠٢١", [(("سامر",), "2021")]),
        (
            "د. سامر 2021",
            [(("سامر", "2021"), None), (("د", "سامر"), "2021"), (("سامر",), "2021")],
        ),
    ],
)
def test_ways_to_read_what_finds_nothing(typed, ways):
    read = [(tuple(part.typed for part in way.parts), way.fields) for way in relaxed(read_query(typed))]
    assert read == [(words, (Field("date", year),) if year else ()) for words, year in ways]


@pytest.fixture
def find(archive, search_index):
    search_index()
    return lambda query: search(QueryDict(query))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "q=د. سامر الحلواني",
        "q=الدكتور الحلواني",
        "q=د. الحلواني 2021",
        "q=الحلواني 2021",
        "q=الحلواني سنة:2021",
        "q=الحلواني year:2021",
        "speaker=د. سامر الحلواني",
        "q=المتحدث:«د. سامر الحلواني»",
    ],
)
def test_with_a_title_or_a_year_as_much_is_found(find, query):
    plain = find("speaker=سامر الحلواني" if "speaker" in query or "المتحدث" in query else "q=الحلواني")
    assert plain.total
    assert set(find(query).ids()) == set(plain.ids())


@pytest.mark.django_db
def test_a_reader_is_told_of_it(find):
    titled, dated = find("q=د. سامر الحلواني"), find("q=الحلواني 2021")
    assert "«\u2068د\u2069»" in titled.notices[0]
    assert "التاريخ: سنة 2021" in dated.reading
    assert [actor.name for actor in dated.bearers] == ["سامر الحلواني"]


@pytest.mark.django_db
def test_what_finds_nothing_either_way_is_as_it_was_typed(find):
    results = find("q=الدكتور قسطنطينية 2021")
    assert (results.total, results.notices, results.reading) == (0, [], [])


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["د. سامر الحلواني", "الدكتور الحلوانى", "Dr. Samer Halwani"])
def test_a_title_hides_no_bearer(archive, find, typed):
    assert people.bearers(typed) == [archive.halwani]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("الحلواني سامر", True),
        ("د. سامر الحلوانيي", True),
        ("الحلواني المعابر", False),
        ("سامي", False),
        ("-الحلواني", False),
    ],
)
def test_a_name_in_any_order_or_almost_so_is_his(archive, find, typed, is_one):
    assert people.is_almost(archive.halwani.pk, typed) == is_one


@pytest.mark.django_db
def test_a_card_for_a_name_turned_about(archive, find):
    assert find("q=الحلوانى سامر").likely == [archive.halwani]
    assert find("q=المعابر").likely == []


@pytest.mark.django_db
def test_what_finds_nothing_is_not_offered(client, archive, find):
    body = client.get("/search/", {"q": "المقاوسة", "until": "1990"}).content.decode()
    assert "هل تقصد" not in body
    assert "هل تقصد" in client.get("/search/", {"q": "المقاوسة"}).content.decode()
