"""Extraction of many JSON lines, in this process or in several: the same answers in the same order."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .pipeline import extract
from .plain import as_dict

Line = tuple[int, bytes]  # its number in the input, from 1, and what stands there


@dataclass(frozen=True, slots=True)
class Answer:
    """What one line gave: a JSON object, or else what is wrong with the line."""

    found: str = ""
    complaint: str = ""


def answers(lines: Iterable[Line], workers: int = 1) -> Iterator[Answer]:
    """The answers to `lines`, in their order; empty lines have none.

    Several workers are processes of their own: see `workers`.
    """
    full = (line for line in lines if line[1].strip())
    if workers == 1:
        return map(answer, full)
    from .workers import answer_in_order  # multiprocessing brings the network's library with it

    return answer_in_order(full, workers)


def answer(line: Line) -> Answer:
    """The answer to one line."""
    record = _record(*line)
    if isinstance(record, str):
        return Answer(complaint=record)
    found = extract(record["text"], published=_day(record.get("date")))
    return Answer(json.dumps(as_dict(record["id"], found), ensure_ascii=False))


def _record(number: int, line: bytes) -> dict | str:
    """The object that stands on a line, or what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return f"line {number}: not UTF-8"
    except (ValueError, RecursionError):
        return f"line {number}: not JSON"
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return f"line {number}: no text"
    if _day(record.get("date")) is None and record.get("date"):
        return f"line {number}: date is not YYYY-MM-DD"
    return record | {"id": record.get("id", str(number))}


def _day(date: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date) if isinstance(date, str) and date else None
    except ValueError:
        return None
