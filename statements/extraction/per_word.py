"""What a function says of a word, remembered: news has the same words again and again.

Quicker than `functools.lru_cache` and of less work for the garbage collector, which walks through every entry of
such a cache: plain dictionaries of words, each emptied when it is full.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
_MOST = 1 << 16  # words; two thousand articles have about as many


def per_word(say: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """The function, asked once for each word. `forget` it where what it knows has changed."""
    memory = _Memory()
    memory.say = say
    return memory.__getitem__


def forget(say: Callable) -> None:
    """Let a function made by `per_word` be asked again."""
    say.__self__.clear()


class _Memory(dict):
    __slots__ = ("say",)

    def __missing__(self, word: str):
        if len(self) >= _MOST:
            self.clear()
        answer = self[word] = self.say(word)
        return answer
