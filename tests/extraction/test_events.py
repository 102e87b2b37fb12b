"""The occasions of speaking. All people, bodies and states are made up."""

import datetime

import pytest

from statements.extraction import extract


def events(text: str) -> list[tuple[str, list[str]]]:
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [(event.type, [names[i] for i in event.participants]) for event in found.events]


@pytest.mark.parametrize(
    ("text", "type_", "participants"),
    [
        (
            "أكد سامر الحلواني خلال اتصال هاتفي مع ليث البارودي أن الحدود مفتوحة.",
            "phone_call",
            ["سامر الحلواني", "ليث البارودي"],
        ),
        (
            "أكد سامر الحلواني خلال لقائه الوزيرة رنا السبكي أن الحدود مفتوحة.",
            "meeting",
            ["سامر الحلواني", "رنا السبكي"],
        ),
        (
            "قال سامر الحلواني في مؤتمر صحفي مع ليث البارودي إن الحدود مفتوحة.",
            "press_conference",
            ["سامر الحلواني", "ليث البارودي"],
        ),
        (
            "قال سامر الحلواني في مقابلة مع قناة الأفق إن الحدود مفتوحة.",
            "interview",
            ["سامر الحلواني", "قناة الأفق"],
        ),
        ("قال سامر الحلواني في بيان إن الحدود مفتوحة.", "statement", ["سامر الحلواني"]),
        ("قال سامر الحلواني في تغريدة إن الحدود مفتوحة.", "message", ["سامر الحلواني"]),
        ("قال سامر الحلواني في خطاب ألقاه إن الحدود مفتوحة.", "speech", ["سامر الحلواني"]),
    ],
)
def test_occasion_is_typed_by_its_noun_and_takes_who_took_part(text, type_, participants):
    assert events(text) == [(type_, participants)]


def test_no_occasion_where_none_is_told():
    assert events("قال سامر الحلواني إن الحدود مفتوحة.") == []


def test_occasion_told_twice_is_one_event_and_holds_what_follows():
    text = (
        "أجرى سامر الحلواني اتصالاً هاتفياً مع ليث البارودي، أكد خلاله ضرورة فتح الحدود.\n"
        "وشدد الحلواني في الاتصال الهاتفي مع ليث البارودي على ضرورة الحوار.\n"
        "واعتبر الحلواني أن الحركة عادية."
    )
    found = extract(text)
    assert len(found.events) == 1
    assert {quotation.event for quotation in found.quotations} == {"e1"}


def test_words_of_the_date_are_resolved_against_the_day_of_publication():
    text = "أكد سامر الحلواني خلال اتصال هاتفي مع ليث البارودي اليوم الأربعاء أن الحدود مفتوحة."
    (event,) = extract(text, published=datetime.date(2021, 5, 12)).events
    assert (event.date, event.day) == ("اليوم الأربعاء", datetime.date(2021, 5, 12))


def test_words_before_the_occasion_of_another_time_have_none():
    text = "أكد سامر الحلواني في بيان أن الحدود مفتوحة.\nوكان الحلواني قد أعلن أن الحركة عادية."
    assert [quotation.event for quotation in extract(text).quotations] == ["e1", None]


def test_what_is_said_after_a_meeting_is_not_said_at_it():
    text = (
        "استقبل وزير خارجية أرخانيا سامر الحلواني نظيره ليث البارودي، مؤكداً أن الحدود مفتوحة.\n"
        "وقال الحلواني بعد محادثات مع رنا السبكي إن الحركة عادية."
    )
    assert [quotation.event for quotation in extract(text).quotations] == ["e1", None]
