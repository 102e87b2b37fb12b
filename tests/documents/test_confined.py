"""A file that would bring its reader down brings down nothing else."""

import pytest

from statements.documents import TookTooLong, confined
from statements.documents.confined import read_confined
from tests.documents.files import TEXT, docx


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
