"""python -m statements.extraction FILE…: one JSON object a line, in the format the scorer reads.

FILE is a text in UTF-8, or with --jsonl one JSON object a line (`id`, `text`, `date`); `-` is
standard input. An input that cannot be read is told on standard error; the others are still done,
and the exit status is then 2.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from . import extract
from .annotations import Extraction


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0, or 2 where an input was bad."""
    options = _parser().parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")
    bad = 0
    for name in options.files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            bad += _complain(name, error.strerror or str(error))
            continue
        inputs = _records(name, data) if options.jsonl else _text(name, data)
        for article in inputs:
            if isinstance(article, str):
                bad += _complain(name, article)
            else:
                print(json.dumps(_result(article), ensure_ascii=False), flush=True)
    return 2 if bad else 0


def as_dict(identity: str, found: Extraction) -> dict:
    """An Extraction as plain values: spans are [start, end) in code points."""
    return {
        "id": identity,
        "version": found.version,
        "actors": [
            {"id": a.id, "name": a.name, "kind": a.kind, "names": a.names, "titles": a.titles}
            for a in found.actors
        ],
        "mentions": [{"span": [m.span.start, m.span.end], "actor": m.actor} for m in found.mentions],
        "events": [
            {
                "id": e.id,
                "type": e.type,
                "participants": e.participants,
                "place": e.place,
                "date": e.date,
                "day": e.day.isoformat() if e.day else None,
            }
            for e in found.events
        ],
        "statements": [_statement(q) for q in found.quotations],
    }


def _statement(quotation) -> dict:
    cue = quotation.cue
    return {
        "kind": quotation.kind,
        "spans": [[s.start, s.end] for s in quotation.spans],
        "cue": [cue.span.start, cue.span.end] if cue else None,
        "lemma": cue.lemma if cue else None,
        "sense": cue.sense if cue else None,
        "speakers": quotation.speakers,
        "addressees": quotation.addressees,
        "event": quotation.event,
        "reported_by": quotation.reported_by,
        "rule": quotation.rule,
        "confidence": round(quotation.confidence, 3),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m statements.extraction", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--jsonl", action="store_true", help="read one JSON object a line")
    return parser


def _text(name: str, data: bytes) -> Iterator[dict | str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"not UTF-8 (byte {error.start})"
    else:
        yield {"id": "-" if name == "-" else Path(name).stem, "text": text}


def _records(name: str, data: bytes) -> Iterator[dict | str]:
    """The objects of a JSON Lines input, or what is wrong with a line."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield _record(number, line)


def _record(number: int, line: bytes) -> dict | str:
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


def _result(article: dict) -> dict:
    return as_dict(article["id"], extract(article["text"], published=_day(article.get("date"))))


def _complain(name: str, what: str) -> int:
    print(f"{name}: {what}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
