"""What is no request for gunicorn: answered in Arabic, or sent on where an address was only not encoded."""

import socket

import pytest
from gunicorn.http.errors import (
    InvalidRequestLine,
    InvalidRequestMethod,
    LimitRequestHeaders,
    LimitRequestLine,
)

from newsarchive.refusals import Worker


def answer(error: Exception) -> str:
    """What the worker sends for `error`."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Worker.handle_error(object.__new__(Worker), None, ours, ("127.0.0.1", 1), error)
        ours.shutdown(socket.SHUT_WR)
        return theirs.makefile("rb").read().decode()


def line(words: str) -> InvalidRequestLine:
    return InvalidRequestLine(words.encode().decode("latin-1"))


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("/search/?q=السلام", "/search/?q=%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D9%85"),
        ("/search/?q=%D8%A7 ه", "/search/?q=%D8%A7%20%D9%87"),
    ],
)
def test_an_address_that_was_not_encoded_is_sent_on(asked, location):
    told = answer(line(f"GET {asked} HTTP/1.1"))
    assert told.startswith("HTTP/1.1 301 ")
    assert f"\r\nLocation: {location}\r\n" in told


@pytest.mark.parametrize(
    "asked", ["GET //السلام/ HTTP/1.1", "GET /\\س/ HTTP/1.1", "POST /س/ HTTP/1.1", "GET", "GET س HTTP/1.1"]
)
def test_what_is_no_address_of_ours_is_told_in_arabic(asked):
    told = answer(line(asked))
    assert told.startswith("HTTP/1.1 400 ")
    assert "Location" not in told
    assert "لم نفهم هذا العنوان" in told


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (LimitRequestLine(9000, 8190), "414", "هذا العنوان أطول مما يُقبل"),
        (LimitRequestHeaders("too large"), "431", "احذف ملفات الارتباط"),
    ],
)
def test_too_long_a_request_is_told_what_to_shorten(error, status, words):
    told = answer(error)
    head, _empty, page = told.partition("\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ")
    assert f"Content-Length: {len(page.encode())}" in head
    assert words in page


def test_other_errors_are_left_to_gunicorn(monkeypatch):
    left = []
    monkeypatch.setattr(
        "gunicorn.workers.base.Worker.handle_error", lambda self, *told: left.append(told[-1])
    )
    error = InvalidRequestMethod("x")
    assert answer(error) == ""
    assert left == [error]
