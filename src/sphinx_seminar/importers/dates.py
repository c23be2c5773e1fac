"""The years of the days in a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..model.notation import DAYS
from .day import Day
from .findings import Findings
from .imported import Imported, ImportedBreak, ImportedSession

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_HALF_YEAR = 6


class NoYear(ValueError):
    """The source does not say in which year it is."""


def date_all(
    imported: Sequence[Imported], title: str, given: int | None, near: int, findings: Findings
) -> None:
    """Give each session and break its dates.

    The year is *given*, or written in a date or in *title*, or else the one about *near* in which
    the written weekdays are right. Raises `NoYear` where none of these is.
    """
    days = [one.day for one in imported if one.day]
    if not days:
        return
    year = given or _written_year(days) or _year_of_title(title, findings)
    if year is None:
        year = _year_of_weekdays(days, near, findings)
    month = days[0].month
    for one in imported:
        if one.day is None:
            continue
        # A quarter over New Year, and a date that goes back over it.
        if one.day.month < month - _HALF_YEAR:
            year += 1
        elif one.day.month > month + _HALF_YEAR:
            year -= 1
        month = one.day.month
        if one.day.year:
            year = one.day.year
        _date(one, year, findings)


def _date(one: Imported, year: int, findings: Findings) -> None:
    assert one.day is not None
    try:
        day = one.day.on(year)
    except ValueError:
        text = f"{one.day.month}/{one.day.day}"
        if isinstance(one, ImportedBreak):
            text = f"{text} {one.title}"
        findings.leave_out(one.place, text, f"a date that {year} does not have")
        return
    written = one.day.weekday
    if written is not None and written != day.weekday():
        findings.guesses.append(
            f"{one.place}: {day} is a {DAYS[day.weekday()]}, and {DAYS[written]} is written; the "
            "date was taken"
        )
    if isinstance(one, ImportedSession):
        one.date = day
        if one.day.end:
            findings.guesses.append(f"{one.place}: has several days; the first was taken")
            findings.leave_out(one.place, "{}/{}".format(*one.day.end), "the last of several days")
        return
    one.start = one.end = day
    if one.day.end:
        month, number = one.day.end
        try:
            last = date(year + (month < day.month), month, number)
        except ValueError:
            findings.leave_out(one.place, f"{month}/{number}", "the last of several days")
            return
        if last >= day:
            one.end = last


def _written_year(days: Sequence[Day]) -> int | None:
    for number, day in enumerate(days):
        if day.year:
            first = days[0]
            return day.year - (number > 0 and first.month > day.month + _HALF_YEAR)
    return None


def _year_of_title(title: str, findings: Findings) -> int | None:
    found = _YEAR.search(title)
    if found:
        findings.guesses.append(f"the year {found[0]} is that of the title")
    return int(found[0]) if found else None


def _year_of_weekdays(days: Sequence[Day], near: int, findings: Findings) -> int:
    written = [day for day in days if day.weekday is not None]

    def right(year: int) -> int:
        return sum(_weekday(day, year) == day.weekday for day in written)

    years = sorted(range(near - 5, near + 2), key=lambda year: (-right(year), abs(year - near)))
    if not written or right(years[0]) < len(written) * 0.7:
        raise NoYear("no date says its year; add --year, such as --year 2030")
    findings.guesses.append(
        f"the year {years[0]} is the nearest one in which the weekdays are right (likely); "
        "otherwise, add --year"
    )
    return years[0]


def _weekday(day: Day, year: int) -> int | None:
    try:
        return day.on(year).weekday()
    except ValueError:
        return None


def breaks_of(imported: Sequence[Imported]) -> list[ImportedBreak]:
    """The days without class that have a date."""
    return [one for one in imported if isinstance(one, ImportedBreak) and one.start]
