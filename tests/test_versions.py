"""Two wordings of one utterance, held against each other word by word."""

import pytest

from statements.models import Article, Statement
from statements.templatetags.versions import differing, is_worded_alike


def worded(text: str) -> Statement:
    return Statement(article=Article(text=text), spans=[[0, len(text)]])


@pytest.mark.parametrize(
    ("first", "version", "expected"),
    [
        ("نريد حلاً سلمياً", "نريد حلاً سلمياً", "نريد حلاً سلمياً"),
        ("نريد حلا", "نريد حلاً", "نريد حلاً"),  # a vowel sign is no difference
        ("نريد حلاً", "نريد حلاً سلمياً", "نريد حلاً <ins>سلمياً</ins>"),
        ("نريد حلاً سلمياً", "نريد حلاً", "نريد حلاً <del>سلمياً</del>"),
        ("نريد حلاً سلمياً", "نريد حواراً سلمياً", "نريد <del>حلاً</del> <ins>حواراً</ins> سلمياً"),
        ("نريد", "<b> نريد", "<ins>&lt;b&gt;</ins> نريد"),  # a tag is text
    ],
)
def test_what_a_wording_adds_and_leaves_out_is_marked(first, version, expected):
    assert " ".join(differing(worded(version), worded(first)).split()) == expected
    assert is_worded_alike(worded(version), worded(first)) == ("<" not in expected)
