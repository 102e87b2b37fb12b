"""What is read of files made to hurt: a sentence that says why not, soon, and the next file as ever."""

import re
import time
from concurrent.futures import Future

import pytest

from statements.documents import (
    MAX_BYTES,
    Damaged,
    EmptyDocument,
    Garbled,
    NoTextFound,
    NotText,
    TooDeep,
    TookTooLong,
    TooLarge,
    TooMuchUnpacked,
    UnknownColumns,
    UnsafePath,
    UnsafeXML,
    confined,
    pdf,
    read_file,
    reading,
)
from statements.documents.confined import read_confined
from statements.documents.problems import BrokenRow, TooManyArticles, TooManyPages, Unreadable
from tests.documents import hostile
from tests.documents.files import OTHER, TEXT, archive, docx, workbook

SECONDS = 60  # most take less than one; the machine may be busy

FILES = {
    "bomb.zip": (lambda: archive({"a.txt": b"0" * 50_000_000}), TooMuchUnpacked),
    "bombs.zip": (hostile.bomb_in_bomb, TooMuchUnpacked),
    "many.zip": (lambda: archive({f"{n}.txt": b"" for n in range(20_001)}, 0), TooMuchUnpacked),
    "lying.zip": (hostile.lying, Damaged),
    "deep.zip": (lambda: hostile.nested_archives(5), TooDeep),
    "climbing.zip": (lambda: archive({"../../etc/cron.d/x.txt": TEXT.encode()}), UnsafePath),
    "drive.zip": (lambda: archive({"C:\\x.txt": TEXT.encode()}), UnsafePath),
    "entities.docx": (hostile.word_with_entities, UnsafeXML),
    "naming a file.docx": (hostile.word_naming_a_file, UnsafeXML),
    "tables in tables.docx": (lambda: hostile.word("<w:tbl><w:tr><w:tc>" * 2000), Damaged),
    "deep.docx": (lambda: hostile.word("<w:p>" * 5000 + "</w:p>" * 5000), Damaged),
    "bomb.docx": (lambda: hostile.word("<w:p/>" * 900_000), TooMuchUnpacked),
    "entities.xlsx": (hostile.workbook_with_entities, UnsafeXML),
    "far cell.xlsx": (hostile.workbook_with_a_far_cell, TookTooLong),
    "bomb.xlsx": (lambda: workbook([["text"]] + [["قال"]] * 90_000), TooMuchUnpacked),
    "long field.csv": (lambda: f'text\n"{"ع " * (MAX_BYTES // 2 + 9)}"\n'.encode(), TooLarge),
    "open quote.csv": (lambda: f'text\n"{hostile.LINE * 150_000}'.encode(), TooLarge),
    "wide.csv": (lambda: b"x," * 300_000 + b"\n" + b"y," * 300_000, UnknownColumns),
    "long line.jsonl": (lambda: hostile.one_line(2 * MAX_BYTES), TooLarge),
    "deep.jsonl": (lambda: b'{"text":' + b"[" * 300_000 + b"]" * 300_000 + b"}", BrokenRow),
    "long number.jsonl": (lambda: b'{"text":' + b"9" * 3_000_000 + b"}", BrokenRow),
    "entities.xml": (lambda: hostile.feed_with_entities("utf-8"), UnsafeXML),
    "entities in UTF-16.xml": (lambda: hostile.feed_with_entities("utf-16"), UnsafeXML),
    "deep.xml": (hostile.deep_feed, NoTextFound),
    "deep.html": (lambda: ("<div>" * 100_000 + TEXT).encode(), NoTextFound),
    "comments.html": (lambda: ("<!--" * 300_000 + TEXT).encode(), NoTextFound),
    "comments.txt": (lambda: b"<!-- a -->" * 400 + b"x", NotText),
    "deep.mhtml": (hostile.nested_mail, Damaged),
    "pages of pages.pdf": (hostile.pages_of_pages, Damaged),
    "unpacking.pdf": (lambda: hostile.pdf(b" " * 100_000_000), EmptyDocument),
    "letters.pdf": (lambda: hostile.pdf(hostile.drawing(25_000)), TookTooLong),
    "noise.pdf": (lambda: b"%PDF-1.7\n" + hostile.random.Random(1).randbytes(50_000), Damaged),
    "signs.txt": (lambda: ("\u202e\u2066" * 200_000 + TEXT).encode(), NotText),
    "vowels.txt": (lambda: ("\u064b" * 200_000 + TEXT).encode(), NotText),
    "letters.txt": (lambda: hostile.random_letters().encode(), Garbled),
    "no spaces.txt": (lambda: (TEXT * 20).replace(" ", "").encode(), Garbled),
}


