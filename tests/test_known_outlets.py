"""What an outlet is called and what it is: known from data, found by any of its names, narrowed on its list."""

import pytest

from statements.countries import names
from statements.known_outlets import KnownOutlet, _by_name, known_outlet
from statements.models import Outlet
from statements.publications import find_outlet
from tests.builders import build_article
from tests.pages import shown

MAYADEEN = KnownOutlet("الميادين", "Al Mayadeen", "channel", "LB")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Al Mayadeen", MAYADEEN),
        ("al-mayadeen", MAYADEEN),
        ("قناة الميادين", MAYADEEN),
        ("المياديـن", MAYADEEN),
        ("تشاينا ديلي", KnownOutlet(kind="newspaper", country="CN")),  # of the lexicon of media alone
        ("صحيفة الضحى", KnownOutlet()),
        ("", KnownOutlet()),
    ],
)
def test_what_a_name_tells(name, known):
    assert known_outlet(name) == known


def test_kinds_and_countries_of_the_table_are_those_of_the_archive():
    assert {outlet.kind for outlet in _by_name().values()} <= set(Outlet.Kind.values)
    assert {outlet.country for outlet in _by_name().values()} <= names().keys()


@pytest.mark.django_db
def test_an_outlet_is_found_by_any_of_its_names():
    mayadeen = find_outlet("Al Mayadeen")
    assert (mayadeen.name_ar, mayadeen.country) == ("الميادين", "LB")
    assert find_outlet("الميادين") == find_outlet("al mayadeen") == mayadeen
    mayadeen.name_ar = "شبكة البحر"
    mayadeen.save()
    assert find_outlet("شبكة البحر") == mayadeen
    assert find_outlet("صحيفة الضحى").names == ["صحيفة الضحى"]


@pytest.mark.django_db
def test_an_outlet_that_an_editor_adds_gets_what_is_known_of_it(admin_client):
    admin_client.post("/admin/statements/outlet/add/", {"name": "Al Mayadeen", "name_en": "Mayadeen TV"})
    added = Outlet.objects.get(name="Al Mayadeen")
    assert (added.name_ar, added.name_en, added.country) == ("الميادين", "Mayadeen TV", "LB")


@pytest.mark.django_db
def test_readers_see_an_outlet_in_the_language_of_the_page(client, archive):
    build_article("قال سامر الحلواني إن الباب مفتوح.", outlet="Al Mayadeen")
    Outlet.objects.filter(name="Al Mayadeen").update(name_ar="الميادين", kind="channel", country="LB")
    assert "الميادين قناة" in shown(client.get("/outlets/"))
    assert "Al Mayadeen" not in shown(client.get("/outlets/"))
    english = shown(client.get("/en/outlets/"))
    assert "Al Mayadeen TV channel" in english
    assert "الميادين" not in english


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("kind=channel", {"الميادين"}),
        ("country=LB", {"الميادين"}),
        ("letter=م", {"الميادين"}),
        ("kind=radio", set()),
        ("country=EG&kind=channel", set()),
        ("kind=nonsense", set()),
    ],
)
def test_the_list_is_narrowed_by_kind_country_and_letter(client, archive, query, listed):
    build_article("قال سامر الحلواني إن الباب مفتوح.", outlet="Al Mayadeen")
    Outlet.objects.filter(name="Al Mayadeen").update(name_ar="الميادين", kind="channel", country="LB")
    page = client.get(f"/outlets/?{query}").context["page"]
    assert {outlet.called for outlet in page} == listed
    rows = b"".join(client.get(f"/outlets/?{query}&format=csv")).decode().splitlines()
    assert [row.split(",")[1:5] for row in rows[1:]] == [["الميادين", "قناة", "لبنان", "1"] for _ in listed]
