"""The seminar's original page and ours, day by day.

The original marked the first row whose day had not ended, by the clock of the reader's machine.
"""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .pages import CLASSROOM, ZONES, again_at, marks, utc

pytestmark = pytest.mark.browser

FIRST, LAST = date(2022, 1, 24), date(2022, 5, 9)
"""The first and the last class day."""
DAYS = [FIRST + timedelta(days=number) for number in range(-10, (LAST - FIRST).days + 1)]
BREAKS = {"2022-02-21", "2022-03-21", "2022-05-02"}

# The original's rule: a day counts until 23:59 by the reader's own clock.
_ORIGINAL = """() => {
  const days = [...document.querySelectorAll(".seminar-schedule tr[data-date]")]
    .map((row) => row.dataset.date);
  const left = days.filter((day) => new Date(`${day}T23:59:00`) >= new Date());
  return left[0] ?? null;
}"""


def original(page: Page) -> str | None:
    """The date of the row that the original page marks; None where it marks none."""
    found = page.evaluate(_ORIGINAL)
    assert found is None or isinstance(found, str)
    return found


def row_dates(page: Page) -> list[str]:
    """The dates of all rows, breaks included."""
    dates: list[str] = page.locator(".seminar-schedule tr[data-date]").evaluate_all(
        "rows => rows.map(row => row.dataset.date)"
    )
    return dates


def next_dates(page: Page, instant: str) -> list[str]:
    """The dates of the rows that we mark as next."""
    dates: list[str] = again_at(
        page,
        instant,
        '() => [...document.querySelectorAll(".seminar-next")].map((row) => row.dataset.date)',
    )
    return dates


@pytest.fixture
def example(build_once: BuildOnce) -> str:
    """The address of the example made from the original."""
    return build_once("mlsys-seminar", theme="furo") + "index.html"


def noon(day: date) -> str:
    return utc(day, time(12))


def test_the_example_has_the_rows_of_the_original(example: str, open_page: OpenPage) -> None:
    page = open_page(example, noon(FIRST))
    assert row_dates(page) == [(FIRST + timedelta(weeks=week)).isoformat() for week in range(16)]
    breaks = page.locator(".seminar-break").evaluate_all("rows => rows.map(r => r.dataset.date)")
    assert set(breaks) == BREAKS


def test_the_reader_in_the_classroom_sees_the_row_of_the_original_marked(
    example: str, open_page: OpenPage
) -> None:
    page = open_page(example, noon(DAYS[0]), zone=CLASSROOM)
    rows = row_dates(page)
    seen_breaks = set()
    for day in DAYS:
        ours = next_dates(page, noon(day))
        theirs = original(page)
        assert theirs is not None
        if theirs in BREAKS:
            seen_breaks.add(theirs)
            theirs = next(row for row in rows if row > theirs and row not in BREAKS)
        assert ours == [theirs], day
        assert len(marks(page).today) == 1
    assert seen_breaks == BREAKS


def test_readers_in_every_zone_see_the_same_row_marked(example: str, open_page: OpenPage) -> None:
    seen = []
    for zone in ZONES:
        page = open_page(example, noon(DAYS[0]), zone=zone)
        seen.append([next_dates(page, noon(day)) for day in DAYS])
    assert len({str(dates) for dates in seen}) == 1
    assert {len(dates) for dates in seen[0]} == {1}


def test_the_rule_of_the_original_is_wrong_in_tokyo_on_every_class_day(
    example: str, open_page: OpenPage
) -> None:
    page = open_page(example, noon(FIRST), zone="Asia/Tokyo")
    class_days = [day for day in row_dates(page) if day not in BREAKS]
    assert len(class_days) == 13
    for day in class_days:
        # At noon in the classroom, an hour before the class, it is the next day in Tokyo.
        assert next_dates(page, noon(date.fromisoformat(day))) == [day]
        assert original(page) != day
