"""A file that would bring its reader down brings down nothing else."""

import pytest

from statements.documents import TookTooLong, confined
from statements.documents.confined import read_confined
from tests.documents import hostile
from tests.documents.files import TEXT, archive, docx


def test_file_is_read_as_it_is_here():
    [part] = read_confined("a.docx", docx(TEXT))
    assert part.document.text == TEXT


def test_problem_comes_back_with_its_sentence():
    [part] = read_confined("a.txt", b"")
    assert str(part.problem).startswith("الملف فارغ")


@pytest.fixture
def greedy(monkeypatch):
    """A reader that wants more of something than one file may have."""

    def read(how: str):
        monkeypatch.setattr(confined, "_read", {"time": _wait, "memory": _fill, "life": _die}[how])

    return read


def _wait(*args):
    import time

    time.sleep(60)


def _fill(*args):
    return bytearray(confined.MEMORY)


def _die(*args):
    import os

    os._exit(9)


@pytest.mark.parametrize("how", ["time", "memory", "life"])
def test_reader_that_takes_too_much_is_ended_and_the_next_file_is_read(greedy, how, monkeypatch):
    greedy(how)
    [part] = read_confined("a.txt", TEXT.encode(), seconds=1)
    assert isinstance(part.problem, TookTooLong)
    monkeypatch.undo()
    [part] = read_confined("a.txt", TEXT.encode())
    assert part.document.text == TEXT


def _slow(*args):
    """Three articles, two seconds and a half each."""
    import time

    from statements.documents.document import Document, Part
    from statements.documents.spool import write_parts

    def parts():
        for n in range(3):
            time.sleep(2.5)
            yield Part(str(n), document=Document(TEXT, "utf_8"))

    return write_parts(parts(), args[-1], 10)


def _stuck(*args):
    """An article, then nothing."""
    import itertools
    import time

    from statements.documents.document import Document, Part
    from statements.documents.spool import write_parts

    first = Part("0", document=Document(TEXT, "utf_8"))
    return write_parts(itertools.chain([first], (time.sleep(60) for _ in range(1))), args[-1], 10)


def test_file_of_many_articles_may_take_longer_than_one(monkeypatch):
    list(read_confined("a.txt", TEXT.encode()))  # the process is there
    monkeypatch.setattr(confined, "_read", _slow)
    parts = list(read_confined("a.zip", b"x", seconds=5))
    assert [part.place for part in parts] == ["0", "1", "2"]


def test_what_was_read_before_a_reader_got_stuck_is_kept(monkeypatch):
    list(read_confined("a.txt", TEXT.encode()))  # the process is there
    monkeypatch.setattr(confined, "_read", _stuck)
    read, stuck = read_confined("a.zip", b"x", seconds=4)
    assert (read.document.text, type(stuck.problem)) == (TEXT, TookTooLong)


def _impatient(*args):
    """Reads as ever, with two seconds for an article."""
    from statements.documents import patience
    from statements.documents.reading import read_file
    from statements.documents.spool import write_parts

    patience.SECONDS = 2
    try:
        return write_parts(read_file(*args[:-1]), args[-1], 10)
    finally:
        patience.SECONDS = 60


def test_article_that_takes_too_long_stops_none_of_the_others(monkeypatch):
    monkeypatch.setattr(confined, "_read", _impatient)
    slow = hostile.pdf(hostile.drawing(15_000) * 12)
    content = archive({"slow.pdf": slow, "b.txt": TEXT.encode()})
    late, good = read_confined("a.zip", content)
    assert (type(late.problem), late.place) == (TookTooLong, "slow.pdf")
    assert good.document.text == TEXT
