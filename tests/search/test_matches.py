"""Which spelling finds which: 2,150 pairs of what a reader types and a text, by class (tests/data/search_pairs.tsv)."""

import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from statements.search import matches

PAIRS = Path(__file__).parents[1] / "data" / "search_pairs.tsv"
RECALL, RECALL_OF_A_CLASS, FALSE = 0.98, 0.9, 0.05


class Pair(NamedTuple):
    name: str
    is_to_match: bool
    query: str
    text: str


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    pairs = []
    for line in path.read_text().splitlines():
        if not line.startswith("#"):
            name, must, query, text = line.split("\t")
            text = unicodedata.normalize("NFD", text) if name == "NFD" else text
            pairs.append(Pair(name, must == "yes", query, text))
    return pairs


def share(pairs: list[Pair]) -> tuple[float, list[Pair]]:
    """The share of the pairs that match, and those that go wrong."""
    found = [pair for pair in pairs if matches(pair.query, pair.text)]
    wrong = [pair for pair in pairs if (pair in found) != pair.is_to_match]
    return len(found) / len(pairs), wrong


def test_there_are_enough_pairs_of_every_class():
    classes = defaultdict(int)
    for pair in read_pairs():
        classes[pair.name] += 1
    assert sum(classes.values()) >= 2150
    assert len(classes) >= 17
    assert all(count >= 3 for count in classes.values())


def test_nearly_everything_that_must_be_found_is():
    recall, missed = share([pair for pair in read_pairs() if pair.is_to_match])
    assert recall >= RECALL, missed


def test_hardly_anything_else_is_found():
    false, wrong = share([pair for pair in read_pairs() if not pair.is_to_match])
    assert false <= FALSE, wrong


@pytest.mark.parametrize("name", sorted({pair.name for pair in read_pairs()}))
def test_no_class_is_far_behind(name):
    pairs = [pair for pair in read_pairs() if pair.name == name]
    _share, wrong = share(pairs)
    assert 1 - len(wrong) / len(pairs) >= RECALL_OF_A_CLASS, wrong


@pytest.mark.parametrize("query", ["السلام", "zarif", "Abdelkader"])
def test_a_text_without_words_is_found_by_none(query):
    assert not matches(query, "…")
