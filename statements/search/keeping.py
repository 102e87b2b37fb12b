"""Answers that take long in a large archive: an old one is given while the next is made."""

import logging
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connections

_QUICK = 0.05  # seconds: what takes no longer is made anew at once
_SHARE = 10  # of the time an answer takes to make, how many times as long it is kept at least

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class _Made(Generic[Answer]):
    state: tuple[Hashable, ...]
    answer: Answer
    took: float  # seconds
    at: float  # by the monotonic clock


class Kept(Generic[Answer]):
    """The answer to one question, which is another one when the state of the index is."""

    def __init__(self, question: Callable[[], Answer]):
        self._question = question
        self._made: _Made[Answer] | None = None
        self._making = threading.Lock()

    def get(self, state: tuple[Hashable, ...]) -> Answer:
        """As of this state, or of an earlier one of the same index where making it takes long.

        `state` begins with what tells one index from another.
        """
        made = self._made
        if made is None or made.state[0] != state[0] or (made.took <= _QUICK and made.state != state):
            return self._make(state).answer
        if made.state != state and time.monotonic() - made.at > _SHARE * made.took:
            self._make_meanwhile(state)
        return made.answer

    def _make(self, state: tuple[Hashable, ...]) -> _Made[Answer]:
        started = time.monotonic()
        answer = self._question()
        ended = time.monotonic()
        self._made = _Made(state, answer, ended - started, ended)
        return self._made

    def _make_meanwhile(self, state: tuple[Hashable, ...]) -> None:
        if self._making.acquire(blocking=False):
            threading.Thread(target=self._in_thread, args=(state,), daemon=True).start()

    def _in_thread(self, state: tuple[Hashable, ...]) -> None:
        try:
            self._make(state)
        except Exception:
            logger.exception("What is kept could not be made anew; the old answer stays.")
        finally:
            connections.close_all()
            self._making.release()
