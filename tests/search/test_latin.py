"""Names in Latin letters: the table, and the rules for what it does not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.extraction.normalize import fold
from statements.search.latin import MOST, named, phrases, readings, spelled_out
from statements.search.stemming import DATA, read_rows, stem


def spells(word: str, *arabic: str) -> bool:
    return any(
        len(places) == len(arabic)
        and all(stem(fold(name)) in place for name, place in zip(arabic, places, strict=True))
        for places in readings(word)
    )


@pytest.mark.parametrize(
    ("word", "arabic"),
    [
        ("karrubi", ["كروبي"]),
        ("qaderabad", ["قادراباد"]),
        ("ghazali", ["غزالي"]),
        ("shafii", ["شافيي"]),
        ("boutros", ["بطرس"]),
        ("abdelkader", ["عبد", "القادر"]),
        ("abdurrashid", ["عبد", "الرشيد"]),
        ("khairallah", ["خير", "الله"]),
        ("salaheddine", ["صلاح", "الدين"]),
        ("nureddin", ["نور", "الدين"]),
    ],
)
def test_what_the_table_does_not_have_is_spelled_out(word, arabic):
    assert not named(word)
    assert spells(word, *arabic)


def test_what_the_table_has_is_nothing_else():
    assert readings("qatar") == [(frozenset({stem("قطر")}),)]


@pytest.mark.parametrize(
    ("word", "arabic"),
    [("jumblaatt", "جنبلاط"), ("pizishkian", "بزشكيان"), ("assadr", "الصدر"), ("berzany", "بارزاني")],
)
def test_what_sounds_like_a_name_of_the_table_is_that_name(word, arabic):
    assert not named(word)
    assert readings(word)[0] == (frozenset({stem(fold(arabic))}),)


def test_one_of_two_vowels_is_written():
    assert spells("kasid", "كاسد")
    assert not spells("kasid", "كسد")


def test_function_words_are_never_meant():
    assert not any(word in place for place in spelled_out("ila") for word in ("الي", "علي"))


@pytest.mark.parametrize("word", ["un", "x", "السلام", "12", ""])
def test_what_is_too_short_or_not_latin_is_left_alone(word):
    assert spelled_out(word) == ()


def test_the_table_is_folded_and_its_longest_phrases_come_first():
    rows = read_rows(DATA / "latin.tsv")
    assert all(fold(spelling) == spelling for _name, spellings in rows for spelling in spellings.split("|"))
    assert [len(words) for words in phrases()] == sorted(map(len, phrases()), reverse=True)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=40))
def test_any_word_is_spelled_in_a_bounded_number_of_ways(word):
    assert all(len(place) <= 2 * MOST for place in spelled_out(word))