@pytest.mark.parametrize("name", FILES)
def test_hostile_file_is_refused_soon_and_in_a_sentence(name):
    make, problem = FILES[name]
    content = make()
    started = time.monotonic()
    parts = list(read_confined(name, content, seconds=SECONDS))
    assert time.monotonic() - started < SECONDS
    assert {type(part.problem) for part in parts} == {problem}
    for part in parts:
        assert re.fullmatch(r".*[ء-ي]{3}.*:.*[ء-ي]{3}.*\.", str(part.problem))  # what is wrong: what to do


def test_harmless_part_of_a_hostile_archive_is_read():
    content = archive(
        {
            "../climbing.txt": TEXT.encode(),
            "pages.pdf": hostile.pages_of_pages(),
            "entities.docx": hostile.word_with_entities(),
            "good.txt": OTHER.encode(),
        }
    )
    *bad, good = read_file("a.zip", content)
    assert [type(part.problem) for part in bad] == [UnsafePath, Damaged, UnsafeXML]
    assert good.document.text == OTHER


def test_of_overlapping_entries_one_is_read():
    first, *others = read_file("a.zip", hostile.overlapping())
    assert first.document or first.problem
    assert {type(part.problem) for part in others} <= {Damaged, type(None)}


@pytest.mark.parametrize(("fault", "problem"), [(ZeroDivisionError, Unreadable), (MemoryError, TookTooLong)])
def test_reader_that_fails_stops_none_of_the_others(monkeypatch, fault, problem):
    def fail(content):
        raise fault

    monkeypatch.setitem(reading._READERS, "word", fail)
    bad, good = read_file("a.zip", archive({"a.docx": docx(TEXT), "b.txt": OTHER.encode()}))
    assert (type(bad.problem), good.document.text) == (problem, OTHER)


def test_file_of_too_many_articles_is_refused_whole(monkeypatch):
    monkeypatch.setattr(confined, "MAX_ARTICLES", 2)
    monkeypatch.setattr(confined, "_pool", InThisProcess)
    [part] = read_confined("a.jsonl", hostile.lines(3))
    assert isinstance(part.problem, TooManyArticles)
    assert len(list(read_confined("a.jsonl", hostile.lines(2)))) == 2


class InThisProcess:
    """A pool that does the work itself."""

    def schedule(self, work, args, timeout) -> Future:
        done = Future()
        done.set_result(work(*args))
        return done


def test_pages_beyond_the_limit_are_not_left_out_in_silence(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    three = hostile.pdf(pages=b"<< /Type /Pages /Count 3 /Kids [3 0 R 3 0 R 3 0 R] >>")
    [part] = read_file("a.pdf", three)
    assert isinstance(part.problem, TooManyPages)


def test_pool_that_broke_down_is_replaced(monkeypatch):
    confined._pool().stop()
    [part] = read_confined("a.txt", TEXT.encode())
    assert part.document.text == TEXT


@pytest.mark.parametrize("words", [8, 12, 20, 40])
def test_few_words_that_nobody_writes_are_refused(words):
    turned = " ".join(word[::-1] for word in f"{OTHER} {TEXT}".replace("،", "").split()[:words])
    [part] = read_file("a.txt", turned.encode())
    assert isinstance(part.problem, Garbled)


@pytest.mark.parametrize("text", ["وصل سامر الحلواني وليث المرداوي.", "قال ليث البارودي إن بلاده ترفض."])
def test_few_words_are_not_held_to_be_garbled(text):
    [part] = read_file("a.txt", text.encode())
    assert part.document.text == text
