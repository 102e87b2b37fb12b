"""The lists of actors, outlets and events: narrowed, sorted, paged; an outlet's page."""

import datetime

import pytest

from statements.models import Actor, Outlet
from statements.views import directories
from tests.builders import build_actor, build_article, build_event, build_statement
from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["index", "database"])
def counted(request, search_index):
    """Makes the index of what there is, or leaves it to the database to count."""
    return search_index if request.param == "index" else lambda: None


def names(response) -> list[str]:
    return [actor.name for actor in response.context["actors"]]


def test_all_actors_are_listed_who_said_most_first(client, archive, counted):
    grow(archive, 2)
    counted()
    response = client.get("/actors/")
    found = [(actor.name, actor.said, actor.told) for actor in response.context["actors"]]
    assert found == [("سامر الحلواني", 4, 3), ("ليث البارودي", 3, 3)]
    assert "سامر الحلواني 4 تصريحات صادرة · 3 تصريحات واردة" in shown(response)


def test_the_list_is_narrowed_by_kind_and_keeps_to_what_is_published(client, admin_client, archive, counted):
    build_statement(archive.article, "فتح المعابر", by=[archive.ofoq])
    build_statement(archive.draft, "لم يُنشر", by=[build_actor("نديم الصافي")])
    counted()
    response = admin_client.get("/actors/?kind=agency")
    assert names(response) == ["وكالة الأفق"]
    assert 'rel="canonical" href="http://testserver/actors/?kind=agency"' in response.content.decode()
    assert "نديم الصافي" not in shown(client.get("/actors/"))
    assert "ليس في هذه القائمة أحد" in shown(client.get("/actors/?kind=group"))


@pytest.mark.parametrize("typed", ["البارودي", "baroudi", "وزير خارجية ذورين", "بارودى"])
def test_the_list_is_narrowed_by_a_name_or_office(client, archive, search_index, typed):
    assert "البحث قيد الإعداد" in shown(client.get("/actors/", {"q": typed}))
    search_index()
    response = client.get("/actors/", {"q": typed, "sort": "name"})
    assert names(response) == ["ليث البارودي"]
    assert f'<input type="hidden" name="q" value="{typed}">' in response.content.decode()


def test_a_name_almost_right_is_offered_in_the_list(client, archive, search_index):
    search_index()
    response = client.get("/actors/", {"q": "البارودبي"})
    assert names(response) == []
    assert "هل تقصد ليث البارودي؟" in shown(response)


def test_the_list_is_narrowed_by_country(client, archive, counted):
    Actor.objects.filter(pk=archive.halwani.pk).update(country="JO")
    counted()
    response = client.get("/actors/?country=JO")
    assert names(response) == ["سامر الحلواني"]
    assert '<option value="JO" selected>الأردن</option>' in response.content.decode()
    assert (
        '<option value="JO" selected>Jordan</option>' in client.get("/en/actors/?country=JO").content.decode()
    )


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("ا", ["أحمد النديم", "إيران", "الأمم المتحدة"]),
        ("و", ["الوفد الزائر"]),
        ("ل", ["ليث البارودي"]),
        ("other", ["John Smith"]),
        ("ظ", []),
    ],
)
def test_letters_leave_out_the_article_and_fold_hamzas(client, archive, counted, letter, expected):
    for name in ("أحمد النديم", "إيران", "الأمم المتحدة", "الوفد الزائر", "John Smith"):
        build_statement(archive.article, "فتح المعابر", by=[build_actor(name)])
    counted()
    assert sorted(names(client.get(f"/actors/?letter={letter}"))) == sorted(expected)


def test_names_sort_as_in_a_telephone_book(client, archive, counted):
    for name in ("الأمم المتحدة", "تونس", "باسم", "آدم", "ثابت", "هاني", "نبيل"):
        build_statement(archive.article, "فتح المعابر", by=[build_actor(name)])
    counted()
    assert names(client.get("/actors/?sort=name")) == [
        *("آدم", "الأمم المتحدة", "باسم", "تونس", "ثابت"),
        *("سامر الحلواني", "ليث البارودي", "نبيل", "هاني"),
    ]


