"""How alike two wordings are, and where they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.grouping.likeness import differences, likeness

SAID = "نريد حلاً سلمياً يحفظ كرامة الشعبين"


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (SAID, True),
        ("نريد حلا سلميا، يحفظ كرامة الشعبين", True),
        ("إننا نريد حلا سلميا يحفظ كرامة الشعبين معا", True),
        ("لا نقبل حلا يفرض على الشعبين", False),
        ("نريد حلا", False),
        ("", False),
    ],
)
def test_two_wordings_are_one_utterance_where_most_words_are_the_same(other, is_one):
    assert bool(likeness(SAID, other)) is is_one


def test_part_of_a_longer_quotation_is_the_same_utterance():
    part = "يحفظ كرامة الشعبين ويفتح المعابر أمام الناس والبضائع"
    assert likeness(f"{SAID}، وقد قلنا هذا مرارا في كل لقاء وهو {part} بلا شرط ولا قيد", part)


def test_words_that_differ_are_told_and_spelling_is_none():
    assert differences("نريد حلاً، قال", "نريد حلا عادلا قال") == [
        ("نريد حلاً، ", "نريد حلا ", True),
        ("", "عادلا ", False),
        ("قال", "قال", True),
    ]


@given(st.text(alphabet="نريد حلاً، قال!"), st.text(alphabet="نريد حلاً، قال!"))
def test_no_letter_of_either_is_lost(one, other):
    found = differences(one, other)
    assert ("".join(part[0] for part in found), "".join(part[1] for part in found)) == (one, other)
