"""python -m statements.extraction FILE…: one JSON object a line, in the format the scorer reads.

FILE is a text in UTF-8, or with --jsonl one JSON object a line (`id`, `text`, `date`); `-` is
standard input. --workers N reads a --jsonl input in N processes, with the same output in the same
order. An input that cannot be read is told on standard error; the others are still done, and the
exit status is then 2.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from .batch import Answer, answers
from .pipeline import extract
from .plain import as_dict

__all__ = ["as_dict", "main"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0, or 2 where an input was bad."""
    options = _options(arguments)
    sys.stdout.reconfigure(encoding="utf-8")
    bad = 0
    for name in options.files:
        try:
            for answer in _answers(name, options):
                bad += _tell(name, answer)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            bad += _tell(name, Answer(complaint=error.strerror or str(error)))
    return 2 if bad else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m statements.extraction", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--jsonl", action="store_true", help="read one JSON object a line")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes; needs --jsonl")
    options = parser.parse_args(arguments)
    if options.workers < 1 or (options.workers > 1 and not options.jsonl):
        parser.error("--workers needs --jsonl and a number from 1")
    return options


def _answers(name: str, options: argparse.Namespace) -> Iterator[Answer]:
    with _open(name) as file:
        if options.jsonl:
            yield from answers(enumerate(file, 1), options.workers)
        else:
            yield _answer_text(name, file.read())


def _open(name: str):
    return nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb")


def _answer_text(name: str, data: bytes) -> Answer:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Answer(complaint=f"not UTF-8 (byte {error.start})")
    identity = "-" if name == "-" else Path(name).stem
    return Answer(json.dumps(as_dict(identity, extract(text)), ensure_ascii=False))


def _tell(name: str, answer: Answer) -> int:
    """Print an answer, or what is wrong; how many inputs were bad."""
    if answer.complaint:
        print(f"{name}: {answer.complaint}", file=sys.stderr)
        return 1
    print(answer.found, flush=True)
    return 0


def _run() -> int:
    try:
        return main()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(_run())
