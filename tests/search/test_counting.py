"""Counts of fields with many values: exact, though not all values of every piece of the index are kept."""

import random
from collections import Counter

import pytest
import tantivy

from statements.search import counting
from statements.search.asking import IndexQueries
from statements.search.index import Opened, build_schema


@pytest.fixture(params=["even", "few say most"])
def many(request):
    """An index in memory of several pieces, and how often each speaker is in it."""
    chance, index = random.Random(4), tantivy.Index(build_schema())
    speakers, said = range(1, 400), Counter()
    weights = [1 if request.param == "even" else 1 / number for number in speakers]
    for _piece in range(4):
        with index.writer(15_000_000, 1) as writer:
            for speaker in chance.choices(speakers, weights, k=900):
                document = tantivy.Document()
                document.add_unsigned("speaker", speaker)
                writer.add_document(document)
                said[speaker] += 1
            writer.commit()
    index.reload()
    return Opened(index, index.searcher()), said


@pytest.mark.parametrize("kept", [12, 60, 1000])
def test_the_commonest_values_have_their_exact_counts(many, monkeypatch, kept):
    opened, said = many
    monkeypatch.setattr(counting, "_KEPT", kept)
    everything = tantivy.Query.all_query()
    found = counting.count(opened.searcher, IndexQueries(opened), everything, ["speaker", "year"], 5)
    assert list(found["speaker"].values()) == [count for _speaker, count in said.most_common(5)]
    assert all(said[speaker] == count for speaker, count in found["speaker"].items())
    assert found["year"] == {}
