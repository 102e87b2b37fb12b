"""What may have been meant: words of the archive, names of actors."""

import pytest
from django.http import QueryDict

from statements.filters.searches import search
from statements.search import matches, people, read_query
from statements.search.alike import closest, letters_otherwise
from statements.search.spelling import meant
from tests.builders import build_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _indexed(archive, search_index):
    search_index()


def offered(typed: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = typed
    return search(query).mended


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("المقاومه", ""),  # found: there is nothing to mend
        ("المقاوسة", "المقاومة"),
        ("مقاوسة", "مقاومة"),
        ("المقاموة", "المقاومة"),
        ("كرمة", "كرامة"),
        ("يحفظظ كرامة", "يحفظ كرامة"),
        ("-المقاوسة حق", ""),
        ("حق المقاوسة", "حق المقاومة"),
        ("«كرامة الشعبين»", ""),
        ("=المقاوسة", ""),
        ("قسطنطينية", ""),
        ("قق", ""),
        ("؟", ""),
        ("المتحدت:البارودي", "المتحدث:البارودي"),
        ("speeker:baroudi", "speaker:baroudi"),
        ("موقف:البارودي", ""),
        ("عراقجي", ""),  # a name that the table has
    ],
)
def test_a_word_spelled_almost_like_one_of_the_archive_is_mended(typed, mended):
    assert offered(typed) == mended


def test_what_is_offered_finds_more():
    query = QueryDict(mutable=True)
    query["q"] = offered("المقاوسة")
    assert search(query).total == 1


def test_a_word_that_is_found_often_is_left_alone(archive):
    assert meant(read_query("بلاده"), "بلاده") == ""


def test_a_word_of_a_known_name_is_spelled_right(search_index):
    assert offered("حواار") == "حوار"
    build_actor("هيثم حواار")
    search_index()
    assert (offered("حواار"), offered("حواار كرامة")) == ("", "")


@pytest.mark.parametrize("typed", ["halwani", "Samer al-Halwani", "samer halwany", "halwnai"])
def test_a_name_in_latin_letters_has_a_bearer_or_is_near(archive, typed):
    assert (people.bearers(typed) or people.near(typed)) == [archive.halwani]


def test_only_a_whole_name_in_latin_letters_has_bearers(archive):
    assert people.bearers("samer") == people.bearers("samer halwani arkhania") == []


@pytest.mark.parametrize("typed", ["الحلوابي", "حلوابي", "سامر الحلوابي", "الحلولني"])
def test_a_name_spelled_almost_so_is_near(archive, typed):
    assert people.near(typed) == [archive.halwani]


@pytest.mark.parametrize("typed", ["", "؟", "speaker", "zarif", "قسطنطينية", "سر", "كلمة " * 20])
def test_what_is_like_no_name_has_nobody_near(typed):
    assert people.near(typed) == []


def test_who_is_not_public_is_never_near(search_index):
    build_actor("هيثم الكاشوري")
    search_index()
    assert people.near("الكاشوريي") == []


def test_the_nearest_come_first_and_the_others_stay_away():
    names = ["ظريف", "طريف", "شريف الكبير", "محمد"]
    assert closest("ضريف", names, 3) == ["ظريف", "طريف"]
    assert closest("xyz", names, 3) == []


def test_letters_are_counted():
    assert letters_otherwise("سلام", "سلام", 1) == 0
    assert letters_otherwise("سلام", "سالم", 1) == 1  # two that changed places
    assert letters_otherwise("سلام", "حرب", 1) == 2  # more than one


def test_a_word_that_is_found_is_not_mended_into_one_like_it(archive):
    assert matches("حوار", archive.refusal.content)
    assert not matches("حوال", archive.refusal.content)
    assert (offered("حوار"), offered("حوال")) == ("", "حوار")
