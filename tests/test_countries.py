"""Whose an actor is, as its office, name or medium tells."""

import pytest

from statements.countries import coded, country_of, names


@pytest.mark.parametrize(
    ("kind", "called", "offices", "code"),
    [
        ("country", ["إيران"], [], "IR"),
        ("country", ["واشنطن"], [], "US"),
        ("person", ["سامر الحلواني"], ["وزير الخارجية الإيراني"], "IR"),
        ("person", ["سامر الحلواني"], ["الدكتور", "المتحدث باسم وزارة الخارجية الأمريكية"], "US"),
        ("person", ["سامر الحلواني"], ["السفير الأميركي لدى العراق"], "US"),
        ("person", ["سامر الحلواني"], ["المبعوث الأممي إلى اليمن"], ""),
        ("person", ["سامر الحلواني"], ["وزير خارجية كوريا الجنوبية"], "KR"),
        ("person", ["سامر السوداني"], ["رئيس الوزراء"], ""),
        ("agency", ["وسائل إعلام إسرائيلية"], [], "IL"),
        ("agency", ["رويترز"], [], "GB"),
        ("organization", ["وزارة الخارجية الروسية"], [], "RU"),
        ("organization", ["لجنة الشؤون المالية"], [], ""),
        ("organization", ["هيئة شؤون اللاجئين الفلسطينيين"], [], ""),
        ("unnamed", ["مصدر عسكري مصري"], [], "EG"),
        ("group", [], [], ""),
    ],
)
def test_the_state_is_told_by_office_name_or_medium(kind, called, offices, code):
    assert country_of(kind, called, offices) == code


def test_every_code_has_an_arabic_name():
    assert names()["EG"] == "مصر"
    assert all(len(code) == 2 and name for code, name in names().items())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("إيران", "IR"),
        ("ايران", "IR"),
        (" ir", "IR"),
        ("طهران", "IR"),
        ("iran", "IR"),
        ("United States", "US"),
        ("الجمهورية الفرنسية", "FR"),
        ("أرخانيا", ""),
    ],
)
def test_a_state_is_named_by_its_code_or_any_of_its_names(typed, code):
    assert coded(typed) == code
