"""Tables as editors keep them: a name above the heading, days as numbers, no heading at all."""

import datetime
import json

import pytest

from statements.documents import BrokenRow, Damaged, EmptyDocument, UnknownColumns, read_file
from statements.documents.columns import likely_columns
from statements.documents.days import read_day
from tests.documents.files import OTHER, ROWS, TEXT, csv_of, workbook

DAY = datetime.date(2021, 5, 12)


def texts(name: str, content: bytes, columns=None) -> list[tuple[str, str]]:
    return [(part.place, part.document.text) for part in read_file(name, content, columns)]


def unknown(name: str, content: bytes) -> UnknownColumns:
    [part] = read_file(name, content)
    assert isinstance(part.problem, UnknownColumns)
    return part.problem


@pytest.mark.parametrize(
    "above", [["أرشيف السهول"], ["أرشيف السهول", "", ""], ["", "", ""], ["قائمة: 2021؛ 2022"]]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_heading_is_found_below_a_name_of_the_list(above, separator):
    rows = [above, ["م", "العنوان", "النص"], ["1", "لقاء", OTHER]]
    content = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    assert texts("a.csv", content.encode()) == [("3", OTHER)]


def test_heading_is_found_below_a_name_of_the_sheet():
    assert (
        texts("a.xlsx", workbook([["أرشيف السهول"], [], ["العنوان", "النص"], ["لقاء", OTHER]]))[0][1] == OTHER
    )


def test_unknown_columns_are_told_with_what_stands_below_them():
    rows = [["أرشيف السهول", "", ""], ["alpha", "beta", ""], ["x", OTHER, "7"]]
    problem = unknown("a.xlsx", workbook(rows))
    assert (problem.columns, problem.samples) == (["alpha", "beta", "العمود 3"], [["x", OTHER, "7"]])


def test_samples_are_rows_below_the_heading_without_empty_ones():
    content = f'alpha,beta\n,\nx,"{OTHER}"\ny,"{"ع" * 500}"\n'
    problem = unknown("a.csv", content.encode())
    assert problem.columns == ["alpha", "beta"]
    assert problem.samples[0] == ["x", OTHER]
    assert problem.samples[1] == ["y", "ع" * 159 + "…"]


def test_columns_told_by_the_editor_are_found_below_a_name_of_the_list():
    content = f'قائمة,\nalpha,beta\nx,"{OTHER}"\n'.encode()
    assert texts("a.csv", content, {"text": "beta", "title": "alpha"}) == [("3", OTHER)]


def test_table_without_a_heading_is_told_by_numbers_and_loses_no_row():
    content = f'لقاء,"{TEXT}"\nقمة,"{OTHER}"\n'.encode()
    assert unknown("a.csv", content).columns == ["العمود 1", "العمود 2"]
    assert texts("a.csv", content, {"text": "العمود 2"}) == [("1", TEXT), ("2", OTHER)]


def test_two_columns_of_one_name_can_be_told_apart():
    content = f'beta,beta\nx,"{OTHER}"\n'.encode()
    assert unknown("a.csv", content).columns == ["beta", "beta (2)"]
    assert texts("a.csv", content, {"text": "beta (2)"}) == [("2", OTHER)]


def test_unknown_keys_of_json_lines_are_told_once_for_the_file():
    lines = [json.dumps({"alpha": "x", "beta": OTHER}), json.dumps({"beta": TEXT, "gamma": None})]
    problem = unknown("a.jsonl", "\n".join(lines).encode())
    assert problem.columns == ["alpha", "beta", "gamma"]
    assert problem.samples == [["x", OTHER, ""], ["", TEXT.replace("\n", " ")[:159] + "…", ""]]
    assert texts("a.jsonl", "\n".join(lines).encode(), {"text": "beta"}) == [("1", OTHER), ("2", TEXT)]


def test_columns_are_offered_by_what_stands_in_them():
    columns = ["a", "b", "c", "d", "e"]
    row = ["1", "https://example.org/1", "12/05/2021", "لقاء وزيري أرخانيا وذورين", OTHER]
    likely = {"url": "b", "date": "c", "title": "d", "text": "e"}
    assert likely_columns(columns, [row, row[:4]]) == likely
    assert likely_columns(["العنوان", "b"], [["قمة", OTHER]]) == {"title": "العنوان", "text": "b"}
    assert likely_columns(["a"], []) == {}


def test_heading_alone_is_an_empty_table():
    [part] = read_file("a.csv", "العنوان,النص\n".encode())
    assert isinstance(part.problem, EmptyDocument)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_texts_of_several_lines_with_quotation_marks_are_read_whole(separator):
    said = 'قال سامر الحلواني، "نريد سلما"; لا حربا\n\nوأضاف, كما يقال: "الصلح خير".\nوختم|بهذا.'
    cell = '"{}"'.format(said.replace('"', '""'))
    rows = [["م", "العنوان", "النص"], ["1", "لقاء", cell], ["2", "قمة", f'"{OTHER}"'], ["3", "لقاء", cell]]
    content = "\r\n".join(separator.join(row) for row in rows).encode("utf-8-sig")
    assert texts("a.csv", content) == [("2", said), ("3", OTHER), ("4", said)]


@pytest.mark.parametrize(
    "told",
    [
        44328,
        44328.0,
        44328.5,
        "44328",
        20210512,
        "20210512",
        1620777600,
        "1620777600000",
        "٢٠٢١/٠٥/١٢",
        "12.05.2021",
    ],
)
def test_day_told_as_a_number_is_read(told):
    assert read_day(told) == DAY


@pytest.mark.parametrize("told", [True, None, 7, 99999999, 999999, float("nan"), float("inf"), "123456"])
def test_number_that_is_no_day_is_left_out(told):
    assert read_day(told) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", csv_of(ROWS).encode()),
        ("a.csv", csv_of(ROWS, ";").encode("utf-8-sig")),
        ("a.csv", csv_of(ROWS, ";").encode("cp1256")),
        ("a.tsv", csv_of(ROWS, "\t").encode("utf-16")),
        ("a.xlsx", workbook(ROWS)),
    ],
)
def test_table_gives_an_article_a_row(name, content):
    first, second = read_file(name, content)
    assert (first.place, second.place) == ("2", "3")
    assert first.document.text == TEXT
    assert (first.document.title, first.document.outlet, first.document.date, first.document.url) == (
        "لقاء",
        "وكالة الأفق",
        DAY,
        "https://example.org/1",
    )
    assert (second.document.text, second.document.date, second.document.url) == (OTHER, None, "")


