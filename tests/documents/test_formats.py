"""Every format becomes the same article; what a file says of itself comes with it."""

import datetime
import io
from email.message import EmailMessage

import pytest

from statements.documents import (
    Damaged,
    Garbled,
    NoTextFound,
    NotText,
    TooLarge,
    TooShort,
    UnsafeXML,
    UnsupportedFormat,
    read_document,
    read_file,
    reading,
)
from tests.documents.files import OTHER, ROWS, TEXT, archive, csv_of, docx, feed, page

DAY = datetime.date(2021, 5, 12)
PARAGRAPHS = TEXT.split("\n")
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def problems(name: str, content: bytes) -> list:
    return [type(part.problem) for part in read_file(name, content)]


def test_word_file_gives_its_paragraphs_and_the_cells_of_its_tables():
    document = read_document("a.docx", docx(*PARAGRAPHS, title="لقاء", cells=(OTHER, "هامش")))
    assert (document.text, document.title) == (f"{TEXT}\n{OTHER}\nهامش", "لقاء")


@pytest.mark.parametrize("how", ["style", "bold"])
def test_headline_of_a_word_file_is_its_title(how):
    import docx as word

    file = word.Document()
    line = file.add_paragraph("", style="Title" if how == "style" else None)
    line.add_run("لقاء الحلواني والمرداوي في العاصمة").bold = how == "bold"
    file.add_paragraph(TEXT)
    file.core_properties.title = "Document1"
    stream = io.BytesIO()
    file.save(stream)
    document = read_document("a.docx", stream.getvalue())
    assert document.title == "لقاء الحلواني والمرداوي في العاصمة"
    assert document.text.startswith(document.title)


def test_title_that_a_program_made_is_none():
    headline = "لقاء الحلواني والمرداوي في العاصمة"
    content = docx(headline, " ".join(f"{TEXT} {OTHER}".split()), title="Microsoft Word - Document1")
    assert read_document("a.docx", content).title == headline


def test_first_sentence_of_a_word_file_is_no_title():
    assert read_document("a.docx", docx(*PARAGRAPHS)).title == ""


@pytest.mark.parametrize("content", [docx("a")[:-200], archive({"word/document.xml": b"<w:document/>"})])
def test_damaged_word_file_is_refused(content):
    assert problems("a.docx", content) == [Damaged]


def test_saved_page_gives_the_article_without_menus_and_related_links():
    head = (
        '<title>لقاء في أرخانيا</title><meta property="og:site_name" content="وكالة الأفق">'
        '<meta property="article:published_time" content="2021-05-12T10:00:00Z">'
        '<link rel="canonical" href="https://example.org/1">'
    )
    document = read_document("a.html", page(BODY, head=head).encode())
    assert document.text == TEXT
    assert (document.title, document.outlet, document.date) == ("لقاء في أرخانيا", "وكالة الأفق", DAY)
    assert document.url == "https://example.org/1"


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_page_with_a_wrong_declaration_is_read_as_it_is_written(declared, encoding):
    head = f'<meta charset="{declared}"><title>لقاء</title>'
    assert read_document("a.htm", page(BODY, head=head).encode(encoding)).text == TEXT


def test_day_named_in_the_text_alone_is_not_taken_for_the_day_of_publication():
    told = page(f"{BODY}<p>وسيعقد الاجتماع المقبل في 2021/06/01 بحضور الوفدين كما أعلن أمس.</p>")
    assert read_document("a.html", told.encode()).date is None


def test_front_page_is_no_article():
    links = "".join(f"<li>{OTHER} {n}</li>" for n in range(20))
    assert problems("a.html", f"<html><body><ul>{links}</ul></body></html>".encode()) == [NoTextFound]


@pytest.mark.parametrize("address", ["https://example.org/2", "file:///home/editor/2.html"])
def test_archived_page_is_read_with_its_address_on_the_web(address):
    message = EmailMessage()
    message["Snapshot-Content-Location"] = address
    message.set_content(page(BODY), subtype="html", cte="quoted-printable")
    message.make_related()
    document = read_document("a.mhtml", message.as_bytes())
    assert (document.text, document.url) == (TEXT, address if address.startswith("https") else "")


