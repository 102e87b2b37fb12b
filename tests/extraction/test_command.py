"""`python -m statements.extraction`: its output, and what it says of bad input."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = "وقال سامر الحلواني إن الحدود مفتوحة."


def run(*arguments, stdin: bytes = b"") -> tuple[int, list[dict], list[str]]:
    command = [sys.executable, "-m", "statements.extraction", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False)
    lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return done.returncode, lines, done.stderr.decode("utf-8").splitlines()


def test_file_gives_one_object_in_the_format_of_the_scorer(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    status, (article,), errors = run(path)
    (statement,) = article["statements"]
    start, end = statement["spans"][0]
    assert (status, errors, article["id"]) == (0, [], "article")
    assert TEXT[start:end] == "الحدود مفتوحة"
    assert TEXT[slice(*statement["cue"])] == "وقال"
    assert {
        "kind",
        "speakers",
        "addressees",
        "event",
        "reported_by",
        "rule",
        "confidence",
    } <= statement.keys()


def test_jsonl_keeps_the_order_and_reads_standard_input():
    rows = [{"id": str(n), "text": TEXT, "date": "2021-05-12"} for n in range(3)]
    stdin = "\n".join(json.dumps(row) for row in rows).encode()
    status, articles, errors = run("--jsonl", "-", stdin=stdin)
    assert (status, errors) == (0, [])
    assert [article["id"] for article in articles] == ["0", "1", "2"]


def test_bad_files_are_told_and_the_others_still_done(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"\xff\xfe\xff")
    status, articles, errors = run(bad, tmp_path / "missing.txt", good)
    assert (status, [article["id"] for article in articles]) == (2, ["good"])
    assert len(errors) == 2
    assert "not UTF-8" in errors[0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "not JSON"),
        (b'{"id": "x"}', "no text"),
        (b"[1]", "no text"),
        (b'{"text": 5}', "no text"),
        (b'{"text": "a", "date": "yesterday"}', "date is not"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_bad_lines_are_told_with_their_number(line, message):
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    status, articles, errors = run("--jsonl", "-", stdin=line + b"\n" + good)
    assert (status, [article["id"] for article in articles]) == (2, ["good"])
    assert len(errors) == 1
    assert "line 1: " + message in errors[0]


def test_reader_who_has_seen_enough_is_no_error(tmp_path):
    records = tmp_path / "many.jsonl"
    line = json.dumps({"id": "1", "text": "قال سامر الحلواني إن الحدود مفتوحة. " * 20}, ensure_ascii=False)
    records.write_text(f"{line}\n" * 200, encoding="utf-8")
    command = f"{sys.executable} -m statements.extraction --jsonl {records} | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (len(done.stdout), done.stderr) == (10, "")


def test_several_workers_give_the_same_in_the_same_order(tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [
        json.dumps({"id": n, "text": f"{TEXT} وأضاف أن العدد {n}."}, ensure_ascii=False) for n in range(50)
    ]
    path.write_text("\n".join([*rows[:20], "not JSON", "", *rows[20:]]), encoding="utf-8")
    alone = run("--jsonl", path)
    assert alone[0] == 2
    assert len(alone[1]) == 50
    assert run("--jsonl", "--workers", 2, path) == alone


def test_workers_end_without_a_traceback_when_interrupted():
    command = [sys.executable, "-m", "statements.extraction", "--jsonl", "--workers", "2", "-"]
    started = subprocess.Popen(
        command, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True
    )
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    started.stdin.write(line * 16 * 6)  # so many that the first answers are printed
    started.stdin.flush()
    started.stdout.readline()
    os.killpg(started.pid, signal.SIGINT)
    _, errors = started.communicate()
    assert (started.returncode, errors) == (130, b"")


def test_workers_need_json_lines():
    status, _, errors = run("--workers", 2, "-")
    assert status == 2
    assert "--jsonl" in errors[-1]
