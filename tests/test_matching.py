"""Which of two is the same utterance."""

import pytest

from statements.recording.matching import Utterance, pair, share


def at(*spans, cue=None) -> Utterance:
    return Utterance(tuple(spans), cue)


@pytest.mark.parametrize(
    ("some", "others", "shared"),
    [
        ([(0, 10)], [(0, 10)], 1.0),
        ([(0, 10)], [(5, 15)], 1 / 3),
        ([(0, 10)], [(10, 20)], 0.0),
        ([(0, 5), (10, 15)], [(0, 15)], 2 / 3),
        ([], [], 0.0),
    ],
)
def test_share_is_what_both_have_of_what_either_has(some, others, shared):
    assert share(some, others) == pytest.approx(shared)


def test_same_cue_is_the_same_utterance_wherever_the_content():
    assert at((0, 5), cue=(20, 23)).likeness(at((50, 60), cue=(20, 23))) == 2


def test_half_of_the_content_is_the_same_utterance_without_a_cue():
    assert at((0, 10)).likeness(at((0, 5))) == 0.5
    assert at((0, 10)).likeness(at((0, 4))) == 0


def test_two_without_a_cue_do_not_have_the_same_one():
    assert at((0, 5)).likeness(at((50, 60))) == 0


def likeness(a: str, b: str) -> float:
    return len(set(a) & set(b))


def test_surest_pair_is_made_first_and_nobody_is_paired_twice():
    assert pair(["abc", "ab"], ["ab", "abc"], likeness) == {"abc": "abc", "ab": "ab"}
    assert pair(["abc"], ["ab", "abc"], likeness) == {"abc": "abc"}


def test_strangers_stay_unpaired():
    assert pair(["a"], ["b"], likeness) == {}


def test_first_row_comes_first_among_equals():
    assert pair(["ax", "ay"], ["a"], likeness) == {"a": "ax"}


def test_only_those_that_share_a_key_are_compared():
    compared = []
    pair(["ab", "cd"], ["bx", "dy"], lambda a, b: compared.append((a, b)), keys=str.strip)
    assert sorted(compared) == [("ab", "bx"), ("cd", "dy")]


@pytest.mark.parametrize("other", [at((250, 270)), at((600, 700), cue=(5, 8)), at((0, 1000))])
def test_those_that_are_alike_have_a_place_in_common(other):
    one = at((240, 262), cue=(5, 8))
    assert one.places() & other.places()


def test_those_far_apart_have_none():
    assert not at((0, 50), cue=(60, 63)).places() & at((1000, 1050), cue=(990, 993)).places()
