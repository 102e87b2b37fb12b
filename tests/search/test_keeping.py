"""What takes long is kept of an earlier state while it is made anew."""

import threading

import pytest

from statements.search import keeping
from statements.search.keeping import Kept


class Question:
    """Answers how often it was asked; `asked` is set each time."""

    def __init__(self):
        self.count, self.asked = 0, threading.Event()

    def __call__(self) -> int:
        self.count += 1
        self.asked.set()
        return self.count


@pytest.fixture
def question():
    return Question()


def test_what_is_quick_is_made_anew_in_each_state(question):
    kept = Kept(question)
    assert [kept.get(("index", state)) for state in (1, 1, 2, 2, 3)] == [1, 1, 2, 2, 3]


def test_what_is_slow_is_kept_and_made_anew_meanwhile(question, monkeypatch):
    monkeypatch.setattr(keeping, "_QUICK", -1)
    monkeypatch.setattr(keeping, "_SHARE", 0)
    kept = Kept(question)
    assert kept.get(("index", 1)) == 1
    question.asked.clear()
    assert kept.get(("index", 2)) == 1
    assert question.asked.wait(5)
    assert question.count == 2


def test_nothing_is_kept_of_another_index(question, monkeypatch):
    monkeypatch.setattr(keeping, "_QUICK", -1)
    kept = Kept(question)
    assert [kept.get((index, 1)) for index in ("one", "other")] == [1, 2]
