"""How sure a quotation is."""

import pytest

from statements.extraction import extract
from statements.extraction.confidence import cautious

PLAIN = "وقال وزير الخارجية سامر الحلواني إن الحدود مفتوحة."
DOUBTFUL = "وفي بيان حول الحدود، وعن الدعم الذي رفضت اللجنة، بحسب ما جاء من المدينة تأكيد على فتحها"


def test_plain_statement_is_surer_than_a_doubtful_one():
    (plain,), doubtful = extract(PLAIN).quotations, extract(DOUBTFUL).quotations
    assert plain.confidence > 0.8
    assert all(q.confidence < plain.confidence for q in doubtful)


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 0.0), (0.94, 0.9), (1.0, 1.0), (0.47, 0.45)])
def test_nine_tenths_stand_at_the_cut(chance, expected):
    assert cautious(chance, 0.94) == pytest.approx(expected)
