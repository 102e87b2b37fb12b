"""Words are asked about once, and what a part of features weighs is what its features weigh."""

import math

from statements.extraction import per_word as remembering
from statements.extraction.learned import Model, spelled, watching
from statements.extraction.per_word import forget, per_word


def test_a_word_is_asked_about_once_until_forgotten():
    asked = []
    length = per_word(lambda word: asked.append(word) or len(word))
    assert [length("وزير"), length("وزير")] == [4, 4]
    assert asked == ["وزير"]
    forget(length)
    assert length("وزير") == 4
    assert asked == ["وزير", "وزير"]


def test_no_more_words_are_remembered_than_set(monkeypatch):
    monkeypatch.setattr(remembering, "_MOST", 3)
    length = per_word(len)
    assert [length("ا" * size) for size in range(10)] == list(range(10))
    assert len(length.__self__) <= 3


def _pair(one: str, two: str) -> list[str]:
    return [one, f"{one}>{two}"]


def test_a_part_weighs_what_its_features_weigh_each_time_it_is_asked_for():
    model = Model("some", {"a": 1.0, "a>b": -0.5, "c": 2.0})
    parts = [(_pair, ("a", "b")), (_pair, ("c", "d"))]
    assert spelled(parts) == ("a", "a>b", "c", "c>d")
    for _ in range(2):
        assert math.isclose(model.probability(parts), 1 / (1 + math.exp(-2.5)))
    assert model.choose([[parts[0]], [parts[1]]])[0] == 1


def test_decisions_are_collected_with_their_features_written_out():
    with watching() as decisions:
        Model("some", {}).probability([(_pair, ("a", "b"))], about="it")
    assert [(d.candidates, d.about) for d in decisions] == [((("a", "a>b"),), "it")]
