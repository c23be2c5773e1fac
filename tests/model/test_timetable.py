from __future__ import annotations

from datetime import time

from sphinx_seminar.model.course import Course, OfficeHours, Person
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.notation import TimeRange
from sphinx_seminar.model.timetable import Placed, timetable


def at(day: int, start: float, end: float, kind: str = "x") -> MeetingPattern:
    return MeetingPattern((day,), start=clock(start), end=clock(end), kind=kind)


def clock(hours: float) -> time:
    return time(int(hours), round(hours % 1 * 60))


def placed(*patterns: MeetingPattern) -> list[tuple[str | None, int, int]]:
    (day,) = timetable(Course(patterns=patterns)).days
    return [(found.event.title, found.lane, found.span) for found in day.events]


def test_overlapping_events_stand_side_by_side() -> None:
    assert placed(at(0, 9, 11, "a"), at(0, 10, 12, "b"), at(0, 11, 12, "c")) == [
        ("a", 0, 1),
        ("b", 1, 1),
        ("c", 0, 1),
    ]


def test_an_event_beside_nothing_takes_the_whole_day() -> None:
    assert placed(at(0, 9, 10, "a"), at(0, 9, 10, "b"), at(0, 13, 14, "c"))[-1] == ("c", 0, 2)


def overlap(one: Placed, other: Placed) -> bool:
    (start, end), (first, last) = one.event.minutes, other.event.minutes
    in_time = start < last and first < end
    return in_time and one.lane < other.lane + other.span and other.lane < one.lane + one.span


def test_none_hides_another() -> None:
    patterns = [at(0, 8 + n % 5 / 2, 9 + n % 7 / 2, str(n)) for n in range(30)]
    (day,) = timetable(Course(patterns=tuple(patterns))).days
    assert len(day.events) == 30
    pairs = [(a, b) for i, a in enumerate(day.events) for b in day.events[i + 1 :]]
    assert not any(overlap(*pair) for pair in pairs)
    assert all(found.lane + found.span <= day.lanes for found in day.events)


def test_what_has_no_time_of_the_week_is_listed_apart() -> None:
    hours = OfficeHours("TBA")
    person = Person("Ada", office_hours=(hours, OfficeHours(None, (1,), TimeRange(time(9)))))
    untimed = MeetingPattern((0,))
    week = timetable(Course(patterns=(untimed,), staff=(person,)))
    assert week.patterns == (untimed,)
    assert week.hours == ((person, hours),)
    assert [day.number for day in week.days] == [1]
    assert (week.first_minute, week.last_minute) == (540, 600)
