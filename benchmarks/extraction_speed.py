"""How fast extraction is on one core, beside camel-tools' plain tokenisation of the same texts, and its memory."""

from __future__ import annotations

import itertools
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from camel_tools.tokenizers.word import simple_word_tokenize

from benchmarks.gold import read_corpus
from statements.extraction import extract

_ROUND = 50  # texts; both programs by turns, so that a slow spell of the machine slows both


def print_speed(shared: Path, articles: int) -> None:
    """Print articles and words a second, the ratio to the tokenisation, and memory along the corpus."""
    extract("قال الوزير إن اللقاء مفيد.")  # the word lists are read once
    ours = theirs = words = done = 0
    memory = [_megabytes()]
    for texts in _rounds(itertools.islice(read_corpus(shared), articles)):
        theirs += _seconds(simple_word_tokenize, texts)
        ours += _seconds(extract, texts)
        words += sum(len(text.split()) for text in texts)
        done += len(texts)
        if done * 4 // articles > len(memory) - 1:
            memory.append(_megabytes())
    print(f"{done} articles, {words} words ({words / done:.0f} each), on one core")
    print(f"extraction    {ours:6.1f} s  {done / ours:5.0f} articles  {words / ours:7.0f} words a second")
    print(f"tokenisation  {theirs:6.1f} s  (camel-tools' simple_word_tokenize)")
    print(f"ratio         {ours / theirs:6.1f}")
    print("most memory   " + ", ".join(f"{m:.0f}" for m in memory) + " MB (start, then each quarter)")


def _rounds(texts: Iterator[str]) -> Iterator[list[str]]:
    while some := list(itertools.islice(texts, _ROUND)):
        yield some


def _seconds(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def _megabytes() -> float:
    """The most memory the process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
