"""Every format becomes the same article; what a file says of itself comes with it."""

import datetime
import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from statements.documents import (
    BrokenRow,
    Damaged,
    Encrypted,
    Garbled,
    NoArabic,
    NoTextFound,
    NotText,
    TooDeep,
    TooLarge,
    TooMuchUnpacked,
    UnknownColumns,
    UnsafePath,
    UnsafeXML,
    UnsupportedFormat,
    archives,
    read_document,
    read_file,
    reading,
)
from tests.documents.files import OTHER, TEXT, archive, docx, feed, page, workbook

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


ROWS = [
    ["العنوان", "نص الخبر", "المصدر", "تاريخ النشر", "الرابط", "ملاحظات"],
    ["لقاء", TEXT, "وكالة الأفق", "12/05/2021", "https://example.org/1", "x"],
    ["", OTHER, "", "", "javascript:alert(1)", ""],
]


def csv_of(rows: list[list[str]], separator: str = ",") -> str:
    return "\r\n".join(separator.join('"' + c.replace('"', '""') + '"' for c in row) for row in rows)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", csv_of(ROWS).encode()),
        ("a.csv", csv_of(ROWS, ";").encode("utf-8-sig")),
        ("a.csv", csv_of(ROWS, ";").encode("cp1256")),
        ("a.tsv", csv_of(ROWS, "\t").encode("utf-16")),
        ("a.xlsx", workbook(ROWS)),
    ],
)
def test_table_gives_an_article_a_row(name, content):
    first, second = read_file(name, content)
    assert (first.place, second.place) == ("2", "3")
    assert first.document.text == TEXT
    assert (first.document.title, first.document.outlet, first.document.date, first.document.url) == (
        "لقاء",
        "وكالة الأفق",
        DAY,
        "https://example.org/1",
    )
    assert (second.document.text, second.document.date, second.document.url) == (OTHER, None, "")


@pytest.mark.parametrize("head", ["Text,Title", "Article Text,x", "محتوى,x", "النَّص,x", "content,x"])
def test_column_of_the_text_is_known_by_many_names(head):
    [part] = read_file("a.csv", f'{head}\n"{OTHER}",x\n'.encode())
    assert part.document.text == OTHER


def test_table_without_a_known_column_names_those_it_has():
    [part] = read_file("a.csv", b"alpha,beta\n1,2\n")
    assert isinstance(part.problem, UnknownColumns)
    assert "alpha" in str(part.problem)


def test_columns_told_by_the_editor_are_taken():
    [part] = read_file("a.csv", f'alpha,beta\nx,"{OTHER}"\n'.encode(), {"text": "beta"})
    assert part.document.text == OTHER


def test_json_lines_answer_a_bad_line_on_its_own():
    lines = [json.dumps({"text": TEXT, "date": "2021-05-12"}), "{broken", "[]", json.dumps({"x": 1}), ""]
    first, broken, listed, unknown = read_file("a.jsonl", "\n".join(lines).encode())
    assert (first.document.text, first.document.date) == (TEXT, DAY)
    assert [type(p.problem) for p in (broken, listed, unknown)] == [BrokenRow, BrokenRow, UnknownColumns]
    assert broken.place == "2"


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


def test_archive_gives_the_articles_of_its_files_with_their_places():
    inner = archive({"b.txt": OTHER.encode()})
    content = archive(
        {
            "2021/أيار/a.docx": docx(TEXT),
            "list.csv": csv_of(ROWS).encode(),
            "inner.zip": inner,
            "empty.txt": b"",
            "__MACOSX/._a.docx": b"x",
        }
    )
    parts = list(read_file("all.zip", content))
    assert [(p.place, p.name) for p in parts] == [
        ("2021/أيار/a.docx", "a.docx"),
        ("list.csv › 2", "list.csv"),
        ("list.csv › 3", "list.csv"),
        ("inner.zip › b.txt", "b.txt"),
        ("empty.txt", "empty.txt"),
    ]
    assert [bool(p.document) for p in parts] == [True, True, True, True, False]
    assert parts[3].entry == OTHER.encode()


