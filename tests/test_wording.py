"""How a statement reads on a line: in the article's own letters."""

import pytest

from statements.models import Article, Statement
from statements.pages.wording import cue_in_words, has_own_marks, leading_words, missing_marks


def statement(text: str, content: str, cue: str = "", lemma: str = "", sense: str = "") -> Statement:
    """One that stands in `text`; its cue is the first of these words."""
    start = text.index(content)
    at = text.index(cue) if cue else None
    return Statement(
        article=Article(text=text),
        spans=[[start, start + len(content)]],
        start=start,
        cue_start=at,
        cue_end=at + len(cue) if cue else None,
        cue_lemma=lemma,
        sense=sense,
    )


@pytest.mark.parametrize(
    ("cue", "lemma", "shown"),
    [
        ("قال", "قال", "قال"),
        ("وقالت", "قال", "قالت"),
        ("فاعتبر", "اعتبر", "اعتبر"),
        ("وشدّد", "شدد", "شدّد"),
        ("وَأكد", "أكد", "أكد"),
        ("مشيراً", "أشار", "مشيراً"),
        ("وصف", "وصف", "وصف"),
        ("ووصفت", "وصف", "وصفت"),
        ("وتصف", "وصف", "تصف"),
        ("واصفاً", "وصف", "واصفاً"),
        ("وعدت", "وعد", "وعدت"),
        ("فسّر", "فسر", "فسّر"),
        # nouns with what belongs to them
        ("اعتقاده", "اعتقد", "اعتقد"),
        ("وإصرارهم", "أصر", "أصر"),
        ("بالقول", "قال", "قال"),
        # these end so by themselves
        ("نبّه", "نبه", "نبّه"),
        ("مؤكدةً", "أكد", "مؤكدةً"),
        ("اتهم", "اتهم", "اتهم"),
        # no lemma
        ("وغرّد", "", "وغرّد"),
    ],
)
def test_the_cue_is_the_articles_without_a_conjunction(cue, lemma, shown):
    assert cue_in_words(statement(f"{cue} سامر هنا", "هنا", cue, lemma)) == shown


def test_a_statement_without_cue_has_its_lemma_or_nothing():
    assert cue_in_words(statement("هنا", "هنا")) == ""
    assert cue_in_words(statement("هنا", "هنا", lemma="قال")) == "قال"


@pytest.mark.parametrize(
    ("text", "cue", "lemma", "shown"),
    [
        ("وبحسب سامر هنا", "وبحسب", "بحسب", "بحسب"),
        ("وطبقاً للمصدر هنا", "وطبقاً", "وفق", "طبقاً لـ"),
        ("ووفقاً لسامر هنا", "ووفقاً", "وفق", "وفقاً لـ"),
        ("وفق سامر هنا", "وفق", "وفق", "وفق"),
    ],
)
def test_according_to_joins_a_name(text, cue, lemma, shown):
    assert cue_in_words(statement(text, "هنا", cue, lemma, "according_to")) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعرب سامر عن القلق", "عن"),
        ("أعرب سامر إلى القلق", "إلى"),
        ("أعرب عن القلق", "عن"),
        ("أعرب سامر إلى أنّ القلق", "إلى أنّ"),
        ('أعرب سامر، ان "القلق', "ان"),
        ("أعرب سامر: القلق", ""),
        ("أعرب القلق", ""),
        ("أعرب علي القلق", ""),  # a name, not «على»
        ("أعرب عن سامر القلق", ""),
        ("أعرب عن\nالقلق", ""),
        ("أعرب بـالقلق", ""),
        ("القلق كما أعرب عن", ""),
    ],
)
def test_words_between_cue_and_content_lead_to_it(text, expected):
    assert leading_words(statement(text, "القلق", "أعرب")) == expected


def test_without_cue_nothing_leads():
    assert leading_words(statement("عن القلق", "القلق")) == ""


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ('أكد مبدأ "أرخانيا الواحدة".', 'مبدأ "أرخانيا الواحدة', ("", '"')),
        ('أكد مبدأ "أرخانيا الواحدة."', 'مبدأ "أرخانيا الواحدة', ("", '."')),
        ("أكد مبدأ «أرخانيا الواحدة».", "مبدأ «أرخانيا الواحدة", ("", "»")),
        ("أكد «أرخانيا» الواحدة", "أرخانيا» الواحدة", ("«", "")),
        ('أكد "أرخانيا" الواحدة', 'أرخانيا" الواحدة', ('"', "")),
        # balanced as it is
        ('أكد "أرخانيا الواحدة"', "أرخانيا الواحدة", ("", "")),
        ('أكد مبدأ "أرخانيا" الواحدة"', 'مبدأ "أرخانيا" الواحدة', ("", "")),
        # the article closes it later, or not at all
        ('أكد مبدأ "أرخانيا الواحدة دائماً"', 'مبدأ "أرخانيا الواحدة', ("", "")),
        ('أكد مبدأ "أرخانيا الواحدة', 'مبدأ "أرخانيا الواحدة', ("", "")),
    ],
)
def test_the_mark_that_closes_the_content_is_the_articles(text, content, expected):
    assert missing_marks(statement(text, content)) == expected


def test_content_with_a_mark_of_its_own_is_known():
    assert has_own_marks(statement('قال "نعم', '"نعم'))
    assert not has_own_marks(statement('قال "نعم"', "نعم"))
