from __future__ import annotations

from datetime import date, time

from sphinx_seminar.model.course import Course, OfficeHours, Person, WeekCount
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.notation import TimeRange
from sphinx_seminar.model.session_kind import SessionKind
from sphinx_seminar.model.timetable import Event, Placed, timetable


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
    assert placed(at(0, 9, 10, "a"), at(0, 9, 10, "b"), at(0, 10, 11, "c")) == [
        ("a", 0, 1),
        ("b", 1, 1),
        ("c", 0, 2),
    ]


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


def test_a_meeting_stands_on_each_of_its_days_with_all_that_it_says() -> None:
    first, last = date(2022, 2, 1), date(2022, 3, 1)
    lab = MeetingPattern(
        (0, 2),
        start=time(13),
        end=time(14),
        where="Soda 405",
        kind="Lab",
        every=2,
        first=first,
        last=last,
        holds_sessions=False,
    )
    events = [
        found.event for day in timetable(Course(patterns=(lab,))).days for found in day.events
    ]
    assert events == [
        Event(
            day,
            time(13),
            time(14),
            "section",
            "Lab",
            "Soda 405",
            2,
            first,
            last,
            SessionKind("Lab"),
        )
        for day in (0, 2)
    ]


def test_what_takes_sessions_is_a_meeting_of_the_class() -> None:
    (day,) = timetable(Course(patterns=(at(0, 9, 10),))).days
    assert [found.event.kind for found in day.events] == ["meeting"]


def test_office_hours_stand_beside_the_meetings() -> None:
    hours = OfficeHours(days=(1, 3), times=TimeRange(time(10), time(11, 30)), where="Soda 511")
    course = Course(patterns=(at(1, 9, 10),), staff=(Person("Ada Brook", office_hours=(hours,)),))
    events = [found.event for day in timetable(course).days for found in day.events]
    assert events[1:] == [
        Event(day, time(10), time(11, 30), "office hours", "Ada Brook", "Soda 511")
        for day in (1, 3)
    ]


def test_office_hours_with_a_day_and_no_time_are_listed_apart() -> None:
    hours = OfficeHours("by appointment", days=(1,))
    person = Person("Ada", office_hours=(hours,))
    week = timetable(Course(staff=(person,)))
    assert week.days == ()
    assert week.hours == ((person, hours),)


def test_meetings_on_listed_dates_are_listed_apart() -> None:
    block = MeetingPattern(dates=(date(2022, 2, 4),), start=time(9))
    week = timetable(Course(patterns=(block,)))
    assert (week.days, week.patterns) == ((), (block,))


def test_days_stand_in_the_order_of_the_courses_week() -> None:
    patterns = tuple(at(day, 9, 10) for day in (5, 0, 6, 3))
    for first_day, order in ((0, [0, 3, 5, 6]), (6, [6, 0, 3, 5]), (3, [3, 5, 6, 0])):
        course = Course(patterns=patterns, weeks=WeekCount(first_day))
        assert [day.number for day in timetable(course).days] == order


def test_the_hours_shown_are_whole_and_hold_all_events() -> None:
    week = timetable(Course(patterns=(at(0, 9.5, 10.75), at(1, 13.25, 15.5))))
    assert (week.first_minute, week.last_minute) == (9 * 60, 16 * 60)
    exact = timetable(Course(patterns=(at(0, 9, 10),)))
    assert (exact.first_minute, exact.last_minute) == (9 * 60, 10 * 60)


def test_a_week_of_nothing_has_no_hours() -> None:
    week = timetable(Course())
    assert (week.days, week.first_minute, week.last_minute) == ((), 0, 0)


def test_what_has_no_end_takes_an_hour_and_none_of_the_next_day() -> None:
    open_ended = [MeetingPattern((0,), start=start) for start in (time(9, 30), time(23, 30))]
    (day,) = timetable(Course(patterns=tuple(open_ended))).days
    assert [found.event.minutes for found in day.events] == [(570, 630), (1410, 1440)]


def test_events_at_one_time_stand_in_the_order_of_their_names() -> None:
    assert [title for title, _, _ in placed(at(0, 9, 10, "b"), at(0, 9, 10, "a"))] == ["a", "b"]
    unnamed = MeetingPattern((0,), start=time(9), end=time(10))
    assert [title for title, _, _ in placed(at(0, 9, 10, "Lab"), unnamed)] == [None, "Lab"]


def test_a_day_has_as_many_columns_as_stand_side_by_side_at_once() -> None:
    three = [at(0, 9, 12, "a"), at(0, 9, 10, "b"), at(0, 9, 11, "c"), at(0, 10, 11, "d")]
    (day,) = timetable(Course(patterns=tuple(three))).days
    assert day.lanes == 3
    assert placed(*three) == [("b", 0, 1), ("c", 1, 1), ("a", 2, 1), ("d", 0, 1)]
