"""Counts of fields with many values: exact, though a value may be common on the whole and rare in each piece of the index."""

import random
from collections import Counter

import pytest
import tantivy

from statements.search.counting import count
from statements.search.index import build_schema, own


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
                document.add_unsigned(own("statement", "speaker"), speaker)
                writer.add_document(document)
                said[speaker] += 1
            writer.commit()
    index.reload()
    return index.searcher(), said


def test_the_commonest_values_have_their_exact_counts(many):
    searcher, said = many
    everything = tantivy.Query.all_query()
    found = count(searcher, everything, "statement", {"speaker": 5, "year": 3})
    assert list(found["speaker"].values()) == [count for _speaker, count in said.most_common(5)]
    assert all(said[speaker] == count for speaker, count in found["speaker"].items())
    assert found["year"] == {}
