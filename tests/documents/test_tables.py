"""Tables as editors keep them: a name above the heading, days as numbers, no heading at all."""

import datetime
import json

import pytest

from statements.documents import EmptyDocument, UnknownColumns, read_file
from statements.documents.columns import likely_columns
from statements.documents.days import read_day
from tests.documents.files import OTHER, TEXT, workbook

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
    assert problem.samples[1] == ["y", "ع" * 160]


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
    assert problem.samples == [["x", OTHER, ""], ["", TEXT.replace("\n", " ")[:160], ""]]
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
