"""Answers of the index, remembered until its next commit: pages of one search ask the same again and again."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

Answer = TypeVar("Answer")

_MOST = 2000  # answers; each holds a page of ids or the commonest values of some fields


class Memory:
    """What was asked and answered of one state of the index; another state forgets it all."""

    def __init__(self, most: int = _MOST):
        self._most = most
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, state: Hashable, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """The answer to `question` in this state, asked for once; what raises is not remembered."""
        with self._lock:
            if state != self._state:
                self._state = state
                self._answers.clear()
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        found = answer()
        with self._lock:
            if state == self._state:
                self._answers[question] = found
                if len(self._answers) > self._most:
                    self._answers.popitem(last=False)
        return found

    def forget(self) -> None:
        with self._lock:
            self._answers.clear()