def test_archived_page_without_a_page_is_refused():
    assert problems("a.mhtml", b"MIME-Version: 1.0\n\nx") == [Damaged]


def item(body: str) -> str:
    return (
        "<item><title>لقاء</title><link>https://example.org/1</link>"
        f"<pubDate>Wed, 12 May 2021 10:00:00 GMT</pubDate><description><![CDATA[{body}]]></description></item>"
    )


def test_feed_gives_an_article_an_entry():
    empty = "<item><title>بلا نص</title></item>"
    twice = item(BODY.replace("<", "&lt;").replace(">", "&gt;"))
    first, second, third = read_file("a.xml", feed(item(BODY), twice, empty))
    assert first.document.text == second.document.text == TEXT
    assert (first.document.title, first.document.outlet, first.document.date, first.document.url) == (
        "لقاء",
        "وكالة الأفق",
        DAY,
        "https://example.org/1",
    )
    assert isinstance(third.problem, NoTextFound)


def test_xml_with_entities_of_its_own_is_not_read():
    content = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>'
    assert problems("a.xml", content) == [UnsafeXML]


def test_each_kind_has_its_limit(monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 100)
    monkeypatch.setattr(reading, "MAX_TABLE_BYTES", 5000)
    assert problems("a.txt", b"x" * 101) == [TooLarge]
    assert problems("a.csv", csv_of(ROWS).encode()) == [type(None)] * 2
    assert problems("a.csv", b"x" * 5001) == [TooLarge]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n", "الصور"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "Word"),
        ("a.txt", b"{\\rtf1 abc}", "RTF"),
        (
            "a.odt",
            archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, 0),
            "OpenDocument",
        ),
        ("a.pages", TEXT.encode(), "PAGES"),
        ("a.yaml", TEXT.encode(), "YAML"),
    ],
)
def test_format_that_is_not_read_is_named(name, content, told):
    [part] = read_file(name, content)
    assert isinstance(part.problem, UnsupportedFormat)
    assert told in str(part.problem)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", docx(TEXT)),
        ("page", page(BODY).encode()),
        ("a.txt", f"  <!-- saved --> {page(BODY)}".encode("utf-16")),
    ],
)
def test_bytes_tell_what_a_file_is_whatever_its_name_says(name, content):
    assert read_document(name, content).text == TEXT


def test_words_nobody_writes_are_refused():
    reversed_letters = " ".join(word[::-1] for word in f"{TEXT} {OTHER}".split())
    assert problems("a.txt", reversed_letters.encode()) == [Garbled]


def test_few_words_none_of_which_anybody_writes_are_refused():
    assert problems("a.txt", " ".join(["يبيبح", "حبيبي˴"] * 5).encode()) == [Garbled]
    assert problems("a.txt", "قراصنة يمنيون ينهبون محتويات مركب".encode()) == [type(None)]


def test_two_words_are_no_article():
    assert problems("a.txt", "حبيبيحبيبي حبيبيحبيبي".encode()) == [TooShort]


def test_problem_is_told_in_a_sentence():
    [part] = read_file("a.txt", b"\x00\x01\x02" * 99)
    assert isinstance(part.problem, NotText)
    assert str(part.problem).endswith(".")


@pytest.mark.parametrize(("name", "told"), [("a.txt", "الملف"), ("", "النص الملصق"), ("a.csv", "هذا السطر")])
def test_problem_names_what_the_editor_gave(name, told):
    [part] = read_file(name, b"text,title\n" * (name == "a.csv") + b"Not a word of it is Arabic.")
    assert f"نص عربي في {told}:" in str(part.problem)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.zip"])
def test_a_name_with_nothing_of_the_kind_in_it_is_a_damaged_file(name):
    assert problems(name, b"\x93\x07 nothing of the kind") == [Damaged]
