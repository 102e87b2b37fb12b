"""Parts on their way from one process to another."""

from statements.documents import Document, Part
from statements.documents.problems import EmptyDocument
from statements.documents.spool import read_parts, write_parts

ENTRIES = [b"first entry" * 1000, b"second entry" * 1000]


def parts() -> list[Part]:
    many = [Part(f"a.csv › {n}", "a.csv", ENTRIES[0], Document(f"نص {n}", "utf_8")) for n in range(200)]
    return [*many, Part("b.csv › 1", "b.csv", ENTRIES[1], problem=EmptyDocument()), Part("c")]


def test_parts_come_back_as_they_were(tmp_path):
    assert write_parts(parts(), tmp_path / "spool", 1000) == 202
    for there, back in zip(parts(), read_parts(tmp_path / "spool"), strict=True):
        assert (back.place, back.name, back.entry, back.document) == (
            there.place,
            there.name,
            there.entry,
            there.document,
        )
        assert str(back.problem) == str(there.problem)


def test_bytes_of_an_entry_are_written_once_for_all_its_parts(tmp_path):
    write_parts(parts(), tmp_path / "spool", 1000)
    assert (tmp_path / "spool").read_bytes().count(ENTRIES[0]) == 1
    back = list(read_parts(tmp_path / "spool"))
    assert back[0].entry is back[199].entry


def test_more_parts_than_allowed_are_counted_and_no_further(tmp_path):
    endless = (Part(str(n)) for n in iter(int, 1))
    assert write_parts(endless, tmp_path / "spool", 5) == 6
