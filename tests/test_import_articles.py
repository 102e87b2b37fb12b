"""The command that takes in files, folders and archives: it can be stopped anywhere and goes on."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from statements import importing
from statements.documents import columns, read_file
from statements.models import Article, ExtractionRun, Import, ImportFile, ImportResult, SourceFile
from tests.documents.files import OTHER, TEXT, archive, docx, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "2021").mkdir()
    (tmp_path / "2021" / "a.docx").write_bytes(docx(TEXT))
    (tmp_path / "2021" / "b.zip").write_bytes(archive({"x/c.txt": OTHER.encode()}))
    (tmp_path / ".hidden.txt").write_text(TEXT)
    for litter in ("Thumbs.db", "desktop.ini", "~$a.docx"):
        (tmp_path / litter).write_bytes(b"\xd0\xcf\x11\xe0")
    return tmp_path


def run(capsys, *arguments) -> tuple[list[list[str]], int]:
    """The lines it prints, in columns, and its exit status."""
    status = 0
    try:
        call_command("import_articles", *map(str, arguments))
    except SystemExit as end:
        status = end.code
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()], status


def test_every_article_is_stored_and_answered(folder, capsys):
    lines, status = run(capsys, folder, "--outlet", "وكالة الأفق", "--date", "2021-05-12")
    assert [(kind, path.split("2021/")[1]) for kind, path, _told in lines[:-1]] == [
        ("stored", "a.docx"),
        ("stored", "b.zip › x/c.txt"),
    ]
    assert lines[-1] == ["Articles: 2 stored, 0 already there, 0 refused."]
    assert status == 0
    assert {(a.outlet.name, str(a.date)) for a in Article.objects.all()} == {("وكالة الأفق", "2021-05-12")}
    assert ExtractionRun.objects.count() == 2


def test_started_again_it_stores_nothing_twice_and_reads_no_file_again(folder, capsys, monkeypatch):
    run(capsys, folder)
    monkeypatch.setattr(importing, "read", None)  # would fail
    lines, status = run(capsys, folder)
    assert [line[0] for line in lines[:-1]] == ["already_there"] * 2
    assert (Article.objects.count(), status) == (2, 0)


def test_second_import_counts_as_it_was_printed_and_leads_to_the_first(folder, capsys, client, editor):
    (folder / "empty.txt").write_text("")
    run(capsys, folder)
    lines, _status = run(capsys, folder)
    first, second = Import.objects.order_by("pk")
    assert lines[-1] == ["Articles: 0 stored, 2 already there, 1 refused."]
    counts = second.counts()
    assert (counts["files"], counts["stored"], counts["already_there"], counts["refused"]) == (3, 0, 2, 1)
    client.force_login(editor)
    page = client.get(second.get_absolute_url()).text
    assert f'<a href="{first.get_absolute_url()}">{first}</a>' in page
    assert page.count("/review/") == 2


def test_file_of_which_nothing_was_taken_is_read_again(folder, capsys, monkeypatch):
    table = folder / "table.csv"
    table.write_text(f'العنوان,ما كتب\nلقاء,"{OTHER} ثم قال إن الباب مفتوح"\n')
    lines, status = run(capsys, table)
    assert (lines[0][0], status) == ("refused", 1)
    monkeypatch.setitem(columns.COLUMNS, "text", "ما كتب")
    monkeypatch.setattr(importing, "read_confined", lambda *file: list(read_file(*file)))  # in this process
    lines, status = run(capsys, table)
    assert (lines[0][0], status) == ("stored", 0)


def test_file_is_read_again_where_its_article_was_deleted_after_a_second_import(folder, capsys):
    run(capsys, folder)
    run(capsys, folder)
    Article.objects.get(source__name="a.docx").delete()
    lines, _status = run(capsys, folder)
    assert [line[0] for line in lines[:-1]] == ["stored", "already_there"]


def test_files_are_named_by_their_path_from_the_folder_that_was_given(folder, capsys):
    run(capsys, folder, folder / "2021" / "a.docx")
    named = list(ImportFile.objects.values_list("name", flat=True))
    assert named == [f"{folder.name}/2021/a.docx", f"{folder.name}/2021/b.zip", "a.docx"]
    assert set(SourceFile.objects.values_list("name", flat=True)) == {"a.docx", "c.txt"}


def test_companions_of_a_saved_page_are_passed_over_and_told_once(folder, capsys):
    (folder / "لقاء.html").write_text(
        page(
            "<p>قال ليث المرداوي إن القمة المقبلة ستعقد في العاصمة بعد شهر، وإن الوفود ستصل إليها تباعا.</p>"
        )
    )
    (folder / "لقاء_files").mkdir()
    for name in ("style.css", "a.png", "frame.html"):
        (folder / "لقاء_files" / name).write_bytes(b"x")
    lines, status = run(capsys, folder, "--quiet")
    assert lines == [
        ["Articles: 3 stored, 0 already there, 0 refused."],
        ["Folders of page companions passed over: 1."],
    ]
    assert status == 0
    told = ImportResult.objects.get(outcome="passed_over")
    assert told.file.name == f"{folder.name}/لقاء_files"
    assert "(3)" in told.reason


def test_what_is_refused_is_told_and_the_status_says_so(folder, capsys):
    (folder / "empty.txt").write_text("")
    (folder / "table.csv").write_text("alpha,beta\n1,2\n")
    lines, status = run(capsys, folder, "--quiet")
    assert [(kind, path.split("/")[-1]) for kind, path, _told in lines[:-1]] == [
        ("refused", "empty.txt"),
        ("refused", "table.csv"),
    ]
    assert "الملف فارغ" in lines[0][2]
    assert "alpha" in lines[1][2]
    assert (Article.objects.count(), status) == (2, 1)


def test_missing_path_is_told_before_anything_is_stored(folder, capsys):
    with pytest.raises(CommandError, match="nowhere"):
        call_command("import_articles", str(folder / "nowhere"))
    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_anywhere_it_goes_on(tmp_path, capsys, settings, how):
    """A run of its own is stopped amid its files; the next run stores the rest, and nothing twice."""
    for n in range(60):
        (tmp_path / f"{n:02}.txt").write_text(f"قال سامر الحلواني في جولته رقم {n} إن بلاده تدعم الحوار.")
    command = [sys.executable, "manage.py", "import_articles", str(tmp_path)]
    process = subprocess.Popen(command, env=_same_database(settings), stdout=subprocess.PIPE, text=True)
    for _ in range(5):
        process.stdout.readline()
    process.send_signal(how)
    process.communicate(timeout=60)
    assert process.returncode == (130 if how == signal.SIGINT else -signal.SIGKILL)
    stored = Article.objects.count()
    assert 5 <= stored < 60
    assert Import.objects.get().counts()["expected"] == 60  # it does not look complete
    lines, status = run(capsys, tmp_path)
    assert len(lines) == 61
    assert (Article.objects.count(), status) == (60, 0)
    assert ExtractionRun.objects.count() == 60


def _same_database(settings) -> dict[str, str]:
    """The environment of a command that works on the test's own database."""
    told = settings.DATABASES["default"]
    host = told["HOST"].replace("/", "%2F")
    login = f"{told['USER']}:{told['PASSWORD']}@" if told["PASSWORD"] else f"{told['USER']}@"
    address = f"postgresql://{login}{host}:{told['PORT']}/{told['NAME']}"
    return os.environ | {"DATABASE_URL": address, "DEBUG": "1"}


def test_outage_ends_the_command_with_a_sentence_and_the_next_run_goes_on(folder, capsys, monkeypatch):
    def fail(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(importing, "_take_in", fail)
        with pytest.raises(CommandError, match="No space left on device\\nStart it again") as told:
            run(capsys, folder)
        assert told.value.returncode == 75
    run(capsys, folder)
    assert Article.objects.count() == 2


def test_a_mistyped_path_is_refused_and_the_others_are_taken_in(folder, capsys):
    lines, status = run(capsys, folder / "2021" / "a.docx", folder / "2012" / "b.zip")
    assert [line[0] for line in lines[:-1]] == ["stored", "refused"]
    assert lines[1][1] == str(folder / "2012" / "b.zip")
    assert status == 1
    assert "لا ملف ولا مجلد بهذا المسار" in ImportResult.objects.get(outcome="refused").reason
