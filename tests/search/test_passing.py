"""Words that say nothing of what is looked for."""

import pytest

from statements.search.reading import read_query


@pytest.mark.parametrize(
    ("typed", "looked_for", "passed"),
    [
        ("الحلواني قال", ["الحلواني"], ("قال",)),
        ("ماذا قال الحلواني عن المعابر", ["الحلواني", "المعابر"], ("ماذا", "قال", "عن")),
        ("تصريحات البارودي", ["البارودي"], ("تصريحات",)),
        ("what did Barudi say about crossings", ["Barudi", "crossings"], ("what", "did", "say", "about")),
        ("قال", ["قال"], ()),  # nothing else is left to look for
        ("قال -الحلواني", ["قال", "الحلواني"], ()),
        ('الحلواني "قال"', ["الحلواني", "قال"], ()),
        ("الحلواني =قال", ["الحلواني", "قال"], ()),
        ("الحلواني -قال", ["الحلواني", "قال"], ()),
        ("قال أو أكد الحلواني", ["قال", "الحلواني"], ()),
    ],
)
def test_words_that_say_nothing_are_passed_over(typed, looked_for, passed):
    query = read_query(typed)
    assert [part.typed for part in query.parts] == looked_for
    assert query.passed == passed
