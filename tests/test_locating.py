"""Words that an editor gives back are found where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.editing.locating import (
    BadSpans,
    NotInText,
    NoWords,
    checked_spans,
    find_content,
    locate,
    locate_content,
    locate_words,
)

TEXT = "قال سامر إن «السلام  ممكن»\nوأضاف أن السلام ممكن … غداً"


@pytest.mark.parametrize("words", ["السلام ممكن", " السلام\nممكن ", "السلام\xa0 ممكن"])
def test_white_space_is_alike(words):
    assert locate(TEXT, words) == (13, 25)


@pytest.mark.parametrize(("near", "start"), [(0, 13), (19, 13), (30, 36), (99, 36)])
def test_nearest_place_is_taken(near, start):
    assert locate(TEXT, "السلام ممكن", near)[0] == start


@pytest.mark.parametrize("words", ["السلم ممكن", "السلامُ ممكن", "ممكن السلام"])
def test_words_that_are_not_there_letter_for_letter_are_refused(words):
    with pytest.raises(NotInText, match="ليست في نص المقال"):
        locate(TEXT, words)


def test_no_words_are_refused():
    with pytest.raises(NoWords):
        locate(TEXT, " \n")


def test_content_in_two_pieces_is_found_piece_by_piece():
    spans = locate_content(TEXT, "السلام ممكن … السلام ممكن", near=13)
    assert [TEXT[start:end] for start, end in spans] == ["السلام  ممكن", "السلام ممكن"]


def test_ellipsis_of_the_article_itself_is_no_joint():
    assert locate_content(TEXT, "ممكن … غداً") == [[43, 54]]


@pytest.mark.parametrize("words", ["…", " … ", "غداً … قال"])
def test_pieces_that_do_not_follow_each_other_are_refused(words):
    with pytest.raises((NotInText, NoWords)):
        locate_content(TEXT[:54] if "غداً" in words else "سامر", words)


def test_spans_come_back_in_order_and_without_white_space_at_their_ends():
    assert checked_spans("قال سامر نعم", [[8, 12], [3, 8]]) == [[4, 8], [9, 12]]


@pytest.mark.parametrize("spans", [[[0, 99]], [[-1, 3]], [[3, 3]], [[5, 2]], [[3, 4]], [[0, 6], [4, 8]]])
def test_places_outside_the_text_or_on_each_other_are_refused(spans):
    with pytest.raises(BadSpans):
        checked_spans("قال سامر نعم", spans)


def test_no_spans_are_no_content():
    with pytest.raises(NoWords):
        checked_spans(TEXT, [])


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_whatever_is_cut_from_the_text_is_found_again(start, end):
    words = TEXT[start:end]
    if words.strip():
        found = locate(TEXT, words, near=start)
        assert TEXT[slice(*found)].split() == words.split()


@pytest.mark.parametrize(
    ("words", "near", "found"), [("أكد", 0, "أكد"), ("كد", 0, "وأكد"), ("أكد", 99, "أكد")]
)
def test_whole_words_are_found_before_parts_of_them(words, near, found):
    text = "وأكد الوزير ثم أكد غيره"
    start, end = locate_words(text, words, near)
    assert text[start:end] == found


def test_a_word_with_another_before_it_is_taken_whole():
    assert locate_words("وأكّد الوزير", "أكّد") == (0, 5)


def test_marks_typed_around_the_words_need_not_be_the_articles():
    assert find_content("قال سامر “نعم نعم” ثم سكت", ["«نعم نعم».", "ثم سكت"]) == [[10, 17], [19, 25]]
