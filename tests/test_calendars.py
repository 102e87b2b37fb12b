"""Days in words: by the setting, in both languages."""

import datetime

import pytest
from django.utils import translation

from newsarchive.environment import EnvironmentProblem, choice
from statements.calendars import write_day, write_hijri, write_month
from statements.templatetags.arabic import day

MAY, JANUARY = datetime.date(2021, 5, 12), datetime.date(2021, 1, 3)


@pytest.mark.parametrize(
    ("names", "may", "january"),
    [
        ("egyptian", "12 مايو 2021", "يناير 2021"),
        ("levantine", "12 أيار 2021", "كانون الثاني 2021"),
        ("both", "12 أيار/مايو 2021", "كانون الثاني/يناير 2021"),
    ],
)
def test_months_are_named_as_the_setting_says(settings, names, may, january):
    settings.MONTH_NAMES = names
    assert (write_day(MAY), write_month(JANUARY)) == (may, january)
    with translation.override("en"):
        assert write_day(MAY) == "12 May 2021"


def test_the_hijri_day_stands_beside_the_gregorian_where_asked_for(settings):
    assert write_hijri(MAY) == ""
    settings.HIJRI = True
    assert write_hijri(MAY) == "30 رمضان 1442 هـ"
    assert day(MAY).endswith('</time> <span class="hijri isolated">(30 رمضان 1442 هـ)</span>')
    with translation.override("en"):
        assert write_hijri(MAY) == "30 Ramadan 1442 AH"


@pytest.mark.parametrize("far", [datetime.date(1800, 1, 1), datetime.date(2100, 1, 1)])
def test_no_hijri_day_is_guessed_beyond_the_calendar(settings, far):
    settings.HIJRI = True
    assert write_hijri(far) == ""


@pytest.mark.django_db
def test_a_reader_chooses_the_hijri_day_without_an_account(client, archive, settings):
    page = archive.peace.get_absolute_url()
    before = client.get(page)
    assert "هـ" not in before.content.decode()
    chosen = client.post("/calendar/", {"calendar": "hijri", "next": page})
    assert (chosen.status_code, chosen["Location"]) == (302, page)
    after = client.get(page, headers={"if-none-match": before["ETag"]})
    assert "(30 رمضان 1442 هـ)" in after.content.decode()
    assert (after["Cache-Control"], "Cookie" in after["Vary"]) == ("public, no-cache", True)
    settings.HIJRI = True
    client.post("/calendar/", {"calendar": "gregorian", "next": page})
    assert "هـ" not in client.get(page).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_the_choice_of_a_calendar_leads_nowhere_else(client, back):
    answer = client.post("/en/calendar/", {"calendar": "mayan", "next": back})
    assert (answer["Location"], "calendar" in answer.cookies) == ("/en/", False)


def test_nonsense_in_the_setting_stops_the_start(monkeypatch):
    monkeypatch.setenv("MONTH_NAMES", "roman")
    with pytest.raises(EnvironmentProblem, match="MONTH_NAMES must be one of egyptian, levantine"):
        choice("MONTH_NAMES", ("egyptian", "levantine"))