def test_archive_of_word_files_kept_as_they_are_is_an_archive():
    content = archive({"a.docx": docx(TEXT), "b.xlsx": workbook(ROWS)}, zipfile.ZIP_STORED)
    assert [part.place for part in read_file("a.zip", content)] == ["a.docx", "b.xlsx › 2", "b.xlsx › 3"]


@pytest.mark.parametrize(
    "told", ["21 مارس 2025", "21 آذار/مارس 2025", "الجمعة 21 مارس 2025", "21/03/2025", "2025-03-21 10:30"]
)
def test_day_of_a_row_is_read_in_words_and_in_figures(told):
    [part] = read_file("a.csv", f'النص,التاريخ\n"{OTHER}","{told}"\n'.encode())
    assert part.document.date == datetime.date(2025, 3, 21)


@pytest.mark.parametrize("told", ["1446/09/21", "2999-01-01", "31/02/2020", "غدا", "0001-01-01"])
def test_day_that_cannot_be_is_left_out(told):
    [part] = read_file("a.csv", f'النص,التاريخ\n"{OTHER}","{told}"\n'.encode())
    assert part.document.date is None


@pytest.mark.parametrize("codec", ["cp1256", "cp720", "utf_8"])
@pytest.mark.parametrize(
    "name", ["تصريحات الوزير في المؤتمر.txt", "ذو.txt", "أيار/حوار.txt", "news-2021.txt"]
)
def test_names_of_an_archive_are_read_in_the_code_page_they_were_written_in(name, codec):
    written = name.encode(codec)
    content = archive({"n" * len(written): TEXT.encode()}).replace(b"n" * len(written), written)
    [part] = read_file("a.zip", content)
    assert part.place == name


def test_path_that_climbs_is_refused_and_the_rest_is_read():
    content = archive({"../../a.txt": TEXT.encode(), "/etc/b.txt": TEXT.encode(), "c.txt": OTHER.encode()})
    assert problems("a.zip", content) == [UnsafePath, UnsafePath, type(None)]


def test_archive_in_archives_is_refused():
    deep = archive({"c.zip": archive({"b.zip": archive({"a.txt": TEXT.encode()})})})
    assert problems("d.zip", deep) == [TooDeep]


def test_archive_that_unpacks_to_too_much_is_refused_unread(monkeypatch):
    assert problems("a.zip", archive({"a.txt": b"0" * 30_000_000})) == [TooMuchUnpacked]
    monkeypatch.setattr(archives, "MAX_ENTRIES", 2)
    assert problems("a.zip", archive({f"{n}.txt": TEXT.encode() for n in range(3)})) == [TooMuchUnpacked]


def test_word_file_that_unpacks_to_too_much_is_refused_unread():
    bomb = archive({"word/document.xml": b"<a>" * 20_000_000})
    assert problems("a.docx", bomb) == [TooMuchUnpacked]


def test_entry_with_a_password_is_refused():
    content = bytearray(archive({"a.txt": TEXT.encode()}))
    directory = content.rindex(b"PK\x01\x02")
    content[6] |= 1  # the local header's flags
    content[directory + 8] |= 1
    assert problems("a.zip", bytes(content)) == [Encrypted]


def test_damaged_archive_is_refused():
    assert problems("a.zip", archive({"a.txt": TEXT.encode()})[:-40]) == [Damaged]


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
        ("a.json", TEXT.encode(), "JSON"),
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
    assert problems("a.txt", "حبيبيحبيبي حبيبيحبيبي".encode()) == [NoArabic]


def test_problem_is_told_in_a_sentence():
    [part] = read_file("a.txt", b"\x00\x01\x02" * 99)
    assert isinstance(part.problem, NotText)
    assert str(part.problem).endswith(".")


@pytest.mark.parametrize(("name", "told"), [("a.txt", "الملف"), ("", "النص الملصق"), ("a.csv", "هذا السطر")])
def test_problem_names_what_the_editor_gave(name, told):
    [part] = read_file(name, b"text,title\n" * (name == "a.csv") + b"Not a word of it is Arabic.")
    assert f"نص عربي في {told}:" in str(part.problem)
