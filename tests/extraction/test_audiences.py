"""How far an audience goes. All people, bodies and states are made up."""

import pytest

from statements.extraction import extract


def addressees(text: str) -> list[list[str]]:
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [[names[i] for i in quotation.addressees] for quotation in found.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال الوزير سامر الحلواني خلال لقاء مع جمع من أهالي المدينة إن الحدود مفتوحة.",
            "جمع من أهالي المدينة",
        ),
        ("قال سامر الحلواني أمام المشاركين في المؤتمر إن الحدود مفتوحة.", "المشاركين في المؤتمر"),
        ("دعا سامر الحلواني المواطنين الموجودين في أرخانيا إلى الحذر.", "المواطنين الموجودين في أرخانيا"),
        ("قال سامر الحلواني في رسالة للمشاركين في المؤتمر إن الحدود مفتوحة.", "المشاركين في المؤتمر"),
        ("قال سامر الحلواني لعدد من الصحفيين المصريين إن الحدود مفتوحة.", "عدد من الصحفيين المصريين"),
        ("قال سامر الحلواني للوفد الصحفي المصري إن الحدود مفتوحة.", "الوفد الصحفي المصري"),
        ("حث سامر الحلواني الدول الأعضاء في الأمم المتحدة على فتح الحدود.", "الدول الأعضاء في الأمم المتحدة"),
    ],
)
def test_audience_has_all_that_belongs_to_it(text, expected):
    assert addressees(text) == [[expected]]


def test_adverb_before_what_is_asked_is_no_part_of_an_audience():
    assert addressees("حث سامر الحلواني المواطنين مجددا على فتح الحدود.") == [["المواطنين"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال سامر الحلواني في كلمته بالجلسة الافتتاحية للدورة الثانية لمجلس الأمن إن الحدود مفتوحة.",
            ["مجلس الأمن"],
        ),
        (
            "قال سامر الحلواني في كلمته خلال افتتاح القمة التشاورية لقادة الأحزاب إن الحدود مفتوحة.",
            ["قادة الأحزاب"],
        ),
        ("قال سامر الحلواني على هامش الدورة السنوية للبرلمان إن الحدود مفتوحة.", []),
    ],
)
def test_body_whose_session_it_is_hears_what_is_said(text, expected):
    assert addressees(text) == [expected]
