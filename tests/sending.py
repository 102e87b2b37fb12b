"""Uploading over the network as the upload page's script does: what is typed first, then file by file."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field

UPLOAD = "/admin/statements/article/upload/"
SECONDS = 60  # for one answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: its status, and its JSON or its page."""

    status: int
    told: dict = field(default_factory=dict)
    page: str = ""

    @property
    def errors(self) -> str:
        return " ".join(error for errors in self.told.get("errors", {}).values() for error in errors)


class Sender:
    """An editor's browser. Every method raises OSError where the connection breaks."""

    def __init__(self, port: str, password: str) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self._log_in(password)

    def begin(self, coming: int, **typed: str) -> Answer:
        """Announce `coming` files; the answer's "files" is where they are sent."""
        return self.post(UPLOAD, {"coming": str(coming)} | typed)

    def send(self, address: str, name: str, content: bytes) -> Answer:
        """One file; answered 201 where it is kept."""
        return self.post(address, {}, file=(name, content))

    def get(self, path: str) -> Answer:
        return self._ask(urllib.request.Request(self.base + path))

    def post(self, path: str, fields: dict[str, str], file: tuple[str, bytes] | None = None) -> Answer:
        boundary = uuid.uuid4().hex
        body = b"".join(_part(boundary, name, value.encode()) for name, value in fields.items())
        if file:
            body += _part(boundary, "file", file[1], file[0])
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Accept": "application/json",
            "X-CSRFToken": next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken"),
            "Referer": self.base,
        }
        return self._ask(
            urllib.request.Request(self.base + path, body + f"--{boundary}--\r\n".encode(), headers)
        )

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self.opener.open(request, timeout=SECONDS) as response:
                return _answer(response.status, response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return _answer(error.code, error.read().decode())

    def _log_in(self, password: str) -> None:
        page = self.opener.open(f"{self.base}/admin/login/", timeout=SECONDS).read().decode()
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', page)[1]
        data = {"username": "editor", "password": password, "csrfmiddlewaretoken": token, "next": "/admin/"}
        body = urllib.parse.urlencode(data).encode()
        self.opener.open(f"{self.base}/admin/login/", body, timeout=SECONDS).read()


def _answer(status: int, body: str) -> Answer:
    try:
        return Answer(status, told=json.loads(body))
    except ValueError:
        return Answer(status, page=body)


def _part(boundary: str, name: str, value: bytes, filename: str = "") -> bytes:
    more = f'; filename="{filename}"\r\nContent-Type: text/plain' if filename else ""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
    return head.encode() + value + b"\r\n"