@pytest.mark.parametrize("head", ["Text,Title", "Article Text,x", "محتوى,x", "النَّص,x", "content,x"])
def test_column_of_the_text_is_known_by_many_names(head):
    [part] = read_file("a.csv", f'{head}\n"{OTHER}",x\n'.encode())
    assert part.document.text == OTHER


def test_table_without_a_known_column_names_those_it_has():
    [part] = read_file("a.csv", b"alpha,beta\n1,2\n")
    assert isinstance(part.problem, UnknownColumns)
    assert "alpha" in str(part.problem)


def test_columns_told_by_the_editor_are_taken():
    [part] = read_file("a.csv", f'alpha,beta\nx,"{OTHER}"\n'.encode(), {"text": "beta"})
    assert part.document.text == OTHER


def test_json_lines_answer_a_bad_line_on_its_own():
    lines = [json.dumps({"text": TEXT, "date": "2021-05-12"}), "{broken", "[]", json.dumps({"x": 1}), ""]
    first, broken, listed, unknown = read_file("a.jsonl", "\n".join(lines).encode())
    assert (first.document.text, first.document.date) == (TEXT, DAY)
    assert [type(p.problem) for p in (broken, listed, unknown)] == [BrokenRow, BrokenRow, UnknownColumns]
    assert broken.place == "2"


@pytest.mark.parametrize(
    "told", ["21 مارس 2025", "21 آذار/مارس 2025", "الجمعة 21 مارس 2025", "21/03/2025", "2025-03-21 10:30"]
)
def test_day_of_a_row_is_read_in_words_and_in_figures(told):
    [part] = read_file("a.csv", f'النص,التاريخ\n"{OTHER}","{told}"\n'.encode())
    assert part.document.date == datetime.date(2025, 3, 21)


@pytest.mark.parametrize("told", ["1446/09/21", "2999-01-01", "31/02/2020", "غدا", "0001-01-01"])
def test_day_that_cannot_be_is_left_out(told):
    [part] = read_file("a.csv", f'النص,التاريخ\n"{OTHER}","{told}"\n'.encode())
    assert part.document.date is None


@pytest.mark.parametrize(
    "told",
    [
        [{"text": TEXT}, {"text": OTHER}],
        {"articles": [{"text": TEXT}, {"text": OTHER}], "count": 2},
        {"text": TEXT},
    ],
)
def test_json_is_read_as_a_list_of_objects(told):
    expected = [("1", TEXT), ("2", OTHER)] if len(told) == 2 else [("1", TEXT)]
    assert texts("a.json", json.dumps(told, indent=1).encode()) == expected


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'[{"text": "x"},\n{"text', Damaged),
        (b"[\n1,\n2]", Damaged),
        (b"[1, 2]", BrokenRow),
        (b"{}", UnknownColumns),
    ],
)
def test_json_without_an_object_is_answered_once(content, problem):
    [part] = read_file("a.json", content)
    assert isinstance(part.problem, problem)


def test_keys_that_content_systems_export_are_known():
    post = {
        "post_title": "لقاء",
        "post_content": OTHER,
        "post_date": "2021-05-12 10:11:12",
        "guid": "https://x.org/?p=1",
    }
    [part] = read_file("a.jsonl", json.dumps(post).encode())
    read = part.document
    assert (read.title, read.text, read.date, read.url) == ("لقاء", OTHER, DAY, "https://x.org/?p=1")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (f"<p>{OTHER}</p>\n<p>&nbsp;{TEXT}</p>", f"{OTHER}\n{TEXT}"),
        (f"&lt;p&gt;{OTHER}&lt;/p&gt;", OTHER),
        (f"{OTHER}<br />{OTHER}", f"{OTHER}\n{OTHER}"),
        (f"[caption id=1]<img src='x'> صورة[/caption]<strong>{OTHER}</strong>[gallery ids='1']", OTHER),
        (f"<!-- wp:paragraph --><p>{OTHER}</p><!-- /wp:paragraph -->", OTHER),
        (f"&quot;نعم&quot; {OTHER}", f'"نعم" {OTHER}'),
        (f"{OTHER} 3 < 4 و a <b", f"{OTHER} 3 < 4 و a <b"),
        (f"<p>{OTHER}\x00</p>", None),
    ],
)
def test_markup_that_a_content_system_exported_is_no_text(cell, text):
    title, outlet = "«لقاء» <b>هام</b>", "صحيفة &quot;السهول&quot;"
    line = json.dumps({"text": cell, "title": title, "outlet": outlet}, ensure_ascii=False)
    [part] = read_file("a.jsonl", line.encode())
    if text is not None:
        read = part.document
        assert (read.text, read.title, read.outlet) == (text, "«لقاء» هام", 'صحيفة "السهول"')


def test_name_of_the_paper_is_the_outlet():
    [part] = read_file("a.csv", f'نص الخبر,اسم الجريدة\n"{OTHER}",السهول\n'.encode())
    assert part.document.outlet == "السهول"
