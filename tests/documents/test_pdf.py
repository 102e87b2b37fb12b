"""A PDF is read as a person reads it; one that cannot be is refused with the reason."""

import datetime
import re
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from statements.documents import Damaged, Garbled, Scanned, read_document, read_file
from statements.documents.pdf_order import logical, mirrored
from tests import chromium
from tests.documents.files import OTHER, TEXT

SAMPLES = Path(__file__).parents[3] / "shared/samples/docs"


@pytest.fixture(scope="module")
def printed():
    """Print HTML as a browser does: printed(html) -> the bytes of the PDF."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        page = browser.new_page()

        def pdf(html: str) -> bytes:
            page.set_content(f'<html dir="rtl" lang="ar"><body>{html}</body></html>')
            return page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "2cm"))

        yield pdf
        browser.close()


def words(text: str) -> list[str]:
    return re.findall(r"[\w«»():؛،.%/\"]+", text)


@pytest.mark.browser
@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "وقال إن 35% من الاتفاق (البند 4) أنجز في 2021/06/01 الساعة 10:30، وفق John Smith من وزارة أرخانيا.",
        'أعلن: "لا نقبل ذلك"؛ وأضاف: «سنواصل الحوار مع الآلاف من الأهالي لأجل الإنسان».',
    ],
)
def test_what_a_browser_prints_is_read_back_word_for_word(printed, text):
    html = "".join(f"<p>{p}</p>" for p in text.split("\n"))
    read = read_document("a.pdf", printed(html)).text
    assert words(read) == words(text)
    assert read.count("\n") == text.count("\n")


@pytest.mark.browser
def test_columns_are_read_one_after_the_other(printed):
    lines = "".join(f"<p>{TEXT.replace(chr(10), ' ')} {OTHER}</p>" for _ in range(3))
    read = read_document("a.pdf", printed(f'<div style="columns:2;text-align:justify">{lines}</div>')).text
    assert words(read) == words(f"{TEXT} {OTHER} " * 3)


@pytest.mark.browser
def test_page_that_is_a_picture_is_named(printed):
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
    scan = f'<p>{TEXT}</p><p style="break-before:page"><img src="{dot}" style="width:16cm;height:20cm"></p>'
    [part] = read_file("a.pdf", printed(scan))
    assert isinstance(part.problem, Scanned)
    assert "الصفحة 2" in str(part.problem)


@pytest.mark.browser
def test_heads_and_feet_of_pages_are_left_out(printed):
    """Twelve pages with one running head: it is not read, and paragraphs go on over the page."""
    page = f'<div style="break-after:page"><p>صحيفة الأفق – العدد 7</p><p>{TEXT}</p><p>{OTHER}</p><p>صفحة</p></div>'
    read = read_document("a.pdf", printed(page * 4)).text
    assert "صحيفة الأفق" not in read
    assert read.count("وزارة خارجية ذورين") == 4


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"%PDF-1.4\n%%EOF"])
def test_damaged_pdf_is_refused(content):
    [part] = read_file("a.pdf", content)
    assert isinstance(part.problem, Damaged)


@pytest.mark.skipif(not SAMPLES.exists(), reason="needs the sample files")
@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("docling_right_to_left_02.pdf", Garbled),
        ("nbe_financial_statement_ar.pdf", Scanned),
    ],
)
def test_real_pdf_with_a_broken_or_missing_text_is_refused(name, problem):
    [part] = read_file(name, (SAMPLES / name).read_bytes())
    assert isinstance(part.problem, problem)


@pytest.mark.skipif(not SAMPLES.exists(), reason="needs the sample files")
def test_ligatures_of_a_real_pdf_are_put_right():
    read = read_document("a.pdf", (SAMPLES / "docling_right_to_left_01.pdf").read_bytes()).text
    assert "الإنتاجية وحل المشكلات من خلال" in read
    assert "اإل" not in read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("عام 1202 انتهى", "عام 2021 انتهى"),
        ("قال htimS nhoJ أمس", "قال John Smith أمس"),
        ("في 10/60/1202 الساعة", "في 2021/06/01 الساعة"),
        ("بين 21-51 مقعدا", "بين 12-15 مقعدا"),
        ("dlrow olleH", "Hello world"),
    ],
)
def test_what_is_read_from_left_to_right_is_turned_back(seen, read):
    assert logical(seen) == read


def test_brackets_are_turned_only_where_they_are_the_wrong_way_round():
    assert mirrored("قال »نعم« (اليوم)") == "قال «نعم» (اليوم)"
    assert mirrored("قال «نعم» )اليوم(") == "قال «نعم» (اليوم)"


WEB = (
    "<title>لقاء الحلواني والمرداوي | وكالة الأفق</title><p>وكالة الأفق</p><p>سياسة اقتصاد رياضة</p>"
    "<h1>لقاء الحلواني والمرداوي</h1><p>كتب: نادر السالمي | 12 مايو 2021 - 10:30</p>"
    "{body}<p>اقرأ أيضًا</p><p>قمة في العاصمة</p><footer>جميع الحقوق محفوظة</footer>"
)


@pytest.mark.browser
def test_printed_web_page_gives_its_article_alone(printed):
    text = f"{TEXT}\n{OTHER} {TEXT}"
    body = "".join(f"<p>{p}</p>" for p in text.split("\n"))
    document = read_document("a.pdf", printed(WEB.format(body=body)))
    assert words(document.text) == words(text)
    assert (document.title, document.outlet) == ("لقاء الحلواني والمرداوي", "وكالة الأفق")
    assert document.date == datetime.date(2021, 5, 12)


@pytest.mark.browser
def test_printed_page_that_does_not_repeat_its_title_is_kept_whole(printed):
    html = f"<title>الصفحة | وكالة الأفق</title><p>{TEXT}</p><p>تابعونا على فيسبوك</p>"
    assert "تابعونا" in read_document("a.pdf", printed(html)).text


@pytest.mark.browser
def test_letters_that_stand_up_into_the_page_before_are_read_once(printed):
    told = re.sub(r"[«»]", "", f"أأأ {TEXT} {OTHER}").split()
    said = [" ".join(told[n:] + told[:n]) for n in range(20)]
    read = read_document("a.pdf", printed("".join(f"<p style='font-size:20px'>{p}</p>" for p in said))).text
    assert words(read) == words(" ".join(said))
