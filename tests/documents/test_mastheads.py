"""A section is no outlet; where several names may be the outlet's, none is guessed."""

import pytest

from statements.documents import read_document, read_file
from statements.documents.mastheads import outlet_of
from tests.documents.files import TEXT, feed, page


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("وكالة الأفق", "وكالة الأفق"),
        ("الأفق - دولــي", "الأفق"),
        ("الأفق – العـالم", "الأفق"),
        ("شؤون عربية | الأفق", "الأفق"),
        ("الأفق » أخبار السهول لحظة بلحظة", "الأفق"),
        ("الأفق - الجـزائـر", "الأفق"),
        ("صحيفة الضفة: من السهول", "صحيفة الضفة"),
        ("قناة العالم - سياسة", "قناة العالم"),
        ("أخبار اليوم | الرياضة", "أخبار اليوم"),
        ("العالم", "العالم"),  # a channel too
        ("RSS الأفق", "الأفق"),
        ("Ofoq News - World", "Ofoq News"),
        ("رياضة", ""),
        ("الأفق - السهول", ""),
        ("", ""),
        ("\u202e | \u0301 - الأفق", "الأفق"),
    ],
)
def test_outlet_is_cut_out_of_what_a_site_is_called(told, outlet):
    assert outlet_of(told) == outlet


def test_pages_and_feeds_give_the_outlet_alone():
    item = f"<item><description>{TEXT}</description></item>"
    [entry] = read_file("a.xml", feed(item).replace("وكالة الأفق".encode(), "الأفق - دولي".encode()))
    assert entry.document.outlet == "الأفق"
    head = '<meta property="og:site_name" content="وكالة الأفق | اقتصاد">'
    assert read_document("a.html", page(f"<p>{TEXT}</p>", head=head).encode()).outlet == "وكالة الأفق"
