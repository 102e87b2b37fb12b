"""What the tests of the pages share: an archive that grows, queries counted, words as a reader sees them."""

import datetime
import html
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import build_article, build_event, build_statement


def shown(response) -> str:
    """The words of a page without its tags, every run of space a single one."""
    text = re.sub(r"</?(?:a|b|bdi|mark|span|time)\b[^>]*>", "", response.content.decode())
    text = re.sub(r"<[^>]+>", " ", text)
    return " ".join(html.unescape(text).split())


def queries(client, url: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as context:
        assert client.get(url).status_code == 200
    return len(context)


def grow(archive, count: int, *, day: datetime.date = datetime.date(2021, 6, 1)):
    """Publish `count` more articles on the two actors: a meeting, a statement either way, told by the agency."""
    for number in range(count):
        text = f"قال سامر الحلواني إن اللقاء {number} كان مثمراً. ورد ليث البارودي بأن الباب {number} مفتوح."
        article = build_article(f"{text} ({day})", date=day)
        event = build_event(article, "meeting", [archive.halwani, archive.baroudi], day=day)
        parts = {"event": event, "relay": archive.ofoq, "kind": "indirect"}
        one, other = [archive.halwani], [archive.baroudi]
        build_statement(article, f"اللقاء {number} كان مثمراً", by=one, to=other, cue="قال", **parts)
        build_statement(article, f"الباب {number} مفتوح", by=other, to=one, cue="ورد", **parts)
