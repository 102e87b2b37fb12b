"""Words typed while the keyboard wrote Latin letters."""

import pytest
from django.http import QueryDict

from statements.filters.searches import search
from statements.search.keyboards import in_arabic


@pytest.mark.parametrize(
    ("typed", "arabic"),
    [
        ("/vdt", "ظريف"),
        ("hgsghl", "السلام"),
        ("lpl] [,h]", "محمد جواد"),
        ("Hldv", "أمير"),
        ("BGH", "لآلأأ"),
        ("covid-19", ""),
        ("ظريف", ""),
        (" ", ""),
        ("", ""),
    ],
)
def test_the_same_keys_in_arabic(typed, arabic):
    assert in_arabic(typed) == arabic


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "offered"), [("hglrh,lm", "المقاومة"), ("hglrh,lm pr", "المقاومة حق"), ("xxxxx", "")]
)
def test_what_was_meant_is_offered_where_it_is_found(archive, search_index, typed, offered):
    search_index()
    query = QueryDict(mutable=True)
    query["q"] = typed
    assert search(query).mended == offered