@pytest.mark.parametrize(
    "query", ["kind=secret", "country=XX", "letter=xyz", "sort=up", "letter=%00", "kind=person&kind=x"]
)
@pytest.mark.parametrize("page", ["actors", "events", "outlets"])
def test_nonsense_is_told_and_finds_nothing(client, archive, page, query):
    response = client.get(f"/{page}/?{query}")
    assert response.status_code == 200
    assert "ليس من القائمة: اختر منها" in shown(response)
    assert not response.context["page"].object_list


@pytest.mark.parametrize(("letter", "count"), [("س", 1), ("ل", 1), ("ظ", 0), ("", 1)])
def test_events_are_narrowed_by_the_letter_of_who_took_part(client, archive, letter, count):
    assert client.get(f"/events/?letter={letter}").context["page"].paginator.count == count


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "٢"])
def test_a_page_that_is_none_is_another(client, archive, page):
    assert client.get(f"/actors/?page={page}").status_code == 200
    assert client.get(f"/outlets/?page={page}").status_code == 200


def test_long_lists_are_paged(client, archive, monkeypatch, counted):
    monkeypatch.setattr(directories, "ACTORS", 1)
    counted()
    first, second = client.get("/actors/?sort=name"), client.get("/actors/?sort=name&page=2")
    assert names(first) + names(second) == ["سامر الحلواني", "ليث البارودي"]
    assert "?sort=name&amp;page=2" in first.content.decode()


def test_the_file_holds_the_whole_list_as_it_is_narrowed(client, archive):
    rows = b"".join(client.get("/actors/?format=csv&kind=person")).decode().splitlines()
    assert len(rows) == 3


def test_the_list_of_actors_takes_the_same_queries_however_long(client, archive):
    few = queries(client, "/actors/")
    for number in range(5):
        build_statement(archive.article, "فتح المعابر", by=[build_actor(f"ناطق {number}")])
    assert queries(client, "/actors/") == few <= 5


def test_outlets_are_listed_with_their_numbers(client, archive, counted):
    build_article("نص آخر لا تصريح فيه.", outlet="الصحيفة")
    build_article("مسودة من جهة لم يُنشر لها شيء.", outlet="جهة خفية", published=False)
    counted()
    page = shown(client.get("/outlets/?sort=name"))
    assert page.index("الصحيفة مقال واحد · لا تصريحات") < page.index("وكالة الأفق مقال واحد · 3 تصريحات")
    assert "جهة خفية" not in page


def test_an_outlets_page_shows_what_it_published_and_whom_it_relays(client, archive, search_index):
    relay = build_actor("وكالة الشروق", "agency")
    build_statement(archive.article, "فتح المعابر", by=[archive.halwani], relay=relay)
    search_index()
    outlet = Outlet.objects.get(name="وكالة الأفق")
    response = client.get(outlet.get_absolute_url())
    page = shown(response)
    assert "مقال واحد" in page
    assert "4 تصريحات" in page
    assert response.context["agencies"] == [(relay, 1)]  # its own words are not relayed
    assert response.context["speakers"][0][0] == archive.halwani
    assert "السر" not in page


def test_an_outlet_without_published_articles_has_no_page(client, db):
    build_article("مسودة.", outlet="جهة خفية", published=False)
    assert client.get(Outlet.objects.get().get_absolute_url()).status_code == 404


def test_the_outlets_page_takes_the_same_queries_however_much_there_is(client, archive):
    address = Outlet.objects.get().get_absolute_url()
    few = queries(client, address)
    grow(archive, 6)
    assert queries(client, address) == few <= 12


def test_events_are_narrowed_by_kind_and_country_and_sorted(client, archive):
    Actor.objects.filter(pk=archive.halwani.pk).update(country="JO")
    article = build_article("قال ليث البارودي إن الباب مفتوح.", date=datetime.date(2020, 1, 1))
    meeting = build_event(article, "meeting", [archive.baroudi])
    build_statement(article, "الباب مفتوح", by=[archive.baroudi], event=meeting)

    def found(query: str) -> list:
        return client.get(f"/events/?{query}").context["events"]

    assert found("") == [archive.call, meeting]
    assert found("sort=oldest") == [meeting, archive.call]
    assert found("kind=meeting") == [meeting]
    assert found("country=JO") == [archive.call]
    assert found("country=JO&kind=meeting") == []
