"""A .zip gives the articles of its files; what could hurt is refused, and the rest is read."""

import zipfile

import pytest

from statements.documents import (
    Damaged,
    Encrypted,
    TooDeep,
    TooMuchUnpacked,
    UnsafePath,
    archives,
    read_file,
)
from tests.documents.files import OTHER, ROWS, TEXT, archive, csv_of, docx, workbook


def problems(name: str, content: bytes) -> list:
    return [type(part.problem) for part in read_file(name, content)]


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
