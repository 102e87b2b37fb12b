"""Folding: every spelling of a word meets, and every folded span finds its way back."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.extraction.normalize import Folded, fold, letters, without_first

ROWS = [
    # hamza, alef, ya, ta marbuta
    ("أكد إبراهيم آدم ٱلأمين", "اكد ابراهيم ادم الامين"),
    ("مستشفى المسؤولية شؤون رئيس", "مستشفي المسووليه شوون رييس"),
    ("وزراء شيء ماء", "وزراء شيء ماء"),
    # vowel signs, superscript alef, Quranic marks, tatweel
    ("مُؤَكِّداً أنّ", "موكدا ان"),
    ("هٰذا الرحمٰن ۝ قالۖ", "هذا الرحمن  قال"),
    ("قـــال", "قال"),
    # Persian and Kurdish letters
    ("سیاست کشور گفتگو پاریس", "سياست كشور كفتكو باريس"),
    ("رئیس‌جمهور", "رييسجمهور"),
    # presentation forms and ligatures
    ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ", "قال الوزير"),
    ("ﻻ ﷲ ﻷن", "لا الله لان"),
    ("قالﹸ ﹰ", "قال "),
    # written apart (NFD)
    (unicodedata.normalize("NFD", "أكد رئيس آخر"), "اكد رييس اخر"),
    # digits and signs
    ("١٢ مايو ٢٠٢١", "12 مايو 2021"),
    ("۱۲٪ و٣٫٥", "12% و3.5"),
    # spaces, bidi marks, line ends
    ("قال\u00a0الوزير\u2009أمس", "قال الوزير امس"),
    ("\u200fقال\u200e \u202bالوزير\u202c\ufeff", "قال الوزير"),
    ("أ\r\nب\rج\u2029د", "ا\nب\nج\nد"),
    # every quotation mark stays
    ('«ا» “ب” "ج" ‘د’ „ه‟ ‹و› ″ز″ ´ح´', '«ا» “ب” "ج" ‘د’ „ه‟ ‹و› ″ز″ ´ح´'),
    # Latin
    ("Reuters Élysée ＡＦＰ", "reuters elysee afp"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_spellings_meet(text, expected):
    assert fold(text) == expected


def test_folding_one_code_point_twice_changes_nothing():
    for code in range(sys.maxunicode + 1):
        once = fold(chr(code))
        assert fold(once) == once, hex(code)


ODD = st.text(st.one_of(st.sampled_from("قالأَّـ\u0654ﻻﷲﷺ\u200f \r\n\u00a0٣½é«»"), st.characters()))


@given(ODD)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text) == Folded(text).text


@given(ODD)
def test_composed_and_decomposed_text_fold_alike(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(decomposed)


@given(ODD)
def test_offsets_rise_and_stay_inside(text):
    folded = Folded(text)
    offsets = [folded.offset(i) for i in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert not offsets[:-1] or offsets[-2] < len(text)


@given(ODD, st.data())
def test_a_span_covers_its_source(text, data):
    folded = Folded(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.text[start:end] in fold(text[first:last])


@given(ODD)
def test_every_character_comes_from_where_the_map_says(text):
    folded = Folded(text)
    for i, char in enumerate(folded.text):
        assert char in fold(text[folded.offset(i)])
        assert folded.index(folded.offset(i)) <= i


@given(ODD)
def test_index_finds_what_follows(text):
    folded = Folded(text)
    for offset in range(len(text) + 1):
        if not (offset and text[offset - 1 : offset + 1] == "\r\n"):
            assert folded.text[folded.index(offset) :] == fold(text[offset:])


@pytest.mark.parametrize(
    ("text", "word", "stored"),
    [
        ("وقال مُؤَكِّداً، أنّ", "موكدا", "مُؤَكِّداً"),
        ("قال الوزيـــر\u200f أمس", "الوزير", "الوزيـــر"),
        ("قال ﻻ نعلم", "لا", "ﻻ"),
        ("\u202bأكّدَ\u202c ذلك", "اكد", "أكّدَ"),
        (unicodedata.normalize("NFD", "قال رئيس"), "رييس", unicodedata.normalize("NFD", "رئيس")),
        ("قال\r\nالوزير", "الوزير", "الوزير"),
    ],
)
def test_a_folded_word_is_shown_as_it_was_stored(text, word, stored):
    folded = Folded(text)
    start = folded.text.index(word)
    first, last = folded.span(start, start + len(word))
    assert text[first:last] == stored


def test_offsets_outside_the_text_are_refused():
    folded = Folded("قال")
    for wrong in (-1, 4):
        with pytest.raises(IndexError):
            folded.offset(wrong)
        with pytest.raises(IndexError):
            folded.index(wrong)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عَلِيّ", "علي"),
        ("عَلـى", "على"),
        ("ﻋﻠﻰ", "على"),
        (unicodedata.normalize("NFD", "هَنَّأَ"), "هنأ"),
        ("مسؤولية\u200f", "مسؤولية"),
    ],
)
def test_letters_keep_their_own_hamza_ya_and_ta(text, expected):
    assert letters(text) == expected


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("والوزير", 1, "الوزير"),
        ("وَالوَزير", 1, "الوَزير"),
        ("وـالوزير", 1, "الوزير"),
        (unicodedata.normalize("NFD", "وأكد"), 1, unicodedata.normalize("NFD", "أكد")),
        ("قال", 0, "قال"),
    ],
)
def test_letters_are_cut_with_their_signs(text, count, expected):
    assert without_first(text, count) == expected
