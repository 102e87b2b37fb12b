"""Searching a column in any spelling, by PostgreSQL."""

import pytest

from statements.admin.folded import search_folded
from statements.models import Outlet

SPELLINGS = [
    # stored, searched, found
    ("وكالة الأنباء", "وكاله الانباء", True),
    ("وكاله الانباء", "وَكَالَةُ الأَنْبَاءِ", True),
    ("صدى المدى", "صدي المدي", True),
    ("الحــقيقة", "الحقيقة", True),
    ("مُؤتمر", "موتمر", True),
    ("إذاعة ٩٧", "اذاعه 97", True),
    ("کیهان", "كيهان", True),
    ("The NEWS", "the news", True),
    ("نسبة ٥٪", "5%", True),
    ("ماء", "ما", True),  # a part of a word is enough
    ("ما", "ماء", False),
    ("صدى", "صدا", False),
    ("a.b", "a.b", True),
    ("aXb", "a.b", False),
    ("x(y", "(", True),
    ("[1]^2\\3-4", "]^2\\3-", True),
    ("الحقيقة اليوم", "اليوم الحقيقة", True),  # each word, in any order
    ("الحقيقة", "الحقيقة اليوم", False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("stored", "searched", "found"), SPELLINGS)
def test_search_in_any_spelling(stored, searched, found):
    Outlet.objects.create(name=stored)
    assert search_folded(Outlet.objects.all(), searched, "name").exists() == found


@pytest.mark.django_db
def test_nothing_searched_finds_all():
    Outlet.objects.create(name="الحقيقة")
    assert search_folded(Outlet.objects.all(), " ـ ", "name").exists()
