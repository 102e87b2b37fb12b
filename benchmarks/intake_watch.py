"""What groups of processes use while something runs: processor time, and the most memory at one moment."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import psutil

EVERY = 2  # seconds; the kernel takes a while to add up what is shared
MEGABYTE = 1024 * 1024


class Watch:
    """Watches the processes of each group, by number, with all their children, as long as the block lasts.

    `seconds` are of the processor, `megabytes` the most at one moment (shared pages counted once, as PSS does).
    """

    def __init__(self, groups: dict[str, list[int]]) -> None:
        self.groups = {
            name: [psutil.Process(number) for number in numbers] for name, numbers in groups.items()
        }
        self.megabytes = dict.fromkeys(groups, 0.0)
        self.seconds = dict.fromkeys(groups, 0.0)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watch:
        self._before = {name: self._processor_time(name) for name in self.groups}
        self._thread.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        for name in self.groups:
            self.seconds[name] = self._processor_time(name) - self._before[name]
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            for name in self.groups:
                self.megabytes[name] = max(self.megabytes[name], self._memory(name))

    def _memory(self, name: str) -> float:
        total = 0
        for process in self._all(name):
            with contextlib.suppress(psutil.Error):
                total += process.memory_full_info().pss
        return total / MEGABYTE

    def _processor_time(self, name: str) -> float:
        """Of the living, and of children that ended."""
        total = 0.0
        for process in self._all(name):
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                total += times.user + times.system + times.children_user + times.children_system
        return total

    def _all(self, name: str) -> Iterator[psutil.Process]:
        for process in self.groups[name]:
            yield process
            with contextlib.suppress(psutil.Error):
                yield from process.children(recursive=True)
