"""Where the narrator comments on what was said. All people and bodies are made up."""

import pytest

from statements.extraction import extract


def contents(text: str) -> list[str]:
    return [" … ".join(span.of(text) for span in q.spans) for q in extract(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال سامر الحلواني إن الحدود مفتوحة، دون أن يحدد موعداً.", "الحدود مفتوحة"),
        ("وأكدت رنا السبكي أن الحدود مفتوحة من دون تحديد السبب.", "الحدود مفتوحة"),
        ("وقال سامر الحلواني إن الحدود تفتح دون شروط.", "الحدود تفتح دون شروط"),
        ("وقال سامر الحلواني إن الحدود مفتوحة لكنه لم يوضح السبب.", "الحدود مفتوحة"),
        ("وقال سامر الحلواني إن الجسر قديم لكنه لم يسقط.", "الجسر قديم لكنه لم يسقط"),
        ("وأكدت رنا السبكي أن الحدود مفتوحة، وهو ما تنفيه الوزارة.", "الحدود مفتوحة"),
        ("وأكدت رنا السبكي أن الطريق طويلة، وهو ما يقلق الجميع.", "الطريق طويلة، وهو ما يقلق الجميع"),
        ("وطالبت رنا السبكي بفتح الحدود، أما الوزارة فقالت إن الحوار ممكن.", "بفتح الحدود"),
        ("وقالت رنا السبكي إن الحال «تتحسن كل يوم»، بعدما ساءت العام الماضي.", "الحال «تتحسن كل يوم"),
    ],
)
def test_comment_of_the_narrator_ends_the_content(text, expected):
    assert contents(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال سامر الحلواني إن «الأمور تتطور بسرعة كبيرة» في المنطقة.",
            "«الأمور تتطور بسرعة كبيرة» في المنطقة",
        ),
        (
            "وقال سامر الحلواني إن «الأمور تتطور بسرعة كبيرة» مؤكداً أن الحدود مفتوحة.",
            "الأمور تتطور بسرعة كبيرة",
        ),
    ],
)
def test_words_that_follow_the_closing_mark_without_a_pause_were_said(text, expected):
    assert contents(text)[0] == expected


def test_content_goes_on_after_its_source():
    text = "وتشمل الخطة، بحسب الوزيرة رنا السبكي، السدود والطرق الجديدة."
    assert contents(text) == ["وتشمل الخطة … السدود والطرق الجديدة"]


def test_next_sentence_that_begins_with_a_complementiser_was_said_too():
    text = "وقال سامر الحلواني إن الحدود مفتوحة. وإن الحركة عادية منذ أمس."
    assert contents(text) == ["الحدود مفتوحة … وإن الحركة عادية منذ أمس"]


def test_each_paragraph_of_a_long_quotation_opens_it_again():
    text = "وقالت رنا السبكي: «الطريق طويلة علينا جميعاً.\n\n«يجب الصبر والعمل كل يوم»."
    assert contents(text) == ["الطريق طويلة علينا جميعاً … يجب الصبر والعمل كل يوم"]


def test_line_that_begins_with_a_comma_goes_on():
    text = "وأكد سامر الحلواني أن الجسر الجديد في مدينة الميناء القديم\n، يفتح غداً أمام الجميع."
    assert contents(text) == ["الجسر الجديد في مدينة الميناء القديم\n، يفتح غداً أمام الجميع"]
