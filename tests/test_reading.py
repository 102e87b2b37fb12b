"""What the words of an article say: their quotation marks, their reporting words."""

import pytest

from statements.editing.quoting import kind_of, read_cue, without_marks

TEXT = (
    'وقال الحلواني «نريد حلًّا سلميًّا، والمقاومة حق.»، وأكد أن "بلاده" ترفض «الحرب» و«السلم». '
    "هل يذهب؟\n\nوأضاف «لم يُغلق بعد.\n\nثم سكت."
)


def spans(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("نريد حلًّا سلميًّا، والمقاومة حق", "direct"),
        ("والمقاومة", "direct"),
        ('"بلاده" ترفض «الحرب» و«السلم»', "mixed"),
        ("وأكد أن", "indirect"),
        ("هل يذهب؟", "indirect"),
        ("لم يُغلق بعد", "indirect"),
    ],
)
def test_kind_is_read_from_the_marks(words, kind):
    assert kind_of(TEXT, spans(words)) == kind


def test_kind_of_several_spans():
    assert kind_of(TEXT, spans("نريد حلًّا") + spans("الحرب")) == "direct"
    assert kind_of(TEXT, spans("نريد حلًّا") + spans("ترفض")) == "mixed"


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("«نريد حلًّا سلميًّا، والمقاومة حق.»،", "نريد حلًّا سلميًّا، والمقاومة حق"),
        ("«نريد حلًّا", "نريد حلًّا"),
        ("والمقاومة حق.»، وأكد", "والمقاومة حق.»، وأكد"),
        ("«الحرب» و«السلم».", "«الحرب» و«السلم»"),
        ('"بلاده"', "بلاده"),
        ("السلم». هل يذهب؟", "السلم». هل يذهب؟"),
        ("ترفض «الحرب»", "ترفض «الحرب»"),
        ("ترفض", "ترفض"),
        ("،", "،"),
    ],
)
def test_marks_and_punctuation_around_the_words_are_left_out(words, bare):
    [[start, end]] = without_marks(TEXT, spans(words))
    assert TEXT[start:end] == bare


@pytest.mark.parametrize(
    ("word", "reading"),
    [("وأكَّد", ("أكد", "asserted")), ("بحسب", ("بحسب", "according_to")), ("مطر", ("", "")), ("", ("", ""))],
)
def test_cue_is_read(word, reading):
    assert read_cue(word) == reading
