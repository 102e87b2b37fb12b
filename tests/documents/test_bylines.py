"""Writers as pages, feeds, tables and lines above a text name them; programs and outlets are none."""

import pytest

from statements.documents import read_document, read_file
from statements.documents.bylines import author_of, byline
from tests.documents.files import OTHER, TEXT, docx, feed, page


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ("نادر السالمي", "نادر السالمي"),
        ("  كتب: نادر  السالمي ", "نادر السالمي"),
        ("By Nader Salmi", "Nader Salmi"),
        ("نادر السالمي وليث المرداوي", "نادر السالمي وليث المرداوي"),
        ("admin", ""),
        ("المحرر", ""),
        ("وكالة الأُفق", ""),
        ("nader@example.org", ""),
        ("https://example.org/nader", ""),
        ("12", ""),
        ("قال الوزير في مؤتمر صحفي إن بلاده تدعم الحوار", ""),
    ],
)
def test_writer_is_taken_where_it_is_a_name(told, author):
    assert author_of(told, outlet="وكالة الأفق") == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("كتب: نادر السالمي | الأربعاء 12 مايو 2021", "نادر السالمي"),
        ("كتبت – هدى الراجحي:", "هدى الراجحي"),
        ("بقلم: نادر السالمي", "نادر السالمي"),
        ("كتب الوزير في مذكراته: لم نكن نريد الحرب", ""),
        ("تقرير: 12 قتيلا", ""),
        ("من نادر السالمي", ""),
    ],
)
def test_byline_above_a_text_names_the_writer(line, author):
    assert byline(f"لقاء في أرخانيا\n{line}\n{TEXT}") == author


def test_every_format_gives_its_writer():
    said = f"<h1>لقاء</h1><p>كتب: نادر السالمي</p><p>{TEXT}</p>"
    head = '<meta name="author" content="هدى الراجحي">'
    item = f"<item><author>نادر السالمي</author><description>{TEXT}</description></item>"
    table = f'الكاتب,النص\nنادر السالمي,"{OTHER}"\n'
    assert read_document("a.html", page(f"<p>{TEXT}</p>", head=head).encode()).author == "هدى الراجحي"
    assert read_document("a.html", page(said).encode()).author == "نادر السالمي"
    shown = f"<h1>لقاء الحلواني والمرداوي</h1><div>كتب: نادر السالمي | 12 مايو 2021</div><article><p>{TEXT}</p></article>"
    told = page(shown, head="<title>لقاء الحلواني والمرداوي</title>").replace("<article><h1>", "<h1>")
    assert read_document("a.html", told.encode()).author == "نادر السالمي"
    assert read_document("a.docx", docx("كتب: نادر السالمي", TEXT)).author == "نادر السالمي"
    assert read_document("a.txt", f"كتب: نادر السالمي\n{TEXT}".encode()).author == "نادر السالمي"
    assert [part.document.author for part in read_file("a.xml", feed(item))] == ["نادر السالمي"]
    assert [part.document.author for part in read_file("a.csv", table.encode())] == ["نادر السالمي"]
