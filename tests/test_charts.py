"""Where the bars of a chart stand."""

import pytest
from django.utils import translation

from statements.pages.charts import timeline


def address(when: str) -> str:
    return f"?from={when}&until={when}"


def test_nothing_is_no_chart():
    assert timeline({}, {}, address) is None
    assert timeline({(2021, 5): 3}, {}, address, year=2020) is None


def test_one_year_has_its_months_and_each_can_be_clicked():
    chart = timeline({(2021, 5): 3}, {(2021, 7): 1}, address)
    assert [stretch.label for stretch in chart.stretches][4] == "مايو 2021"
    assert [(s.up, s.down) for s in chart.stretches if s.up or s.down] == [(3, 0), (0, 1)]
    assert chart.stretches[4].address == "?from=2021-05&until=2021-05"


def test_several_years_are_clicked_as_years_and_drawn_as_months():
    chart = timeline({(2019, 5): 3, (2021, 6): 1}, {}, address)
    assert [(s.label, s.up) for s in chart.stretches] == [("2019", 3), ("2020", 0), ("2021", 1)]
    assert len(chart.bars_up) == 2
    assert chart.stretches[0].address == "?from=2019&until=2019"


def test_the_table_has_every_month_the_newest_first():
    chart = timeline({(2019, 5): 3}, {(2021, 6): 1}, address)
    assert [(row.label, row.up, row.down) for row in chart.rows] == [
        ("يونيو 2021", 0, 1),
        ("مايو 2019", 3, 0),
    ]
    assert (chart.first, chart.last) == ("مايو 2019", "يونيو 2021")


@pytest.mark.parametrize(
    ("language", "january", "december"), [("ar", "91.67%", "0.00%"), ("en", "0.00%", "91.67%")]
)
def test_time_runs_as_the_page_is_written(language, january, december):
    with translation.override(language):
        stretches = timeline({(2021, 5): 3}, {}, address).stretches
    assert (stretches[0].x, stretches[11].x) == (january, december)


def test_bars_stand_on_the_line_and_reach_no_farther_than_the_chart():
    chart = timeline(
        {(2021, month): 10**month for month in range(1, 6)}, {(2021, 1): 7, (2021, 2): 1}, address
    )
    assert all(bar.y >= 0 and bar.y + bar.height == chart.line for bar in chart.bars_up)
    assert all(bar.y > chart.line and bar.y + bar.height < chart.bottom for bar in chart.bars_down)
    assert min(bar.height for bar in chart.bars_up) > 0  # the least is seen


def test_what_is_very_old_stands_in_the_table_alone():
    chart = timeline({(1900, 1): 1, (2021, 1): 1}, {}, address)
    assert len(chart.rows) == 2
    assert [stretch.label for stretch in chart.stretches] == ["2021"] or len(chart.bars_up) == 1
