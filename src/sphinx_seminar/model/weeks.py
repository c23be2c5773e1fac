"""Weeks: calendar weeks, numbered from the first meeting's."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from .course import Break, WeekCount
from .instant import Interval, days
from .meeting import Meeting, week_start

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """A calendar week of a course."""

    start: date
    number: int | None
    """Counted from 1; None before the first meeting's, where it uses up no number, and in a course
    whose weeks have none."""
    marked: Interval | None
    """When it is *this week*; None where the time zone is not known."""

    def holds(self, day: date) -> bool:
        """Whether the day is one of it."""
        return self.start <= day < self.start + _WEEK


@dataclass(frozen=True)
class WeekCalendar:
    """Finds the week that holds a day."""

    count: WeekCount
    zone: ZoneInfo | None
    first: date | None
    """The start of week 1."""
    uncounted: tuple[date, ...]
    """The starts of the weeks without a number, in order."""
    _known: dict[date, Week] = field(default_factory=dict, compare=False, repr=False)

    def week_of(self, day: date) -> Week:
        """The week that holds *day*."""
        start = week_start(day, self.count.first_day)
        if start not in self._known:
            last = start + _WEEK - timedelta(days=1)
            marked = days(start, last, self.zone) if self.zone else None
            self._known[start] = Week(start, self._number(start), marked)
        return self._known[start]

    def start_of(self, number: int) -> date | None:
        """The first day of the week that has a number; None where none has it."""
        if self.first is None:
            return None
        # Each week without a number moves the later ones back by one.
        for after in range(number + len(self.uncounted)):
            start = self.first + timedelta(weeks=after)
            if self.week_of(start).number == number:
                return start
        return None

    def day_of(self, number: int, week_day: int) -> date | None:
        """A day of the week that has a number."""
        start = self.start_of(number)
        return start and self.day_in(start, week_day)

    def day_in(self, day: date, week_day: int) -> date:
        """The day of the week, as of `datetime.date.weekday`, in the week that holds *day*."""
        start = week_start(day, self.count.first_day)
        return start + timedelta(days=(week_day - self.count.first_day) % 7)

    def _number(self, start: date) -> int | None:
        if not self.count.has_numbers or self.first is None or start < self.first:
            return None
        if start in self.uncounted:
            return None
        skipped = sum(self.first <= week < start for week in self.uncounted)
        return (start - self.first).days // 7 + 1 - skipped


def week_calendar(
    meetings: Iterable[Meeting],
    breaks: tuple[Break, ...],
    count: WeekCount,
    zone: ZoneInfo | None,
    session_days: Collection[date],
) -> WeekCalendar:
    """The calendar of a course that would hold *meetings* were there no *breaks*.

    Week 1 is that of the first meeting; where breaks do not count, of the first one held. Without
    any meeting it is that of the first of *session_days*. Where breaks do not count, a session
    pinned beside one still makes its week count.
    """

    def weeks(days_: Iterable[date]) -> set[date]:
        return {week_start(day, count.first_day) for day in days_}

    planned = {meeting.day for meeting in meetings}
    held = {
        day for day in planned.union(session_days) if not any(day in break_ for break_ in breaks)
    }
    uncounted = () if count.count_breaks else tuple(sorted(weeks(planned) - weeks(held)))
    numbered = weeks(planned).difference(uncounted) or weeks(session_days)
    first = min(numbered, default=None)
    return WeekCalendar(count, zone, first, uncounted)
