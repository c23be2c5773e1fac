"""The week's timetable: what meets on which day, and what is beside what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from .course import Course, OfficeHours, Person
from .meeting import MeetingPattern
from .session_kind import SessionKind

_HOUR = 60


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens each week at a time."""

    day: int
    """As of `datetime.date.weekday`."""
    start: time
    end: time | None
    kind: Literal["meeting", "section", "office hours"]
    title: str | None
    """Its own name, or that of the person; None where its kind says all."""
    where: str | None = None
    every: int = 1
    first: date | None = None
    last: date | None = None
    named: SessionKind | None = None
    """The kind of a meeting, and its color."""

    @property
    def minutes(self) -> tuple[int, int]:
        """Start and end in minutes since midnight; what has no end takes an hour."""
        start = self.start.hour * 60 + self.start.minute
        end = self.end.hour * 60 + self.end.minute if self.end else min(start + _HOUR, 24 * 60)
        return start, end


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its column among those of its day."""

    event: Event
    lane: int
    span: int
    """How many columns it takes."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week with its events, in order of time."""

    number: int
    lanes: int
    events: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """A week, and what has no time of the week."""

    days: tuple[Day, ...]
    first_minute: int
    last_minute: int
    patterns: tuple[MeetingPattern, ...]
    """Meetings without a time, or on listed dates."""
    hours: tuple[tuple[Person, OfficeHours], ...]
    """Office hours without a time."""


def timetable(course: Course) -> Timetable:
    """The timetable of a course."""
    events = [event for pattern in course.patterns for event in _meetings(pattern, course)]
    loose_hours = []
    for person in course.staff:
        for hours in person.office_hours:
            if hours.days and hours.times:
                times = hours.times
                events += [
                    Event(day, times.start, times.end, "office hours", person.name, hours.where)
                    for day in hours.days
                ]
            else:
                loose_hours.append((person, hours))
    first_day = course.weeks.first_day
    order = sorted({event.day for event in events}, key=lambda day: (day < first_day, day))
    days = tuple(_day(day, [event for event in events if event.day == day]) for day in order)
    minutes = [minute for event in events for minute in event.minutes] or [0]
    first = min(minutes) // _HOUR * _HOUR
    last = -(-max(minutes) // _HOUR) * _HOUR
    loose = tuple(pattern for pattern in course.patterns if not (pattern.days and pattern.start))
    return Timetable(days, first, last, loose, tuple(loose_hours))


def _meetings(pattern: MeetingPattern, course: Course) -> Iterable[Event]:
    if pattern.start is None:
        return
    for day in pattern.days:
        yield Event(
            day,
            pattern.start,
            pattern.end,
            "meeting" if pattern.holds_sessions else "section",
            course.pattern_name(pattern) if pattern.kind or pattern.section else None,
            pattern.where,
            pattern.every,
            pattern.first,
            pattern.last,
            course.kind_named(pattern.kind),
        )


def _day(number: int, events: Sequence[Event]) -> Day:
    """Events in the leftmost column that is free; those beside nothing take all columns."""
    ordered = sorted(events, key=lambda event: (event.minutes, event.title or ""))
    groups: list[list[tuple[Event, int]]] = []
    ends: list[int] = []
    for event in ordered:
        start, end = event.minutes
        if not ends or start >= max(ends):
            groups.append([])
            ends = []
        lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        groups[-1].append((event, lane))
    lanes = max(lane + 1 for group in groups for _event, lane in group)
    placed = [
        Placed(event, lane, 1 if len(group) > 1 else lanes)
        for group in groups
        for event, lane in group
    ]
    return Day(number, lanes, tuple(placed))
