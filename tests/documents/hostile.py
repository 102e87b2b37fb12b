"""Files made to hurt whoever reads them: each small to send, and much to read."""

import copy
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.documents.files import OTHER, TEXT, archive, docx, feed, workbook

LINE = "قال وزير خارجية أرخانيا سامر الحلواني إن بلاده تدعم الحوار بين الطرفين. "
WORD_XML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MEGABYTE = 1024 * 1024


def bomb_in_bomb() -> bytes:
    inner = archive({"a.txt": b"0" * 20 * MEGABYTE})
    return archive({f"{n}.zip": inner for n in range(9)})


def overlapping() -> bytes:
    """Many entries of one piece of data."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("0.txt", LINE * 100)
        for n in range(1, 50):
            entry = copy.copy(file.filelist[0])
            entry.filename = f"{n}.txt"
            file.filelist.append(entry)
    return stream.getvalue()


def lying() -> bytes:
    """Its entry says that it unpacks to 1,000 bytes."""
    content = bytearray(archive({"a.txt": b"0" * 20 * MEGABYTE}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = content[22:26] = struct.pack("<I", 1000)
    return bytes(content)


def nested_archives(depth: int) -> bytes:
    return archive({"a.zip": nested_archives(depth - 1)} if depth else {"a.txt": TEXT.encode()})


def word(body: str, head: str = "") -> bytes:
    """A Word file with this body, and what stands before it."""
    xml = f"{head}<w:document {WORD_XML}><w:body>{body}</w:body></w:document>".encode()
    return _with(docx("x"), "word/document.xml", lambda _xml: xml)


def word_with_entities() -> bytes:
    unfolding = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ها "}">' for n in range(9))
    return word("<w:p><w:r><w:t>&a8;</w:t></w:r></w:p>", f"<!DOCTYPE x [{unfolding}]>")


def word_naming_a_file() -> bytes:
    return word(
        "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    )


def workbook_with_entities() -> bytes:
    declared = b'<!DOCTYPE x [<!ENTITY b "aaaa">]><worksheet'
    book = workbook([["text"], [TEXT]])
    return _with(book, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<worksheet", declared, 1))


def workbook_with_a_far_cell() -> bytes:
    far = f'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>{OTHER}</t></is></c></row></sheetData>'
    book = workbook([["text"], [TEXT]])
    return _with(book, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far.encode()))


def feed_with_entities(encoding: str) -> bytes:
    return (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        "<rss><channel><item><description>&b;</description></item></channel></rss>"
    ).encode(encoding)


def nested_mail() -> bytes:
    parts = "".join(f'Content-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    return f"MIME-Version: 1.0\n{parts}Content-Type: text/html\n\n<p>x".encode()


def pdf(content: bytes = b"", *, pages: bytes = b"", resources: bytes = b"", more: bytes = b"") -> bytes:
    """A PDF whose pages, all one, draw `content`; `more` is its sixth object."""
    drawn = zlib.compress(content)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        pages or b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> " + resources + b" >> >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        more or b"null",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + tail


def drawing(count: int) -> bytes:
    """`count` words, no two at one place."""
    words = b"".join(
        b"1 0 0 1 %d %d Tm (abcdefghij) Tj " % (n * 101 % 599, n * 211 % 797) for n in range(count)
    )
    return b"BT /F 9 Tf " + words + b"ET"


def pages_of_pages() -> bytes:
    return pdf(pages=b"<< /Type /Pages /Count 150 /Kids [" + b"2 0 R " * 150 + b"] >>")


def random_letters() -> str:
    return "".join(random.Random(2).choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي    ", k=5000))


def _with(zipped: bytes, path: str, changed: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(zipped)) as file:
        return archive({n: changed(file.read(n)) if n == path else file.read(n) for n in file.namelist()})


def lines(count: int) -> bytes:
    return "".join(json.dumps({"text": LINE}) + "\n" for _ in range(count)).encode()


def one_line(letters: int) -> bytes:
    return json.dumps({"text": "ع " * (letters // 2)}, ensure_ascii=False).encode()


def deep_feed() -> bytes:
    return feed("<item><description>" + "&lt;div&gt;" * 50_000 + TEXT + "</description></item>")
