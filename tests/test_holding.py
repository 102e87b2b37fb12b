"""Whose office it is: the words that stand beside the name."""

import datetime
from types import SimpleNamespace

import pytest

from statements.pages.holding import held_on, offices_of

MINISTER, OTHER = "وزير خارجية أرخانيا", "وزير خارجية ذورين"


def held(text: str, *offices: str, by: str = "سامر", others: tuple[str, ...] = ("ليث",)) -> list[str]:
    return offices_of(text, offices, _places(text, by), [p for name in others for p in _places(text, name)])


def _places(text: str, name: str) -> list[tuple[int, int]]:
    return [(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]


@pytest.mark.parametrize(
    ("text", "offices", "expected"),
    [
        ("قال وزير خارجية أرخانيا سامر ذلك", [MINISTER], [MINISTER]),
        ("قال سامر، وزير خارجية أرخانيا، ذلك", [MINISTER], [MINISTER]),
        ("ووزير خارجية أرخانيا السيد سامر", [MINISTER], [MINISTER]),
        # inside a longer office that is found too
        ("قال وزير خارجية أرخانيا سامر ذلك", ["وزير خارجية", MINISTER], [MINISTER]),
        # a part of another word
        ("قال مستوزير سامر ذلك", ["وزير"], []),
        # too far, or over the end of a sentence
        ("وزير خارجية أرخانيا قال أمس في لقاء صحفي إن سامر حضر", [MINISTER], []),
        ("ذلك رأي وزير خارجية أرخانيا. سامر حضر", [MINISTER], []),
        # somebody else's
        ("قال وزير خارجية أرخانيا ليث مع سامر", [MINISTER], []),
        ("سامر التقى ليث وزير خارجية ذورين", [OTHER], []),
        ("لم يُذكر", [MINISTER], []),
    ],
)
def test_an_office_is_given_to_who_is_named_beside_it(text, offices, expected):
    assert held(text, *offices) == expected


def test_a_mention_may_hold_the_office_itself():
    text = "قال وزير خارجية أرخانيا ذلك لليث"
    assert held(text, MINISTER, by=MINISTER) == [MINISTER]
    assert held(text, MINISTER, by="لليث", others=(MINISTER,)) == []


def test_offices_come_in_the_order_of_the_text():
    text = "قال وزير خارجية أرخانيا سامر. ورد سامر المبعوث الخاص"
    assert held(text, "المبعوث الخاص", MINISTER) == [MINISTER, "المبعوث الخاص"]


def seen(text: str, first: int | None, last: int | None) -> SimpleNamespace:
    """An office seen from the 1st of January of one year to that of another."""
    days = [year and datetime.date(year, 1, 1) for year in (first, last)]
    return SimpleNamespace(text=text, first_seen=days[0], last_seen=days[1])


@pytest.mark.parametrize(
    ("offices", "year", "expected"),
    [
        ([seen(MINISTER, 2019, 2022), seen(OTHER, 2023, 2025)], 2020, MINISTER),
        ([seen(MINISTER, 2019, 2022), seen(OTHER, 2023, 2025)], 2024, OTHER),
        ([seen(MINISTER, 2019, 2022)], 2023, ""),
        ([seen("ضيف", 2019, 2020), seen(MINISTER, 2018, 2022)], 2019, MINISTER),
        ([seen(MINISTER, 2019, 2019)], 2019, ""),  # a single day
        ([seen(MINISTER, None, None)], 2019, ""),
        ([seen(MINISTER, 2019, 2022)], None, ""),
    ],
)
def test_the_office_of_a_time_is_the_one_longest_given(offices, year, expected):
    assert held_on(offices, year and datetime.date(year, 1, 1)) == expected
