"""The meetings and breaks that are inferred from the dates of a source."""

from __future__ import annotations

from datetime import date, timedelta

from ..conftest import Folder
from .brought import Import, course_of, rows_of

FIRST = date(2029, 10, 10)  # a Wednesday


def sheet(*weeks: int, break_in: int | None = None) -> str:
    rows = [f"{FIRST + timedelta(weeks=week)},Topic {week}\n" for week in weeks]
    if break_in is not None:
        rows.append(f"{FIRST + timedelta(weeks=break_in)},Holiday\n")
    return "date,topic\n" + "".join(sorted(rows))


def test_a_class_of_every_other_week_has_a_meeting_for_it(bring: Import, folder: Folder) -> None:
    status, out, _ = bring({"plan.csv": sheet(1, 3, 5, 9, 11, break_in=7)})
    assert status == 0
    assert "on Wed every other week: 5 of 5 such days from 2029-10-17 to 2029-12-26" in out
    [meetings] = course_of(folder).patterns
    assert (meetings.every, meetings.days) == (2, (2,))
    assert [day for day, _ in rows_of(folder)] == [
        str(FIRST + timedelta(weeks=week)) for week in (1, 3, 5, 9, 11)
    ]


def test_its_weeks_are_counted_from_its_first_day(bring: Import, folder: Folder) -> None:
    assert bring({"plan.csv": sheet(1, 3, 5, 7, break_in=0)})[0] == 0
    [meetings] = course_of(folder).patterns
    assert (meetings.every, meetings.first) == (2, FIRST + timedelta(weeks=1))


def test_days_without_a_pattern_are_listed(bring: Import, folder: Folder) -> None:
    assert bring({"plan.csv": sheet(0, 3, 4, 8, 13)})[0] == 0
    [meetings] = course_of(folder).patterns
    assert meetings.days == ()
    assert len(meetings.dates) == 5
