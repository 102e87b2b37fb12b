"""Where content begins when several words may open it. All people and bodies are made up."""

import pytest

from statements.extraction import extract


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("وأيدت رنا السبكي، رئيسة لجنة الحوار العليا، التقرير الأخير.", "التقرير"),
        ("وتتهم أغلب دول الساحل العربية سامر الحلواني بتعطيل الحوار.", "سامر"),
        ("ورفض الناطق باسم حركة البيان، رنا السبكي، الحوار مع الحكومة.", "الحوار"),
        ("وجدد السفير سامر الحلواني، رئيس لجنة الحوار، دعم بلاده للسلام.", "دعم"),
        ("وقالت رنا السبكي «إن الحدود مفتوحة للجميع منذ أمس».", "الحدود"),
    ],
)
def test_the_likeliest_word_opens_the_content(text, start):
    (quotation,) = extract(text).quotations
    assert quotation.spans[0].of(text).startswith(start)
