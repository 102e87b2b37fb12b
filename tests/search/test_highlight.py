"""Marks in the words shown: the right stretch of the text as it is written, and nothing that is not escaped."""

import html
import re
import unicodedata

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from statements.search import excerpt, highlight, ranges, read_query


def marked(typed: str, text: str) -> str:
    return highlight(read_query(typed), text)


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("مقاومه", "المُقَاوَمَةُ حق", "<mark>المُقَاوَمَةُ</mark> حق"),
        ("سلام", "الســـلام، ثم السلام.", "<mark>الســـلام</mark>، ثم <mark>السلام</mark>."),
        ("حرب سلام", "السلام بعد الحرب", "<mark>السلام</mark> بعد <mark>الحرب</mark>"),
        ('"الحرب الباردة"', "حرب، والحرب الباردة", "حرب، <mark>والحرب الباردة</mark>"),
        ("سلام -حرب", "سلام بلا حرب", "<mark>سلام</mark> بلا حرب"),
        ("عبدالله", "قال عبد الله", "قال <mark>عبد الله</mark>"),
        ("عبد الله", "قال عبدالله", "قال <mark>عبد</mark><mark>الله</mark>"),
        ("2021", "عام ٢٠٢١م", "عام <mark>٢٠٢١</mark>م"),
        ("", "لا شيء", "لا شيء"),
        ("سلام", "", ""),
        ("سلام", "<b>سلام</b> & 'حرب'", "&lt;b&gt;<mark>سلام</mark>&lt;/b&gt; &amp; &#x27;حرب&#x27;"),
        ("b", "<b>", "&lt;<mark>b</mark>&gt;"),
    ],
)
def test_marks(typed, text, expected):
    assert marked(typed, text) == expected


def test_offsets_are_of_the_text_as_given():
    text = unicodedata.normalize("NFD", "قال أحمد آخر مُؤكّداً ﻻ")
    for typed in ("قال", "أحمد", "آخر", "مؤكدا", "لا"):
        ((start, end),) = ranges(read_query(typed), text)
        assert unicodedata.normalize("NFKC", text[start:end]).startswith(typed[0])
        assert text[start:end] in text.split(" ")


def test_overlapping_matches_are_one_mark():
    assert marked('"أ ب" "ب ج"', "أ ب ج") == "<mark>أ ب ج</mark>"


def test_a_short_text_is_its_own_excerpt():
    assert excerpt(read_query("سلام"), "سلام دائم") == "<mark>سلام</mark> دائم"


def test_an_excerpt_lies_around_the_first_match_and_cuts_between_words():
    text = "كلام " * 200 + "ثم السلام " + "كلام " * 200
    shown = excerpt(read_query("سلام"), text, 100)
    assert "<mark>السلام</mark>" in shown
    assert shown.startswith("… كلام ")
    assert shown.endswith("كلام …")
    assert len(shown) < 160


def test_an_excerpt_without_a_match_is_the_beginning():
    assert excerpt(read_query("حرب"), "كلام " * 100, 50).startswith("كلام كلام")


def test_a_text_without_spaces_is_cut_all_the_same():
    assert len(excerpt(read_query("حرب"), "ك" * 5000, 100)) < 150


ODD = st.text(st.one_of(st.sampled_from("سلام <>&\"'\u0640\u064eﻻ\u200f\n"), st.characters()), max_size=400)


@given(ODD, ODD)
def test_without_its_marks_the_html_is_the_text(typed, text):
    shown = marked(typed, text)
    assert isinstance(shown, SafeString)
    assert html.unescape(re.sub("</?mark>", "", shown)) == html.unescape(html.escape(text))
    assert "<" not in re.sub("</?mark>", "", shown)


@given(ODD, ODD)
def test_an_excerpt_is_safe_too(typed, text):
    assert "<" not in re.sub("</?mark>", "", excerpt(read_query(typed), text, 40))
