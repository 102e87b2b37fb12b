"""The decisions in benchmarks/data/nested.tsv, as far as they can be checked without the articles."""

from __future__ import annotations

import string

from benchmarks.learning import Example, not_of
from benchmarks.nested import NARRATOR, NONE, _answer, read_nested


def test_every_decision_names_an_article_a_cue_and_a_place():
    annotated = read_nested()
    assert len(annotated) > 200
    for article in annotated.values():
        assert len(article.digest) == 12
        assert set(article.digest) <= set(string.hexdigits)
        for cue, place in article.places.items():
            assert place in (NONE, NARRATOR) or int(place) < cue


def test_a_place_is_an_option_of_the_model():
    assert [_answer(place, (30, 10)) for place in (NONE, NARRATOR, "30", "10", "20")] == [0, 1, 2, 3, None]


def test_an_outlet_held_out_teaches_nothing_by_another_name():
    kept, held = Example((), 0, outlet="النجم"), Example((), 0, outlet="الأفق")
    assert not_of(["الأفق/وكالة", ""], [kept, held]) == [kept]
    assert not_of([""], [Example((), 0)]) == [Example((), 0)]
