"""Meetings: the dates and times that a meeting pattern yields in a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from .compared import compared


@dataclass(frozen=True, slots=True)
class MeetingPattern:
    """When a class meets: on days of the week, or on listed dates."""

    days: tuple[int, ...] = ()
    """Days of the week, as of `datetime.date.weekday`; empty where *dates* are listed."""
    dates: tuple[date, ...] = ()
    start: time | None = None
    end: time | None = None
    where: str | None = None
    kind: str | None = None
    """What these meetings are called, such as ``Discussion``."""
    every: int = 1
    """2 for every other week, and so on, counted from the week of its first meeting."""
    first: date | None = None
    last: date | None = None
    """The first and last day on which it may meet, where these are not the term's."""
    holds_sessions: bool = True
    """Whether sessions of the schedule take these meetings."""
    section: str | None = None
    """The section that meets then, where the course has several."""


MeetingKey = tuple[date, time | None, str | None]
"""Day, start and kind."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A date and a start, in the course's time zone."""

    day: date
    start: time | None = None
    end: time | None = None
    where: str | None = None
    kind: str | None = None
    """What its pattern calls it, such as ``Discussion``."""

    @property
    def key(self) -> MeetingKey:
        """What makes it one meeting and not another."""
        return self.day, self.start, compared(self.kind) if self.kind else None

    @property
    def order(self) -> tuple[date, time]:
        """Chronological; one without a start comes first on its day."""
        return self.day, self.start or time.min


def week_start(day: date, first_day: int) -> date:
    """The first day of the calendar week that holds *day*."""
    return day - timedelta(days=(day.weekday() - first_day) % 7)


def meetings(
    patterns: Iterable[MeetingPattern], start: date, end: date, first_day: int
) -> tuple[Meeting, ...]:
    """All meetings that hold sessions from *start* to *end* (both included), in order.

    Where two patterns of one kind meet on the same day at the same start, that is one meeting.
    """
    found: dict[MeetingKey, Meeting] = {}
    for pattern in patterns:
        if pattern.holds_sessions:
            for day in dates_of_pattern(pattern, start, end, first_day):
                meeting = Meeting(day, pattern.start, pattern.end, pattern.where, pattern.kind)
                found.setdefault(meeting.key, meeting)
    return tuple(sorted(found.values(), key=lambda meeting: meeting.order))


def dates_of_pattern(
    pattern: MeetingPattern, start: date, end: date, first_day: int
) -> Iterator[date]:
    """The days of one pattern from *start* to *end*, and those that it lists."""
    yield from pattern.dates
    if not pattern.days:
        return
    first = max(start, pattern.first or start)
    last = min(end, pattern.last or end)
    in_range = (first + timedelta(days=n) for n in range((last - first).days + 1))
    on_days = [day for day in in_range if day.weekday() in pattern.days]
    for day in on_days:
        since_first = week_start(day, first_day) - week_start(on_days[0], first_day)
        if since_first.days % (7 * pattern.every) == 0:
            yield day
