"""Rewritten gold articles: the same words under other spellings, offsets carried over."""

import pytest

from benchmarks.rewritings import REWRITINGS, SAME_WHEN_FOLDED, in_presentation_forms, rewrite
from statements.extraction.normalize import fold

TEXT = 'قال وزير خارجية أرخانيا سامر الحلواني لقناة الأفق: "إنّ الحوار مسؤولية الجميع".\n\nوأكّد في ١٢ مايو 2021 لأنه رأى ذلك.'
CONTENT = "الحوار مسؤولية الجميع"
ARTICLE = {
    "id": "made-up",
    "text": TEXT,
    "actors": [{"id": "a1", "kind": "person", "names": ["سامر الحلواني"]}],
    "events": [],
    "statements": [
        {
            "spans": [[TEXT.index(CONTENT), TEXT.index(CONTENT) + len(CONTENT)]],
            "cue": [0, 3],
            "kind": "direct",
        }
    ],
}


@pytest.mark.parametrize("name", SAME_WHEN_FOLDED)
def test_folding_undoes_a_rewriting_of_spelling(name):
    rewritten = rewrite(ARTICLE, REWRITINGS[name])
    assert fold(rewritten["text"]).split() == fold(TEXT).split()


@pytest.mark.parametrize("name", REWRITINGS)
def test_spans_and_names_follow_their_words(name):
    rewritten = rewrite(ARTICLE, REWRITINGS[name])
    (statement,) = rewritten["statements"]
    ((start, end),) = statement["spans"]
    assert fold(rewritten["text"][start:end]).split() == fold(CONTENT).split()
    assert fold(rewritten["text"][slice(*statement["cue"])]).split() == ["قال"]
    assert fold(rewritten["actors"][0]["names"][0]) in fold(rewritten["text"])


@pytest.mark.parametrize(
    "name", [name for name in REWRITINGS if name not in ("as it is", "vowels removed", '"…"')]
)
def test_every_rewriting_changes_something(name):
    assert rewrite(ARTICLE, REWRITINGS[name])["text"] != TEXT


def test_the_article_given_stays_as_it_is():
    before = repr(ARTICLE)
    rewrite(ARTICLE, REWRITINGS["NFD"])
    assert repr(ARTICLE) == before


@pytest.mark.parametrize(
    ("text", "shaped"),
    [("قال", "\ufed7\ufe8e\ufedd"), ("لا", "\ufefb"), ("سلام", "\ufeb3\ufefc\ufee1"), ("ء", "\ufe80")],
)
def test_letters_take_the_shape_of_their_place(text, shaped):
    assert "".join(in_presentation_forms(text)) == shaped


def test_quotation_marks_open_and_close():
    assert "".join(REWRITINGS["«…»"]('قال "نعم" و“لا”')) == "قال «نعم» و«لا»"
    assert "".join(REWRITINGS['«…" (marks that do not match)']('قال "نعم"')) == 'قال «نعم"'
    assert "".join(REWRITINGS["no paragraph breaks"]("ا\n\nب")) == "ا ب"
