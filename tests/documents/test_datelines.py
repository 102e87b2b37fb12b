"""The day under a headline is read; a day of the text, of the site's head or of another article is not."""

import datetime

import pytest

from statements.documents import read_document
from tests.documents.files import OTHER, TEXT, page

BODY = "".join(f"<p>{p}</p>" for p in TEXT.split("\n"))
TITLE = "لقاء الحلواني والمرداوي في أرخانيا"


def day(before: str = "", after: str = "", end: str = "") -> datetime.date | None:
    """Of a page with `before` above its headline, `after` below it, `end` under the text."""
    body = f"{before}<h1>{TITLE}</h1>{after}{BODY}{end}"
    return read_document("a.html", page(body, head=f"<title>{TITLE}</title>").encode()).date


@pytest.mark.parametrize(
    "line",
    [
        "<div>الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21 (GMT+0400)</div>",
        "<span>٤ أغسطس ٢٠١٣</span>",
        "<p>كتب: نادر السالمي<br>الأحد 4-8-2013 | 02:21 م</p>",
        "<div>تاريخ النشر: 04/08/2013</div>",
        "<div>الأحد 27 رمضان 1434هـ - 4 أغسطس 2013م</div>",
        f"<figure><figcaption>{OTHER}</figcaption></figure><div>نُشر في 4 آب 2013 بقلم نادر السالمي مراسل الأفق في العاصمة</div>",
    ],
)
def test_day_below_the_headline_is_read(line):
    assert day(after=line) == datetime.date(2013, 8, 4)


def test_day_of_publication_just_above_the_headline_is_read():
    assert day(before="<div>نُشر: 4 أغسطس 2013</div>") == datetime.date(2013, 8, 4)


@pytest.mark.parametrize(
    "where",
    [
        {"before": "<div>الأحد 4 أغسطس 2013</div>"},  # the day on which the page was opened
        {"end": "<p>وسيعقد الاجتماع المقبل في 4 أغسطس 2013 بحضور الوفدين كما أعلن أمس.</p>"},
        {"end": "<div>خبر آخر</div><div>4 أغسطس 2013</div>"},
        {"after": "<div>منذ 3 ساعات</div>"},
        {"after": "<div>4 أغسطس 2999</div>"},
        {"after": "<h2>الحلواني يقول إن قمة 4 أغسطس 2013 كانت بداية الطريق إلى السلام</h2>"},
    ],
)
def test_no_other_day_is_taken_for_it(where):
    assert day(**where) is None


def test_what_the_page_declares_comes_first():
    head = f'<title>{TITLE}</title><meta property="article:published_time" content="2013-08-03T10:00:00Z">'
    told = page(f"<h1>{TITLE}</h1><div>آخر تحديث 4 أغسطس 2013</div>{BODY}", head=head)
    assert read_document("a.html", told.encode()).date == datetime.date(2013, 8, 3)


def test_headline_and_day_above_the_text_are_no_words_of_it():
    told = page(f"<h1>{TITLE}</h1><div>4 أغسطس 2013</div>{BODY}", head=f"<title>{TITLE}</title>")
    assert read_document("a.html", told.encode()).text == TEXT


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("لقاء في أرخانيا\nالأحد 4 أغسطس 2013\n\n", True),
        ("تاريخ النشر: 04/08/2013 10:30\n", True),
        ("٤ آب ٢٠١٣ م\n\n", True),
        ("قمة 4 أغسطس 2013 في العاصمة\n\n", False),
        ("نشر قوات حفظ السلام في ذورين منذ 4 أغسطس 2013\n\n", False),
        ("وقال إن الاجتماع عقد في 4 أغسطس 2013 بحضور الجميع.\n", False),
        ("\n".join("أبجد" for _ in range(9)) + "\n4 أغسطس 2013\n", False),
    ],
)
def test_day_that_stands_alone_above_a_plain_text_is_that_of_its_publication(head, told):
    document = read_document("a.txt", f"{head}{TEXT}".encode())
    assert document.date == (datetime.date(2013, 8, 4) if told else None)
    assert document.text == f"{head}{TEXT}"
