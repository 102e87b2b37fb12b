"""What a reader typed, as a query; and where its parts stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.search import highlight, matches, ranges, read_query
from statements.search.query import Part, Query
from statements.search.reading import MOST_WORDS

PEACE, WAR, COLD = (frozenset({stem}) for stem in ("سلام", "حرب", "بارد"))


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("السلام", [Part((PEACE,))]),
        ("السلام  والحرب", [Part((PEACE,)), Part((WAR,))]),
        ("السلام سلام", [Part((PEACE,))]),
        ('"حرب باردة"', [Part((WAR, COLD))]),
        ("«حرب باردة» سلام", [Part((WAR, COLD)), Part((PEACE,))]),
        ("“حرب باردة”", [Part((WAR, COLD))]),
        ("-حرب", [Part((WAR,), negated=True)]),
        ('سلام -"حرب باردة"', [Part((PEACE,)), Part((WAR, COLD), negated=True)]),
        ("سلام–حرب", [Part((PEACE,)), Part((WAR,))]),
        ("سلام-حرب", [Part((PEACE,)), Part((WAR,))]),
        ("سلام، حرب؛سلام/حرب:باردة.", [Part((PEACE,)), Part((WAR,)), Part((COLD,))]),
        ("سَلَام،حَرب", [Part((PEACE,)), Part((WAR,))]),
        ("سلام و حرب", [Part((PEACE,)), Part((WAR,))]),
        ("«حرب و باردة»", [Part((WAR, COLD))]),
        ("و", []),
        ("سلام أو حرب", [Part((PEACE,), otherwise=Part((WAR,)))]),
        ("سلام OR «حرب باردة»", [Part((PEACE,), otherwise=Part((WAR, COLD)))]),
        ("سلام او حرب باردة", [Part((PEACE,), otherwise=Part((WAR,))), Part((COLD,))]),
        ("سلام أو حرب أو باردة", [Part((PEACE,), otherwise=Part((WAR,), otherwise=Part((COLD,))))]),
        ("سلام أو -حرب", [Part((PEACE,)), Part((WAR,), negated=True)]),
        ("سلام أو ؟", [Part((PEACE,))]),
        ("سلام - حرب", [Part((PEACE,)), Part((WAR,))]),
        ('"حرب باردة', [Part((WAR,)), Part((COLD,))]),
        ('سلام "', [Part((PEACE,))]),
        ("سلام AND حرب", [Part((PEACE,)), Part((WAR,))]),
        ("سلام AND", [Part((PEACE,))]),
        ("سلام NOT", [Part((PEACE,))]),
        ("NOT حرب", [Part((WAR,), negated=True)]),
        ("سلام AND NOT حرب باردة", [Part((PEACE,)), Part((WAR,), negated=True), Part((COLD,))]),
        ("سلام OR", [Part((PEACE,))]),
        ("عبدالله", [Part((frozenset({"عبد"}), frozenset({"الله"})))]),
        ("", []),
        ('"" -"" - ؟!', []),
    ],
)
def test_reading(typed, parts):
    assert read_query(typed) == Query(tuple(parts))


def test_an_endless_query_is_cut():
    words = " ".join(f"كلمة{n}" for n in range(1000))
    assert sum(len(part.places) for part in read_query(words).parts) <= MOST_WORDS


@given(
    st.text(st.one_of(st.sampled_from('ابج "«»“”-–*:()\\\u200f\u0640\u064e'), st.characters()), max_size=200)
)
def test_whatever_is_typed_is_read_and_can_be_looked_for(typed):
    query = read_query(typed)
    assert matches(typed, typed) or query.unwanted or len(query.parts) > 1
    assert ranges(query, typed) == sorted(ranges(query, typed))
    highlight(query, typed)


def test_more_words_than_are_looked_for_are_told():
    assert read_query(" ".join(f"كلمة{n}" for n in range(MOST_WORDS))).is_cut
    assert not read_query(" ".join(["كلمة"] * MOST_WORDS)).is_cut


def test_one_or_the_other_is_marked():
    assert highlight(read_query("سلام أو حرب"), "لا حرب") == "لا <mark>حرب</mark>"


@pytest.mark.parametrize(
    ("typed", "unknown", "dangling"),
    [
        ("كاتب:سلام", ("كاتب",), ""),
        ("كاتب:«حرب باردة»", ("كاتب",), ""),
        ("المتحدث:سلام 10:30 https://example.org سلام: حرب", (), ""),
        ("سلام OR", (), "OR"),
        ("سلام أو حرب", (), ""),
    ],
)
def test_what_looks_like_a_field_or_joins_nothing_is_kept_to_be_told(typed, unknown, dangling):
    query = read_query(typed)
    assert (query.unknown, query.dangling) == (unknown, dangling)
