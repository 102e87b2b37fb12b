"""Charts over time as inline SVG: where each bar stands. `templates/_timeline.html` draws them.

Across they are measured in hundredths of the width, so that letters keep their size on every screen; up and
down in pixels. Time runs as the page's writing does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language_bidi

from statements.calendars import month_name, write_month

Month = tuple[int, int]  # year, month
UP, DOWN = 122, 60  # pixels for the highest bar with its number above the line, for the lowest below it
LABELS = 22  # pixels under the bars
LETTERED = 7  # labels that have room under a chart on a phone
LONGEST = 40  # years; whatever is older stands in the table alone


@dataclass(frozen=True)
class Bar:
    x: str  # hundredths of the width
    width: str
    y: int
    height: int


@dataclass(frozen=True)
class Stretch:
    """A month or year of the chart: its bars, and the address that narrows the page to it."""

    x: str
    width: str
    middle: str
    label: str
    short: str  # as it is written under the chart
    lettered: bool  # whether there is room for that
    up: int  # numbers
    down: int
    address: str


@dataclass(frozen=True)
class Peak:
    """The highest bar's number, written over it: the scale of the others."""

    x: str
    y: int
    number: int


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    label: str
    up: int
    down: int
    address: str


@dataclass(frozen=True)
class Timeline:
    bars_up: list[Bar]
    bars_down: list[Bar]
    stretches: list[Stretch]
    rows: list[Row]  # the newest first
    first: str
    last: str
    peak: "Peak | None"
    height: int
    line: int  # where the line between up and down lies, in pixels from above

    @property
    def bottom(self) -> int:
        """Where the labels stand."""
        return self.height - 5


def timeline(
    up: Mapping[Month, int], down: Mapping[Month, int], address: Callable[[str], str], year: int | None = None
) -> Timeline | None:
    """Numbers of each month above and below a line; of one `year` alone where it is given.

    `address` makes one of a year («2021») or month («2021-05»). Stretches that can be clicked are years, and the
    months of a single year. None where there is nothing.
    """
    counted = sorted(month for month in {*up, *down} if year in (None, month[0]))
    if not counted:
        return None
    drawn = [month for month in counted if month[0] > counted[-1][0] - LONGEST]
    years = list(range(drawn[0][0], drawn[-1][0] + 1))
    scale = _Scale(len(years) * 12, max(up.values(), default=0), max(down.values(), default=0))
    places = {month: (month[0] - years[0]) * 12 + month[1] - 1 for month in drawn}
    return Timeline(
        bars_up=[scale.up(at, up[month]) for month, at in places.items() if up.get(month)],
        bars_down=[scale.down(at, down[month]) for month, at in places.items() if down.get(month)],
        stretches=_years(years, up, down, address, scale)
        if len(years) > 1
        else _months(years[0], up, down, address, scale),
        rows=[
            Row(name(m), up.get(m, 0), down.get(m, 0), address(f"{m[0]}-{m[1]:02}"))
            for m in reversed(counted)
        ],
        first=name(counted[0]),
        last=name(counted[-1]),
        peak=_peak({at: up[month] for month, at in places.items() if up.get(month)}, scale),
        height=scale.height,
        line=scale.line,
    )


def name(month: Month) -> str:
    """«مايو 2021»."""
    return write_month(date(*month, 1))


class _Scale:
    """From places in time and numbers to places on the page."""

    def __init__(self, months: int, most_up: int, most_down: int):
        self.months, self.most_up, self.most_down = months, most_up, most_down
        self.line = UP if most_up else 4
        self.height = self.line + (DOWN if most_down else 4) + LABELS
        self._mirrored = get_language_bidi()

    def x(self, at: float, width: float) -> tuple[str, str]:
        """Of a stretch of `width` months that begins with month `at`."""
        begin = self.months - at - width if self._mirrored else at
        return f"{100 * begin / self.months:.2f}%", f"{100 * width / self.months:.2f}%"

    def up(self, at: int, number: int) -> Bar:
        height = max(round((UP - 20) * number / self.most_up), 2)
        return Bar(*self.x(at + 0.1, 0.8), self.line - height, height)

    def down(self, at: int, number: int) -> Bar:
        height = max(round((DOWN - 8) * number / self.most_down), 2)
        return Bar(*self.x(at + 0.1, 0.8), self.line + 1, height)


def _peak(numbers: Mapping[int, int], scale: _Scale) -> Peak | None:
    if not numbers:
        return None
    at = max(numbers, key=numbers.__getitem__)
    bar = scale.up(at, numbers[at])
    return Peak(scale.x(at + 0.5, 0)[0], bar.y - 6, numbers[at])


def _years(years: list[int], up, down, address, scale: _Scale) -> list[Stretch]:
    every = -(-len(years) // LETTERED)
    return [
        _stretch(
            scale,
            (at * 12, 12),
            str(year),
            short=str(year),
            lettered=at % every == 0,
            up=sum(count for month, count in up.items() if month[0] == year),
            down=sum(count for month, count in down.items() if month[0] == year),
            address=address(str(year)),
        )
        for at, year in enumerate(years)
    ]


def _months(year: int, up, down, address, scale: _Scale) -> list[Stretch]:
    return [
        _stretch(
            scale,
            (at, 1),
            name((year, at + 1)),
            short=month_name(date(year, at + 1, 1)),
            lettered=at % 3 == 0,
            up=up.get((year, at + 1), 0),
            down=down.get((year, at + 1), 0),
            address=address(f"{year}-{at + 1:02}"),
        )
        for at in range(12)
    ]


def _stretch(scale: _Scale, place: tuple[int, int], label: str, **told) -> Stretch:
    x, width = scale.x(*place)
    return Stretch(x, width, scale.x(place[0] + place[1] / 2, 0)[0], label, **told)
